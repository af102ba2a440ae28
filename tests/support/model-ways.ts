import type { SupportEvidence } from '../../src/support/facts/evidence.js'
import {
  holders,
  meets,
  regionCounties,
  type Tie,
  type World,
  type WorldActor,
  type WorldInitiative,
  type WorldMeeting,
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
  readonly exports?: boolean | null
  readonly ageYears?: number | null
}

/** How an actor leads to a need: itself or by an initiative, and directly or through an area. */
export interface ModelWay {
  readonly initiative: WorldInitiative | null
  readonly need: string
  readonly meeting: WorldMeeting | null
  readonly evidence: SupportEvidence
  /** Whether it goes by a buyer elsewhere to firms of the whole region. */
  readonly viaBuyer: boolean
}

/** Best first, as the contract lists them. */
const bestFirst = ['IN_FORCE', 'LAST_SEEN', 'COMPETENCE', 'AREA']

/** Whether some evidence is as good as the least that counts. */
export const counts = (evidence: SupportEvidence, least: SupportEvidence): boolean =>
  bestFirst.indexOf(evidence) <= bestFirst.indexOf(least)

/** The best of some evidence; null for none. */
export function bestEvidence(found: readonly SupportEvidence[]): SupportEvidence | null {
  let best: SupportEvidence | null = null
  for (const each of found) if (best === null || counts(each, best)) best = each
  return best
}

/** How well an initiative is known to be there on the day of worlds, in 2024; null where it is not. */
export function evidenceOf({ time, lastSeenYear, undatedPage }: WorldInitiative): SupportEvidence | null {
  if (time === 'ENDED' || time === 'PLANNED' || time === 'PROPOSED') return null
  if (time === 'ENDS_LATER') return 'IN_FORCE'
  if (lastSeenYear !== null && lastSeenYear >= 2021) return 'IN_FORCE'
  if (lastSeenYear !== null && lastSeenYear >= 2014) return 'LAST_SEEN'
  return undatedPage === null ? 'COMPETENCE' : 'LAST_SEEN'
}

/** Every way of an actor to any need, whoever asks. */
export function waysOf(world: World, actor: WorldActor, includeProposed = false): ModelWay[] {
  const ways: ModelWay[] = []
  const directly = (initiative: WorldInitiative | null, meeting: WorldMeeting, evidence: SupportEvidence) => {
    ways.push({ initiative, need: meeting.need, meeting, evidence, viaBuyer: false })
    if (meeting.viaBuyer) ways.push({ initiative, need: meeting.need, meeting, evidence, viaBuyer: true })
  }
  const through = (initiative: WorldInitiative | null, area: string) => {
    for (const need of meets[area] ?? []) {
      ways.push({ initiative, need, meeting: null, evidence: 'AREA', viaBuyer: false })
    }
  }
  for (const meeting of actor.helpsWith) directly(null, meeting, meeting.evidence ?? 'COMPETENCE')
  for (const area of actor.provides) through(null, area)
  for (const initiative of world.initiatives) {
    const evidence = includeProposed && initiative.time === 'PROPOSED' ? 'IN_FORCE' : evidenceOf(initiative)
    if (evidence === null || !actor.offers.includes(initiative.id)) continue
    for (const meeting of initiative.meets) directly(initiative, meeting, evidence)
    for (const area of initiative.addresses) through(initiative, area)
  }
  return ways
}

const kinds = { place: ['municipality', 'county', 'country'], sector: ['sector'], size: ['size-class'] }

function ofKind(ties: readonly Tie[], kind: keyof typeof kinds): Tie[] {
  const found: Tie[] = []
  for (const tie of ties) if (kinds[kind].includes(tie.to.slice(0, tie.to.indexOf(':')))) found.push(tie)
  return found
}

/** The ties of one kind that count: the initiative's, else its actor's. */
export function counting(actor: WorldActor, initiative: WorldInitiative | null, kind: keyof typeof kinds): Tie[] {
  const own = initiative ? ofKind(initiative.names, kind) : []
  return own.length > 0 ? own : ofKind(actor.names, kind)
}

export const placesNamed = (actor: WorldActor, initiative: WorldInitiative | null): Tie[] =>
  counting(actor, initiative, 'place')

/** Places that a way is for: by a buyer the counties of the region. */
export const placesOfWay = (actor: WorldActor, { initiative, viaBuyer }: ModelWay): Tie[] =>
  viaBuyer ? regionCounties.map((to) => ({ to, lapsed: false })) : placesNamed(actor, initiative)

function lets(ties: readonly Tie[], member: string | null): boolean {
  if (ties.length === 0) return true
  for (const tie of ties) {
    if (tie.lapsed) continue
    if (member === null || holders[member]?.includes(tie.to)) return true
  }
  return false
}

/** Whether a way of an actor lets an SME in, as far as is known of it. */
export function letsIn(actor: WorldActor, way: ModelWay, sme: WorldSme): boolean {
  const { initiative, meeting } = way
  if (!lets(placesOfWay(actor, way), sme.municipality)) return false
  if (!lets(counting(actor, initiative, 'sector'), sme.sector)) return false
  if (!lets(counting(actor, initiative, 'size'), sme.size)) return false
  if (meeting?.ifExporting && sme.exports === false) return false
  if (initiative === null) return true
  const { maxEmployees, maxAgeYears } = initiative
  if (maxEmployees !== null && sme.employees !== null && sme.employees > maxEmployees) return false
  const age = sme.ageYears ?? null
  if (maxAgeYears !== null && age !== null && age > maxAgeYears) return false
  const { minTurnover = null, excludedPlaces = [] } = initiative.terms ?? {}
  const turnover = sme.turnover ?? null
  if (minTurnover !== null && turnover !== null && turnover < minTurnover) return false
  const isExcluded = (municipality: string) =>
    excludedPlaces.some((place) => holders[municipality]?.includes(place) ?? false)
  return !(sme.amongst ?? [sme.municipality]).every(isExcluded)
}

/** Needs that an actor meets of those asked, for an SME. */
export function needsMet(
  world: World,
  actor: WorldActor,
  sme: WorldSme,
  asked: readonly string[],
  least: SupportEvidence = 'AREA',
): string[] {
  const met = new Set<string>()
  for (const way of waysOf(world, actor)) {
    if (counts(way.evidence, least) && letsIn(actor, way, sme)) met.add(way.need)
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
export function levelFrom(ties: readonly Tie[], place: string): number | null {
  if (ties.length === 0) return 2
  const found = nearestOf(ties, place)
  return found === null ? null : nearestFirst.indexOf(found.slice(0, found.indexOf(':')))
}
