import type { SupportActor } from '../facts/actors.js'
import { letsIn } from '../facts/reach.js'
import { needsMetBy, waysOf } from '../facts/ways.js'

/** Which support actors are meant; null where it does not matter. */
export interface ActorsWanted {
  /** A place and those that hold it. */
  readonly placeWithin: ReadonlySet<string> | null
  readonly needs: ReadonlySet<string> | null
}

/** Actors that serve a place and meet any of some needs. */
export function actorsThat(actors: readonly SupportActor[], { placeWithin, needs }: ActorsWanted): SupportActor[] {
  return actors
    .filter((actor) => placeWithin === null || letsIn(actor.limits.places, placeWithin))
    .filter((actor) => needs === null || meetsAny(actor, needs))
}

/** By an area that it provides, or an initiative in force that it offers. */
function meetsAny(actor: SupportActor, needs: ReadonlySet<string>): boolean {
  return waysOf(actor).some(({ provides }) => [...needsMetBy(provides)].some((need) => needs.has(need)))
}
