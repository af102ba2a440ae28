import { useEffect } from 'preact/hooks'
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
export function LatestClaims({
  about,
  onAnswered,
}: {
  readonly about: string
  /** Told once it is there, or cannot be: what stands below it may wait for that. */
  readonly onAnswered?: (about: string) => void
}) {
  const { data, error } = useAnswer(latestDocument, { about, lang: useLang() })
  const isAnswered = data !== null || error !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told is another function at each rendering
  useEffect(() => {
    if (isAnswered) onAnswered?.(about)
  }, [isAnswered, about])
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
