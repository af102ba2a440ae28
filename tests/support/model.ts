import {
  holders,
  industries,
  meets,
  municipalities,
  populations,
  positions,
  sectors,
  sizes,
  type Tie,
  type World,
  type WorldActor,
  type WorldChange,
  type WorldInitiative,
} from './worlds.js'

/** An SME of a small world; null for what is not known. */
export interface WorldSme {
  readonly municipality: string
  /** Municipalities in one of which it lies, where no more is known: limits and terms are judged one by one. */
  readonly amongst?: readonly string[]
  readonly sector: string | null
  readonly size: string | null
  readonly employees: number | null
  /** SEK million; not known where it is left out. */
  readonly turnover?: number | null
}

const kinds = { place: ['municipality', 'county', 'country'], sector: ['sector'], size: ['size-class'] }

function ofKind(ties: readonly Tie[], kind: keyof typeof kinds): Tie[] {
  const found: Tie[] = []
  for (const tie of ties) if (kinds[kind].includes(tie.to.slice(0, tie.to.indexOf(':')))) found.push(tie)
  return found
}

/** The ties of one kind that count: the initiative's, else its actor's. */
function counting(actor: WorldActor, initiative: WorldInitiative | null, kind: keyof typeof kinds): Tie[] {
  const own = initiative ? ofKind(initiative.names, kind) : []
  return own.length > 0 ? own : ofKind(actor.names, kind)
}

function lets(ties: readonly Tie[], member: string | null): boolean {
  if (ties.length === 0) return true
  for (const tie of ties) {
    if (tie.lapsed) continue
    if (member === null || holders[member]?.includes(tie.to)) return true
  }
  return false
}

/** Whether an SME is let in by an actor itself, or by an initiative as the actor offers it. */
function letsIn(actor: WorldActor, initiative: WorldInitiative | null, sme: WorldSme): boolean {
  if (!lets(counting(actor, initiative, 'place'), sme.municipality)) return false
  if (!lets(counting(actor, initiative, 'sector'), sme.sector)) return false
  if (!lets(counting(actor, initiative, 'size'), sme.size)) return false
  const most = initiative?.maxEmployees ?? null
  if (most !== null && sme.employees !== null && sme.employees > most) return false
  const { minTurnover = null, excludedPlaces = [] } = initiative?.terms ?? {}
  const turnover = sme.turnover ?? null
  if (minTurnover !== null && turnover !== null && turnover < minTurnover) return false
  const isExcluded = (municipality: string) =>
    excludedPlaces.some((place) => holders[municipality]?.includes(place) ?? false)
  return !(sme.amongst ?? [sme.municipality]).every(isExcluded)
}

/** Needs that an actor meets of those asked, for an SME. */
export function needsMet(world: World, actor: WorldActor, sme: WorldSme, asked: readonly string[]): string[] {
  const met = new Set<string>()
  if (letsIn(actor, null, sme)) {
    for (const area of actor.provides) for (const need of meets[area] ?? []) met.add(need)
  }
  for (const initiative of world.initiatives) {
    if (initiative.proposed || !actor.offers.includes(initiative.id) || !letsIn(actor, initiative, sme)) continue
    for (const area of initiative.addresses) for (const need of meets[area] ?? []) met.add(need)
  }
  return asked.filter((need) => met.has(need))
}

const nearestFirst = ['municipality', 'county', 'country']

/** The nearest of some ties in force that holds a place; null for none. */
export function nearestOf(ties: readonly Tie[], place: string): string | null {
  for (const prefix of nearestFirst) {
    for (const tie of ties) {
      if (!tie.lapsed && tie.to.startsWith(`${prefix}:`) && holders[place]?.includes(tie.to)) return tie.to
    }
  }
  return null
}

/** How near ties of kind place let a place in: its place in LOCAL, COUNTY, NATIONAL; null where they do not. */
function levelFrom(ties: readonly Tie[], place: string): number | null {
  if (ties.length === 0) return 2
  const found = nearestOf(ties, place)
  return found === null ? null : nearestFirst.indexOf(found.slice(0, found.indexOf(':')))
}

