import type { GraphTransaction } from '../../graph/graph.js'
import type { Draft } from '../drafts/draft.js'
import { planDraft } from './plan-draft.js'
import { speakingFor, spokenIn } from './speaking.js'
import { type Attempt, type PlannedChange, type Published, type Writer, writeChange } from './write-change.js'

/**
 * Says what a draft says: all of it in one transaction, with its change, or nothing.
 * @throws NotFoundError, BadUserInputError, ConflictError as `planDraft` does; ForbiddenError.
 */
export const publishDraft = (writer: Writer, draft: Draft): Promise<Published> =>
  writeChange(writer, (transaction, attempt) => plannedChange(transaction, writer, draft, attempt))

/**
 * The change that a draft comes to.
 * @throws NotFoundError, BadUserInputError, ConflictError as `planDraft` does.
 */
export async function plannedChange(
  transaction: GraphTransaction,
  { edition: { sizeRule }, viewer }: Pick<Writer, 'edition' | 'viewer'>,
  draft: Draft,
  { at }: Attempt,
): Promise<PlannedChange> {
  const { operation, reason } = draft
  const speaking = await speakingFor(transaction, viewer, spokenIn(draft), at)
  return { ...(await planDraft(transaction, draft, { viewer: speaking, at, sizeRule })), operation, reason }
}
