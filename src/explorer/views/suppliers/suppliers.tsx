import { useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerSupplyFragment, PhaseKind } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { Answered, Empty } from '../../parts/answered.js'
import { withOtherNames } from '../../parts/choices.js'
import { NumberField, SelectField, Toolbar } from '../../parts/fields.js'
import { LatestClaims } from '../../parts/latest-claims.js'
import { useAnswer } from '../../use-answer.js'
import { Consortia } from './consortia.js'
import { Gaps } from './gaps.js'
import { Matches } from './matches.js'
import type { SupplyQuestion } from './supply-question.js'
import { isUndated, Supplying } from './supplying.js'

const venturesDocument = graphql(`
  query ExplorerVentures($lang: Lang!) {
    establishments(first: 100) {
      nodes {
        id
        name(lang: $lang)
        otherNames {
          name
        }
        procures(first: 200) {
          nodes {
            id
            name(lang: $lang)
          }
        }
      }
    }
  }
`)

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

const phases: readonly PhaseKind[] = ['PLANNING', 'CONSTRUCTION', 'RAMP_UP', 'OPERATION', 'MAINTENANCE_STOP']

/** Who could supply a venture: firms, what they lack, groups of them, and what nobody could supply. */
export function Suppliers() {
  const texts = useTexts(supplierTexts)
  const lang = useLang()
  const address = useAddress()
  const { data } = useAnswer(venturesDocument, { lang })
  const ventures = data?.establishments.nodes ?? []
  const establishment = address.get('venture')
  const within = address.get('within')
  const question: SupplyQuestion | null =
    establishment === null
      ? null
      : {
          establishment,
          phase: phases.find((phase) => phase === address.get('phase')) ?? null,
          withinKm: within === null ? null : Number(within),
        }
  const bought = ventures.find(({ id }) => id === establishment)?.procures.nodes ?? []
  const categories = [...new Map(bought.map((category) => [category.id, { ...category, group: null }])).values()]
  const set = (name: string) => (value: string | null) => address.set({ [name]: value })
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <Toolbar>
        <SelectField
          label={texts.venture}
          none={texts.choose}
          choices={ventures.map((each) => ({ id: each.id, name: withOtherNames(each), group: null }))}
          value={establishment}
          onChange={(venture) => address.set({ venture, categories: null })}
        />
        <SelectField
          label={texts.phase}
          none={texts.anyPhase}
          choices={phases.map((id) => ({ id, name: texts.phases[id], group: null }))}
          value={address.get('phase')}
          onChange={set('phase')}
        />
        <NumberField label={texts.withinKm} min={0} step={10} value={within} onChange={set('within')} />
      </Toolbar>
      {question === null ? (
        <Empty>{texts.start}</Empty>
      ) : (
        <>
          <Known key={question.establishment} question={question} />
          <Gaps question={question} />
          <Consortia address={address} question={question} categories={categories} />
        </>
      )}
    </>
  )
}

/** Who supplies the venture today, who has, and who could, with the latest that is said of it. */
function Known({ question }: { readonly question: SupplyQuestion }) {
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  const { establishment, phase } = question
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
            <section class="panel beside" aria-labelledby="news">
              <h2 id="news">{texts.news}</h2>
              <LatestClaims about={establishment} />
            </section>
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
            <Matches question={question} supplying={holding.length} />
          </>
        )
      }}
    </Answered>
  )
}
