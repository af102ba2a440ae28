import { type SizeClass, sizeClasses } from '../classification/size-class.js'
import type { PhaseKind } from '../establishments/phases.js'
import { type PageArguments, type PageInfo, pageSize } from '../graph/compose/page.js'
import { idOfKind } from '../graph/entity-ids.js'
import type { GraphReader } from '../graph/graph.js'
import type { Warning } from '../kernel/warning.js'
import type { DistanceBetween } from '../places/distance-points.js'
import type { KeptKnowledge, ReadKept } from '../reference/reference.js'
import type { CategoryCandidates } from './able-firms.js'
import { candidatesOfCategory, suppliersOfVenture } from './kept-candidates.js'
import {
  bestCandidates,
  type CandidateRow,
  type CandidatesAsked,
  type CandidatesScored,
  candidatesByDistance,
} from './queries.js'
import { type RankedCandidate, ranked } from './ranked-candidates.js'
import { supplierCounts } from './supplier-counts.js'
import { checkedSupplierFilter, type SupplierFilter, sizesAsked } from './supplier-filter.js'
import { type FilteredRow, filteredCandidates } from './supplier-firm-queries.js'
import { pageJudged, readLikeFirms } from './supplier-judged.js'
import {
  BEFORE_ALL,
  byRank,
  firstAfter,
  pageRanked,
  type Rank,
  rankAfter,
  type SupplierOrder,
} from './supplier-order.js'
import {
  basisOf,
  type MatchBasis,
  requirementShares,
  type ScoreInWords,
  type Standing,
  scoreInWords,
  scoreOf,
  scoreParts,
  standingOf,
} from './supplier-score.js'
import { noFirms, noneAsFiltered, nothingBought } from './supply-warnings.js'
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
  /** Which points of municipalities distances are measured between. */
  readonly distances: DistanceBetween
  readonly asOf: string
}

/** Which of the firms are asked for, and in which order. */
export interface SuppliersChosen {
  readonly filter?: SupplierFilter | null | undefined
  readonly orderBy?: SupplierOrder | null | undefined
}

/** A firm that could supply a venture with a category. Entities stand as ids. */
export interface SupplierMatch extends Standing {
  readonly firm: string
  readonly category: string
  readonly basis: MatchBasis
  readonly distanceKm: number | null
  readonly score: number
  readonly scoreParts: ScoreInWords
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

const LIST = 'supplierMatches'

/**
 * Firms that could supply a venture, a row for each category of each, best score first unless asked otherwise.
 * @throws BadUserInputError, NotFoundError as `readVenture` and `checkedSupplierFilter`; BadUserInputError for a wrong page.
 */
export async function supplierMatches(
  { graph, reference }: KeptKnowledge,
  {
    establishment,
    phase = null,
    withinKm = null,
    distances,
    asOf,
    filter,
    orderBy,
  }: SuppliersQuestion & SuppliersChosen,
  page: PageArguments,
): Promise<SupplierMatchPage> {
  const size = pageSize(page)
  const isFurther = typeof page.after === 'string'
  const order = orderBy ?? 'SCORE_DESC'
  const after = rankAfter(LIST, order, page.after)
  checkDistance(withinKm)
  const checked = await checkedSupplierFilter(graph, filter ?? null, withinKm)
  const { venture, sought, lists } = await reference.together((of) =>
    keptCandidates(of, { establishment, phase, withinKm, distances, asOf }),
  )
  const asked = sought.flatMap((category, index) => {
    if (checked.categories?.has(category.category) === false) return []
    const list = lists[index]
    const rows = list ? ranked(list, venture, checked, order) : null
    return [{ rows, asked: candidatesAsked(venture, category, phase, asOf, sizesAsked(checked)) }]
  })
  const first = await Promise.all(
    asked.map(async ({ rows, asked }) => {
      if (rows) return firstAfter(rows, after, size + 1)
      const judged = pageJudged(checked, venture, { order, after, limit: size + 1 }, asked.category)
      const found = await graph.read(filteredCandidates, { ...asked, ...judged })
      return found.map((row) => rankedRow(row, asked.category, venture.requirements.length))
    }),
  )
  const count = async () => {
    const counts = await Promise.all(
      asked.map(async ({ rows, asked }) => {
        if (rows) return rows.length
        if (!filter) return firmsWithin(await graph.read(candidatesByDistance, asked), withinKm)
        const likes = await readLikeFirms(graph, venture, sought.filter(is(asked.category)), { phase, asOf }, checked)
        return supplierCounts(likes, checked, { categories: [], requirements: [] }).rows
      }),
    )
    return counts.reduce((sum, firms) => sum + firms, 0)
  }
  const rows = first.flat().toSorted(byRank)
  const isEmpty = rows.length === 0 && !isFurther
  const warnings = sought.length === 0 ? [nothingBought] : isEmpty ? [filter ? noneAsFiltered : noFirms] : []
  const found = pageRanked(LIST, order, rows, { size, isFurther }, (row) => matchOf(row, venture.requirements))
  return { ...found, warnings, count }
}

const is = (id: string) => (sought: SoughtCategory) => sought.category === id

/** A venture, what it buys, and for each category those that are kept; null in the place of a category that has too many. */
export async function keptCandidates(
  of: ReadKept,
  { establishment, phase, withinKm, distances, asOf }: SuppliersQuestion,
): Promise<{
  readonly venture: SeekingVenture
  readonly sought: readonly SoughtCategory[]
  readonly lists: readonly (CategoryCandidates | null)[]
}> {
  const [venture, sought, suppliers] = await Promise.all([
    of(seekingVenture, idOfKind('establishment', establishment, 'establishment'), distances),
    of(procuredByVenture, establishment, phase ?? null),
    of(suppliersOfVenture, establishment, phase ?? null, asOf),
  ])
  requireSite(venture, withinKm ?? null)
  const lists = await Promise.all(
    sought.map(async ({ category }) => {
      if (suppliers === null) return null
      const candidates = await of(candidatesOfCategory, category, asOf)
      return candidates && { category, candidates, suppliers: suppliers.get(category) ?? [] }
    }),
  )
  return { venture, sought, lists }
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

/** A firm that could supply this category. */
export interface Candidate extends CandidateRow {
  readonly category: string
}

/** The first of those that could supply a category; after one of them, where that is given. */
export async function readBest(
  graph: GraphReader,
  asked: CandidatesScored,
  { value, sortName, firm, category }: Rank = BEFORE_ALL,
): Promise<Candidate[]> {
  const after = { afterScore: value, afterName: sortName, afterFirm: firm, afterCategory: category }
  const rows = await graph.read(bestCandidates, { ...asked, ...after })
  return rows.map((row) => ({ ...row, category: asked.category }))
}

function rankedRow(row: FilteredRow, category: string, asked: number): RankedCandidate {
  const parts = scoreParts(row.weight, requirementShares(asked), row.fulfilled, row.distanceKm)
  return { ...row, category, parts, score: scoreOf(parts) }
}

function matchOf(row: RankedCandidate, requirements: readonly string[]): SupplierMatch {
  const { firm, category, weight, distanceKm, score, parts, fulfilled, stances } = row
  const said = scoreInWords(parts, { fulfilled, asked: requirements.length, distanceKm })
  return {
    ...{ firm, category, basis: basisOf(weight), distanceKm, score, scoreParts: { ...parts, ...said } },
    ...standingOf(requirements, stances),
  }
}
