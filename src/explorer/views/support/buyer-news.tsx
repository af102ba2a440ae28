import { graphql } from '../../generated/gql.js'
import type { ExplorerMatchFragment } from '../../generated/graphql.js'
import { useLang, useTexts } from '../../language/language.js'
import { supportTexts } from '../../language/support.js'
import { EntityName } from '../../parts/entity-name.js'
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

const newsDocument = graphql(`
  query ExplorerBuyerNews($about: ID!, $lang: Lang!) {
    claims(filter: { about: $about }, first: 200) {
      nodes {
        id
        statement(lang: $lang)
        provenance {
          source {
            id
            name(lang: $lang)
            year
          }
        }
      }
    }
  }
`)

/** So many statements of a buyer are shown. */
const NEWEST = 3

/** The latest that pages say of the buyers to whom a match opens the way: of the one asked about, else of those at its place. */
export function BuyerNews({
  matches,
  buyer,
}: {
  readonly matches: readonly ExplorerMatchFragment[]
  readonly buyer: string | null
}) {
  const texts = useTexts(supportTexts)
  const lang = useLang()
  const opening = matches.filter(opensTheWay).flatMap(servedBy)
  const { data } = useAnswer(sitesDocument, opening.length === 0 ? null : { lang })
  const shown = (data?.establishments.nodes ?? []).filter(({ id, municipality }) =>
    buyer === null ? municipality !== null && opening.includes(municipality.id) : id === buyer,
  )
  if (opening.length === 0 || shown.length === 0) return null
  return (
    <section class="panel beside" aria-labelledby="news">
      <h3 id="news">{texts.news}</h3>
      <p class="quiet no-print">{texts.newsWhy}</p>
      {shown.map((venture) => (
        <News key={venture.id} venture={venture} />
      ))}
    </section>
  )
}

function News({ venture }: { readonly venture: { readonly id: string; readonly name: string } }) {
  const { data } = useAnswer(newsDocument, { about: venture.id, lang: useLang() })
  const newest = (data?.claims.nodes ?? [])
    .filter(({ provenance: { source } }) => source.year !== null)
    .toSorted((left, right) => (right.provenance.source.year ?? 0) - (left.provenance.source.year ?? 0))
    .slice(0, NEWEST)
  return (
    <>
      <h4>
        <EntityName entity={venture} />
      </h4>
      <ul>
        {newest.map(({ id, statement, provenance: { source } }) => (
          <li key={id}>
            {source.year}: <EntityName entity={{ id, name: statement }} />{' '}
            <span class="quiet">
              (<EntityName entity={source} />)
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
