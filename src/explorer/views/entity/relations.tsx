import { useEffect, useState } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import type { EdgeKind, ExplorerRelationsQuery, RelationDirection } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { useVerbs } from '../../language/verbs.js'
import { Answered, Empty } from '../../parts/answered.js'
import { EntityName } from '../../parts/entity-name.js'
import { kindOf } from '../../parts/entity-search.js'
import { SourceNote } from '../../parts/source-note.js'
import { useAnswer } from '../../use-answer.js'

const countsDocument = graphql(`
  query ExplorerRelationCounts($of: ID!) {
    relationCounts(of: $of) {
      kind
      direction
      count
    }
  }
`)

const relationsDocument = graphql(`
  query ExplorerRelations($of: ID!, $kind: EdgeKind!, $direction: RelationDirection!, $after: String, $lang: Lang!) {
    relations(of: $of, kind: $kind, direction: $direction, first: 20, after: $after) {
      edges {
        validFrom
        validTo
        provenance {
          locator(lang: $lang)
          source {
            id
            name(lang: $lang)
          }
        }
        node {
          __typename
          id
          name(lang: $lang)
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** Kinds that stand elsewhere on the page, or that only say what the provenance says already. */
const leftOut: ReadonlySet<string> = new Set(['ABOUT IN', 'STATED_IN OUT', 'HAS_INDUSTRY IN'])

/** A name longer than this is told by its verb alone: a claim's is its statement. */
const LONGEST_SUBJECT = 40

/**
 * What an entity is related to, both ways, as sentences: who, the verb, and to what; each list opens when asked for.
 * @param open whether all of them are open, since the page shows nothing else of its kind.
 */
export function Relations({ of, name, open }: { readonly of: string; readonly name: string; readonly open: boolean }) {
  const texts = useTexts(entityTexts)
  const verbOf = useVerbs()
  const subject = name.length > LONGEST_SUBJECT ? '' : `${name} `
  const answer = useAnswer(countsDocument, { of })
  const format = useFormat()
  // Where all are open, each waits for those above it: nothing is pushed down while it is read.
  const [answered, setAnswered] = useState(0)
  return (
    <section class="relations" aria-labelledby="relations">
      <h2 id="relations">{texts.relations}</h2>
      <Answered answer={answer}>
        {({ relationCounts }) => {
          const shown = relationCounts.filter(({ kind, direction }) => !leftOut.has(`${kind} ${direction}`))
          if (shown.length === 0) return <Empty>{texts.none}</Empty>
          return (open ? shown.slice(0, answered + 1) : shown).map(({ kind, direction, count }, index) => (
            <Relation
              key={`${kind} ${direction}`}
              of={of}
              kind={kind}
              direction={direction}
              title={capital(`${subject}${verbOf({ kind }, direction)} (${format.count(count)})`)}
              openAtFirst={open}
              onAnswered={() => setAnswered((now) => Math.max(now, index + 1))}
            />
          ))
        }}
      </Answered>
    </section>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

type Edge = ExplorerRelationsQuery['relations']['edges'][number]

function Relation({
  of,
  kind,
  direction,
  title,
  openAtFirst,
  onAnswered,
}: {
  readonly of: string
  readonly kind: EdgeKind
  readonly direction: RelationDirection
  readonly title: string
  readonly openAtFirst: boolean
  readonly onAnswered: () => void
}) {
  const parts = useTexts(partTexts)
  const lang = useLang()
  const [open, setOpen] = useState(openAtFirst)
  const [after, setAfter] = useState<string | null>(null)
  const [earlier, setEarlier] = useState<readonly Edge[]>([])
  const answer = useAnswer(relationsDocument, open ? { of, kind, direction, after, lang } : null)
  const isAnswered = answer.data !== null || answer.error !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once
  useEffect(() => {
    if (isAnswered) onAnswered()
  }, [isAnswered])
  // biome-ignore lint/correctness/useExhaustiveDependencies: names of another language begin anew
  useEffect(() => {
    setAfter(null)
    setEarlier([])
  }, [lang])

  return (
    <details class="relation" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      <Answered answer={answer}>
        {({ relations: { edges, pageInfo } }) => {
          const known = new Set(edges)
          const all = [...earlier.filter((edge) => !known.has(edge)), ...edges]
          return (
            <>
              <ul>
                {all.map(({ node, provenance, validFrom, validTo }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: parallel relationships lead to the same entity
                  <li key={index}>
                    <EntityName entity={node} /> <span class="kind">{parts.kinds[kindOf(node.__typename)]}</span>{' '}
                    <Days from={validFrom} to={validTo} />
                    <div class="quiet">
                      <SourceNote provenance={provenance} />
                    </div>
                  </li>
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <button
                  type="button"
                  onClick={() => {
                    setEarlier(all)
                    setAfter(pageInfo.endCursor)
                  }}
                >
                  {parts.more}
                </button>
              )}
            </>
          )
        }}
      </Answered>
    </details>
  )
}

function Days({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const texts = useTexts(entityTexts)
  const format = useFormat()
  if (from === null && to === null) return null
  return (
    <span class="quiet">
      {from !== null && `${texts.since} ${format.day(from)} `}
      {to !== null && `${texts.until} ${format.day(to)}`}
    </span>
  )
}
