import { grouped } from '../../kernel/grouped.js'
import type { Named } from '../../language/wording.js'
import type { SupportActor } from '../facts/actors.js'
import { bestOf, type SupportEvidence, suffices, worstOf } from '../facts/evidence.js'
import type { Level, Limit } from '../facts/limits.js'
import { furthestLevel, judgeLimit, judgeLimits, levelOf, nearestLevel } from '../facts/reach.js'
import type { Sme, Standing } from '../facts/sme.js'
import { judgeTerms } from '../facts/terms.js'
import { type Way, type WaysWanted, waysOf } from '../facts/ways.js'

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
  /** Actors that meet the need themselves and that any SME of the place can turn to. */
  readonly actors: number
  /** Initiatives that any SME of the place can use. */
  readonly initiatives: number
  /** Actors and initiatives that reach the place and also name a sector, a size or a term, or lead by a buyer elsewhere: they lift nothing. */
  readonly restricted: number
  /** Of a county: actors for any SME of some of its municipalities that serve neither the county nor the country. */
  readonly localActors: number
  readonly covered: boolean
  /** Of what any SME of the place can use. */
  readonly bestEvidence: SupportEvidence | null
  /** Whether it would be covered if less evidence counted, where it is not. */
  readonly coveredWithLess: boolean
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

/**
 * One cell for each place and need, in the order given. Cells of a place are the same whatever stands beside it.
 * @param wanted which ways count.
 */
export function supportCells(
  actors: readonly SupportActor[],
  places: readonly CoveredPlace[],
  needs: readonly Named[],
  wanted: WaysWanted,
): SupportCell[] {
  const means = meansOf(actors, wanted)
  return places.flatMap((place) => {
    const into = meansInto(place, means)
    return cellsOf(place, needs, wanted.evidence, (least) => suppliesTo(into, null, least))
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
  wanted: WaysWanted,
): SectorSupportCell[] {
  const means = meansOf(actors, wanted)
  return places.flatMap((place) => {
    const into = meansInto(place, means)
    return sectors.flatMap(({ id, parts }) => {
      const supplies = (least: SupportEvidence) => toAllParts(parts.map((part) => suppliesTo(into, part, least)))
      return cellsOf(place, needs, wanted.evidence, supplies).map((cell) => ({ ...cell, sector: id }))
    })
  })
}

/** @param suppliesWith what reaches the place by some evidence. */
function cellsOf(
  place: CoveredPlace,
  needs: readonly Named[],
  evidence: SupportEvidence,
  suppliesWith: (least: SupportEvidence) => readonly Supply[],
): SupportCell[] {
  const counting = grouped(suppliesWith(evidence), ({ need }) => need)
  const cells = needs.map((need) => cellOf(place, need, counting.get(need.id) ?? []))
  if (cells.every(({ covered }) => covered) || evidence === 'AREA') return cells
  const withLess = grouped(suppliesWith('AREA'), ({ need }) => need)
  return cells.map((cell) => {
    const lifted = withLess.get(cell.need)?.some(({ use }) => use === 'ANY_SME') ?? false
    return cell.covered ? cell : { ...cell, coveredWithLess: lifted }
  })
}

function cellOf(place: CoveredPlace, need: Named, meeting: readonly Supply[]): SupportCell {
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
    bestEvidence: bestOf(forAny.map((supply) => supply.evidence)),
    coveredWithLess: false,
  }
}

/** What reaches a place or a part of it with a need: from how near, and who of it can use it. */
interface Supply {
  readonly kind: 'ACTOR' | 'INITIATIVE'
  readonly id: string
  readonly need: string
  readonly evidence: SupportEvidence
  readonly level: Level
  readonly use: 'ANY_SME' | 'SOME_SMES' | 'PART_OF_PLACE'
}

/** An actor itself, or an initiative by all who offer it, whoever asks. */
interface Means extends Pick<Supply, 'kind' | 'id'> {
  readonly routes: readonly Way[]
}

/** By whatever evidence: how much of it counts is asked later. */
function meansOf(actors: readonly SupportActor[], wanted: WaysWanted): Means[] {
  const ways = actors.flatMap((actor) => waysOf(actor, { ...wanted, evidence: 'AREA' }))
  const byHelper = grouped(ways, ({ actor, initiative }) => initiative ?? actor)
  return [...byHelper].map(([{ id }, routes]) => ({ kind: routes[0]?.initiative ? 'INITIATIVE' : 'ACTOR', id, routes }))
}

/** The same as it leads into a place, by routes of which only the sector is not judged yet. */
interface MeansInto extends Pick<Supply, 'kind' | 'id'> {
  readonly routes: readonly RouteInto[]
}

interface RouteInto extends Pick<Way, 'to'> {
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
    ...{ most: { employees: null, turnover: null }, exports: null, ageYears: null },
  }
  return means.flatMap(({ kind, id, routes }) => {
    const into = routes.flatMap((route) => routeInto(route, place, sme))
    return into.length === 0 ? [] : [{ kind, id, routes: into }]
  })
}

