import { grouped } from '../../kernel/grouped.js'
import type { Named } from '../../language/wording.js'
import type { Initiative, Provision, SupportActor } from '../facts/actors.js'
import type { Level, Limits } from '../facts/limits.js'
import { furthestLevel, judgeLimits, levelOf, limitsAsOffered, nearestLevel } from '../facts/reach.js'
import type { Sme, Standing } from '../facts/sme.js'
import { judgeTerms } from '../facts/terms.js'

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

/** The same for the SMEs of one sector in the place. */
export interface SectorSupportCell extends SupportCell {
  readonly sector: string
}

/** A sector with where each of the parts that it is made of stands; an SME of it belongs to one of them. */
export interface CoveredSector {
  readonly id: string
  readonly parts: readonly Standing[]
}

/** One cell for each place and need, in the order given. Cells of a place are the same whatever stands beside it. */
export function supportCells(
  actors: readonly SupportActor[],
  places: readonly CoveredPlace[],
  needs: readonly Named[],
): SupportCell[] {
  return places.flatMap((place) => {
    const supplies = suppliesTo(actors, place, null)
    return needs.map((need) => cellOf(place, need, supplies))
  })
}

/**
 * One cell for each place, sector and need, in the order given. What is for the whole of a sector counts as open to any
 * SME of it; what is for a part of it, or also names a size or a term, as restricted; what is for others not at all.
 */
export function sectorSupportCells(
  actors: readonly SupportActor[],
  places: readonly CoveredPlace[],
  sectors: readonly CoveredSector[],
  needs: readonly Named[],
): SectorSupportCell[] {
  return places.flatMap((place) =>
    sectors.flatMap(({ id, parts }) => {
      const supplies = toAllParts(parts.map((part) => suppliesTo(actors, place, part)))
      return needs.map((need) => ({ ...cellOf(place, need, supplies), sector: id }))
    }),
  )
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
  readonly id: string
  readonly level: Level
  readonly use: 'ANY_SME' | 'SOME_SMES' | 'PART_OF_PLACE'
  readonly meets: ReadonlySet<string>
}

/** SMEs of a place of which nothing else holds than, perhaps, their sector. */
interface Audience {
  readonly sme: Sme
  readonly ofOneSector: boolean
}

/** @param sector where the SMEs stand that are meant; null for those of any sector. */
function suppliesTo(actors: readonly SupportActor[], place: CoveredPlace, sector: Standing | null): Supply[] {
  const audience = audienceIn(place, sector)
  return [
    ...actors.flatMap((actor) => supplyOfActor(actor, place, audience)),
    ...[...offersById(actors).values()].flatMap((offers) => supplyOfInitiative(offers, audience)),
  ]
}

/** A limit on sector or size that is named at all does not let them through, so what reaches them reaches any SME there. */
function audienceIn(place: CoveredPlace, sector: Standing | null): Audience {
  const nowhere: Standing = { within: new Set(), perhapsWithin: new Set() }
  const sme: Sme = {
    places: { within: place.within, perhapsWithin: new Set() },
    sectors: sector ?? nowhere,
    sizes: nowhere,
    employees: null,
    turnover: null,
  }
  return { sme, ofOneSector: sector !== null }
}

/** What reaches a sector, from what reaches each of its parts: as far off as from the part that it is furthest from. */
function toAllParts(byPart: readonly (readonly Supply[])[]): Supply[] {
  const [first = [], ...others] = byPart
  if (others.length === 0) return [...first]
  const found = grouped(byPart.flat(), ({ kind, id }) => `${kind} ${id}`)
  return [...found.values()].flatMap((supplies) => {
    const [supply] = supplies
    if (!supply) return []
    const level = furthestLevel(supplies.map((each) => each.level)) ?? supply.level
    if (supplies.length === byPart.length && supplies.every(({ use }) => use === supply.use)) {
      return [{ ...supply, level }]
    }
    return supplies.every(({ use }) => use === 'PART_OF_PLACE') ? [] : [{ ...supply, level, use: 'SOME_SMES' as const }]
  })
}

function supplyOfActor({ id, limits, provides }: SupportActor, place: CoveredPlace, audience: Audience): Supply[] {
  const supply = { kind: 'ACTOR', id, meets: needsMetBy(provides) } as const
  const reached = reachInto(limits, audience)
  if (reached) return [{ ...supply, ...reached }]
  const { sectors, sizes } = judgeLimits(limits, audience.sme)
  const servesPart = limits.places.inForce.some((part) => place.municipalities.has(part.id))
  if (!servesPart || sectors.verdict !== 'MET' || sizes.verdict !== 'MET') return []
  return [{ ...supply, level: 'LOCAL', use: 'PART_OF_PLACE' }]
}

/** An initiative with an actor that offers it. */
interface Offer {
  readonly actor: SupportActor
  readonly initiative: Initiative
}

function offersById(actors: readonly SupportActor[]): Map<string, Offer[]> {
  const offers = actors.flatMap((actor) =>
    actor.offers.filter(({ status }) => status === 'ACTIVE').map((initiative): Offer => ({ actor, initiative })),
  )
  return grouped(offers, ({ initiative }) => initiative.id)
}

/** An initiative reaches where any of those who offer it lets it. */
function supplyOfInitiative(offers: readonly Offer[], audience: Audience): Supply[] {
  const supplies = offers.flatMap((offer) => supplyOfOffer(offer, audience))
  const forAny = supplies.filter(({ use }) => use === 'ANY_SME')
  const usable = forAny.length > 0 ? forAny : supplies
  const level = nearestLevel(usable.map((supply) => supply.level))
  return usable.slice(0, 1).map((supply) => ({ ...supply, level: level ?? supply.level }))
}

function supplyOfOffer({ actor, initiative }: Offer, audience: Audience): Supply[] {
  const reached = reachInto(limitsAsOffered(initiative, actor), audience)
  const terms = judgeTerms(initiative.terms, audience.sme)
  if (!reached || terms.some(({ verdict }) => verdict === 'FAILED')) return []
  const use = terms.length > 0 ? 'SOME_SMES' : reached.use
  return [{ kind: 'INITIATIVE', id: initiative.id, meets: needsMetBy(initiative.addresses), level: reached.level, use }]
}

/** From how near, and for which SMEs of a place, these limits let it in; null where they do not. */
function reachInto(limits: Limits, { sme, ofOneSector }: Audience): Pick<Supply, 'level' | 'use'> | null {
  const { places, sectors, sizes } = judgeLimits(limits, sme)
  if (places.verdict !== 'MET' || (ofOneSector && sectors.verdict === 'FAILED')) return null
  const forAny = sectors.verdict === 'MET' && sizes.verdict === 'MET'
  return { level: levelOf(places), use: forAny ? 'ANY_SME' : 'SOME_SMES' }
}

function needsMetBy(provisions: readonly Provision[]): ReadonlySet<string> {
  return new Set(provisions.flatMap(({ area }) => area.meets.map(({ id }) => id)))
}
