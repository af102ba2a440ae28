import { z } from 'zod'
import { type Capability, may } from '../../accounts/capabilities.js'
import type { Viewer } from '../../accounts/viewer.js'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { holdsOn } from '../../graph/relationship-days.js'
import { storedProperties } from '../../graph/stored-properties.js'
import { type NodeLabel, nodeKinds, nodeLabels, relationshipTypes } from '../../graph/vocabulary.js'
import { toConfirm } from '../corrections/to-confirm.js'
import { publishable } from '../publishing/own-publishing.js'
import { readStates } from '../statements/states.js'
import { asInput, type HeldTie, idsIn, isWrittenByHand, namedTypes } from './as-input.js'
import type { Editable } from './form-values.js'

const heldTie = z.object({ type: z.enum(relationshipTypes), to: z.string(), properties: storedProperties })

/** As many as one change may make, and some that it ends. */
const MOST_TIES = 2_000

/** Relationships from an entity that a form names and that hold on a day. */
const heldFrom = query<{ entity: string; asOf: string }>()(
  'relationships from an entity that a form names',
  heldTie,
  `MATCH (entity:Entity {id: $entity})-[tie:HAS_PHASE|${namedTypes('OUT').join('|')}]->(far:Entity)
   WHERE ${holdsOn('tie', '$asOf')}
   RETURN type(tie) AS type, far.id AS to, properties(tie) AS properties
   ORDER BY far.sortName, far.id, coalesce(tie.key, '') LIMIT ${MOST_TIES}`,
)

/** The same of those that lead to it. */
const heldTo = query<{ entity: string; asOf: string }>()(
  'relationships to an entity that a form names',
  heldTie,
  `MATCH (entity:Entity {id: $entity})<-[tie:${namedTypes('IN').join('|')}]-(far:Entity)
   WHERE ${holdsOn('tie', '$asOf')}
   RETURN type(tie) AS type, far.id AS to, properties(tie) AS properties
   ORDER BY far.sortName, far.id, coalesce(tie.key, '') LIMIT ${MOST_TIES}`,
)

/**
 * What a form about an entity begins with; null for what is not there, or not written by hand.
 * @param day ISO.
 */
export async function editable(graph: GraphReader, viewer: Viewer, id: string, day: string): Promise<Editable | null> {
  const state = (await readStates(graph, [id])).get(id)
  if (!state || !isWrittenByHand(state.label)) return null
  const { label, revision, properties } = state
  const [from, to] = [
    await graph.read(heldFrom, { entity: id, asOf: day }),
    await graph.read(heldTo, { entity: id, asOf: day }),
  ]
  const phaseIds = from.flatMap(({ type, to: end }) => (type === 'HAS_PHASE' ? [end] : []))
  const phases = [...(await readStates(graph, phaseIds)).values()].map((phase) => phase.properties)
  const ties: HeldTie[] = [
    ...from.map(({ to: end, ...tie }) => ({ ...tie, end, direction: 'OUT' as const })),
    ...to.map(({ to: end, ...tie }) => ({ ...tie, end, direction: 'IN' as const })),
  ]
  const isPublishable = (await publishable(graph, viewer, [id], day)).has(id)
  return {
    ...{ id, label, revision },
    rights: rightsOf(viewer, isPublishable, label),
    endedOn: typeof properties.endsOn === 'string' && properties.endsOn < day ? properties.endsOn : null,
    values: asInput({ label, properties, ties, phases }),
  }
}

const mergeable: readonly NodeLabel[] = ['Firm', 'SupportActor', 'Initiative']

const rightsOf = (viewer: Viewer, isPublishable: boolean, label: NodeLabel): Capability[] => [
  ...(may(viewer, 'PROPOSE') ? (['PROPOSE'] as const) : []),
  ...(isPublishable ? (['PUBLISH'] as const) : []),
  ...(may(viewer, 'MERGE') && mergeable.includes(label) ? (['MERGE'] as const) : []),
]

const prefixes = nodeLabels.map((label) => nodeKinds[label].idPrefix)

/** Ids of entities that a form names, beside the entity itself and its phases. */
export const namedIn = ({ values }: Editable): string[] =>
  idsIn(values, prefixes).filter((id) => !id.startsWith('phase:'))

/**
 * What an actor offers that waits for a confirmation, as far as somebody may confirm it; none for anything else.
 * @param day ISO.
 */
export async function confirmable(
  graph: GraphReader,
  viewer: Viewer,
  { id, label }: Editable,
  day: string,
): Promise<string[]> {
  if (label !== 'SupportActor' || !may(viewer, 'PUBLISH')) return []
  const { nodes } = await toConfirm(graph, { actor: id, asOf: day }, { first: 200 })
  const ids = nodes.map((offer) => offer.id)
  const own = await publishable(graph, viewer, ids, day)
  return ids.filter((each) => own.has(each))
}