function routeInto(way: Way, { municipalities }: CoveredPlace, sme: Sme): RouteInto[] {
  const { initiative, limits, terms, viaBuyer, to } = way
  const { places, sizes } = judgeLimits(limits, sme)
  const { sectors } = limits
  const forAnySize = sizes.verdict === 'MET' && !viaBuyer
  if (places.verdict === 'MET') {
    if (judgeTerms(terms, sme).some(({ verdict }) => verdict === 'FAILED')) return []
    return [{ to, sectors, level: levelOf(places), use: forAnySize && terms.length === 0 ? 'ANY_SME' : 'SOME_SMES' }]
  }
  const servesPart = initiative === null && limits.places.inForce.some((part) => municipalities.has(part.id))
  return servesPart && forAnySize && terms.length === 0 ? [{ to, sectors, level: 'LOCAL', use: 'PART_OF_PLACE' }] : []
}

/**
 * @param sector where the SMEs stand that are meant; null for those of any sector.
 * @param least the least evidence that counts.
 */
function suppliesTo(means: readonly MeansInto[], sector: Standing | null, least: SupportEvidence): Supply[] {
  return means.flatMap(({ routes, ...each }) => {
    const byNeed = new Map<string, Omit<Supply, 'kind' | 'id'>[]>()
    for (const route of routes) {
      const reached = reachOf(route, sector)
      if (!reached) continue
      for (const { need, evidence } of route.to) {
        if (!suffices(evidence, least)) continue
        const led = { ...reached, need: need.id, evidence }
        byNeed.set(need.id, [...(byNeed.get(need.id) ?? []), led])
      }
    }
    return [...byNeed.values()].flatMap((led) => {
      const forAny = led.filter(({ use }) => use === 'ANY_SME')
      // An initiative reaches where any of those who offer it lets it.
      const [usable, ...others] = forAny.length > 0 ? forAny : led
      if (!usable) return []
      const all = [usable, ...others]
      const level = nearestLevel(all.map((route) => route.level)) ?? usable.level
      const evidence = bestOf(all.map((route) => route.evidence)) ?? usable.evidence
      return [{ ...each, ...usable, level, evidence }]
    })
  })
}

/** From how near a route leads to SMEs of a sector, and for which of them; null where it does not. */
function reachOf({ sectors, level, use }: RouteInto, sector: Standing | null): Pick<Supply, 'level' | 'use'> | null {
  const { verdict } = judgeLimit(sectors, sector ?? nowhere)
  if (verdict === 'MET') return { level, use }
  // Of those of any sector some are of the one that it names.
  const forSome = use !== 'PART_OF_PLACE' && (sector === null || verdict !== 'FAILED')
  return forSome ? { level, use: 'SOME_SMES' } : null
}

/** What reaches a sector, from what reaches each of its parts: as far off as from the part that it is furthest from. */
function toAllParts(byPart: readonly (readonly Supply[])[]): Supply[] {
  const [first = [], ...others] = byPart
  if (others.length === 0) return [...first]
  const found = grouped(byPart.flat(), ({ kind, id, need }) => `${kind} ${id} ${need}`)
  return [...found.values()].flatMap((supplies) => {
    const [supply] = supplies
    if (!supply) return []
    const level = furthestLevel(supplies.map((each) => each.level)) ?? supply.level
    const evidence = worstOf(supplies.map((each) => each.evidence)) ?? supply.evidence
    if (supplies.length === byPart.length && supplies.every(({ use }) => use === supply.use)) {
      return [{ ...supply, level, evidence }]
    }
    return supplies.every(({ use }) => use === 'PART_OF_PLACE')
      ? []
      : [{ ...supply, level, evidence, use: 'SOME_SMES' as const }]
  })
}
