import { graphql } from '../../generated/gql.js'
import type { ExplorerSupplyFragment } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { Answered, Empty } from '../../parts/answered.js'
import { LatestClaims } from '../../parts/latest-claims.js'
import { useAnswer } from '../../use-answer.js'
import type { SupplyQuestion } from './supply-question.js'
import { isUndated, Supplying } from './supplying.js'

const supplyingDocument = graphql(`
  query ExplorerSupplying($establishment: ID!, $lang: Lang!) {
    establishment(id: $establishment) {
      today: suppliers(holding: true, first: 200) {
        edges {
          ...ExplorerSupply
        }
      }
      earlier: suppliers(holding: false, first: 200) {
        edges {
          ...ExplorerSupply
        }
      }
    }
  }
`)

/** Who supplies the venture today and who has, by pages on it, with the latest that is said of it. */
export function KnownSupplies({ question: { establishment, phase } }: { readonly question: SupplyQuestion }) {
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  const answer = useAnswer(supplyingDocument, { establishment, lang: useLang() })
  return (
    <Answered answer={answer}>
      {({ establishment: venture }) => {
        const inPhase = (edges: readonly ExplorerSupplyFragment[] = []) =>
          edges.filter((supply) => phase === null || supply.phase === null || supply.phase === phase)
        const [holding, earlier] = [inPhase(venture?.today.edges), inPhase(venture?.earlier.edges)]
        const [today, undated] = [holding.filter((supply) => !isUndated(supply)), holding.filter(isUndated)]
        return (
          <>
            <section aria-labelledby="today">
              <h2 id="today">{texts.today}</h2>
              <p class="quiet">{texts.todayLead}</p>
              {today.length === 0 ? (
                <Empty>{texts.todayNone}</Empty>
              ) : (
                <Supplying title={texts.today} supplies={today} />
              )}
              {undated.length > 0 && (
                <details class="warnings">
                  <summary>{texts.undated(format.count(undated.length))}</summary>
                  <p class="quiet">{texts.undatedLead}</p>
                  <Supplying title={texts.undated(format.count(undated.length))} supplies={undated} />
                </details>
              )}
              {earlier.length > 0 && (
                <details class="warnings">
                  <summary>{texts.earlier(format.count(earlier.length))}</summary>
                  <Supplying title={texts.earlier(format.count(earlier.length))} supplies={earlier} />
                </details>
              )}
            </section>
            <section class="panel beside" aria-labelledby="news">
              <h2 id="news">{texts.news}</h2>
              <LatestClaims about={establishment} />
            </section>
          </>
        )
      }}
    </Answered>
  )
}
