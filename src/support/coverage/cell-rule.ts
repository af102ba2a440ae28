import { grouped } from '../../kernel/grouped.js'
import type { Named } from '../../language/wording.js'
import type { SupportActor } from '../facts/actors.js'
import type { Level, Limit } from '../facts/limits.js'
import { furthestLevel, judgeLimit, judgeLimits, levelOf, nearestLevel } from '../facts/reach.js'
import type { Sme, Standing } from '../facts/sme.js'
import { judgeTerms } from '../facts/terms.js'
import { needsMetBy, type Way, waysOf } from '../facts/ways.js'

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
  const means = meansOf(actors)
  return places.flatMap((place) => {
    const supplies = suppliesTo(meansInto(place, means), null)
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
  const means = meansOf(actors)
  return places.flatMap((place) => {
    const into = meansInto(place, means)
    return sectors.flatMap(({ id, parts }) => {
      const supplies = toAllParts(parts.map((part) => suppliesTo(into, part)))
      return needs.map((need) => ({ ...cellOf(place, need, supplies), sector: id }))
    })
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
  readonly id: string
  readonly level: Level
  readonly use: 'ANY_SME' | 'SOME_SMES' | 'PART_OF_PLACE'
  readonly meets: ReadonlySet<string>
}

/** An actor itself, or an initiative by all who offer it, whoever asks. */
interface Means extends Pick<Supply, 'kind' | 'id' | 'meets'> {
  readonly routes: readonly Way[]
}

function meansOf(actors: readonly SupportActor[]): Means[] {
  const ways = actors.flatMap((actor) => waysOf(actor).map((way) => ({ actor, way })))
  const byHelper = grouped(ways, ({ actor, way: { initiative } }) => (initiative ?? actor).id)
  return [...byHelper].map(([id, routes]): Means => {
    const [first] = routes
    const kind = first?.way.initiative ? 'INITIATIVE' : 'ACTOR'
    return { kind, id, meets: needsMetBy(first?.way.provides ?? []), routes: routes.map(({ way }) => way) }
  })
}

/** The same as it leads into a place, by routes of which only the sector is not judged yet. */
interface MeansInto extends Pick<Supply, 'kind' | 'id' | 'meets'> {
  readonly routes: readonly RouteInto[]
}

interface RouteInto {
  readonly sectors: Limit
  readonly level: Level
  /** What it is to an SME of a sector that it names, or of any where it names none. */
  readonly use: Supply['use']
}

const nowhere: Standing = { within: new Set(), perhapsWithin: new Set() }

/** The means that reach a place or a part of it, whatever the sector: that is judged once for all of its sectors. */
function meansInto(place: CoveredPlace, means: readonly Means[]): MeansInto[] {
  const sme: Sme = {
    places: { within: place.within, perhapsWithin: new Set() },
    // A limit on sector or size that is named at all does not let them through, so what reaches them reaches any SME there.
    ...{ sectors: nowhere, sizes: nowhere, employees: null, turnover: null },
  }
  return means.flatMap(({ kind, id, meets, routes }) => {
    const into = routes.flatMap((route) => routeInto(route, place, sme))
    return into.length === 0 ? [] : [{ kind, id, meets, routes: into }]
  })
}

function routeInto({ initiative, limits, terms }: Way, { municipalities }: CoveredPlace, sme: Sme): RouteInto[] {
  const { places, sizes } = judgeLimits(limits, sme)
  const { sectors } = limits
  const forAnySize = sizes.verdict === 'MET'
  if (places.verdict === 'MET') {
    if (judgeTerms(terms, sme).some(({ verdict }) => verdict === 'FAILED')) return []
    return [{ sectors, level: levelOf(places), use: forAnySize && terms.length === 0 ? 'ANY_SME' : 'SOME_SMES' }]
  }
  const servesPart = initiative === null && limits.places.inForce.some((part) => municipalities.has(part.id))
  return servesPart && forAnySize ? [{ sectors, level: 'LOCAL', use: 'PART_OF_PLACE' }] : []
}

/** @param sector where the SMEs stand that are meant; null for those of any sector. */
function suppliesTo(means: readonly MeansInto[], sector: Standing | null): Supply[] {
  return means.flatMap(({ routes, ...each }) => {
    const reached = routes.flatMap((route) => reachOf(route, sector))
    const forAny = reached.filter(({ use }) => use === 'ANY_SME')
    // An initiative reaches where any of those who offer it lets it.
    const [usable, ...others] = forAny.length > 0 ? forAny : reached
    if (!usable) return []
    const level = nearestLevel([usable, ...others].map((route) => route.level)) ?? usable.level
    return [{ ...each, level, use: usable.use }]
  })
}

/** From how near a route leads to SMEs of a sector, and for which of them. */
function reachOf({ sectors, level, use }: RouteInto, sector: Standing | null): Pick<Supply, 'level' | 'use'>[] {
  const { verdict } = judgeLimit(sectors, sector ?? nowhere)
  if (verdict === 'MET') return [{ level, use }]
  // Of those of any sector some are of the one that it names.
  const forSome = use !== 'PART_OF_PLACE' && (sector === null || verdict !== 'FAILED')
  return forSome ? [{ level, use: 'SOME_SMES' }] : []
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
