import { randomUUID } from 'node:crypto'
import type { Draft } from '../drafts/draft.js'
import { storedDraft } from '../drafts/stored-draft.js'
import { planDraft } from '../publishing/plan-draft.js'
import { speakingFor, spokenIn } from '../publishing/speaking.js'
import type { Writer } from '../publishing/write-change.js'
import { foreseen } from './foreseen.js'
import { createProposal, nextProposalNumber, proposalsById } from './proposal-queries.js'
import { readTouched } from './touched.js'

/**
 * Proposes what a draft says, once it could be published as it is; nothing of it is in the graph until it is approved.
 * @throws NotFoundError, BadUserInputError, ConflictError as `publishDraft` does.
 */
export function proposeDraft(
  { graph, edition: { sizeRule }, viewer }: Writer,
  draft: Draft,
): Promise<{ readonly proposal: string }> {
  // Made once: a transaction that is run again after a cut finds what it stored.
  const id = `proposal:${randomUUID()}`
  const at = new Date().toISOString()
  return graph.transaction(async (transaction) => {
    const [stored] = await transaction.read(proposalsById, { proposals: [id] })
    if (stored) return { proposal: id }
    const speaking = await speakingFor(transaction, viewer, spokenIn(draft), at)
    const plan = await planDraft(transaction, draft, { viewer: speaking, at, sizeRule })
    const differed = await foreseen(transaction, plan, sizeRule)
    const touched = await readTouched(transaction, draft, plan.source)
    const [next] = await transaction.write(nextProposalNumber, {})
    if (!next) throw new Error('the graph has no state to count proposals by')
    const [actor = null] = speaking.actsFor
    await transaction.write(createProposal, {
      proposed: {
        ...{ id, number: next.number, at, operation: draft.operation, for: actor, by: viewer.name },
        entity: draft.operation === 'CREATE' ? null : draft.id,
        ...{ source: plan.source, reason: draft.reason, draft: storedDraft(draft) },
        ...{ differed: JSON.stringify(differed), touched: JSON.stringify(touched) },
      },
    })
    return { proposal: id }
  })
}
