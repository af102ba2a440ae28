import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Edition } from '../../edition/edition.js'
import type { Graph, GraphReader, GraphTransaction } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import type { Viewer } from '../author.js'
import { applyChanges, type Changed } from '../changes/apply.js'
import { recordChange } from '../changes/record.js'
import type { Draft } from '../drafts/draft.js'
import { planDraft } from './plan-draft.js'

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

/** A change that was stored, by its id. */
const storedChange = query<{ id: string }>()(
  'a change that was stored',
  z.object({ entity: z.string().nullable() }),
  'MATCH (change:Change {id: $id}) RETURN change.entity AS entity',
)

/** What an attempt has stored already, where the engine runs its work again after a cut; null for nothing. */
export async function alreadyStored(graph: GraphReader, { change }: Attempt): Promise<Published | null> {
  const [stored] = await graph.read(storedChange, { id: change })
  return stored ? { entity: stored.entity ?? '', change } : null
}

/**
 * Says what a draft says: all of it in one transaction, with its change, or nothing.
 * @throws NotFoundError, BadUserInputError, ConflictError as `planDraft` does.
 */
export function publishDraft(writer: Writer, draft: Draft): Promise<Published> {
  const attempt = newAttempt()
  let isAgain = false
  return writer.graph.transaction(async (transaction) => {
    const stored = isAgain ? await alreadyStored(transaction, attempt) : null
    isAgain = true
    return stored ?? (await publishIn(transaction, writer, draft, attempt)).published
  })
}

/** The same within a transaction of others; says what differed too. */
export async function publishIn(
  transaction: GraphTransaction,
  { edition: { sizeRule }, viewer }: Pick<Writer, 'edition' | 'viewer'>,
  draft: Draft,
  { change, at }: Attempt,
): Promise<{ readonly published: Published; readonly changed: readonly Changed[] }> {
  const { entity, source, changes, states } = await planDraft(transaction, draft, { viewer, at, sizeRule })
  const changed = await applyChanges(transaction, changes, sizeRule, states)
  const [actor = null] = viewer.actsFor
  const { operation, reason } = draft
  await recordChange(
    transaction,
    { id: change, at, operation, entity, for: actor, by: viewer.name, source, reason, inverseOf: null, counts: null },
    changed,
  )
  return { published: { entity, change }, changed }
}
