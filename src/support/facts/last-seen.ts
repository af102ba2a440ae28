import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { compare } from '../../graph/sort-name.js'
import { confirmedSince, initiativeStatuses, initiativeStatusOn } from './initiative-status.js'

const seenRow = z.object({
  id: z.string(),
  name: z.string(),
  sortName: z.string(),
  lastSeenYear: z.number().nullable(),
})

/** An initiative or support actor with the year of the newest page that names it; null where no such page has a year. */
export type LastSeen = z.infer<typeof seenRow> & {
  /** Where an initiative stands on the day that is asked about; null for an actor. */
  readonly status: (typeof initiativeStatuses)[number] | null
}

const seen = (node: string): string =>
  `${node}.id AS id, coalesce(${node}.nameSv, ${node}.nameEn, ${node}.id) AS name, ${node}.sortName AS sortName,
     ${node}.lastSeenYear AS lastSeenYear`

/** Every initiative with the year in which it was last seen and where it stands on a day. */
const initiativesLastSeen = query<{ asOf: string; confirmedSince: number }>()(
  'initiatives with when they were last seen',
  seenRow.extend({ status: z.enum(initiativeStatuses) }),
  `MATCH (initiative:Initiative)
   RETURN ${seen('initiative')}, ${initiativeStatusOn('initiative', '$asOf', '$confirmedSince')} AS status`,
)

/** Every support actor with the year in which it was last seen. */
const actorsLastSeen = query<Record<never, never>>()(
  'support actors with when they were last seen',
  seenRow,
  `MATCH (actor:SupportActor)
   RETURN ${seen('actor')}`,
)

/** When each initiative and support actor was last seen on a page with a year, oldest first. */
export async function readLastSeen(graph: GraphReader, asOf: string): Promise<LastSeen[]> {
  const [initiatives, actors] = await Promise.all([
    graph.read(initiativesLastSeen, { asOf, confirmedSince: confirmedSince(asOf) }),
    graph.read(actorsLastSeen, {}),
  ])
  return oldestFirst([...initiatives, ...actors.map((actor) => ({ ...actor, status: null }))])
}

/** What no page with a year names stands first, since nothing says how old it is; then by year, Swedish alphabet and id. */
export function oldestFirst(rows: readonly LastSeen[]): LastSeen[] {
  return rows.toSorted(
    (left, right) =>
      (left.lastSeenYear ?? 0) - (right.lastSeenYear ?? 0) ||
      compare(left.sortName, right.sortName) ||
      compare(left.id, right.id),
  )
}

/** One line each for a terminal: the year or a dash, where an initiative stands, its id and its name. */
export function lastSeenLines(rows: readonly LastSeen[]): string[] {
  const cells = rows.map(({ lastSeenYear, status, id, name }) => [String(lastSeenYear ?? '–'), status ?? '', id, name])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)))
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
