import type { Initiative, Level, Limits, Named, Provision, Sme, Standing, SupportActor } from './facts.js'
import { judgeLimits, levelOf, limitsAsOffered, nearestLevel } from './reach.js'
import { judgeTerms } from './terms.js'

export type SupportLevel = Level | 'NONE'

/** A municipality or county, with what holds it and what it holds. */
export interface CoveredPlace {
  readonly id: string
  /** Itself and the places that hold it. */
  readonly within: ReadonlySet<string>
  /** A county's municipalities; empty for a municipality. */
  readonly municipalities: ReadonlySet<string>
}

/** From how near and by how many a need is met in a place. */
export interface SupportCell {
  readonly place: string
  readonly need: string
  readonly level: SupportLevel
  /** Actors that provide an area which meets the need and that any SME of the place can turn to. */
  readonly actors: number
  /** Initiatives that any SME of the place can use. */
  readonly initiatives: number
  /** Actors and initiatives that reach the place and also name a sector, a size or a term: they lift nothing. */
  readonly restricted: number
  /** Of a county: actors for any SME of some of its municipalities that serve neither the county nor the country. */
  readonly localActors: number
  readonly covered: boolean
}

/** One cell for each place and need, in the order given. Cells of a place are the same whatever stands beside it. */
export function coverageOf(
  actors: readonly SupportActor[],
  places: readonly CoveredPlace[],
  needs: readonly Named[],
): SupportCell[] {
  return places.flatMap((place) => {
    const supplies = suppliesTo(actors, place)
    return needs.map((need) => cellOf(place, need, supplies))
  })
}

function cellOf(place: CoveredPlace, need: Named, supplies: readonly Supply[]): SupportCell {
  const meeting = supplies.filter(({ meets }) => meets.has(need.id))
  const forAny = meeting.filter(({ use }) => use === 'ANY_SME')
  const level = nearestLevel(forAny.map((supply) => supply.level)) ?? 'NONE'
  return {
    place: place.id,
    need: need.id,
    level,
    actors: forAny.filter(({ kind }) => kind === 'ACTOR').length,
    initiatives: forAny.filter(({ kind }) => kind === 'INITIATIVE').length,
    restricted: meeting.filter(({ use }) => use === 'SOME_SMES').length,
    localActors: meeting.filter(({ use }) => use === 'PART_OF_PLACE').length,
    covered: level !== 'NONE',
  }
}

/** What reaches a place or a part of it: from how near, who of it can use it, and which needs it meets. */
interface Supply {
  readonly kind: 'ACTOR' | 'INITIATIVE'
  readonly level: Level
  readonly use: 'ANY_SME' | 'SOME_SMES' | 'PART_OF_PLACE'
  readonly meets: ReadonlySet<string>
}

function suppliesTo(actors: readonly SupportActor[], place: CoveredPlace): Supply[] {
  const sme = anySmeOf(place)
  return [
    ...actors.flatMap((actor) => supplyOfActor(actor, place, sme)),
    ...[...offersById(actors)].flatMap(([, offers]) => supplyOfInitiative(offers, sme)),
  ]
}

/**
 * An SME of the place of which nothing else holds: a limit on sector or size that is named at all does not let it
 * through, so what reaches it reaches any SME of the place.
 */
function anySmeOf(place: CoveredPlace): Sme {
  const nowhere: Standing = { within: new Set(), perhapsWithin: new Set() }
  return {
    places: { within: place.within, perhapsWithin: new Set() },
    sectors: nowhere,
    sizes: nowhere,
    employees: null,
    turnover: null,
  }
}

function supplyOfActor(actor: SupportActor, place: CoveredPlace, sme: Sme): Supply[] {
  const meets = needsMetBy(actor.provides)
  const reached = reachInto(actor.limits, sme)
  if (reached) return [{ kind: 'ACTOR', meets, ...reached }]
  const servesPart = actor.limits.places.inForce.some(({ id }) => place.municipalities.has(id))
  if (!servesPart || actor.limits.sectors.named || actor.limits.sizes.named) return []
  return [{ kind: 'ACTOR', meets, level: 'LOCAL', use: 'PART_OF_PLACE' }]
}

/** An initiative with an actor that offers it. */
interface Offer {
  readonly actor: SupportActor
  readonly initiative: Initiative
}

function offersById(actors: readonly SupportActor[]): Map<string, Offer[]> {
  const offers = new Map<string, Offer[]>()
  for (const actor of actors) {
    for (const initiative of actor.offers.filter(({ status }) => status === 'ACTIVE')) {
      offers.set(initiative.id, [...(offers.get(initiative.id) ?? []), { actor, initiative }])
    }
  }
  return offers
}

/** An initiative reaches where any of those who offer it lets it. */
function supplyOfInitiative(offers: readonly Offer[], sme: Sme): Supply[] {
  const supplies = offers.flatMap((offer) => supplyOfOffer(offer, sme))
  const forAny = supplies.filter(({ use }) => use === 'ANY_SME')
  const usable = forAny.length > 0 ? forAny : supplies
  const level = nearestLevel(usable.map((supply) => supply.level))
  return usable.slice(0, 1).map((supply) => ({ ...supply, level: level ?? supply.level }))
}

function supplyOfOffer({ actor, initiative }: Offer, sme: Sme): Supply[] {
  const reached = reachInto(limitsAsOffered(initiative, actor), sme)
  const terms = judgeTerms(initiative.terms, sme)
  if (!reached || terms.some(({ verdict }) => verdict === 'FAILED')) return []
  const use = terms.length > 0 ? 'SOME_SMES' : reached.use
  return [{ kind: 'INITIATIVE', meets: needsMetBy(initiative.addresses), level: reached.level, use }]
}

/** From how near, and for which SMEs of a place, these limits let it in; null where they do not. */
function reachInto(limits: Limits, sme: Sme): Pick<Supply, 'level' | 'use'> | null {
  const { places, sectors, sizes } = judgeLimits(limits, sme)
  if (places.verdict !== 'MET') return null
  const forAny = sectors.verdict === 'MET' && sizes.verdict === 'MET'
  return { level: levelOf(places), use: forAny ? 'ANY_SME' : 'SOME_SMES' }
}

function needsMetBy(provisions: readonly Provision[]): ReadonlySet<string> {
  return new Set(provisions.flatMap(({ area }) => area.meets.map(({ id }) => id)))
}
