import { type SizeClass, type SizeRule, sizeClassId, sizeClassOf } from '../../classification/size-class.js'
import { byName } from './by-name.js'
import type { Geography } from './geography.js'

/** Where an SME stands with respect to one kind of limit. */
export interface Standing {
  /** Ids that hold it: its municipality, county and country; its sectors and those above them; its size class. */
  readonly within: ReadonlySet<string>
  /** Ids that may hold it, where it is not known. */
  readonly perhapsWithin: 'ANYTHING' | ReadonlySet<string>
}

/** What is known of an SME that looks for support. */
export interface Sme {
  readonly places: Standing
  readonly sectors: Standing
  readonly sizes: Standing
  readonly employees: number | null
  /** SEK million. */
  readonly turnover: number | null
  /** What its size class lets its figures be at most; null where it sets no bound. */
  readonly most: { readonly employees: number | null; readonly turnover: number | null }
  /** Whether it exports, or supplies those who do. */
  readonly exports: boolean | null
  /** Whole years since it was founded. */
  readonly ageYears: number | null
}

/** The same facts of an SME, whether the graph or a description gives them. */
export interface SmeFacts {
  /** Municipalities, or counties where no more is known. */
  readonly places: readonly string[]
  /** Its sectors and those above them. */
  readonly sectors: readonly string[]
  readonly sizeClass: SizeClass
  readonly employees: number | null
  readonly turnover: number | null
  readonly exports?: boolean | null
  readonly ageYears?: number | null
}

/** Where an SME stands with respect to every limit; nothing known of a kind may be anything. */
export function smeOf(facts: SmeFacts, geography: Geography): Sme {
  const { places, sectors, sizeClass, employees, turnover, exports = null, ageYears = null } = facts
  const size = sizeClass === 'UNKNOWN' ? sizeClassOf(geography.sizeRule, employees, turnover) : sizeClass
  return {
    places: standingOfPlaces(places, geography),
    sectors: standing(sectors),
    sizes: standingOfSize(size),
    ...{ employees, turnover, exports, ageYears },
    most: mostOfClass(geography.sizeRule, size),
  }
}

/** An SME of which no more is known than where it stands with respect to places. */
export const knownByPlace = (places: Standing): Sme => ({
  ...{ places, sectors: standing([]), sizes: standing([]), employees: null, turnover: null },
  ...{ most: { employees: null, turnover: null }, exports: null, ageYears: null },
})

function mostOfClass(rule: SizeRule, size: SizeClass): Sme['most'] {
  const limit = rule.find(({ sizeClass }) => sizeClass === size)
  return { employees: limit ? limit.employees - 1 : null, turnover: limit?.turnover ?? null }
}

/** Nothing known may be anything. */
export function standing(ids: readonly string[]): Standing {
  return { within: new Set(ids), perhapsWithin: ids.length > 0 ? new Set() : 'ANYTHING' }
}

/** UNKNOWN may be any size class. */
export const standingOfSize = (size: SizeClass): Standing => standing(size === 'UNKNOWN' ? [] : [sizeClassId(size)])

/** An SME of which only the county is known may lie in any of its municipalities. */
export function standingOfPlaces(ids: readonly string[], { country, places: known }: Geography): Standing {
  const within = new Set([...ids.flatMap((id) => [...(known.get(id)?.within ?? [])]), country])
  if (ids.length === 0) return { within, perhapsWithin: 'ANYTHING' }
  if (ids.some((id) => known.get(id)?.level === 'LOCAL')) return { within, perhapsWithin: new Set() }
  const parts = [...known.values()].filter((place) => ids.some((id) => place.within.has(id)))
  return { within, perhapsWithin: new Set(parts.toSorted(byName).map(({ id }) => id)) }
}
