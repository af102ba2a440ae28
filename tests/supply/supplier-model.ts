import { sortName } from '../../src/graph/sort-name.js'
import { folded } from '../../src/text/folded.js'
import { kilometres, modelMatches } from './model.js'
import { above, type SupplyWorld, type WorldFirm } from './world.js'

export const supplierOrders = ['SCORE_DESC', 'EMPLOYEES_DESC', 'EMPLOYEES_ASC', 'DISTANCE_ASC', 'NAME_ASC'] as const

export interface SoughtSuppliers {
  readonly phase: string | null
  readonly withinKm: number | null
  readonly orderBy: (typeof supplierOrders)[number]
  readonly filter: {
    readonly categories?: readonly string[]
    readonly fulfils?: readonly string[]
    readonly mayFulfil?: readonly string[]
    readonly sizeClasses?: readonly string[]
    readonly minEmployees?: number
    readonly maxEmployees?: number
    readonly bases?: readonly string[]
    readonly municipalities?: readonly string[]
    readonly text?: string
  }
}

type Row = ReturnType<typeof modelMatches>[number]

/** Of a firm's municipalities the nearest to a site, the first by id of several. */
function placeOf(world: SupplyWorld, firm: WorldFirm): string | null {
  const away = (place: string) =>
    Math.min(...world.sites.map((site) => kilometres(world, site, place) ?? Number.POSITIVE_INFINITY), Number.MAX_VALUE)
  return [...firm.municipalities].sort().sort((left, right) => away(left) - away(right))[0] ?? null
}

const upward = (sector: string): string[] => {
  const upper = above[sector] ?? null
  return upper === null ? [sector] : [sector, ...upward(upper)]
}

function stands(firm: WorldFirm, requirement: string): string {
  const said = new Set(firm.says.filter((each) => each.requirement === requirement).map(({ status }) => status))
  return said.size === 1 ? [...said].join() : 'UNKNOWN'
}

/** Each part of a filter as a test of a row. */
function tests(
  world: SupplyWorld,
  { filter, withinKm }: SoughtSuppliers,
): Record<string, ((row: Row) => boolean) | null> {
  const firmOf = ({ firm }: Row) => {
    const found = world.firms.find(({ id }) => id === firm)
    if (!found) throw new Error(firm)
    return found
  }
  const { categories, fulfils, mayFulfil, sizeClasses, minEmployees, maxEmployees, bases, municipalities, text } =
    filter
  const word = folded(text ?? '')
  const holds = (name: string) => folded(name).includes(word)
  return {
    CATEGORIES: categories ? ({ category }) => categories.includes(category) : null,
    REQUIREMENTS:
      fulfils || mayFulfil
        ? (row) =>
            (fulfils ?? []).every((each) => stands(firmOf(row), each) === 'FULFILLED') &&
            (mayFulfil ?? []).every((each) => stands(firmOf(row), each) !== 'LACKING')
        : null,
    SIZE_CLASSES: sizeClasses ? (row) => sizeClasses.includes(firmOf(row).size ?? 'UNKNOWN') : null,
    EMPLOYEES:
      minEmployees === undefined && maxEmployees === undefined
        ? null
        : (row) => {
            const { employees } = firmOf(row)
            return employees !== null && employees >= (minEmployees ?? 0) && employees <= (maxEmployees ?? employees)
          },
    BASES: bases ? ({ basis }) => bases.includes(basis) : null,
    MUNICIPALITIES: municipalities ? (row) => municipalities.includes(placeOf(world, firmOf(row)) ?? '') : null,
    TEXT:
      text === undefined
        ? null
        : (row) =>
            holds(firmOf(row).name) ||
            holds(row.category) ||
            firmOf(row).sectors.some((each) => upward(each).some(holds)),
    DISTANCE: withinKm === null ? null : ({ distanceKm }) => distanceKm !== null && distanceKm <= withinKm,
  }
}

