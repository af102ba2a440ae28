import { type SizeClass, sizeClasses, sizeClassId } from '../../classification/size-class.js'
import type { Knowledge } from '../../edition/knowledge.js'
import type { Provision, SupportActor } from './actors.js'
import type { Limit, Limits } from './limits.js'
import { judgeLimit, limitsAsOffered } from './reach.js'
import { standingOfPlaces } from './read-profile.js'
import { readSupportSystem, type SupportSystem } from './read-system.js'
import type { Terms } from './terms.js'

/** The least and most of a figure; null for no limit. */
export interface FigureLimit {
  readonly from: number | null
  readonly to: number | null
}

/** For whom a way from an actor to a need is. Null lets every SME through; what is not known of one does not exclude it. */
export interface WayToNeed {
  readonly places: ServedPlaces | null
  /** Places where it cannot be had: none of them may be the SME's. */
  readonly excluded: readonly string[]
  /** Sectors, whose parts count as well. */
  readonly sectors: readonly string[] | null
  readonly sizes: readonly SizeClass[] | null
  readonly employees: FigureLimit
  /** SEK million. */
  readonly turnover: FigureLimit
}

/** Municipalities and counties whose SMEs are let through. */
export interface ServedPlaces {
  /** An SME that lies in one of these is. */
  readonly certain: readonly string[]
  /** Counties of which a part is served: an SME of which no more is known may lie there. */
  readonly perhaps: readonly string[]
}

/** Needs that are not met for every SME, and the ways by which each of them is met for some; none where nobody meets them. */
export interface PartlyMetNeeds {
  readonly needs: readonly string[]
  readonly ways: readonly WayToNeed[]
}

/** Needs that some SMEs, or all, have nobody for on a day: what decides is a few lists, however many firms there are. */
export async function needsWithoutSupportForAll(knowledge: Knowledge, asOf: string): Promise<PartlyMetNeeds[]> {
  return needsNotMetForAll(await readSupportSystem(knowledge, asOf))
}

/** The same from facts alone. Needs that are met by the same ways stand together. */
function needsNotMetForAll(system: SupportSystem): PartlyMetNeeds[] {
  const provisions = system.actors.flatMap((actor) => provisionsOf(actor, system))
  const byWays = new Map<string, PartlyMetNeeds>()
  for (const id of system.needs.keys()) {
    const meeting = provisions.filter(({ provides }) =>
      provides.some(({ area }) => area.meets.some((need) => need.id === id)),
    )
    const ways = joined(meeting.map(({ way }) => way))
    if (ways.some(isForAll)) continue
    const key = JSON.stringify(ways)
    byWays.set(key, { needs: [...(byWays.get(key)?.needs ?? []), id], ways })
  }
  return [...byWays.values()]
}

interface ProvidedWay {
  readonly way: WayToNeed
  readonly provides: readonly Provision[]
}

function provisionsOf(actor: SupportActor, system: SupportSystem): ProvidedWay[] {
  const own = wayThrough(actor.limits, null, system)
  const offered = actor.offers
    .filter(({ status }) => status === 'ACTIVE')
    .map((initiative) => ({
      way: wayThrough(limitsAsOffered(initiative, actor), initiative.terms, system),
      provides: initiative.addresses,
    }))
  return [{ way: own, provides: actor.provides }, ...offered].flatMap(({ way, provides }) =>
    way ? [{ way, provides }] : [],
  )
}

/** Null where nobody is let through: a limit that was named has lapsed. */
function wayThrough(limits: Limits, terms: Terms | null, system: SupportSystem): WayToNeed | null {
  const excluded = new Set(terms?.excluded.wholly.map(({ id }) => id) ?? [])
  const all: readonly Limit[] = [limits.places, limits.sectors, limits.sizes]
  if (excluded.has(system.country) || all.some(({ named, inForce }) => named && inForce.length === 0)) return null
  return {
    places: servedPlaces(limits.places, system),
    excluded: [...system.places.values()]
      .filter(({ within }) => [...within].some((id) => excluded.has(id)))
      .map(({ id }) => id),
    sectors: namedIn(limits.sectors),
    sizes: namedIn(limits.sizes)?.map(sizeOfNode) ?? null,
    employees: { from: terms?.minEmployees ?? null, to: terms?.maxEmployees ?? null },
    turnover: { from: terms?.minTurnover ?? null, to: terms?.maxTurnover ?? null },
  }
}

function servedPlaces(limit: Limits['places'], system: SupportSystem): ServedPlaces | null {
  if (!limit.named || limit.inForce.some(({ id }) => id === system.country)) return null
  const judged = [...system.places.keys()].map((id) => ({ id, ...judgeLimit(limit, standingOfPlaces([id], system)) }))
  return {
    certain: judged.filter(({ verdict }) => verdict === 'MET').map(({ id }) => id),
    perhaps: judged.filter(({ verdict }) => verdict === 'UNKNOWN').map(({ id }) => id),
  }
}

const namedIn = ({ named, inForce }: Limit): string[] | null => (named ? inForce.map(({ id }) => id).toSorted() : null)

const sizeOfNode = (id: string): SizeClass => sizeClasses.find((size) => sizeClassId(size) === id) ?? 'UNKNOWN'

/** Ways that differ in their places alone become one. */
function joined(ways: readonly WayToNeed[]): WayToNeed[] {
  const byRest = new Map<string, WayToNeed>()
  for (const way of ways) {
    const { places, ...rest } = way
    const key = JSON.stringify(rest)
    const before = byRest.get(key)
    byRest.set(key, before ? { ...way, places: eitherPlaces(before.places, places) } : way)
  }
  return [...byRest.values()]
}

function eitherPlaces(left: ServedPlaces | null, right: ServedPlaces | null): ServedPlaces | null {
  if (left === null || right === null) return null
  return {
    certain: [...new Set([...left.certain, ...right.certain])].toSorted(),
    perhaps: [...new Set([...left.perhaps, ...right.perhaps])].toSorted(),
  }
}

function isForAll({ places, excluded, sectors, sizes: named, employees, turnover }: WayToNeed): boolean {
  const figures = [employees.from, employees.to, turnover.from, turnover.to]
  return [places, sectors, named, ...figures].every((limit) => limit === null) && excluded.length === 0
}
