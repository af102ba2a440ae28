import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '../../accounts/viewer.js'
import type { Edition } from '../../edition/edition.js'
import type { Graph, GraphReader, GraphTransaction } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { applyChanges } from '../changes/apply.js'
import type { EntityChange } from '../changes/piece.js'
import { type NewChange, recordChange } from '../changes/record.js'
import type { EntityState } from '../statements/states.js'
import { withinRights } from './own-publishing.js'
import { speakingFor, spokenBy } from './speaking.js'

/** What somebody writes with. */
export interface Writer {
  readonly graph: Graph
  readonly edition: Pick<Edition, 'sizeRule'>
  readonly viewer: Viewer
}

/** What was written, by ids. */
export interface Published {
  readonly entity: string
  readonly change: string
}

/** A change that a transaction may be run again to make: its id and time are made once. */
export interface Attempt {
  readonly change: string
  readonly at: string
}

/** A change to be made now. */
export const newAttempt = (): Attempt => ({ change: `change:${randomUUID()}`, at: new Date().toISOString() })

/** What who may not publish something can do instead, as it is told. */
export const proposing = 'An editor can decide it: propose it (propose: true)'

/** What is said of a change of one entity. */
interface About extends Pick<NewChange, 'operation' | 'source' | 'reason' | 'isProposed'> {
  readonly entity: string
  /** The change that it takes back; left out for none. */
  readonly inverseOf?: string
}

/** What a change is to do to the graph as it is, and what is said of it. */
export interface PlannedChange extends About {
  readonly changes: readonly EntityChange[]
  /** What was read on the way of entities that change. */
  readonly states?: ReadonlyMap<string, EntityState>
}

/** A change that was stored, by its id. */
const storedChange = query<{ id: string }>()(
  'a change that was stored',
  z.object({ entity: z.string().nullable() }),
  'MATCH (change:Change {id: $id}) RETURN change.entity AS entity',
)

/** Whether an attempt was stored before its transaction was cut, so that the engine runs it again. */
export const isStored = async (graph: GraphReader, { change }: Attempt): Promise<boolean> =>
  (await graph.read(storedChange, { id: change })).length > 0

/**
 * Makes a change of one entity: all of it in one transaction, or nothing, and once, though the engine may run it again.
 * @param plan what it is to do; what it throws is thrown, and nothing is written.
 * @throws ForbiddenError where whoever writes may not publish that.
 */
export function writeChange(
  writer: Writer,
  plan: (transaction: GraphTransaction, attempt: Attempt) => Promise<PlannedChange>,
): Promise<Published> {
  const attempt = newAttempt()
  let stored: Published | null = null
  return writer.graph.transaction(async (transaction) => {
    if (stored && (await isStored(transaction, attempt))) return stored
    const planned = await plan(transaction, attempt)
    const { viewer } = writer
    const { entity, changes } = planned
    stored = { entity, change: attempt.change }
    await withinRights(transaction, { viewer, at: attempt.at, instead: proposing }, changes, () =>
      writePlanned(transaction, writer, planned, attempt),
    )
    return stored
  })
}

/** Makes a change within a transaction that does more, and records it. */
export async function writePlanned(
  transaction: GraphTransaction,
  { edition: { sizeRule }, viewer }: Pick<Writer, 'edition' | 'viewer'>,
  { changes, states, ...about }: PlannedChange,
  attempt: Attempt,
): Promise<void> {
  const speaking = await speakingFor(transaction, viewer, spokenBy(about.entity, changes), attempt.at)
  const changed = await applyChanges(transaction, changes, sizeRule, states)
  await recordChange(transaction, newChange(speaking, attempt, about), changed)
}

/** A change of one entity as it is recorded: in the name of whoever makes it, for the first actor that they act for. */
export function newChange(viewer: Viewer, { change, at }: Attempt, { inverseOf, ...about }: About): NewChange {
  const [actor = null] = viewer.actsFor
  return { ...about, id: change, at, for: actor, by: viewer.name, inverseOf: inverseOf ?? null, counts: null }
}
