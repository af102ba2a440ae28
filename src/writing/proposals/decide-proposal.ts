import type { z } from 'zod'
import { requireCapability } from '../../accounts/capabilities.js'
import type { Viewer } from '../../accounts/viewer.js'
import type { GraphTransaction } from '../../graph/graph.js'
import type { QueryValue } from '../../graph/query.js'
import { BadUserInputError, ConflictError, NotFoundError } from '../../kernel/input-errors.js'
import type { FieldChange } from '../changes/difference.js'
import { differencesIn } from '../changes/recorded.js'
import type { Draft } from '../drafts/draft.js'
import { draftIn } from '../drafts/stored-draft.js'
import { planDraft } from '../publishing/plan-draft.js'
import { plannedChange } from '../publishing/publish-draft.js'
import { type Attempt, newAttempt, type Writer, writePlanned } from '../publishing/write-change.js'
import { readStates } from '../statements/states.js'
import { followed } from './followed.js'
import { fieldsShown, foreseen } from './foreseen.js'
import { type ProposalStatus, proposalToDecide, setDecision } from './proposal-queries.js'
import { isUntouched, readTouched, touched } from './touched.js'

/** What an editor makes of a proposal. */
export interface Decision {
  readonly proposal: string
  readonly decision: 'APPROVE' | 'REJECT'
  readonly reason: string | null
}

/** A proposal that was decided, and the change that it became; null where it became none. */
export interface Decided {
  readonly proposal: string
  readonly change: string | null
}

/** A proposal and what is needed to decide it. */
type ToDecide = z.infer<typeof proposalToDecide.row>

/** What becomes of a proposal that is approved. */
interface Outcome {
  readonly status: ProposalStatus
  readonly change?: string
  readonly entity?: string
  readonly differed?: string
}

/**
 * Decides a proposal. One that is approved is in the graph as a change of who proposed it, or this fails and it is as
 * pending as before; one whose own values or relationships were changed since is STALE, and nothing else is written.
 * @throws ForbiddenError for who is no editor; NotFoundError; ConflictError for one that was decided before; what
 * `publishDraft` throws, where what it says cannot be any more.
 */
export async function decideProposal(writer: Writer, { proposal, decision, reason }: Decision): Promise<Decided> {
  const viewer = requireCapability(writer.viewer, 'DECIDE_PROPOSALS')
  const attempt = newAttempt()
  return writer.graph.transaction(async (transaction) => {
    const [stored] = await transaction.read(proposalToDecide, { proposal })
    if (!stored) throw new NotFoundError(proposal)
    if (stored.attempt === attempt.change) return { proposal, change: stored.change }
    if (stored.status !== 'PENDING') throw decidedBefore(proposal, stored)
    const outcome: Outcome =
      decision === 'REJECT' ? { status: 'REJECTED' } : await approved(transaction, writer, stored, attempt)
    const decided = { decidedAt: attempt.at, decidedBy: viewer.name, decisionReason: reason, attempt: attempt.change }
    await transaction.write(setDecision, { proposal, decided: { ...decided, ...given(outcome) } })
    return { proposal, change: outcome.change ?? null }
  })
}

const given = (outcome: Outcome): Record<string, QueryValue> => ({ ...outcome })

/** It is no fault of the input: somebody else may have decided while this editor looked at it. */
const decidedBefore = (proposal: string, { status, change }: ToDecide): ConflictError =>
  new ConflictError(`${proposal} was decided already: it is ${status}`, { changes: change === null ? [] : [change] })

async function approved(
  transaction: GraphTransaction,
  { edition }: Writer,
  stored: ToDecide,
  attempt: Attempt,
): Promise<Outcome> {
  const { draft: now, isOvertaken } = await followed(transaction, draftIn(stored.draft))
  const draft = { ...now, revision: null }
  const before = touched.parse(JSON.parse(stored.touched))
  const isStale = isOvertaken || !isUntouched(before, await readTouched(transaction, draft, stored.source))
  const writer = { edition, viewer: proposerOf(stored) }
  if (isStale) {
    const differed = await differedNow(transaction, writer, draft, stored, attempt.at)
    return { status: 'STALE', differed: JSON.stringify(differed) }
  }
  const planned = await plannedChange(transaction, writer, draft, attempt)
  await writePlanned(transaction, writer, { ...planned, isProposed: true }, attempt)
  return { status: 'APPROVED', entity: planned.entity, change: attempt.change }
}

/** Whoever proposed, as what is published of it names them. */
const proposerOf = ({ account, for: actor }: ToDecide): Viewer => ({
  ...{ name: account, displayName: account, role: 'CONTRIBUTOR', hasAccount: true },
  actsFor: actor === null ? [] : [actor],
})

/** What a proposal would make differ of what there is now; what is so already is what there is. */
async function differedNow(
  transaction: GraphTransaction,
  { edition: { sizeRule }, viewer }: Pick<Writer, 'edition' | 'viewer'>,
  draft: Draft,
  stored: ToDecide,
  at: string,
): Promise<FieldChange[]> {
  const proposed = differencesIn(stored.differed)
  const id = draft.id ?? ''
  const statements = (await readStates(transaction, [id])).get(id)?.statements ?? []
  const shown = fieldsShown(draft.label, id, statements, sizeRule)
  try {
    const plan = await planDraft(transaction, draft, { viewer, at, sizeRule })
    const now = new Map((await foreseen(transaction, plan, sizeRule)).map((field) => [field.name, field]))
    const names = new Set([...proposed.map(({ name }) => name), ...now.keys()])
    const before = new Map(proposed.map((field) => [field.name, field]))
    return [...names].flatMap((name) => now.get(name) ?? soAlready(before.get(name)))
  } catch (error) {
    // It could not be made any more: what it names is gone, or there already.
    if (!(error instanceof NotFoundError || error instanceof BadUserInputError)) throw error
    return proposed.map((field) => (isRelationship(field) ? field : { ...field, before: shown[field.name] ?? null }))
  }
}

const soAlready = (field: FieldChange | undefined): FieldChange[] =>
  field === undefined ? [] : [{ ...field, before: field.after }]

/** Relationships are told by their type, and what they hold is told as a whole. */
const isRelationship = ({ name }: FieldChange): boolean => /^[A-Z_]+ /.test(name)
