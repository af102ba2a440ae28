import type { SupportEvidence } from '../../src/support/facts/evidence.js'
import {
  counts,
  evidenceOf,
  letsIn,
  levelFrom,
  type ModelWay,
  placesNamed,
  type WorldSme,
  waysOf,
} from './model-ways.js'
import {
  holders,
  INLAND,
  industries,
  meets,
  municipalities,
  populations,
  positions,
  sectors,
  sizes,
  type World,
  type WorldActor,
  type WorldChange,
  type WorldInitiative,
} from './worlds.js'

const levelNames = ['LOCAL', 'COUNTY', 'NATIONAL', 'NONE']

/** Every SME that a municipality could have, of any sector or of some, as far as limits and terms tell them apart. */
export function everySme(municipality: string, ofSectors: readonly string[] = sectors): WorldSme[] {
  const smes: WorldSme[] = []
  for (const sector of ofSectors) {
    for (const size of sizes) smes.push({ municipality, sector, size, employees: null })
  }
  return smes
}

/** One actor itself, or one initiative by all who offer it, with how each leads to a need. */
interface Means {
  readonly initiative: WorldInitiative | null
  readonly routes: readonly { readonly actor: WorldActor; readonly way: ModelWay }[]
}

function meansToMeet(world: World, need: string, least: SupportEvidence): Means[] {
  const means: Means[] = []
  const routesOf = (initiative: WorldInitiative | null, actor: WorldActor) =>
    waysOf(world, actor)
      .filter((way) => way.need === need && way.initiative?.id === initiative?.id && counts(way.evidence, least))
      .map((way) => ({ actor, way }))
  for (const actor of world.actors) means.push({ initiative: null, routes: routesOf(null, actor) })
  for (const initiative of world.initiatives) {
    means.push({ initiative, routes: world.actors.flatMap((actor) => routesOf(initiative, actor)) })
  }
  return means.filter(({ routes }) => routes.length > 0)
}

/** Whether a way asks something of an SME beside where it is, what it does and how large it is, or goes by a buyer elsewhere. */
export function isRestricted({ initiative, meeting, viaBuyer }: ModelWay): boolean {
  if (viaBuyer || meeting?.ifExporting || (meeting?.reservations.length ?? 0) > 0) return true
  if (initiative === null) return false
  const { maxEmployees, maxAgeYears, replacesSecurity, reservations, others, terms } = initiative
  if (maxEmployees !== null || maxAgeYears !== null || replacesSecurity) return true
  if (reservations.length > 0 || others > 0) return true
  const { minTurnover = null, excludedPlaces = [], partlyExcludedPlaces = [] } = terms ?? {}
  return minTurnover !== null || excludedPlaces.length > 0 || partlyExcludedPlaces.length > 0
}

/** How near the nearest is that lets all of some SMEs in; 3 where each shuts some out. */
function nearestForAll({ routes }: Means, smes: readonly WorldSme[]): number {
  let nearest = 3
  for (const { actor, way } of routes) {
    if (isRestricted(way) || !smes.every((sme) => letsIn(actor, way, sme))) continue
    nearest = Math.min(nearest, levelFrom(placesNamed(actor, way.initiative), smes[0]?.municipality ?? '') ?? 3)
  }
  return nearest
}

/** From how near a need is met for the SMEs of a municipality, of any sector or of an industry, and by how many. */
export function modelCell(
  world: World,
  municipality: string,
  need: string,
  industry: string | null = null,
  least: SupportEvidence = 'AREA',
) {
  let level = 3
  let actors = 0
  let initiatives = 0
  for (const means of meansToMeet(world, need, least)) {
    const furthest = Math.max(...partsOf(industry).map((part) => nearestForAll(means, everySme(municipality, part))))
    if (furthest === 3) continue
    level = Math.min(level, furthest)
    if (means.initiative) initiatives++
    else actors++
  }
  return { place: municipality, need, level: levelNames[level], actors, initiatives, covered: level < 3 }
}

/** The sectors of the SMEs of each part of an industry; all together where any sector is meant. */
function partsOf(industry: string | null): string[][] {
  if (industry === null) return [[...sectors]]
  const found = industries.find(({ id }) => id === industry)
  if (!found) return []
  if (found.divisions.length > 0) return found.divisions.map((division) => [division])
  return [sectors.filter((sector) => holders[sector]?.includes(`sector:sni2007-${found.section}`))]
}

const SECTION_SHARES: Readonly<Record<string, number>> = { C: 0.5 }

/** Jobs at stake by the report's words: half of the jobs in manufacturing, all others, by population; finance inland only. */
export function modelJobs(municipality: string, need: string, industry: string | null = null): number {
  const county = holders[municipality]?.[1] ?? ''
  let population = 0
  for (const other of municipalities) if (holders[other]?.includes(county)) population += populations[other] ?? 0
  let jobs = 0
  for (const { id, section, jobs: byCounty } of industries) {
    if (industry !== null && id !== industry) continue
    for (const [where, count] of Object.entries(byCounty)) {
      if (where === county) jobs += count * (SECTION_SHARES[section] ?? 1)
    }
  }
  const applies = need === 'need:finance' && municipality !== INLAND ? 0 : 1
  return (jobs * applies * (populations[municipality] ?? 0)) / population
}

