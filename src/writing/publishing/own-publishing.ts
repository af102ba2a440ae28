import { may, requireCapability } from '../../accounts/capabilities.js'
import type { Viewer } from '../../accounts/viewer.js'
import type { GraphReader } from '../../graph/graph.js'
import { idsNow } from '../../graph/redirects.js'
import { labelOfId, type NodeLabel } from '../../graph/vocabulary.js'
import type { EntityChange } from '../changes/piece.js'
import { readOffering } from './offers.js'

/** What one's own may relate to without saying anything of it: what comes with the region's folder, and sources. */
const freeEnds: ReadonlySet<NodeLabel | undefined> = new Set<NodeLabel>([
  ...(['Municipality', 'County', 'Country', 'Sector', 'Need', 'SupportArea'] as const),
  ...(['SizeClass', 'SupplyCategory', 'Requirement', 'Source'] as const),
])

/** Of whom a change says something: entities themselves, and both ends of relationships. */
interface Touched {
  readonly actors: ReadonlySet<string>
  readonly initiatives: ReadonlySet<string>
  /** Whether it says something of what nobody acts for. */
  readonly isOfOthers: boolean
}

/** Of whom changes say something. A source that they make for themselves says nothing of anybody. */
function touchedBy(changes: readonly EntityChange[]): Touched {
  const pieces = changes.flatMap((change) => change.pieces)
  const isMade = (id: string) =>
    pieces.some((piece) => piece.of === 'LIFE' && piece.entity === id && piece.before === 'NONE')
  const ids = new Set<string>()
  for (const piece of pieces) {
    if (piece.of === 'TIE') {
      for (const end of [piece.from, piece.to]) if (!freeEnds.has(labelOfId(end))) ids.add(end)
    } else if (labelOfId(piece.entity) !== 'Source' || !isMade(piece.entity)) {
      ids.add(piece.entity)
    }
  }
  const ofLabel = (label: NodeLabel) => new Set([...ids].filter((id) => labelOfId(id) === label))
  const [actors, initiatives] = [ofLabel('SupportActor'), ofLabel('Initiative')]
  return { actors, initiatives, isOfOthers: actors.size + initiatives.size < ids.size }
}

/** The actors that somebody acts for, by the ids that answer for them today. */
async function ownActors(graph: GraphReader, viewer: Viewer): Promise<ReadonlySet<string>> {
  const now = await idsNow(graph, viewer.actsFor)
  return new Set(viewer.actsFor.map((actor) => now.get(actor) ?? actor))
}

/** Whether all who offer an initiative are one's own. */
const isOwnOffer = (by: ReadonlySet<string>, own: ReadonlySet<string>): boolean =>
  by.size > 0 && [...by].every((actor) => own.has(actor))

/**
 * Those of some entities about which somebody may publish what says nothing of others, as `withinRights` decides it.
 * @param day ISO.
 */
export async function publishable(
  graph: GraphReader,
  viewer: Viewer,
  ids: readonly string[],
  day: string,
): Promise<ReadonlySet<string>> {
  if (may(viewer, 'PUBLISH_ALL')) return new Set(ids)
  if (!may(viewer, 'PUBLISH')) return new Set()
  const own = await ownActors(graph, viewer)
  const initiatives = ids.filter((id) => labelOfId(id) === 'Initiative')
  const offering = await readOffering(graph, initiatives, day)
  return new Set(ids.filter((id) => own.has(id) || isOwnOffer(offering.get(id) ?? new Set(), own)))
}

/** Who writes, when, and what else they may do about what is not theirs. */
interface Writing {
  readonly viewer: Viewer
  /** ISO. */
  readonly at: string
  readonly instead: string
}

/**
 * Writes changes where whoever writes may publish them: a CONTRIBUTOR about the actors that they act for, and about
 * initiatives that these alone offer, before and after. Within the transaction that writes, so that nothing changes between
 * this and that; what was written is undone with it where this throws.
 * @throws ForbiddenError, which says nothing of what there is.
 */
export async function withinRights<Result>(
  transaction: GraphReader,
  { viewer, at, instead }: Writing,
  changes: readonly EntityChange[],
  write: () => Promise<Result>,
): Promise<Result> {
  if (may(viewer, 'PUBLISH_ALL')) return write()
  requireCapability(viewer, 'PUBLISH', instead)
  const own = await ownActors(transaction, viewer)
  const { actors, initiatives, isOfOthers } = touchedBy(changes)
  const requireOffered = async () => {
    const offering = await readOffering(transaction, [...initiatives], at.slice(0, 10))
    for (const by of offering.values()) {
      if (!isOwnOffer(by, own)) requireCapability(viewer, 'PUBLISH_ALL', instead)
    }
  }
  if (isOfOthers || actors.size + initiatives.size === 0 || [...actors].some((actor) => !own.has(actor))) {
    requireCapability(viewer, 'PUBLISH_ALL', instead)
  }
  await requireOffered()
  const result = await write()
  await requireOffered()
  return result
}
