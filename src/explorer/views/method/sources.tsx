import { useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { SourceKind } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { methodTexts } from '../../language/method.js'
import { Answered } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { wholeIn } from '../../parts/in-address.js'
import { useAnswer } from '../../use-answer.js'

/** So many sources are shown at a time. */
const PAGE = 20

const sourcesDocument = graphql(`
  query ExplorerSources($kind: SourceKind, $first: Int!, $after: String, $lang: Lang!) {
    sources(kind: $kind, first: $first, after: $after) {
      totalCount
      nodes {
        id
        name(lang: $lang)
        publisher(lang: $lang)
        year
        edition(lang: $lang)
        url
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** What all data rest on, by name, a page at a time. */
export function Sources() {
  const texts = useTexts(methodTexts)
  const lang = useLang()
  const format = useFormat()
  const address = useAddress()
  const kinds = Object.keys(texts.kinds).filter((kind): kind is SourceKind => kind in texts.kinds)
  const kind = kinds.find((each) => each === address.get('kind')) ?? null
  const after = address.get('after')
  const start = Math.max(0, wholeIn(address, 'from') ?? 0)
  const answer = useAnswer(sourcesDocument, { kind, first: PAGE, after, lang })
  return (
    <section aria-labelledby="sources">
      <h2 id="sources" tabIndex={-1}>
        {texts.sources}
      </h2>
      <p>{texts.sourcesLead}</p>
      <div class="field method-kind no-print">
        <label for="source-kind">{texts.kind}</label>
        <select
          id="source-kind"
          value={kind ?? ''}
          onChange={({ currentTarget }) => address.set({ kind: currentTarget.value, after: null, from: null })}
        >
          <option value="">{texts.anyKind}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {texts.kinds[each]}
            </option>
          ))}
        </select>
      </div>
      <Answered answer={answer}>
        {({ sources: { nodes, totalCount, pageInfo } }) => (
          <>
            <DataTable
              caption={texts.sources}
              headed
              rows={nodes}
              columns={[
                { title: texts.from, value: ({ name }) => name, show: (source) => <EntityName entity={source} /> },
                { title: texts.publisher, value: ({ publisher }) => publisher },
                { title: texts.year, value: ({ year, edition }) => [year, edition].filter(Boolean).join(', ') },
                {
                  title: texts.document,
                  value: ({ url }) => url,
                  show: ({ url }) =>
                    url === null ? <span class="quiet">{texts.notPublished}</span> : <a href={url}>{texts.open}</a>,
                },
              ]}
            />
            <p class="no-print">
              {texts.shown(
                format.count(Math.min(start + 1, totalCount)),
                format.count(start + nodes.length),
                format.count(totalCount),
              )}{' '}
              {start > 0 && (
                <button type="button" onClick={() => address.set({ after: null, from: null })}>
                  {texts.first}
                </button>
              )}{' '}
              {pageInfo.hasNextPage && (
                <button
                  type="button"
                  onClick={() => address.set({ after: pageInfo.endCursor, from: String(start + nodes.length) })}
                >
                  {texts.next}
                </button>
              )}
            </p>
          </>
        )}
      </Answered>
    </section>
  )
}
