import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { type NodeLabel, nodeKinds } from '../../graph/vocabulary.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import type { EntityChange } from '../changes/piece.js'
import type { Draft, DraftTie } from '../drafts/draft.js'
import { calledIn } from '../drafts/draft-names.js'
import { freeId } from './free-id.js'

/** Phases that a venture goes through. */
const phasesOf = query<{ venture: string }>()(
  'phases of a venture that is written',
  z.object({ id: z.string() }),
  'MATCH (venture:Establishment {id: $venture})-[:HAS_PHASE]->(phase:Phase) RETURN phase.id AS id',
)

/** What the parts of a draft come to. */
interface PlannedParts {
  readonly changes: readonly EntityChange[]
  /** Those that are made. */
  readonly made: readonly { readonly entity: string; readonly label: NodeLabel }[]
  /** What ties the entity to those that are made. */
  readonly ties: readonly DraftTie[]
}

/**
 * What the parts of a draft come to, the phases of a venture.
 * @param plan what one of them comes to, by the id that one which is made gets.
 * @throws BadUserInputError for a phase of another venture.
 */
export async function planParts(
  graph: GraphReader,
  { id, parts = [] }: Draft,
  plan: (part: Draft, id?: string) => Promise<EntityChange>,
): Promise<PlannedParts> {
  if (parts.length === 0) return { changes: [], made: [], ties: [] }
  await requireOwn(graph, id, parts)
  const changes: EntityChange[] = []
  const made: { entity: string; label: NodeLabel }[] = []
  for (const part of parts) {
    if (part.operation !== 'CREATE') {
      changes.push(await plan(part))
      continue
    }
    const taken = new Set(made.map(({ entity }) => entity))
    const entity = await freeIdBeside(graph, part, taken)
    made.push({ entity, label: part.label })
    changes.push(await plan(part, entity))
  }
  return { changes, made, ties: made.map(({ entity }) => phaseTie(entity)) }
}

const phaseTie = (end: string): DraftTie => ({
  ...{ does: 'ADD', type: 'HAS_PHASE', direction: 'OUT', end, key: '', isKeyedBySource: false, values: {} },
  argument: 'input.phases',
})

async function freeIdBeside(graph: GraphReader, { label, values }: Draft, taken: ReadonlySet<string>): Promise<string> {
  const { idPrefix } = nodeKinds[label]
  const name = calledIn(values)
  for (let number = 1; ; number += 1) {
    const id = await freeId(graph, idPrefix, number === 1 ? name : `${name} ${number}`)
    if (!taken.has(id)) return id
  }
}

async function requireOwn(graph: GraphReader, venture: string | null, parts: readonly Draft[]): Promise<void> {
  const named = parts.flatMap(({ id }) => id ?? [])
  if (named.length === 0 || venture === null) return
  const own = new Set((await graph.read(phasesOf, { venture })).map(({ id }) => id))
  const other = named.find((id) => !own.has(id))
  if (other === undefined) return
  throw new BadUserInputError('input.phases', `input.phases names ${other}, which is no phase of ${venture}`)
}
