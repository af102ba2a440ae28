import type { Viewer } from '../../accounts/viewer.js'
import type { GraphReader } from '../../graph/graph.js'
import type { EntityChange } from '../changes/piece.js'
import type { Draft } from '../drafts/draft.js'
import { readOffering } from './offers.js'

/** What is written: an entity, null for one that is made, and who is to offer it from now on. */
export interface Spoken {
  readonly entity: string | null
  readonly offeredBy: readonly string[]
}

/**
 * Whoever writes, with the actor that they write for before the others that they act for: the one that is written about, or
 * whose offer is; where that is none of these, the first.
 * @param at ISO.
 */
export async function speakingFor(graph: GraphReader, viewer: Viewer, spoken: Spoken, at: string): Promise<Viewer> {
  const [speaking = viewer] = await speakingForEach(graph, viewer, [spoken], at)
  return speaking
}

/** The same for each of several. */
export async function speakingForEach(
  graph: GraphReader,
  viewer: Viewer,
  spoken: readonly Spoken[],
  at: string,
): Promise<Viewer[]> {
  const { actsFor } = viewer
  if (actsFor.length < 2) return spoken.map(() => viewer)
  const entities = spoken.flatMap(({ entity }) => entity ?? [])
  const offering = await readOffering(graph, entities, at.slice(0, 10))
  return spoken.map(({ entity, offeredBy }) => {
    const first =
      actsFor.find((actor) => actor === entity) ??
      actsFor.find((actor) => offering.get(entity ?? '')?.has(actor)) ??
      actsFor.find((actor) => offeredBy.includes(actor))
    return first === undefined ? viewer : { ...viewer, actsFor: [first, ...actsFor.filter((actor) => actor !== first)] }
  })
}

/** What a draft is about. */
export const spokenIn = ({ id, ties }: Draft): Spoken => ({
  entity: id,
  offeredBy: ties.flatMap(({ type, does, direction, end }) =>
    type === 'OFFERS' && does === 'ADD' && direction === 'IN' ? [end] : [],
  ),
})

/** What changes that are about an entity say of who offers it. */
export const spokenBy = (entity: string, changes: readonly EntityChange[]): Spoken => ({
  entity,
  offeredBy: changes.flatMap(({ pieces }) =>
    pieces.flatMap((piece) =>
      piece.of === 'TIE' && piece.type === 'OFFERS' && piece.to === entity && piece.after !== null ? [piece.from] : [],
    ),
  ),
})
