import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import type { ExplorerMatchFragment } from '../../generated/graphql.js'
import { useLang, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { EntityName } from '../../parts/entity-name.js'
import { LatestClaims } from '../../parts/latest-claims.js'
import { useAnswer } from '../../use-answer.js'
import { opensTheWay, servedBy } from './buyer-way.js'

const sitesDocument = graphql(`
  query ExplorerSites($lang: Lang!) {
    establishments(first: 100) {
      nodes {
        id
        name(lang: $lang)
        municipality {
          id
        }
      }
    }
  }
`)

/**
 * The latest that pages say of the buyers to whom a match opens the way: of the one asked about, else of those at its place. What
 * stands below waits for it, so that nothing that one reads is pushed away.
 */
export function BuyerNews({
  matches,
  buyer,
  children,
}: {
  readonly matches: readonly ExplorerMatchFragment[]
  readonly buyer: string | null
  readonly children: ComponentChildren
}) {
  const texts = useTexts(supportTexts)
  const lang = useLang()
  const [answered, setAnswered] = useState<readonly string[]>([])
  const opening = matches.filter(opensTheWay).flatMap(servedBy)
  const { data, error } = useAnswer(sitesDocument, opening.length === 0 ? null : { lang })
  const shown = (data?.establishments.nodes ?? []).filter(({ id, municipality }) =>
    buyer === null ? municipality !== null && opening.includes(municipality.id) : id === buyer,
  )
  const isKnown =
    opening.length === 0 || error !== null || (data !== null && shown.every(({ id }) => answered.includes(id)))
  return (
    <>
      {opening.length > 0 && shown.length > 0 && (
        <section class="panel beside" aria-labelledby="news" hidden={!isKnown}>
          <h3 id="news">{texts.news}</h3>
          <p class="quiet no-print">{texts.newsWhy}</p>
          {shown.map((venture) => (
            <div key={venture.id}>
              <h4>
                <EntityName entity={venture} />
              </h4>
              <LatestClaims about={venture.id} onAnswered={(id) => setAnswered((before) => [...before, id])} />
            </div>
          ))}
        </section>
      )}
      {isKnown ? children : <div class="awaited" aria-busy />}
    </>
  )
}
