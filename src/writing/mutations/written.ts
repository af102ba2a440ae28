import { requireCapability } from '../../accounts/capabilities.js'
import type { Draft } from '../drafts/draft.js'
import { proposeDraft } from '../proposals/propose-draft.js'
import { publishDraft } from '../publishing/publish-draft.js'
import { proposing, type Writer } from '../publishing/write-change.js'

/** What came of a mutation, by ids: a change of an entity, or a proposal of one. */
export interface Written {
  readonly entity: string | null
  readonly change: string | null
  readonly proposal: string | null
}

/**
 * Publishes what an input says, or proposes it.
 * @param read reads the input; not called for who may not write.
 * @throws ForbiddenError; whatever `read`, `publishDraft` and `proposeDraft` throw.
 */
export async function written(
  writer: Writer,
  propose: boolean | null | undefined,
  read: () => Draft,
): Promise<Written> {
  if (propose) {
    return { entity: null, change: null, ...(await proposeDraft(writer, read())) }
  }
  requireCapability(writer.viewer, 'PUBLISH', proposing)
  const { entity, change } = await publishDraft(writer, read())
  return { entity, change, proposal: null }
}
