import { type SizeClass, sizeClasses } from '../classification/size-class.js'
import type { PhaseKind } from '../establishments/phases.js'
import { type CursorValues, decodeCursor, encodeCursor } from '../graph/compose/cursor.js'
import { type PageArguments, type PageInfo, pageSize } from '../graph/compose/page.js'
import { idOfKind } from '../graph/entity-ids.js'
import type { GraphReader } from '../graph/graph.js'
import type { Warning } from '../kernel/warning.js'
import type { KeptKnowledge } from '../reference/reference.js'
import { candidatesOfCategory, suppliersOfVenture } from './kept-candidates.js'
import {
  bestCandidates,
  type CandidateRow,
  type CandidatesAsked,
  type CandidatesScored,
  candidatesByDistance,
} from './queries.js'
import { byScore, firstAfter, type Rank, type RankedCandidate, ranked } from './ranked-candidates.js'
import { basisOf, type MatchBasis, requirementShares, type Standing, standingOf } from './supplier-score.js'
import { noFirms, nothingBought } from './supply-warnings.js'
import {
  checkDistance,
  procuredByVenture,
  requireSite,
  type SeekingVenture,
  type SoughtCategory,
  seekingVenture,
} from './venture.js'

export interface SuppliersQuestion {
  readonly establishment: string
  /** Any where it is left out. */
  readonly phase?: PhaseKind | null | undefined
  /** Anywhere where it is left out. */
  readonly withinKm?: number | null | undefined
  readonly asOf: string
}

/** A firm that could supply a venture with a category. Entities stand as ids. */
export interface SupplierMatch extends Standing {
  readonly firm: string
  readonly category: string
  readonly basis: MatchBasis
  readonly distanceKm: number | null
  readonly score: number
}

/** A page of the firms that could supply a venture. */
export interface SupplierMatchPage {
  readonly nodes: readonly SupplierMatch[]
  readonly edges: readonly { readonly cursor: string; readonly node: SupplierMatch }[]
  readonly pageInfo: PageInfo
  readonly warnings: readonly Warning[]
  /** How many rows all pages have. */
  readonly count: () => Promise<number>
}

/** Before all that there are. */
const BEFORE_ALL: Rank = { score: 2, sortName: '', firm: '', category: '' }

/**
 * Firms that could supply a venture, a row for each category of each, best score first.
 * @throws BadUserInputError, NotFoundError as `readVenture`; BadUserInputError for a wrong page.
 */
export async function supplierMatches(
  { graph, reference }: KeptKnowledge,
  { establishment, phase = null, withinKm = null, asOf }: SuppliersQuestion,
  page: PageArguments,
): Promise<SupplierMatchPage> {
  const size = pageSize(page)
  const isFurther = typeof page.after === 'string'
  const after = typeof page.after === 'string' ? rankOf(decodeCursor(page.after, LIST, 4)) : BEFORE_ALL
  checkDistance(withinKm)
  const { venture, sought, kept } = await reference.together(async (of) => {
    const [venture, sought, suppliers] = await Promise.all([
      of(seekingVenture, idOfKind('establishment', establishment, 'establishment')),
      of(procuredByVenture, establishment, phase),
      of(suppliersOfVenture, establishment, phase, asOf),
    ])
    requireSite(venture, withinKm)
    const kept = await Promise.all(
      sought.map(async ({ category }) => {
        if (suppliers === null) return null
        const candidates = await of(candidatesOfCategory, category, asOf)
        return candidates && ranked(category, candidates, suppliers.get(category) ?? [], venture, withinKm)
      }),
    )
    return { venture, sought, kept }
  })
  const asked = sought.map((category) => candidatesAsked(venture, category, phase, asOf))
  const first = await Promise.all(
    asked.map((each, index) => {
      const candidates = kept[index]
      return candidates
        ? firstAfter(candidates, after, size + 1)
        : readBest(graph, scoring(venture, each, withinKm, size + 1), after)
    }),
  )
  const count = async () => {
    const counts = await Promise.all(
      asked.map(
        async (each, index) =>
          kept[index]?.length ?? firmsWithin(await graph.read(candidatesByDistance, each), withinKm),
      ),
    )
    return counts.reduce((sum, firms) => sum + firms, 0)
  }
  const rows = first.flat().toSorted(byScore)
  const edges = rows
    .slice(0, size)
    .map((row) => ({ cursor: encodeCursor(LIST, keysOf(row)), node: matchOf(row, venture.requirements) }))
  const pageInfo = {
    hasNextPage: rows.length > size,
    hasPreviousPage: isFurther,
    startCursor: edges.at(0)?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
  const isEmpty = rows.length === 0 && !isFurther
  const warnings = sought.length === 0 ? [nothingBought] : isEmpty ? [noFirms] : []
  return { nodes: edges.map(({ node }) => node), edges, pageInfo, warnings, count }
}

/** How many firms lie near enough. */
export function firmsWithin(rows: readonly FirmsAtDistance[], withinKm: number | null): number {
  return rows.filter(({ distanceKm }) => isWithin(distanceKm, withinKm)).reduce((sum, { firms }) => sum + firms, 0)
}

interface FirmsAtDistance {
  readonly distanceKm: number | null
  readonly firms: number
}

/** Whether a firm at this distance lies near enough; one whose distance is not known does only where any will do. */
function isWithin(distanceKm: number | null, withinKm: number | null): boolean {
  return withinKm === null || (distanceKm !== null && distanceKm <= withinKm)
}

/** What the queries ask for firms of these size classes, all where left out, and one category. */
export function candidatesAsked(
  { establishment, kilometres }: SeekingVenture,
  { category, sectors }: SoughtCategory,
  phase: PhaseKind | null,
  asOf: string,
  sizes: readonly SizeClass[] = sizeClasses,
): CandidatesAsked {
  return { establishment, phase: phase ?? '', asOf, sizeClasses: sizes, category, sectors, kilometres }
}

/** The same with what decides the score. */
export function scoring(
  { requirements }: SeekingVenture,
  asked: CandidatesAsked,
  withinKm: number | null,
  limit: number,
) {
  return { ...asked, requirements, shares: requirementShares(requirements.length), withinKm: withinKm ?? -1, limit }
}

/** Where the row of a cursor stands. */
function rankOf([score, name, firm, category]: CursorValues): Rank {
  return { score: Number(score), sortName: String(name), firm: String(firm), category: String(category) }
}

const LIST = 'supplierMatches'

/** A firm that could supply this category. */
export interface Candidate extends CandidateRow {
  readonly category: string
}

/** The first of those that could supply a category; after one of them, where that is given. */
export async function readBest(
  graph: GraphReader,
  asked: CandidatesScored,
  { score, sortName, firm, category }: Rank = BEFORE_ALL,
): Promise<Candidate[]> {
  const after = { afterScore: score, afterName: sortName, afterFirm: firm, afterCategory: category }
  const rows = await graph.read(bestCandidates, { ...asked, ...after })
  return rows.map((row) => ({ ...row, category: asked.category }))
}

const keysOf = ({ score, sortName, firm, category }: Rank) => [score, sortName, firm, category]

function matchOf(row: RankedCandidate, requirements: readonly string[]): SupplierMatch {
  const { firm, category, weight, distanceKm, score, stances } = row
  return { firm, category, basis: basisOf(weight), distanceKm, score, ...standingOf(requirements, stances) }
}
