import type { SizeClass } from '../classification/size-class.js'
import type { KeptCandidate } from './kept-candidates.js'
import type { CheckedSupplierFilter } from './supplier-filter.js'
import type { Stance } from './supplier-score.js'
import type { SeekingVenture } from './venture.js'

/** A category that a firm could supply, with the weight of its best basis. */
export interface Ability {
  readonly category: string
  readonly weight: number
}

/** FULFILLED or LACKING by requirement; without an entry where nothing is known, or sources say otherwise. */
export type Standings = ReadonlyMap<string, string>

/** A firm that could supply a venture, or several of which the same is known, before any filter. */
export interface AbleFirm {
  readonly abilities: readonly Ability[]
  readonly sizeClass: SizeClass
  readonly municipality: string | null
  readonly distanceKm: number | null
  readonly standings: Standings
  /** Whether it has as many employees as are asked for. */
  readonly hasEmployees: boolean
  /** Whether the text that is looked for, if any, stands in its names or in those of its sectors. */
  readonly isNamed: boolean
  /** How many firms these are. */
  readonly firms: number
}

/** Parts of a filter, with the distance that is asked for beside it. */
export const filterParts = [
  ...(['CATEGORIES', 'REQUIREMENTS', 'SIZE_CLASSES', 'EMPLOYEES'] as const),
  ...(['BASES', 'MUNICIPALITIES', 'TEXT', 'DISTANCE'] as const),
] as const
export type SupplierFilterPart = (typeof filterParts)[number]

/** Each a bit of what a firm fails. */
export const partBits: Readonly<Record<SupplierFilterPart, number>> = {
  ...{ CATEGORIES: 1, REQUIREMENTS: 2, SIZE_CLASSES: 4, EMPLOYEES: 8 },
  ...{ BASES: 16, MUNICIPALITIES: 32, TEXT: 64, DISTANCE: 128 },
}

/** Which parts of a filter a firm fails, whatever it could supply. */
export function failedByFirm(filter: CheckedSupplierFilter, firm: AbleFirm): number {
  const { standings, municipality, distanceKm } = firm
  const meets =
    filter.fulfils.every((each) => standings.get(each) === 'FULFILLED') &&
    !filter.mayFulfil.some((each) => standings.get(each) === 'LACKING')
  const isNear = filter.withinKm === null || (distanceKm !== null && distanceKm <= filter.withinKm)
  const isIn = !filter.municipalities || (municipality !== null && filter.municipalities.has(municipality))
  return (
    (meets ? 0 : partBits.REQUIREMENTS) |
    (!filter.sizeClasses || filter.sizeClasses.has(firm.sizeClass) ? 0 : partBits.SIZE_CLASSES) |
    (firm.hasEmployees ? 0 : partBits.EMPLOYEES) |
    (isIn ? 0 : partBits.MUNICIPALITIES) |
    (isNear ? 0 : partBits.DISTANCE)
  )
}

/** Which parts of a filter one of its categories fails. */
export function failedByAbility(
  filter: CheckedSupplierFilter,
  { isNamed }: Pick<AbleFirm, 'isNamed'>,
  { category, weight }: Ability,
): number {
  const isSought = !filter.text || isNamed || filter.text.categories.has(category)
  return (
    (!filter.categories || filter.categories.has(category) ? 0 : partBits.CATEGORIES) |
    (!filter.weights || filter.weights.has(weight) ? 0 : partBits.BASES) |
    (isSought ? 0 : partBits.TEXT)
  )
}

/** A firm that is kept, as the filter's questions find it. */
export interface KeptAbleFirm extends AbleFirm {
  readonly firm: string
  readonly sortName: string
  readonly employees: number | null
  readonly stances: readonly Stance[]
  readonly firms: 1
}

/** Candidates of one category, beside those that supply it already. */
export interface CategoryCandidates {
  readonly category: string
  readonly candidates: readonly KeptCandidate[]
  readonly suppliers: readonly KeptCandidate[]
}

/** The firms of some categories, each once, with all that it could supply, in the order of the categories. */
export function ableFirms(
  lists: readonly CategoryCandidates[],
  { kilometres }: Pick<SeekingVenture, 'kilometres'>,
  filter: CheckedSupplierFilter,
): KeptAbleFirm[] {
  const found = new Map<string, KeptAbleFirm & { readonly abilities: Ability[] }>()
  const standings = new Map<readonly Stance[], Standings>()
  const add = (category: string, candidate: KeptCandidate) => {
    const { firm, sortName, weight, employees, sizeClass, stances } = candidate
    const known = found.get(firm)
    if (known) {
      known.abilities.push({ category, weight })
      return
    }
    const held = standings.get(stances) ?? standingsOf(stances)
    standings.set(stances, held)
    found.set(firm, {
      ...{ firm, sortName, employees, sizeClass, stances, standings: held, firms: 1 },
      abilities: [{ category, weight }],
      ...nearestOf(candidate.municipalities, kilometres),
      hasEmployees: hasEmployees(filter, employees),
      isNamed: isNamed(filter, candidate),
    })
  }
  for (const { category, candidates, suppliers } of lists) {
    const supplying = new Set(suppliers.map(({ firm }) => firm))
    for (const each of suppliers) add(category, each)
    for (const each of candidates) if (!supplying.has(each.firm)) add(category, each)
  }
  return [...found.values()]
}

/** Of a firm's municipalities the nearest to the venture, the first by id of several, with the distance where it is known. */
export function nearestOf(
  municipalities: readonly string[],
  kilometres: Readonly<Record<string, number>>,
): { readonly municipality: string | null; readonly distanceKm: number | null } {
  let municipality: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const each of municipalities) {
    const distance = kilometres[each] ?? Number.POSITIVE_INFINITY
    if (municipality !== null && (distance > least || (distance === least && each > municipality))) continue
    municipality = each
    least = distance
  }
  return { municipality, distanceKm: Number.isFinite(least) ? least : null }
}

function standingsOf(stances: readonly Stance[]): Standings {
  const said = new Map<string, string>()
  const contested = new Set<string>()
  for (const { requirement, status } of stances) {
    if ((said.get(requirement) ?? status) !== status) contested.add(requirement)
    said.set(requirement, status)
  }
  for (const requirement of contested) said.delete(requirement)
  return said
}

/** Whether a firm has as many employees as a filter asks. */
export function hasEmployees(
  { minEmployees, maxEmployees }: Pick<CheckedSupplierFilter, 'minEmployees' | 'maxEmployees'>,
  employees: number | null,
): boolean {
  if (minEmployees === null && maxEmployees === null) return true
  return employees !== null && employees >= (minEmployees ?? 0) && employees <= (maxEmployees ?? employees)
}

const isNamed = ({ text }: CheckedSupplierFilter, { searchText, sectors }: KeptCandidate): boolean =>
  !text || text.forms.some((form) => searchText.includes(form)) || sectors.some((sector) => text.sectors.has(sector))
