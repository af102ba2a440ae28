import { requireCapability } from '../../accounts/capabilities.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import { changesById } from '../changes/change-queries.js'
import { requireRevision } from '../publishing/plan-draft.js'
import { type Published, type Writer, writeChange } from '../publishing/write-change.js'
import { readStates } from '../statements/states.js'
import { planUndo } from './plan-undo.js'
import { requireAuthor } from './withdraw.js'

/** What somebody takes back, and why. */
export interface AskedUndo {
  readonly change: string
  /** The revision of the entity that it was decided by; null where it does not matter. */
  readonly revision: number | null
  readonly reason: string | null
}

/**
 * Takes a change back, by a change that does the opposite: in one transaction, or nothing. What is taken out by it takes
 * what `withdraw` does, and a merge what merging does.
 * @throws ForbiddenError; NotFoundError, BadUserInputError, ConflictError as `planUndo` does, or where the entity is of another revision.
 */
export function undoChange(writer: Writer, asked: AskedUndo): Promise<Published> {
  return writeChange(writer, async (transaction, { at }) => {
    const [change] = await transaction.read(changesById, { changes: [asked.change] })
    if (!change) throw new NotFoundError(asked.change)
    const entity = change.entity ?? ''
    if (change.operation === 'MERGE') requireCapability(writer.viewer, 'MERGE')
    const state = (await readStates(transaction, [entity])).get(entity)
    if (asked.revision !== null && state) await requireRevision(transaction, state, asked.revision)
    const planned = await planUndo(transaction, change, writer.edition.sizeRule)
    const changes = planned.filter(({ pieces }) => pieces.length > 0)
    if (changes.length === 0) throw new BadUserInputError('input.change', `${change.id} changed nothing`)
    const isTakenOut = changes.some(({ pieces }) =>
      pieces.some((piece) => piece.of === 'LIFE' && piece.after === 'FORMER'),
    )
    if (isTakenOut) requireAuthor(writer.viewer, change, at)
    return { operation: 'UNDO', entity, changes, source: change.source, reason: asked.reason, inverseOf: change.id }
  })
}
