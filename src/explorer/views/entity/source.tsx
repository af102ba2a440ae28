import { useEffect, useState } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import type { ExplorerSourceQuery } from '../../generated/graphql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { methodTexts } from '../../language/method.js'
import { partTexts } from '../../language/parts.js'
import { EntityName } from '../../parts/entity-name.js'
import { kindOf } from '../../parts/entity-search.js'
import { Fact } from '../../parts/fact-list.js'
import { useAnswer } from '../../use-answer.js'
import { Opened, type Opening } from './opened.js'

const sourceDocument = graphql(`
  query ExplorerSource($id: ID!, $after: String, $lang: Lang!) {
    node(id: $id) {
      __typename
      ... on Source {
        id
        kind
        url
        publisher(lang: $lang)
        year
        edition(lang: $lang)
        entities(first: 20, after: $after) {
          totalCount
          nodes {
            __typename
            id
            name(lang: $lang)
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`)

/** Where a source's document is, or that none is published, and all that rests on it. */
export function Source({ of, children }: Opening) {
  const [after, setAfter] = useState<string | null>(null)
  const lang = useLang()
  const answer = useAnswer(sourceDocument, { id: of, after, lang })
  return (
    <Opened answer={answer} rest={children}>
      {({ node }) => node?.__typename === 'Source' && <OfSource source={node} more={setAfter} />}
    </Opened>
  )
}

type ShownSource = Extract<ExplorerSourceQuery['node'], { readonly __typename: 'Source' }>
type Resting = ShownSource['entities']['nodes']

function OfSource({ source, more }: { readonly source: ShownSource; readonly more: (after: string | null) => void }) {
  const texts = useTexts(kindTexts).source
  const { publisher, year } = useTexts(methodTexts)
  const parts = useTexts(partTexts)
  const format = useFormat()
  const { nodes, totalCount, pageInfo } = source.entities
  const [all, setAll] = useState<Resting>([])
  useEffect(() => {
    setAll((shown) => [...shown.filter((each) => !nodes.some(({ id }) => id === each.id)), ...nodes])
  }, [nodes])
  const resting = all.filter(({ id }) => id !== source.id)
  return (
    <>
      <Document source={source} />
      <dl class="support-facts support-facts-wide">
        <Fact name={texts.kind}>{texts.kinds[source.kind]}</Fact>
        <Fact name={publisher} shown={source.publisher !== null}>
          {source.publisher}
        </Fact>
        <Fact name={year} shown={source.year !== null || source.edition !== null}>
          {[source.year, source.edition].filter(Boolean).join(', ')}
        </Fact>
      </dl>
      <section aria-labelledby="resting">
        <h2 id="resting">{texts.rests(format.count(totalCount))}</h2>
        <ul>
          {resting.map((entity) => (
            <li key={entity.id}>
              <EntityName entity={entity} /> <span class="kind">{parts.kinds[kindOf(entity.__typename)]}</span>
            </li>
          ))}
        </ul>
        {pageInfo.hasNextPage && (
          <button type="button" onClick={() => more(pageInfo.endCursor)}>
            {parts.more}
          </button>
        )}
      </section>
    </>
  )
}

function Document({ source: { url, kind } }: { readonly source: ShownSource }) {
  const texts = useTexts(kindTexts).source
  if (url !== null) {
    return (
      <p class="source-document">
        <a href={url}>{texts.open}</a> <span class="quiet">{url.replace(/^https?:\/\//, '')}</span>
      </p>
    )
  }
  const isOwn = kind === 'ASSESSMENT' || kind === 'COUNT'
  return <p class="notice">{isOwn ? texts.own : kind === 'STATEMENT' ? texts.stated : texts.none}</p>
}
