import type { Named } from '../../language/wording.js'
import { byName } from './by-name.js'
import { type Level, type Limit, type Limits, levels, type NamedPlace } from './limits.js'
import type { Sme, Standing } from './sme.js'

/** Whether a limit or term lets an SME through; UNKNOWN where that is not known of the SME. */
export type Verdict = 'MET' | 'FAILED' | 'UNKNOWN'

/** One kind of limit, judged for an SME. */
export interface JudgedLimit<Of extends Named = Named> {
  readonly verdict: Verdict
  /** What it names that holds the SME, or may hold it where the verdict is UNKNOWN; empty where it names nothing. */
  readonly through: readonly Of[]
}

/** All limits of an actor or initiative, judged for an SME. */
export interface JudgedLimits {
  readonly places: JudgedLimit<NamedPlace>
  readonly sectors: JudgedLimit
  readonly sizes: JudgedLimit
}

/** A kind of limit that is not named lets everyone through; what is not known of the SME does not exclude it. */
export function judgeLimit<Of extends Named>(limit: Limit<Of>, standing: Standing): JudgedLimit<Of> {
  if (!limit.named) return { verdict: 'MET', through: [] }
  const holding = limit.inForce.filter(({ id }) => standing.within.has(id))
  if (holding.length > 0) return { verdict: 'MET', through: holding }
  const perhaps = limit.inForce.filter(({ id }) => mayBeWithin(standing, id))
  return { verdict: perhaps.length > 0 ? 'UNKNOWN' : 'FAILED', through: perhaps }
}

function mayBeWithin({ perhapsWithin }: Standing, id: string): boolean {
  return perhapsWithin === 'ANYTHING' || perhapsWithin.has(id)
}

/** Whether a limit on place lets those in for certain who lie within these places. */
export function letsIn(places: Limit<NamedPlace>, within: ReadonlySet<string>): boolean {
  return judgeLimit(places, { within, perhapsWithin: new Set() }).verdict === 'MET'
}

export function judgeLimits(limits: Limits, sme: Sme): JudgedLimits {
  return {
    places: judgeLimit(limits.places, sme.places),
    sectors: judgeLimit(limits.sectors, sme.sectors),
    sizes: judgeLimit(limits.sizes, sme.sizes),
  }
}

/** Whether every kind of limit lets the SME through, as far as is known. */
export function reaches(judged: JudgedLimits): boolean {
  return [judged.places, judged.sectors, judged.sizes].every(({ verdict }) => verdict !== 'FAILED')
}

/** The nearest of some places, the first by name where several are as near; null for none. */
export function nearest(places: readonly NamedPlace[]): NamedPlace | null {
  return (
    places.toSorted((left, right) => distance(left.level) - distance(right.level) || byName(left, right)).at(0) ?? null
  )
}

/** How near a judged place limit lets an SME in from; a limit that names no place reaches the whole country. */
export function levelOf(judged: JudgedLimit<NamedPlace>): Level {
  return nearest(judged.through)?.level ?? 'NATIONAL'
}

/** The nearest of some levels; undefined for none. */
export function nearestLevel(found: readonly Level[]): Level | undefined {
  return levels.find((level) => found.includes(level))
}

/** The furthest of some levels; undefined for none. */
export function furthestLevel(found: readonly Level[]): Level | undefined {
  return levels.findLast((level) => found.includes(level))
}

const distance = (level: Level): number => levels.indexOf(level)
