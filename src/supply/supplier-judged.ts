import type { GraphReader } from '../graph/graph.js'
import { BadUserInputError } from '../kernel/input-errors.js'
import type { Ability, AbleFirm, Standings } from './able-firms.js'
import type { CheckedSupplierFilter } from './supplier-filter.js'
import { type AbleAsked, type FirmsJudged, likeFirms, type PageJudged } from './supplier-firm-queries.js'
import type { Rank, SupplierOrder } from './supplier-order.js'
import { basisWeights, requirementShares } from './supplier-score.js'
import type { SeekingVenture, SoughtCategory, SuppliersOnDay } from './venture.js'

/** In the place of an id where a list that a statement takes would be empty. */
const NOWHERE = ''

const orNowhere = (ids: Iterable<string>): string[] => {
  const list = [...ids]
  return list.length === 0 ? [NOWHERE] : list
}

/** Requirements that a question looks at, which a statement takes one of at least. */
const lookedAt = ({ requirements }: SeekingVenture, { fulfils, mayFulfil }: CheckedSupplierFilter): string[] =>
  orNowhere(new Set([...requirements, ...fulfils, ...mayFulfil]))

/** What a statement holds firms against. */
function firmsJudged(filter: CheckedSupplierFilter, venture: SeekingVenture): FirmsJudged {
  const [word = '', wordJoined = word] = filter.text?.forms ?? []
  return {
    ...{ word, wordJoined, sectorsSought: orNowhere(filter.text?.sectors ?? []) },
    ...employeesAsked(filter),
    ...{ kilometres: venture.kilometres, requirements: lookedAt(venture, filter) },
  }
}

/** Any number, known or not, where neither bound is asked for. */
function employeesAsked({ minEmployees, maxEmployees }: CheckedSupplierFilter) {
  return { leastEmployees: minEmployees ?? (maxEmployees === null ? -1 : 0), mostEmployees: maxEmployees ?? -1 }
}

/** The same with what else a page is filtered and ordered by. @param category whose name needs no looking at. */
export function pageJudged(
  filter: CheckedSupplierFilter,
  venture: SeekingVenture,
  { order, after, limit }: { readonly order: SupplierOrder; readonly after: Rank; readonly limit: number },
  category: string | null = null,
): PageJudged {
  const judged = firmsJudged(filter, venture)
  const each = (counted: readonly string[]) =>
    Object.fromEntries(judged.requirements.map((id) => [id, counted.includes(id) ? 1 : 0]))
  const isNamed = category !== null && filter.text?.categories.has(category) === true
  return {
    ...judged,
    ...(isNamed ? { word: '', wordJoined: '' } : {}),
    weights: [...(filter.weights ?? Object.values(basisWeights))],
    ...{ isAnywhere: filter.municipalities === null, places: orNowhere(filter.municipalities ?? []) },
    asks: each(venture.requirements),
    ...{ needed: each(filter.fulfils), neededCount: filter.fulfils.length, unlacked: each(filter.mayFulfil) },
    ...{ shares: requirementShares(venture.requirements.length), withinKm: filter.withinKm ?? -1, order, limit },
    ...{ afterValue: after.value, afterName: after.sortName, afterFirm: after.firm, afterCategory: after.category },
  }
}

const BASE = 4
/** More of them do not fit into a whole number that both engines count exactly. */
const MOST_CATEGORIES = 26

/**
 * What decides which firms could supply any of some categories.
 * @throws BadUserInputError for more categories than fit into a number: a phase or a filter names fewer.
 */
export function ableAsked(
  { establishment }: SeekingVenture,
  sought: readonly SoughtCategory[],
  { phase, asOf }: SuppliersOnDay,
): AbleAsked {
  if (sought.length > MOST_CATEGORIES) {
    throw new BadUserInputError(
      'phase',
      `${establishment} buys ${sought.length} categories, and of so many firms at most ${MOST_CATEGORIES} are told apart: name a phase`,
    )
  }
  const fits = sought.flatMap(({ category, sectors }) => sectors.map((sector) => ({ category, sector })))
  return {
    ...{ establishment, phase: phase ?? '', asOf, categories: orNowhere(sought.map(({ category }) => category)) },
    fits: fits.length === 0 ? [{ category: NOWHERE, sector: NOWHERE }] : fits,
    digits: Object.fromEntries(sought.map(({ category }, index) => [category, BASE ** index])),
  }
}

/** What a statement's number says of what a firm could supply. */
export function abilitiesIn(number: number, sought: readonly SoughtCategory[]): Ability[] {
  return sought.flatMap(({ category }, index) => {
    const digit = Math.floor(number / BASE ** index) % BASE
    const weight = [0, basisWeights.BY_SECTOR, basisWeights.DECLARED, basisWeights.EXISTING][digit] ?? 0
    return digit === 0 ? [] : [{ category, weight }]
  })
}

const STANDINGS = 3
/** As many of which how a firm stands to each fits into a whole number. */
const MOST_REQUIREMENTS = 33

/**
 * All firms that could supply a venture by what is known of them, counted in the database.
 * @throws BadUserInputError for more requirements, the venture's and the filter's, or categories than fit into a number.
 */
export async function readLikeFirms(
  graph: GraphReader,
  venture: SeekingVenture,
  sought: readonly SoughtCategory[],
  day: SuppliersOnDay,
  filter: CheckedSupplierFilter,
): Promise<AbleFirm[]> {
  const judged = firmsJudged(filter, venture)
  if (judged.requirements.length > MOST_REQUIREMENTS) {
    const message = `filter names requirements beside the venture's, ${judged.requirements.length} in all: at most ${MOST_REQUIREMENTS} can be counted`
    throw new BadUserInputError('filter', message)
  }
  const powers = Object.fromEntries(judged.requirements.map((id, index) => [id, STANDINGS ** index]))
  const rows = await graph.read(likeFirms, { ...ableAsked(venture, sought, day), ...judged, standings: powers })
  return rows.map(({ abilities, standing, ...row }) => ({
    ...row,
    abilities: abilitiesIn(abilities, sought),
    standings: standingsIn(standing, judged.requirements),
  }))
}

function standingsIn(number: number, requirements: readonly string[]): Standings {
  const found = requirements.flatMap((requirement, index): [string, string][] => {
    const digit = Math.floor(number / STANDINGS ** index) % STANDINGS
    return digit === 0 ? [] : [[requirement, digit === 1 ? 'FULFILLED' : 'LACKING']]
  })
  return new Map(found)
}
