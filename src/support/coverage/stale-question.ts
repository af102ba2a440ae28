import { z } from 'zod'
import type { CursorValues } from '../../graph/compose/cursor.js'
import { query } from '../../graph/query.js'
import { compare } from '../../graph/sort-name.js'
import { Kept } from '../../reference/kept.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import { leastByDefault } from '../facts/evidence.js'
import { isStale, type LastSeen, readLastSeen } from '../facts/last-seen.js'
import { supportSystem } from '../facts/read-system.js'
import { knownByPlace, standingOfPlaces } from '../facts/sme.js'
import type { SupportSystem } from '../facts/system.js'
import { judgeWay, needsMetBy, waysOf } from '../facts/ways.js'
import { municipalitiesIn } from './places-asked.js'

/** An offer, actor or venture whose newest page is old or has no year. */
export interface Stale extends Pick<LastSeen, 'id' | 'sortName' | 'lastSeen' | 'lastSeenIn'> {
  readonly mattersIn: number
}

/** How many supplies to ventures are known. */
const suppliesToVentures = query<Record<never, never>>()(
  'supplies to ventures',
  z.object({ venture: z.string(), supplies: z.number() }),
  `MATCH (venture:Establishment)
   MATCH (venture)<-[supplies:SUPPLIES]-(:Firm)
   RETURN venture.id AS venture, count(supplies) AS supplies`,
)

const lastSeenOn = new Kept('what was last seen when', ({ graph }, asOf: string) => readLastSeen(graph, asOf))
const suppliesKnown = new Kept('supplies to ventures', ({ graph }) => graph.read(suppliesToVentures, {}))

/**
 * What answers rest on that may no longer be so: what stands in most of them first, then what was seen longest ago. A
 * page that few answers rest on can wait, however old it is.
 */
export async function staleOn({ edition, reference }: KeptKnowledge, asOf: string): Promise<Stale[]> {
  const [seen, system, supplies] = await reference.together((of) =>
    Promise.all([of(lastSeenOn, asOf), of(supportSystem, asOf), of(suppliesKnown)]),
  )
  const cells = cellsLedTo(system, edition.counties)
  const mattering = new Map([
    ...[...cells].map(([id, those]) => [id, those.size] as const),
    ...supplies.map((row) => [row.venture, row.supplies] as const),
  ])
  return seen
    .filter((each) => isStale(each, asOf))
    .map(({ id, sortName, lastSeen, lastSeenIn }) => ({
      ...{ id, sortName, lastSeen, lastSeenIn, mattersIn: mattering.get(id) ?? 0 },
    }))
    .toSorted(
      (left, right) =>
        right.mattersIn - left.mattersIn ||
        (left.lastSeen ?? 0) - (right.lastSeen ?? 0) ||
        compare(left.sortName, right.sortName) ||
        compare(left.id, right.id),
    )
}

/** For each actor, and each initiative, the municipalities and needs to which some SME there is led by it. */
function cellsLedTo(system: SupportSystem, counties: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const smes = municipalitiesIn(counties, system.places).map(({ id }) => ({
    ...{ place: id, sme: knownByPlace(standingOfPlaces([id], system)) },
  }))
  const cells = new Map<string, Set<string>>()
  const ways = system.actors.flatMap((actor) => waysOf(actor, { region: system.region, evidence: leastByDefault }))
  for (const way of ways) {
    const needs = needsMetBy(way)
    for (const { place, sme } of smes) {
      if (judgeWay(way, sme) === null) continue
      for (const { id } of [way.actor, ...(way.initiative ? [way.initiative] : [])]) {
        const ledTo = cells.get(id) ?? new Set()
        for (const need of needs) ledTo.add(`${place} ${need}`)
        cells.set(id, ledTo)
      }
    }
  }
  return cells
}

/** What orders them, for cursors. */
export const keysOfStale = ({ mattersIn, lastSeen, sortName, id }: Stale): CursorValues => [
  ...[-mattersIn, lastSeen ?? 0, sortName, id],
]
