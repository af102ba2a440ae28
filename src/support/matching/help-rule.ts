import { idsByName } from '../facts/by-name.js'
import type { InitiativeStatus } from '../facts/initiative-status.js'
import { letsIn } from '../facts/reach.js'
import type { SupportSystem } from '../facts/system.js'
import { limitsAsOffered } from '../facts/ways.js'

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
  /** Initiatives that help whatever they address. */
  readonly named: ReadonlySet<string>
  /** Of the initiatives that count. */
  readonly statuses: readonly InitiativeStatus[]
}

/**
 * What helps firms in a place with an area, as far as place decides: actors that provide it, and initiatives that address
 * it or are among those named, as the actors that offer them reach the place.
 */
export function helpReaching(
  { actors, places: known }: SupportSystem,
  { places, area, named, statuses }: HelpAsked,
): AreaHelp {
  const asked = places.flatMap((id) => known.get(id) ?? [])
  const providing = actors.filter(
    ({ provides, limits }) =>
      provides.some(({ id }) => id === area) && asked.some(({ within }) => letsIn(limits.places, within)),
  )
  const offered = actors.flatMap((actor) =>
    actor.offers
      .filter(({ status }) => statuses.includes(status))
      .filter(({ id, addresses }) => named.has(id) || addresses.some((addressed) => addressed.id === area))
      .filter((initiative) => {
        const limits = limitsAsOffered(initiative, actor)
        const { wholly } = initiative.terms.excluded
        return asked.some(({ within }) => letsIn(limits.places, within) && !wholly.some(({ id }) => within.has(id)))
      }),
  )
  return { actors: idsByName(providing), initiatives: idsByName(offered) }
}
