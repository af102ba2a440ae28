import type { Knowledge } from '../../edition/knowledge.js'
import type { Warning } from '../../kernel/warning.js'
import type { SupportActor } from '../facts/actors.js'
import type { SupportSystem } from '../facts/system.js'
import { addedBy, changedActors, leftBy, offeredByNobody } from './change-rule.js'
import type { Added } from './planned-rule.js'
import { readChange, type SupportChange } from './read-change.js'
import { nobodyOffers } from './warnings.js'

/** A question that can be asked of the support system as a change would leave it. */
export interface Changing {
  /** As it is where it is left out. */
  readonly change?: SupportChange | null | undefined
}

/** The support system's actors, as they are or would be. */
export interface ActorsAfter {
  readonly actors: readonly SupportActor[]
  /** Those of them that the graph knows, which can be shown and turned to. */
  readonly known: readonly SupportActor[]
  /** What a change adds to what it leaves; null where it adds nothing. */
  readonly added: Added | null
  /** What has to be said of the change. */
  readonly warnings: readonly Warning[]
}

/**
 * The actors as a change would leave them. Nothing is written.
 * @throws what `readChange` throws.
 */
export async function actorsAfter(
  knowledge: Knowledge,
  change: SupportChange | null | undefined,
  { actors: before, ...system }: SupportSystem,
): Promise<ActorsAfter> {
  if (!change) return { actors: before, known: before, added: null, warnings: [] }
  const read = await readChange(knowledge, change, { ...system, actors: before })
  const actors = changedActors(before, read)
  const added = addedBy(before, actors, read)
  const idle = offeredByNobody(actors, read).flatMap((id) => system.initiatives.get(id) ?? [])
  return {
    actors,
    known: actors.filter((actor) => !read.newActors.includes(actor)),
    added: added.length === 0 ? null : { actors: added, left: leftBy(before, read), helpOf: read.helpOf },
    warnings: idle.length > 0 ? [nobodyOffers(idle)] : [],
  }
}