/** What is asked of firms that could supply, by going through all rows for each count. */
export function modelSupplierFirms(world: SupplyWorld, question: SoughtSuppliers) {
  const all = modelMatches(world, question.phase, null)
  const parts = tests(world, question)
  const but = (left: string) =>
    all.filter((row) => Object.entries(parts).every(([part, test]) => part === left || !test || test(row)))
  const firmsIn = (rows: readonly Row[]) => new Set(rows.map(({ firm }) => firm))
  const firmOf = (id: string) => world.firms.find((firm) => firm.id === id)
  const sizeOf = (id: string) => firmOf(id)?.size ?? 'UNKNOWN'
  const value = (firm: WorldFirm, score: number, distanceKm: number | null): number => {
    if (question.orderBy === 'SCORE_DESC') return -score
    if (question.orderBy === 'EMPLOYEES_DESC') return -(firm.employees ?? -1)
    if (question.orderBy === 'EMPLOYEES_ASC') return firm.employees ?? 1e6
    if (question.orderBy === 'DISTANCE_ASC') return distanceKm ?? 1e6
    return 0
  }
  const inOrder = (left: readonly (string | number)[], right: readonly (string | number)[]): number => {
    for (const [index, one] of left.entries()) {
      const other = right[index] ?? ''
      // What differs by the last digits of a sum is the same.
      if (typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) < 1e-9) continue
      if (one !== other) return one < other ? -1 : 1
    }
    return 0
  }
  const passing = but('')
  const keysOf = (row: { firm: string; score: number; distanceKm: number | null }) => {
    const firm = firmOf(row.firm)
    return firm ? [value(firm, row.score, row.distanceKm), sortName(firm.name), firm.id] : []
  }
  const rows = passing.toSorted((left, right) =>
    inOrder([...keysOf(left), left.category], [...keysOf(right), right.category]),
  )
  const firms = [...firmsIn(passing)].map((id) => {
    const own = passing.filter(({ firm }) => firm === id).toSorted((left, right) => right.score - left.score)
    const best = own[0]
    const firm = firmOf(id)
    if (!best || !firm) throw new Error(id)
    return {
      firm: id,
      categories: own
        .map(({ category, basis }) => ({ category, basis }))
        .toSorted((a, b) => (a.category < b.category ? -1 : 1)),
      employees: firm.employees,
      sizeClass: sizeOf(id),
      municipality: placeOf(world, firm),
      distanceKm: best.distanceKm,
      fulfils: best.fulfils,
      unknown: best.unknown,
      score: best.score,
      missing: best.missing.map(({ requirement }) => requirement),
    }
  })
  const bought = [
    ...new Set(
      world.procures
        .filter(({ phase }) => question.phase === null || phase === question.phase)
        .map((each) => each.category),
    ),
  ].sort()
  const { fulfils = [], mayFulfil = [] } = question.filter
  const asked = [...new Set([...world.requires, ...fulfils, ...mayFulfil])]
  const standing = (requirement: string, status: string) =>
    [...firmsIn(but('REQUIREMENTS'))].filter((id) => {
      const firm = firmOf(id)
      return firm && stands(firm, requirement) === status
    }).length
  const places = [...firmsIn(but('MUNICIPALITIES'))].map((id) => {
    const firm = firmOf(id)
    return firm ? placeOf(world, firm) : null
  })
  return {
    firms: firms.toSorted((left, right) => inOrder(keysOf(left), keysOf(right))),
    rows: rows.map(({ firm, category, basis, score }) => ({ firm, category, basis, score })),
    facets: {
      all: firmsIn(all).size,
      categories: bought.map((category) => ({
        category,
        firms: firmsIn(but('CATEGORIES').filter((row) => row.category === category)).size,
      })),
      requirements: asked.map((requirement) => ({
        requirement,
        fulfilling: standing(requirement, 'FULFILLED'),
        lacking: standing(requirement, 'LACKING'),
        notKnown: standing(requirement, 'UNKNOWN'),
      })),
      sizeClasses: ['SMALL', 'MEDIUM', 'LARGE', 'UNKNOWN'].map((sizeClass) => ({
        sizeClass,
        firms: [...firmsIn(but('SIZE_CLASSES'))].filter((id) => sizeOf(id) === sizeClass).length,
      })),
      bases: ['EXISTING', 'DECLARED', 'BY_SECTOR'].map((basis) => ({
        basis,
        firms: firmsIn(but('BASES').filter((row) => row.basis === basis)).size,
      })),
      municipalities: [...new Set(places)]
        .map((municipality) => ({ municipality, firms: places.filter((place) => place === municipality).length }))
        .toSorted(
          (left, right) =>
            right.firms - left.firms || ((left.municipality ?? '') < (right.municipality ?? '') ? -1 : 1),
        ),
      loosened: Object.entries(parts).flatMap(([without, test]) =>
        test ? [{ without, firms: firmsIn(but(without)).size }] : [],
      ),
    },
  }
}
