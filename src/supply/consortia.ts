import { smeSizes } from '../classification/size-class.js'
import type { GraphReader } from '../graph/graph.js'
import { compare } from '../graph/sort-name.js'
import { BadUserInputError, wholeNumber } from '../kernel/input-errors.js'
import type { Warning } from '../kernel/warning.js'
import type { DistanceBetween } from '../places/distance-points.js'
import { kilometresBetween, type Position } from '../places/great-circle.js'
import { type FailedBound, failedNumbers, uncovered } from './failed-bounds.js'
import { employeesOf, type GroupsWanted, idsOf, type Member, minimalGroups } from './group-search.js'
import { readPositions } from './positions.js'
import { candidatesByDistance, largestCandidates, namesOfCategories } from './queries.js'
import { type Candidate, candidatesAsked, firmsWithin, readBest, scoring } from './supplier-matches.js'
import { standingOf } from './supplier-score.js'
import { noFirms, searchCut } from './supply-warnings.js'
import { readCategories, readVenture, type SeekingVenture, type SoughtCategory } from './venture.js'

const MOST_CATEGORIES = 10
const MOST_FIRMS = 6
/** Of each category, how many of the best firms and how many of the largest are tried. */
const TRIED_OF_EACH = 30
const MOST_STEPS = 20_000

export interface ConsortiaQuestion {
  readonly establishment: string
  readonly categories: readonly string[]
  readonly minEmployees: number
  readonly maxFirms: number
  readonly withinKm?: number | null | undefined
  /** Which points of municipalities distances are measured between. */
  readonly distances: DistanceBetween
  readonly asOf: string
}

/** A group of SMEs that covers the wanted categories. Entities stand as ids. */
export interface Consortium {
  /** By name. */
  readonly firms: readonly string[]
  /** By name. */
  readonly covers: readonly string[]
  readonly employees: number
  readonly spanKm: number
  readonly missing: readonly string[]
  readonly score: number
}

export interface Consortia {
  /** Best first. */
  readonly consortia: readonly Consortium[]
  readonly complete: boolean
  /** What stands in the way of every group, where there is none. */
  readonly failed: readonly FailedBound[]
  readonly warnings: readonly Warning[]
}

/** A firm that may be a member, as the search and the score know it. */
interface Partner extends Member {
  readonly sortName: string
  readonly position: Position
  readonly fulfils: ReadonlySet<string>
}

/**
 * Groups of SMEs that together cover categories and have employees enough, none of which can do without a member.
 * @throws BadUserInputError for numbers out of bounds, and as `readVenture`; NotFoundError for an unknown venture or category.
 */
export async function consortia(graph: GraphReader, question: ConsortiaQuestion): Promise<Consortia> {
  const { establishment, categories, minEmployees, maxFirms, withinKm = null, distances, asOf } = question
  wholeNumber('categories', categories.length, MOST_CATEGORIES)
  if (minEmployees < 1) throw new BadUserInputError('minEmployees', 'minEmployees must be 1 or more')
  wholeNumber('maxFirms', maxFirms, MOST_FIRMS)
  const [venture, sought] = await Promise.all([
    readVenture(graph, establishment, withinKm, distances),
    readCategories(graph, categories),
  ])
  const { rows, isCut } = await readRows(graph, venture, sought, withinKm, asOf)
  const partners = partnersOf(await readPositions(graph, distances), rows, sought, venture)
  const wanted = { things: sought.length, minEmployees, maxMembers: maxFirms, maxSteps: MOST_STEPS }
  const { groups, complete } = minimalGroups(partners, wanted)
  const failed =
    groups.length > 0 ? [] : await failedBounds(graph, { venture, sought, partners, wanted, withinKm, asOf })
  const found = groups.map((group) => ({ group, consortium: consortiumOf(group, sought, venture.requirements) }))
  return {
    consortia: found.toSorted(byScore).map(({ consortium }) => consortium),
    complete: complete && !isCut,
    failed,
    warnings: [
      ...(partners.length === 0 ? [noFirms] : []),
      ...(isCut ? [searchCut('FIRMS', 2 * TRIED_OF_EACH)] : []),
      ...(complete ? [] : [searchCut('STEPS', MOST_STEPS)]),
    ],
  }
}

/** A search that found no group. */
interface FailedSearch {
  readonly venture: SeekingVenture
  readonly sought: readonly SoughtCategory[]
  readonly partners: readonly Partner[]
  readonly wanted: GroupsWanted
  readonly withinKm: number | null
  readonly asOf: string
}

