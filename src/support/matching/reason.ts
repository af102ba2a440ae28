import type { Sentence } from '../../language/wording.js'
import type { NamedPlace } from '../facts/limits.js'
import { reasonSentence } from './reason-sentences.js'
import type { WayFollowed } from './way-rules.js'

/** One way from an actor to a need, as a path in the graph that a reader can follow. */
export interface Reason extends Sentence {
  /** Place (where the actor names it), actor, initiative (if through one), area (if through one), need. */
  readonly path: readonly string[]
}

/**
 * Neighbours on a path are joined by a relationship, so a place stands on it only where the actor serves it.
 * @param served the nearest place that the actor itself names and that holds the SME.
 */
export function reasonOf(served: NamedPlace | null, followed: WayFollowed): Reason {
  const { way, to } = followed
  const path = [served, way.actor, way.initiative, to.area, to.need].filter((entity) => entity !== null)
  return { ...reasonSentence(served, followed), path: path.map(({ id }) => id) }
}
