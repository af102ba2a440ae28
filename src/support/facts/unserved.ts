import type { SizeClass } from '../../classification/size-class.js'
import type { GraphReader } from '../../graph/graph.js'
import type { Named } from '../../language/wording.js'
import type { Provision, SupportActor } from './actors.js'
import type { Limit, Limits } from './limits.js'
import { judgeLimit, limitsAsOffered } from './reach.js'
import { COUNTRY, standingOfPlaces } from './read-profile.js'
import { type Place, readSupportSystem } from './read-system.js'
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
export async function needsWithoutSupportForAll(graph: GraphReader, asOf: string): Promise<PartlyMetNeeds[]> {
  const { actors, needs, places } = await readSupportSystem(graph, asOf)
  return needsNotMetForAll(actors, [...needs.values()], places)
}

/** The same from facts alone. Needs that are met by the same ways stand together. */
function needsNotMetForAll(
  actors: readonly SupportActor[],
  needs: readonly Named[],
  places: ReadonlyMap<string, Place>,
): PartlyMetNeeds[] {
  const provisions = actors.flatMap((actor) => provisionsOf(actor, places))
  const byWays = new Map<string, PartlyMetNeeds>()
  for (const { id } of needs) {
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

function provisionsOf(actor: SupportActor, places: ReadonlyMap<string, Place>): ProvidedWay[] {
  const own = wayThrough(actor.limits, null, places)
  const offered = actor.offers
    .filter(({ status }) => status === 'ACTIVE')
    .map((initiative) => ({
      way: wayThrough(limitsAsOffered(initiative, actor), initiative.terms, places),
      provides: initiative.addresses,
    }))
  return [{ way: own, provides: actor.provides }, ...offered].flatMap(({ way, provides }) =>
    way ? [{ way, provides }] : [],
  )
}

/** Null where nobody is let through: a limit that was named has lapsed. */
function wayThrough(limits: Limits, terms: Terms | null, places: ReadonlyMap<string, Place>): WayToNeed | null {
  const excluded = new Set(terms?.excluded.wholly.map(({ id }) => id) ?? [])
  const all: readonly Limit[] = [limits.places, limits.sectors, limits.sizes]
  if (excluded.has(COUNTRY) || all.some(({ named, inForce }) => named && inForce.length === 0)) return null
  return {
    places: servedPlaces(limits.places, places),
    excluded: [...places.values()]
      .filter(({ within }) => [...within].some((id) => excluded.has(id)))
      .map(({ id }) => id),
    sectors: namedIn(limits.sectors),
    sizes: namedIn(limits.sizes)?.map(sizeOfNode) ?? null,
    employees: { from: terms?.minEmployees ?? null, to: terms?.maxEmployees ?? null },
    turnover: { from: terms?.minTurnover ?? null, to: terms?.maxTurnover ?? null },
  }
}

function servedPlaces(limit: Limits['places'], places: ReadonlyMap<string, Place>): ServedPlaces | null {
  if (!limit.named || limit.inForce.some(({ id }) => id === COUNTRY)) return null
  const judged = [...places.keys()].map((id) => ({ id, ...judgeLimit(limit, standingOfPlaces([id], places)) }))
  return {
    certain: judged.filter(({ verdict }) => verdict === 'MET').map(({ id }) => id),
    perhaps: judged.filter(({ verdict }) => verdict === 'UNKNOWN').map(({ id }) => id),
  }
}

const namedIn = ({ named, inForce }: Limit): string[] | null => (named ? inForce.map(({ id }) => id).toSorted() : null)

const sizes: Readonly<Record<string, SizeClass>> = {
  'size-class:small': 'SMALL',
  'size-class:medium': 'MEDIUM',
  'size-class:large': 'LARGE',
}

const sizeOfNode = (id: string): SizeClass => sizes[id] ?? 'UNKNOWN'

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