/** Why there is no group: categories that nobody covers near enough, else numbers that cannot be met. */
async function failedBounds(graph: GraphReader, search: FailedSearch): Promise<FailedBound[]> {
  const { venture, sought, partners, wanted, withinKm, asOf } = search
  const lacking = sought.filter((_, index) => !partners.some(({ covers }) => covers.has(index)))
  if (lacking.length === 0) return failedNumbers(partners, wanted)
  const names = await graph.read(namesOfCategories, { categories: lacking.map(({ category }) => category) })
  return Promise.all(
    lacking.map(async ({ category, ...each }) => {
      const asked = candidatesAsked(venture, { category, ...each }, null, asOf, smeSizes)
      const rows = await graph.read(candidatesByDistance, asked)
      const distances = rows.flatMap(({ distanceKm }) => distanceKm ?? [])
      const named = names.find(({ id }) => id === category) ?? {
        id: category,
        nameSv: category,
        nameEn: category,
        sortName: '',
      }
      const nearestKm = distances.length > 0 ? Math.min(...distances) : null
      return uncovered({ category, named, firms: firmsWithin(rows, null), nearestKm }, withinKm)
    }),
  )
}

/** The best and the largest firms of each category, and whether any were left out. */
async function readRows(
  graph: GraphReader,
  venture: SeekingVenture,
  sought: readonly SoughtCategory[],
  withinKm: number | null,
  asOf: string,
): Promise<{ rows: Candidate[]; isCut: boolean }> {
  const rows: Candidate[] = []
  let isCut = false
  for (const category of sought) {
    const asked = candidatesAsked(venture, category, null, asOf, smeSizes)
    const parameters = scoring(venture, asked, withinKm, TRIED_OF_EACH + 1)
    const best = await readBest(graph, parameters)
    rows.push(...best.slice(0, TRIED_OF_EACH))
    if (best.length <= TRIED_OF_EACH) continue
    isCut = true
    const largest = await graph.read(largestCandidates, { ...parameters, limit: TRIED_OF_EACH })
    rows.push(...largest.map((row) => ({ ...row, category: category.category })))
  }
  return { rows, isCut }
}

/** Each firm once, best first; one whose municipality is not known cannot be said to lie near any other. */
function partnersOf(
  positions: ReadonlyMap<string, Position>,
  rows: readonly Candidate[],
  sought: readonly SoughtCategory[],
  { kilometres, requirements }: SeekingVenture,
): Partner[] {
  const best = new Map(rows.toSorted(byRowScore).map((row) => [row.firm, row]))
  return [...best.values()].flatMap((row) => {
    const seat = row.municipalities
      .toSorted((left, right) => (kilometres[left] ?? 0) - (kilometres[right] ?? 0) || (left < right ? -1 : 1))
      .find((municipality) => positions.has(municipality))
    const position = positions.get(seat ?? '')
    if (!position) return []
    const covered = rows.filter(({ firm }) => firm === row.firm).map(({ category }) => category)
    const covers = sought.flatMap(({ category }, index) => (covered.includes(category) ? [index] : []))
    return {
      ...{ id: row.firm, sortName: row.sortName, employees: row.employees ?? 0, position },
      covers: new Set(covers),
      fulfils: new Set(standingOf(requirements, row.stances).fulfils),
    }
  })
}

function consortiumOf(
  group: readonly Partner[],
  sought: readonly SoughtCategory[],
  requirements: readonly string[],
): Consortium {
  const spanKm = Math.max(
    0,
    ...group.flatMap(({ position }) => group.map((other) => kilometresBetween(position, other.position))),
  )
  const missing = requirements.filter((requirement) => !group.some(({ fulfils }) => fulfils.has(requirement)))
  return {
    firms: group.toSorted(byName).map(({ id }) => id),
    covers: sought.map(({ category }) => category),
    employees: employeesOf(group),
    spanKm,
    missing,
    score: consortiumScore(group.length, spanKm, requirements.length, missing.length),
  }
}

/** 0.4 / firms + 0.3 / (1 + span / 100 km) + 0.3 · the share of what is asked that some member fulfils. */
function consortiumScore(firms: number, spanKm: number, asked: number, missing: number): number {
  const fulfilled = asked === 0 ? 1 : (asked - missing) / asked
  return 0.4 / firms + 0.3 / (1 + spanKm / 100) + 0.3 * fulfilled
}

interface ScoredGroup {
  readonly group: readonly Partner[]
  readonly consortium: Consortium
}

/** Best score first, then by the ids of the members in order. */
function byScore(left: ScoredGroup, right: ScoredGroup): number {
  const difference = right.consortium.score - left.consortium.score
  return difference || (idsOf(left.group).join(' ') < idsOf(right.group).join(' ') ? -1 : 1)
}

function byRowScore(left: Candidate, right: Candidate): number {
  return right.score - left.score || compare(left.firm, right.firm)
}

function byName(left: Partner, right: Partner): number {
  return compare(left.sortName, right.sortName) || compare(left.id, right.id)
}