function meetsForAll(
  world: World,
  actor: WorldActor,
  municipality: string,
  need: string,
  least: SupportEvidence,
): boolean {
  for (const way of waysOf(world, actor)) {
    if (way.need !== need || !counts(way.evidence, least) || isRestricted(way)) continue
    if (everySme(municipality).every((sme) => letsIn(actor, way, sme))) return true
  }
  return false
}

function kilometres(from: string, to: string): number {
  const [north = 0, east = 0] = positions[from] ?? []
  const [otherNorth = 0, otherEast = 0] = positions[to] ?? []
  const vector = (latitude: number, longitude: number) => {
    const [lat, lon] = [(latitude / 180) * Math.PI, (longitude / 180) * Math.PI]
    return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)] as const
  }
  const [x, y, z] = vector(north, east)
  const [a, b, c] = vector(otherNorth, otherEast)
  return 6_371.0088 * Math.acos(Math.min(1, x * a + y * b + z * c))
}

/** Actors that meet a need in another municipality and not in this one, with how far off they are. */
export function modelElsewhere(
  world: World,
  place: string,
  need: string,
  least: SupportEvidence = 'AREA',
): { actor: string; distanceKm: number }[] {
  const found: { actor: string; distanceKm: number }[] = []
  for (const actor of world.actors) {
    if (meetsForAll(world, actor, place, need, least)) continue
    const served = municipalities.filter((other) => meetsForAll(world, actor, other, need, least))
    if (served.length === 0) continue
    const from = actor.seat === null ? served : [actor.seat]
    found.push({ actor: actor.id, distanceKm: Math.min(...from.map((other) => kilometres(place, other))) })
  }
  return found
}

/** A group of municipalities with the needs that it lacks, as sorted ids. */
export interface ModelGroup {
  readonly places: readonly string[]
  readonly needs: readonly string[]
}

/** Every subset of the needs that several places lack, where no larger subset is lacked by the same places. */
export function modelShared(lacked: readonly { place: string; need: string }[], minPlaces: number): ModelGroup[] {
  const needs = [...new Set(lacked.map(({ need }) => need))].toSorted()
  const places = [...new Set(lacked.map(({ place }) => place))].toSorted()
  const lacks = (place: string, need: string) => lacked.some((each) => each.place === place && each.need === need)
  const groups: ModelGroup[] = []
  for (let subset = 1; subset < 2 ** needs.length; subset++) {
    const chosen = needs.filter((_, index) => Math.floor(subset / 2 ** index) % 2 === 1)
    const lacking = places.filter((place) => chosen.every((need) => lacks(place, need)))
    if (lacking.length < minPlaces) continue
    const more = needs.filter((need) => !chosen.includes(need) && lacking.every((place) => lacks(place, need)))
    if (more.length === 0) groups.push({ places: lacking, needs: chosen })
  }
  return groups
}

/** Actors that meet one of a group's needs in another of these municipalities, and that need in none of its places. */
export function modelHelpers(
  world: World,
  { places, needs }: ModelGroup,
  within: readonly string[],
  least: SupportEvidence = 'AREA',
): string[] {
  const found = new Set<string>()
  for (const actor of world.actors) {
    for (const need of needs) {
      if (places.some((place) => meetsForAll(world, actor, place, need, least))) continue
      if (within.some((other) => meetsForAll(world, actor, other, need, least))) found.add(actor.id)
    }
  }
  return [...found].toSorted()
}

/** A world with nothing but what a change adds to another: new actors, and what is taken as in force and is not, as it is offered. */
export function modelAdded(world: World, change: WorldChange): World {
  const { actors, initiatives } = modelChanged(world, change)
  const isAdded = (id: string) => {
    const before = world.initiatives.find((each) => each.id === id)
    return change.addInitiatives.includes(id) && before !== undefined && evidenceOf(before) !== 'IN_FORCE'
  }
  return {
    actors: actors.map((actor) =>
      actor.id.startsWith('actor:new') ? actor : { ...actor, helpsWith: [], provides: [] },
    ),
    initiatives: initiatives.filter(({ id }) => isAdded(id)),
  }
}

/** The world as it is after a change. What is added to meet a need is there; an area of it is something that it can. */
export function modelChanged(world: World, change: WorldChange): World {
  const initiatives = world.initiatives
    .filter(({ id }) => !change.removeInitiatives.includes(id))
    .map((each): WorldInitiative => (change.addInitiatives.includes(each.id) ? { ...each, time: 'ENDS_LATER' } : each))
  const kept = world.actors.filter((_, index) => !change.removeActors.includes(index))
  const unconditional = { viaBuyer: false, ifExporting: false, reservations: [], largeScale: false }
  const added = change.addActors.map(({ serves, provides, meets: stated }, index): WorldActor => {
    const byArea = new Set(provides.flatMap((area) => meets[area] ?? []))
    return {
      ...{ id: `actor:new-${index}`, kind: '', provides: [], offers: [], seat: null, buysFor: null },
      names: serves.map((to) => ({ to, lapsed: false })),
      helpsWith: [
        ...stated.map((meeting) => ({ ...meeting, ...unconditional, evidence: 'IN_FORCE' as const })),
        ...[...byArea].map((need) => ({ need, strength: 'SIDE' as const, ...unconditional })),
      ],
    }
  })
  return { actors: [...kept, ...added], initiatives }
}
