import { graphql } from '../generated/gql.js'
import { useLang } from '../language/language.js'
import { useAnswer } from '../use-answer.js'
import { EntityName } from './entity-name.js'

const latestDocument = graphql(`
  query ExplorerLatestClaims($about: ID!, $lang: Lang!) {
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

/** So many statements are shown. */
const NEWEST = 3

/** What the newest pages that state their year say of something. */
export function LatestClaims({ about }: { readonly about: string }) {
  const { data } = useAnswer(latestDocument, { about, lang: useLang() })
  const newest = (data?.claims.nodes ?? [])
    .filter(({ provenance: { source } }) => source.year !== null)
    .toSorted((left, right) => (right.provenance.source.year ?? 0) - (left.provenance.source.year ?? 0))
    .slice(0, NEWEST)
  return (
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
  )
}
