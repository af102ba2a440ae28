import { grouped } from '../../kernel/grouped.js'
import type { Initiative, SupportActor } from '../facts/actors.js'
import { bestOf, type SupportEvidence, suffices, worstOf } from '../facts/evidence.js'
import type { Level, Limit, NamedPlace } from '../facts/limits.js'
import { furthestLevel, judgeLimit, levelOf, nearestLevel } from '../facts/reach.js'
import { knownByPlace, type Sme, type Standing } from '../facts/sme.js'
import { judgeTerm } from '../facts/terms.js'
import { evidenceFor, needsMetBy, type Way, waysOf } from '../facts/ways.js'

/** A municipality or county, with what holds it and what it holds. */
export interface CoveredPlace {
  readonly id: string
  /** Itself and the places that hold it. */
  readonly within: ReadonlySet<string>
  /** A county's municipalities; empty for a municipality. */
  readonly municipalities: ReadonlySet<string>
}

/** An actor itself, or an initiative by all who offer it: whoever asks, it is one means. */
export interface Means {
  readonly kind: 'ACTOR' | 'INITIATIVE'
  readonly of: SupportActor | Initiative
  /** To which any of its routes leads. */
  readonly needs: readonly string[]
  readonly routes: readonly Route[]
}

/** A way, with the best evidence by which it leads to each need. */
interface Route extends Omit<Way, 'to'> {
  readonly to: ReadonlyMap<string, SupportEvidence>
}

/** Means are the same until the actors are others. */
const known = new WeakMap<readonly SupportActor[], readonly Means[]>()

/** By whatever evidence: how much of it counts is asked later. @param region its counties. */
export function meansOf(actors: readonly SupportActor[], region: readonly NamedPlace[]): readonly Means[] {
  const before = known.get(actors)
  if (before) return before
  const ways = actors.flatMap((actor) => waysOf(actor, { region, evidence: 'AREA' }))
  const byHelper = grouped(ways, ({ actor, initiative }) => initiative ?? actor)
  const means = [...byHelper].map(
    ([of, routes]): Means => ({
      kind: routes[0]?.initiative ? 'INITIATIVE' : 'ACTOR',
      of,
      needs: [...new Set(routes.flatMap((route) => [...needsMetBy(route)]))],
      routes: routes.map(routeOf),
    }),
  )
  known.set(actors, means)
  return means
}

function routeOf(way: Way): Route {
  const needs = [...needsMetBy(way)]
  return { ...way, to: new Map(needs.flatMap((need) => [[need, evidenceFor(way, need) ?? 'AREA'] as const])) }
}

/** For whom in a place a means is: any SME of it, some of them, or any of some of its municipalities. */
type Use = 'ANY_SME' | 'SOME_SMES' | 'PART_OF_PLACE'

/** A means as it leads into a place, by routes of which only the sector is not judged yet. */
export interface MeansInto extends Pick<Means, 'kind' | 'of' | 'needs'> {
  readonly routes: readonly RouteInto[]
}

interface RouteInto {
  readonly to: Route['to']
  readonly sectors: Limit
  readonly level: Level
  /** What it is to an SME of a sector that it names, or of any where it names none. */
  readonly use: Use
}

const nowhere: Standing = { within: new Set(), perhapsWithin: new Set() }

/** The means that reach a place or a part of it, whatever the sector: that is judged once for all of its sectors. */
export function meansInto(place: CoveredPlace, means: readonly Means[]): MeansInto[] {
  // Nothing is known of them but the place, so that a term fails by that alone.
  const sme = knownByPlace({ within: place.within, perhapsWithin: new Set() })
  return means.flatMap(({ routes, ...means }) => {
    const into = routes.flatMap((route) => routeInto(route, place, sme))
    return into.length === 0 ? [] : [{ ...means, routes: into }]
  })
}

function routeInto(way: Route, { municipalities }: CoveredPlace, sme: Sme): RouteInto[] {
  const { initiative, limits, terms, viaBuyer, to } = way
  const { sectors, sizes } = limits
  const places = judgeLimit(limits.places, sme.places)
  const forAnySize = !sizes.named && !viaBuyer
  if (places.verdict === 'MET') {
    if (terms.some((term) => judgeTerm(term, sme) === 'FAILED')) return []
    return [{ to, sectors, level: levelOf(places), use: forAnySize && terms.length === 0 ? 'ANY_SME' : 'SOME_SMES' }]
  }
  const servesPart = initiative === null && limits.places.inForce.some((part) => municipalities.has(part.id))
  return servesPart && forAnySize && terms.length === 0 ? [{ to, sectors, level: 'LOCAL', use: 'PART_OF_PLACE' }] : []
}

