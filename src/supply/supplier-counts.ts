import { type SizeClass, sizeClasses } from '../classification/size-class.js'
import { compare } from '../graph/sort-name.js'
import {
  type AbleFirm,
  failedByAbility,
  failedByFirm,
  filterParts,
  partBits,
  type SupplierFilterPart,
} from './able-firms.js'
import type { CheckedSupplierFilter } from './supplier-filter.js'
import { basisOf, type MatchBasis, matchBases } from './supplier-score.js'

/** How many firms there are of what; ids. */
export interface SupplierCounts {
  /** Firms that the filter lets through. */
  readonly firms: number
  /** The same, each once for every category that it lets through. */
  readonly rows: number
  /** All firms, whatever the filter. */
  readonly all: number
  readonly categories: readonly CategoryCount[]
  readonly requirements: readonly RequirementCount[]
  readonly sizeClasses: readonly { readonly sizeClass: SizeClass; readonly firms: number }[]
  readonly bases: readonly { readonly basis: MatchBasis; readonly firms: number }[]
  readonly municipalities: readonly MunicipalityCount[]
  readonly loosened: readonly { readonly without: SupplierFilterPart; readonly firms: number }[]
}

export interface CategoryCount {
  readonly category: string
  readonly firms: number
}

/** Null for firms of which it is not known. */
export interface MunicipalityCount {
  readonly municipality: string | null
  readonly firms: number
}

export interface RequirementCount {
  readonly requirement: string
  readonly fulfilling: number
  readonly lacking: number
  readonly notKnown: number
}

/**
 * Counts firms that could supply a venture. Each list counts those that all other parts of the filter let through: a firm
 * whose categories each fail at most the part that is counted.
 * @param categories that the venture buys, in order; `requirements` that it asks, in order.
 */
export function supplierCounts(
  firms: Iterable<AbleFirm>,
  filter: CheckedSupplierFilter,
  { categories, requirements }: { readonly categories: readonly string[]; readonly requirements: readonly string[] },
): SupplierCounts {
  const tally = new Tally()
  const asked = [...new Set([...requirements, ...filter.fulfils, ...filter.mayFulfil])]
  const by = { categories: new Tally(), sizes: new Tally(), bases: new Tally(), places: new Tally() }
  const standing = { FULFILLED: new Tally(), LACKING: new Tally(), known: new Tally() }
  const parts = partsAsked(filter)
  for (const firm of firms) {
    const own = failedByFirm(filter, firm)
    const failed = firm.abilities.map((ability) => own | failedByAbility(filter, firm, ability))
    const passes = (part: number) => failed.some((bits) => (bits & ~part) === 0)
    tally.add('all', firm.firms)
    if (passes(0)) tally.add('firms', firm.firms)
    tally.add('rows', firm.firms * failed.filter((bits) => bits === 0).length)
    for (const part of parts) if (passes(partBits[part])) tally.add(part, firm.firms)
    if (passes(partBits.SIZE_CLASSES)) by.sizes.add(firm.sizeClass, firm.firms)
    if (passes(partBits.MUNICIPALITIES)) by.places.add(firm.municipality ?? '', firm.firms)
    const counted = (index: number, part: number) => ((failed[index] ?? 0) & ~part) === 0
    const bases = new Set<string>()
    for (const [index, { category, weight }] of firm.abilities.entries()) {
      if (counted(index, partBits.CATEGORIES)) by.categories.add(category, firm.firms)
      if (counted(index, partBits.BASES)) bases.add(basisOf(weight))
    }
    for (const basis of bases) by.bases.add(basis, firm.firms)
    if (!passes(partBits.REQUIREMENTS)) continue
    tally.add('standing', firm.firms)
    for (const requirement of asked) {
      const status = firm.standings.get(requirement)
      if (status !== 'FULFILLED' && status !== 'LACKING') continue
      standing[status].add(requirement, firm.firms)
      standing.known.add(requirement, firm.firms)
    }
  }
  const places = [...by.places.counts].map(([id, count]) => ({ municipality: id === '' ? null : id, firms: count }))
  return {
    ...{ firms: tally.of('firms'), rows: tally.of('rows'), all: tally.of('all') },
    categories: categories.map((category) => ({ category, firms: by.categories.of(category) })),
    requirements: asked.map((requirement) => ({
      requirement,
      fulfilling: standing.FULFILLED.of(requirement),
      lacking: standing.LACKING.of(requirement),
      notKnown: tally.of('standing') - standing.known.of(requirement),
    })),
    sizeClasses: sizeClasses.map((sizeClass) => ({ sizeClass, firms: by.sizes.of(sizeClass) })),
    bases: matchBases.map((basis) => ({ basis, firms: by.bases.of(basis) })),
    municipalities: places.toSorted(
      (left, right) => right.firms - left.firms || compare(left.municipality ?? '', right.municipality ?? ''),
    ),
    loosened: parts.map((without) => ({ without, firms: tally.of(without) })),
  }
}

/** Parts of a filter that are asked for. */
function partsAsked(filter: CheckedSupplierFilter): SupplierFilterPart[] {
  const isAsked: Readonly<Record<SupplierFilterPart, boolean>> = {
    CATEGORIES: filter.categories !== null,
    REQUIREMENTS: filter.fulfils.length > 0 || filter.mayFulfil.length > 0,
    SIZE_CLASSES: filter.sizeClasses !== null,
    EMPLOYEES: filter.minEmployees !== null || filter.maxEmployees !== null,
    BASES: filter.weights !== null,
    MUNICIPALITIES: filter.municipalities !== null,
    TEXT: filter.text !== null,
    DISTANCE: filter.withinKm !== null,
  }
  return filterParts.filter((part) => isAsked[part])
}

class Tally {
  readonly counts = new Map<string, number>()

  add(key: string, firms: number): void {
    this.counts.set(key, this.of(key) + firms)
  }

  of(key: string): number {
    return this.counts.get(key) ?? 0
  }
}
