import type { Viewer } from '../author.js'
import type { Draft } from '../drafts/draft.js'
import { proposeDraft } from '../proposals/propose-draft.js'
import { publishDraft } from '../publishing/publish-draft.js'
import type { Writer } from '../publishing/write-change.js'
import { requireRole, requireViewer } from '../rights.js'

/** What came of a mutation, by ids: a change of an entity, or a proposal of one. */
export interface Written {
  readonly entity: string | null
  readonly change: string | null
  readonly proposal: string | null
}

/** What is written with: a request's graph and edition, and who asks. */
export interface Writing extends Omit<Writer, 'viewer'> {
  readonly viewer: Viewer | null
}

/**
 * Publishes what an input says, or proposes it.
 * @param read reads the input; not called for who may not write.
 * @throws UnauthenticatedError, ForbiddenError; whatever `read`, `publishDraft` and `proposeDraft` throw.
 */
export async function written(
  writing: Writing,
  propose: boolean | null | undefined,
  read: () => Draft,
): Promise<Written> {
  if (propose) {
    const proposer = requireViewer(writing.viewer, 'to propose a change')
    return { entity: null, change: null, ...(await proposeDraft({ ...writing, viewer: proposer }, read())) }
  }
  const viewer = requireRole(writing.viewer, 'EDITOR', 'to write in the register')
  const { entity, change } = await publishDraft({ ...writing, viewer }, read())
  return { entity, change, proposal: null }
}
