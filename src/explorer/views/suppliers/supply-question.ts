import type { Address, AddressValues } from '../../address.js'
import type { MatchBasis, PhaseKind, SizeClass, SupplierFilter, SupplierOrder } from '../../generated/graphql.js'
import { numberIn, wholeIn } from '../../parts/in-address.js'

/** What is asked for of a venture's suppliers. */
export interface SupplyQuestion {
  readonly establishment: string
  readonly phase: PhaseKind | null
  readonly withinKm: number | null
}

/** The same with which firms, and in which order. */
export interface FirmsQuestion extends SupplyQuestion {
  readonly filter: SupplierFilter
  readonly orderBy: SupplierOrder
}

export const phases: readonly PhaseKind[] = ['PLANNING', 'CONSTRUCTION', 'RAMP_UP', 'OPERATION', 'MAINTENANCE_STOP']
export const sizes: readonly SizeClass[] = ['SMALL', 'MEDIUM', 'LARGE', 'UNKNOWN']
export const bases: readonly MatchBasis[] = ['EXISTING', 'DECLARED', 'BY_SECTOR']
export const orders: readonly SupplierOrder[] = [
  'SCORE_DESC',
  'EMPLOYEES_DESC',
  'EMPLOYEES_ASC',
  'DISTANCE_ASC',
  'NAME_ASC',
]

/** What the filters are called in the address. */
export const filterNames = [
  ...['category', 'fulfils', 'known', 'size', 'from', 'to', 'basis', 'text', 'place'],
] as const

/** Takes all filters away. */
export const noFilters = Object.fromEntries(filterNames.map((name) => [name, null]))

/** What the view is asked, and how more is asked of the same venture: what is changed in an example is one's own question. */
export interface SupplierAddress {
  readonly asked: Address
  change(values: AddressValues): void
}

/** What an address asks; null where it names no venture. */
export function supplyQuestion(address: Address): SupplyQuestion | null {
  const establishment = address.get('venture')
  if (establishment === null) return null
  const phase = phases.find((each) => each === address.get('phase')) ?? null
  return { establishment, phase, withinKm: numberIn(address, 'within') }
}

/** Which firms an address asks for: what says nothing is left out, since an empty list would be refused. */
export function firmsQuestion(address: Address, question: SupplyQuestion): FirmsQuestion {
  const some = <Value extends string>(name: string, values: readonly Value[]) => {
    const chosen = values.filter((value) => address.list(name).includes(value))
    return chosen.length > 0 ? chosen : null
  }
  const listed = (name: string) => (address.list(name).length > 0 ? [...address.list(name)] : null)
  const requirements = listed('fulfils')
  const isKnown = address.get('known') !== 'no'
  return {
    ...question,
    filter: {
      categories: listed('category'),
      ...{ fulfils: isKnown ? requirements : null, mayFulfil: isKnown ? null : requirements },
      sizeClasses: some('size', sizes),
      ...{ minEmployees: wholeIn(address, 'from'), maxEmployees: wholeIn(address, 'to') },
      bases: some('basis', bases),
      ...{ municipalities: listed('place'), text: address.get('text') },
    },
    orderBy: orders.find((each) => each === address.get('order')) ?? 'SCORE_DESC',
  }
}
