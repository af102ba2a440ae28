import type { SupportActor } from '../facts/actors.js'
import { letsIn } from '../facts/reach.js'

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
function meetsAny({ provides, offers }: SupportActor, needs: ReadonlySet<string>): boolean {
  const addressed = offers.filter(({ status }) => status === 'ACTIVE').flatMap(({ addresses }) => addresses)
  return [...provides, ...addressed].some(({ area }) => area.meets.some(({ id }) => needs.has(id)))
}
