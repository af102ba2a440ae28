import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import { applyChanges } from '../changes/apply.js'
import { changesById } from '../changes/change-queries.js'
import { recordChange } from '../changes/record.js'
import { requireRevision } from '../publishing/plan-draft.js'
import { alreadyStored, newAttempt, type Published, type Writer } from '../publishing/publish-draft.js'
import { readStates } from '../statements/states.js'
import { planUndo } from './plan-undo.js'

/** What somebody takes back, and why. */
export interface AskedUndo {
  readonly change: string
  /** The revision of the entity that it was decided by; null where it does not matter. */
  readonly revision: number | null
  readonly reason: string | null
}

/**
 * Takes a change back, by a change that does the opposite: in one transaction, or nothing.
 * @throws NotFoundError, BadUserInputError, ConflictError as `planUndo` does, or where the entity is of another revision.
 */
export function undoChange({ graph, edition, viewer }: Writer, asked: AskedUndo): Promise<Published> {
  const { sizeRule } = edition
  const attempt = newAttempt()
  return graph.transaction(async (transaction) => {
    const stored = await alreadyStored(transaction, attempt)
    if (stored) return stored
    const [change] = await transaction.read(changesById, { changes: [asked.change] })
    if (!change) throw new NotFoundError(asked.change)
    const entity = change.entity ?? ''
    const state = (await readStates(transaction, [entity])).get(entity)
    if (asked.revision !== null && state) await requireRevision(transaction, state, asked.revision)
    const changes = (await planUndo(transaction, change, sizeRule)).filter(({ pieces }) => pieces.length > 0)
    if (changes.length === 0) throw new BadUserInputError('input.change', `${change.id} changed nothing`)
    const changed = await applyChanges(transaction, changes, sizeRule)
    const [actor = null] = viewer.actsFor
    await recordChange(
      transaction,
      {
        ...{ id: attempt.change, at: attempt.at, operation: 'UNDO', entity, for: actor, by: viewer.name },
        ...{ source: change.source, reason: asked.reason, inverseOf: change.id, counts: null },
      },
      changed,
    )
    return { entity, change: attempt.change }
  })
}
