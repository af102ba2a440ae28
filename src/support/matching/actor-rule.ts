import type { SupportActor } from '../facts/actors.js'
import { letsIn } from '../facts/reach.js'
import { needsMetBy, type WaysWanted, waysOf } from '../facts/ways.js'

/** Which support actors are meant; null where it does not matter. */
export interface ActorsWanted extends WaysWanted {
  /** A place and those that hold it. */
  readonly placeWithin: ReadonlySet<string> | null
  readonly needs: ReadonlySet<string> | null
}

/** Actors that serve a place and meet any of some needs, themselves or by what they offer. */
export function actorsThat(
  actors: readonly SupportActor[],
  { placeWithin, needs, ...wanted }: ActorsWanted,
): SupportActor[] {
  const meetsAny = (actor: SupportActor) =>
    waysOf(actor, wanted).some((way) => [...needsMetBy(way)].some((need) => needs?.has(need)))
  return actors
    .filter((actor) => placeWithin === null || letsIn(actor.limits.places, placeWithin))
    .filter((actor) => needs === null || meetsAny(actor))
}