/** Whether a means is the same to SMEs of every sector. */
export const isForEverySector = ({ routes }: MeansInto): boolean => routes.every(({ sectors }) => !sectors.named)

/** What a means is to the SMEs of a place that are meant, for one need. */
export interface Supply extends Pick<Means, 'kind'> {
  /** From how near any of them can use it, and how well that is known; null where some cannot. */
  readonly forAny: { readonly level: Level; readonly evidence: SupportEvidence } | null
  /** Whether only some of them can. */
  readonly forSome: boolean
  /** Whether any of some of the place's municipalities can. */
  readonly forPart: boolean
  /** Whether any of them could use it if all evidence counted. */
  readonly forAnyWithLess: boolean
}

/**
 * What leads to each need in a place.
 * @param parts where the SMEs stand that are meant, for each part of a sector; null for those of any sector.
 * @param least the least evidence that counts.
 */
export function suppliesByNeed(
  means: readonly MeansInto[],
  parts: readonly (Standing | null)[],
  least: SupportEvidence,
): ReadonlyMap<string, readonly Supply[]> {
  const byNeed = new Map<string, Supply[]>()
  for (const { kind, needs, routes } of means) {
    const open = parts.map((part) => routesOpenTo(routes, part))
    if (open.every((routesOpen) => routesOpen.length === 0)) continue
    for (const need of needs) {
      const supply = supplyOf(kind, need, open, least)
      const before = byNeed.get(need)
      if (before) before.push(supply)
      else byNeed.set(need, [supply])
    }
  }
  return byNeed
}

/** A route to the SMEs of a part of a sector, and for whom of them it is. */
type RouteOpen = Pick<RouteInto, 'to' | 'level' | 'use'>

function routesOpenTo(routes: readonly RouteInto[], part: Standing | null): readonly RouteOpen[] {
  return routes.flatMap((route) => {
    const use = openTo(route, part)
    return use === null ? [] : use === route.use ? [route] : [{ ...route, use }]
  })
}

/** For whom of a sector in a place a route is; null where it leads to none of them. */
function openTo({ sectors, use }: RouteInto, sector: Standing | null): Use | null {
  const { verdict } = judgeLimit(sectors, sector ?? nowhere)
  if (verdict === 'MET') return use
  // Of those of any sector some are of the one that it names.
  const forSome = use !== 'PART_OF_PLACE' && (sector === null || verdict !== 'FAILED')
  return forSome ? 'SOME_SMES' : null
}

/** Any SME can use it that can in each part: from as near as the furthest of them, and known as well as the worst. */
function supplyOf(
  kind: Means['kind'],
  need: string,
  byPart: readonly (readonly RouteOpen[])[],
  least: SupportEvidence,
): Supply {
  const parts = byPart.map((routes) => supplyToPart(kind, need, routes, least))
  const [only, ...others] = parts
  if (only && others.length === 0) return only
  const usable = parts.map(({ forAny }) => forAny).filter((forAny) => forAny !== null)
  const level = furthestLevel(usable.map((each) => each.level))
  const evidence = worstOf(usable.map((each) => each.evidence))
  const forAny = level && evidence && usable.length === parts.length ? { level, evidence } : null
  return {
    kind,
    forAny,
    forSome: forAny === null && parts.some((part) => part.forSome || part.forAny !== null),
    forPart: forAny === null && parts.every(({ forPart }) => forPart),
    forAnyWithLess: parts.every(({ forAnyWithLess }) => forAnyWithLess),
  }
}

/** The nearest level and the best evidence by which any SME can use it may be of different routes. */
function supplyToPart(kind: Means['kind'], need: string, routes: readonly RouteOpen[], least: SupportEvidence): Supply {
  let forAny: Supply['forAny'] = null
  let [forSome, forPart, forAnyWithLess] = [false, false, false]
  for (const { to, use, level } of routes) {
    const evidence = to.get(need)
    if (evidence === undefined) continue
    if (use === 'ANY_SME') forAnyWithLess = true
    if (!suffices(evidence, least)) continue
    if (use === 'SOME_SMES') forSome = true
    if (use === 'PART_OF_PLACE') forPart = true
    if (use === 'ANY_SME') forAny = forAny ? better(forAny, { level, evidence }) : { level, evidence }
  }
  return { kind, forAny, forSome: forAny === null && forSome, forPart: forAny === null && forPart, forAnyWithLess }
}

type Usable = NonNullable<Supply['forAny']>

const better = (one: Usable, other: Usable): Usable => ({
  level: nearestLevel([one.level, other.level]) ?? one.level,
  evidence: bestOf([one.evidence, other.evidence]) ?? one.evidence,
})
