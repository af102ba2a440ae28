import { useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { AsWritten } from '../../parts/as-written.js'
import { EntityName } from '../../parts/entity-name.js'
import { edgesAt, type ShownEdge } from './shown.js'
import { useSentences } from './words.js'

/** Names of the nodes that relationships join, by their ids. */
export type Labels = ReadonlyMap<string, string>

/** Who states a relationship, and where. */
function StatedBy({ edge }: { readonly edge: ShownEdge }) {
  const texts = useTexts(partTexts)
  if (!edge.statedBy) return null
  return (
    <span class="source-note">
      {texts.source}: <EntityName entity={edge.statedBy} />
      {edge.locator && (
        <>
          , <AsWritten>{edge.locator}</AsWritten>
        </>
      )}
    </span>
  )
}

/** A relationship as a sentence, told from one of its ends, with its source. */
export function WholeSentence({
  edge,
  from,
  labels,
}: {
  readonly edge: ShownEdge
  readonly from: string
  readonly labels: Labels
}) {
  const { subject, verb, object, details } = useSentences()(edge, from)
  return (
    <>
      <strong>{labels.get(subject) ?? subject}</strong> {verb}{' '}
      <EntityName entity={{ id: object, name: labels.get(object) ?? object }} />
      {details !== '' && ` (${details})`}. <StatedBy edge={edge} />
    </>
  )
}

/** What a node hangs together with: a sentence that begins with its name and a verb, for each verb, and who says so. */
export function SentencesOf({
  id,
  edges,
  labels,
}: {
  readonly id: string
  readonly edges: readonly ShownEdge[]
  readonly labels: Labels
}) {
  const sentenceOf = useSentences()
  const byVerb = new Map<string, ShownEdge[]>()
  for (const edge of edgesAt(edges, id)) {
    const { verb } = sentenceOf(edge, id)
    byVerb.set(verb, [...(byVerb.get(verb) ?? []), edge])
  }
  const name = labels.get(id) ?? id
  return (
    <>
      {[...byVerb].map(([verb, all]) => (
        <div key={verb} class="told">
          <p>
            <strong>{name}</strong> {verb}
          </p>
          <ul>
            {all.map((edge) => {
              const { object, details } = sentenceOf(edge, id)
              return (
                <li key={edge.id}>
                  <EntityName entity={{ id: object, name: labels.get(object) ?? object }} />
                  {details !== '' && ` (${details})`} <StatedBy edge={edge} />
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </>
  )
}
