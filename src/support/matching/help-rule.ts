import { idsByName } from '../facts/by-name.js'
import { leastByDefault } from '../facts/evidence.js'
import type { Place } from '../facts/geography.js'
import { letsIn } from '../facts/reach.js'
import type { SupportSystem } from '../facts/system.js'
import { evidenceOf, limitsAsOffered, needsMetBy, type Way, waysOf } from '../facts/ways.js'

/** Who and what helps with an area; ids, by name. */
export interface AreaHelp {
  readonly actors: readonly string[]
  readonly initiatives: readonly string[]
}

/** Help as it is asked for; ids. */
export interface HelpAsked {
  /** Municipalities or counties; what reaches one of them counts. */
  readonly places: readonly string[]
  readonly area: string
  /** Initiatives that help whatever they meet. */
  readonly named: ReadonlySet<string>
  readonly includeProposed: boolean
}

/**
 * What helps firms in a place with an area, as far as place decides: the ways to a need that the area meets, of which
 * more is known than their field; and initiatives among those named, as the actors that offer them reach the place.
 */
export function helpReaching(
  { actors, places: known, areas, region }: SupportSystem,
  { places, area, named, includeProposed }: HelpAsked,
): AreaHelp {
  const asked = places.flatMap((id) => known.get(id) ?? [])
  const needs = new Set(areas.get(area)?.meets.map(({ id }) => id))
  const leading = actors
    .flatMap((actor) => waysOf(actor, { region, evidence: leastByDefault, includeProposed }))
    // A way by a buyer elsewhere leads to that buyer.
    .filter((way) => !way.viaBuyer && reachesAny(way, asked))
    .filter((way) => [...needsMetBy(way)].some((need) => needs.has(need)))
  const targeting = actors.flatMap((actor) =>
    actor.offers
      .filter((initiative) => named.has(initiative.id) && evidenceOf(initiative, includeProposed) !== null)
      .filter((initiative) => reachesAny({ initiative, limits: limitsAsOffered(initiative, actor) }, asked)),
  )
  return {
    actors: idsByName(leading.flatMap(({ actor, initiative }) => (initiative ? [] : [actor]))),
    initiatives: idsByName([...leading.flatMap(({ initiative }) => initiative ?? []), ...targeting]),
  }
}

function reachesAny({ initiative, limits }: Pick<Way, 'initiative' | 'limits'>, places: readonly Place[]): boolean {
  const wholly = initiative?.terms.excluded.wholly ?? []
  return places.some(({ within }) => letsIn(limits.places, within) && !wholly.some(({ id }) => within.has(id)))
}