export const placesNamed = (actor: WorldActor, initiative: WorldInitiative | null): Tie[] =>
  counting(actor, initiative, 'place')

const levelNames = ['LOCAL', 'COUNTY', 'NATIONAL', 'NONE']

/** Every SME that a municipality could have, of any sector or of some. */
function everySme(municipality: string, ofSectors: readonly string[] = sectors): WorldSme[] {
  const smes: WorldSme[] = []
  for (const sector of ofSectors) {
    for (const size of sizes) for (const employees of [0, 1_000]) smes.push({ municipality, sector, size, employees })
  }
  return smes
}

const meetsNeed = (areas: readonly string[], need: string): boolean =>
  areas.some((area) => meets[area]?.includes(need) ?? false)

/** What one actor itself, or one initiative through those who offer it, can mean for a place. */
interface Means {
  readonly initiative: WorldInitiative | null
  readonly actors: readonly WorldActor[]
}

function meansToMeet(world: World, need: string): Means[] {
  const means: Means[] = []
  for (const actor of world.actors) {
    if (meetsNeed(actor.provides, need)) means.push({ initiative: null, actors: [actor] })
  }
  for (const initiative of world.initiatives) {
    if (initiative.proposed || !meetsNeed(initiative.addresses, need)) continue
    means.push({ initiative, actors: world.actors.filter(({ offers }) => offers.includes(initiative.id)) })
  }
  return means
}

/** How near the nearest is that lets all of some SMEs in; 3 where each shuts some out. */
function nearestForAll({ initiative, actors }: Means, smes: readonly WorldSme[]): number {
  let nearest = 3
  for (const actor of actors) {
    if (!smes.every((sme) => letsIn(actor, initiative, sme))) continue
    nearest = Math.min(nearest, levelFrom(placesNamed(actor, initiative), smes[0]?.municipality ?? '') ?? 3)
  }
  return nearest
}

/** From how near a need is met for the SMEs of a municipality, of any sector or of an industry, and by how many. */
export function modelCell(world: World, municipality: string, need: string, industry: string | null = null) {
  let level = 3
  let actors = 0
  let initiatives = 0
  for (const means of meansToMeet(world, need)) {
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

/** The municipality that is marked as inland. */
export const INLAND = 'municipality:b'

function meetsForAll(world: World, actor: WorldActor, municipality: string, need: string): boolean {
  for (const { initiative, actors } of meansToMeet(world, need)) {
    if (!actors.includes(actor)) continue
    if (everySme(municipality).every((sme) => letsIn(actor, initiative, sme))) return true
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
export function modelElsewhere(world: World, place: string, need: string): { actor: string; distanceKm: number }[] {
  const found: { actor: string; distanceKm: number }[] = []
  for (const actor of world.actors) {
    if (meetsForAll(world, actor, place, need)) continue
    const served = municipalities.filter((other) => meetsForAll(world, actor, other, need))
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
export function modelHelpers(world: World, { places, needs }: ModelGroup, within: readonly string[]): string[] {
  const found = new Set<string>()
  for (const actor of world.actors) {
    for (const need of needs) {
      if (places.some((place) => meetsForAll(world, actor, place, need))) continue
      if (within.some((other) => meetsForAll(world, actor, other, need))) found.add(actor.id)
    }
  }
  return [...found].toSorted()
}

/** The world as it is after a change. */
export function modelChanged(world: World, change: WorldChange): World {
  const initiatives = world.initiatives
    .filter(({ id }) => !change.removeInitiatives.includes(id))
    .map((each) => (change.addInitiatives.includes(each.id) ? { ...each, proposed: false } : each))
  const kept = world.actors.filter((_, index) => !change.removeActors.includes(index))
  const added = change.addActors.map(({ serves, provides }, index) => ({
    ...{ id: `actor:new-${index}`, provides, offers: [], seat: null },
    names: serves.map((to) => ({ to, lapsed: false })),
  }))
  return { actors: [...kept, ...added], initiatives }
}
