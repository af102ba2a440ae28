import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { compare } from '../../graph/sort-name.js'
import { isJudgement } from '../../provenance/judgements.js'
import { confirmedSince, type InitiativeStatus, initiativeStatuses, initiativeStatusOn } from './initiative-status.js'

const seenRow = z.object({
  id: z.string(),
  name: z.string(),
  sortName: z.string(),
  lastSeen: z.number().nullable(),
  lastSeenIn: z.string().nullable(),
})

/** What is offered, who supports, and what is built. */
export type SeenKind = 'INITIATIVE' | 'SUPPORT_ACTOR' | 'ESTABLISHMENT'

/** An initiative, support actor or venture with the newest page that names it. */
export interface LastSeen extends z.infer<typeof seenRow> {
  readonly kind: SeenKind
  /** Where an initiative stands on the day that is asked about; null for others. */
  readonly status: InitiativeStatus | null
}

const named = (node: string): string =>
  `${node}.id AS id, coalesce(${node}.nameSv, ${node}.nameEn, ${node}.id) AS name, ${node}.sortName AS sortName`

const seen = (node: string): string =>
  `${named(node)}, ${node}.lastSeenYear AS lastSeen, ${node}.lastSeenIn AS lastSeenIn`

/** Every initiative with the page on which it was last seen and where it stands on a day. */
const initiativesLastSeen = query<{ asOf: string; confirmedSince: number }>()(
  'initiatives with when they were last seen',
  seenRow.extend({ status: z.enum(initiativeStatuses) }),
  `MATCH (initiative:Initiative)
   RETURN ${seen('initiative')}, ${initiativeStatusOn('initiative', '$asOf', '$confirmedSince')} AS status`,
)

/** Every support actor with the page on which it was last seen. */
const actorsLastSeen = query<Record<never, never>>()(
  'support actors with when they were last seen',
  seenRow,
  `MATCH (actor:SupportActor)
   RETURN ${seen('actor')}`,
)

const page = z.object({ id: z.string(), year: z.number().nullable(), kind: z.string().nullable() })

/** Every venture with the pages that tell of it: of its own source, and of what is said of it. */
const pagesOfVentures = query<Record<never, never>>()(
  'ventures with the pages that tell of them',
  seenRow.omit({ lastSeen: true, lastSeenIn: true }).extend({ said: z.array(page), pages: z.array(page) }),
  `MATCH (venture:Establishment)
   CALL (venture) {
     MATCH (venture)<-[:ABOUT]-(claim:Claim)
     MATCH (source:Source {id: claim.source})
     RETURN collect(DISTINCT {id: source.id, year: source.year, kind: source.kind}) AS said
   }
   CALL (venture) {
     MATCH (source:Source {id: venture.source})
     RETURN collect(DISTINCT {id: source.id, year: source.year, kind: source.kind}) AS pages
   }
   RETURN ${named('venture')}, said, pages`,
)

/** On which page each initiative, support actor and venture was last seen, oldest first. */
export async function readLastSeen(graph: GraphReader, asOf: string): Promise<LastSeen[]> {
  const [initiatives, actors, ventures] = await Promise.all([
    graph.read(initiativesLastSeen, { asOf, confirmedSince: confirmedSince(asOf) }),
    graph.read(actorsLastSeen, {}),
    graph.read(pagesOfVentures, {}),
  ])
  return oldestFirst([
    ...initiatives.map((each): LastSeen => ({ ...each, kind: 'INITIATIVE' })),
    ...actors.map((each): LastSeen => ({ ...each, kind: 'SUPPORT_ACTOR', status: null })),
    ...ventures.map(
      ({ id, name, sortName, said, pages }): LastSeen => ({
        ...{ id, name, sortName, kind: 'ESTABLISHMENT', status: null, ...newestOf([...pages, ...said]) },
      }),
    ),
  ])
}

/** The newest page that has a year, else one that has none; of several the first by id. */
function newestOf(pages: readonly z.infer<typeof page>[]): Pick<LastSeen, 'lastSeen' | 'lastSeenIn'> {
  const [newest] = pages
    .filter(({ kind }) => !isJudgement(kind))
    .toSorted((left, right) => (right.year ?? 0) - (left.year ?? 0) || compare(left.id, right.id))
  return { lastSeen: newest?.year ?? null, lastSeenIn: newest?.id ?? null }
}

/**
 * What no page with a year names stands first, since nothing says how old it is; then by year, Swedish alphabet and id.
 */
export function oldestFirst(rows: readonly LastSeen[]): LastSeen[] {
  return rows.toSorted(
    (left, right) =>
      (left.lastSeen ?? 0) - (right.lastSeen ?? 0) ||
      compare(left.sortName, right.sortName) ||
      compare(left.id, right.id),
  )
}

/**
 * Whether what is said today of an offer, actor or venture rests on a page that is older than three years, or of which no
 * year is known. What has ended, or is not there yet, says nothing of today.
 */
export function isStale({ lastSeen, status }: Pick<LastSeen, 'lastSeen' | 'status'>, asOf: string): boolean {
  const isThere = status === null || status === 'ACTIVE' || status === 'UNCONFIRMED'
  return isThere && (lastSeen === null || lastSeen < confirmedSince(asOf))
}

/** One line each for a terminal: the year or a dash, where an initiative stands, its id and its name. */
export function lastSeenLines(rows: readonly LastSeen[]): string[] {
  const cells = rows.map(({ lastSeen, status, id, name }) => [String(lastSeen ?? '–'), status ?? '', id, name])
  const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)))
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
