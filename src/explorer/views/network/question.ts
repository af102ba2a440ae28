import type { Address } from '../../address.js'
import type { EntityKind } from '../../generated/graphql.js'
import { wholeIn } from '../../parts/in-address.js'

/** What is drawn at most; a larger network is cut, and the page says so. */
export const MOST_DRAWN = 2000
/** How many nodes may be drawn, as one chooses. */
export const LIMITS: readonly [number, ...number[]] = [40, 100, 300, 1000, MOST_DRAWN]
/** The most nodes of which all relationships come with their sources at once; in larger networks those of a node that is chosen do. */
const MOST_TOLD = 150
/** The most nodes that communities are computed of. */
export const MOST_MEASURED = 500
/** The longest ways, as one chooses. */
export const LENGTHS: readonly [number, ...number[]] = [4, 3, 5, 6]
/** The most ways that are shown between two. */
export const MOST_WAYS = 10

/** Kinds that can be shown alone, or left out. */
export const shownKinds: readonly EntityKind[] = [
  'MUNICIPALITY',
  'COUNTY',
  'ESTABLISHMENT',
  'SUPPORT_ACTOR',
  'INITIATIVE',
  'FIRM',
  'NEED',
  'SUPPORT_AREA',
  'SUPPLY_CATEGORY',
  'REQUIREMENT',
  'SECTOR',
  'RECOMMENDATION',
]

/** Names of what the view reads of an address, beside which nodes it begins at. */
const settings = [
  'depth',
  'kinds',
  'limit',
  'colour',
  'hide',
  'without',
  'around',
  'via',
  'length',
  'to',
  'way',
] as const

/** What lies around some nodes, as the API is asked for it. */
export interface AskedAround {
  readonly of: string[]
  readonly depth: number
  readonly kinds: EntityKind[] | null
  readonly withoutKinds: EntityKind[]
  readonly without: string[]
  readonly limit: number
  /** Whether relationships come with what they say, and by whom it is stated. */
  readonly told: boolean
}

/** The ways between two nodes, as the API is asked for them. */
export interface AskedBetween {
  readonly from: string
  readonly to: string
  readonly maxLength: number
  readonly withoutKinds: EntityKind[]
  readonly without: string[]
}

/** What an address asks: ways between two, what lies around some, or both; null for what it does not. */
export interface AskedNetwork {
  readonly between: AskedBetween | null
  readonly around: AskedAround | null
}

/** Whether ways may lead through a county: any two of one are joined by it, which says little. */
export const passesCounties = (address: Address): boolean => address.get('via') === 'county'

/** What an address asks. */
export function askedOf(address: Address): AskedNetwork {
  const of = [...address.list('of')]
  const [from] = of
  const to = address.get('to')
  const [first] = LIMITS
  const chosen = (values: readonly string[]) => shownKinds.filter((kind) => values.includes(kind))
  const hidden = chosen(address.list('hide'))
  const without = [...address.list('without')]
  const kinds = chosen(address.list('kinds'))
  const isBetween = from !== undefined && to !== null
  const starts = isBetween ? [...address.list('around')] : of
  const limit = Math.min(wholeIn(address, 'limit') ?? (isBetween ? first : (LIMITS[1] ?? first)), MOST_DRAWN)
  const withoutKinds = isBetween && !passesCounties(address) ? [...new Set<EntityKind>([...hidden, 'COUNTY'])] : hidden
  return {
    between: isBetween
      ? { from, to, maxLength: wholeIn(address, 'length') ?? LENGTHS[0], withoutKinds, without }
      : null,
    around:
      starts.length === 0
        ? null
        : {
            of: starts,
            depth: wholeIn(address, 'depth') ?? 1,
            kinds: kinds.length > 0 ? kinds : null,
            withoutKinds: kinds.length > 0 && kinds.every((kind) => withoutKinds.includes(kind)) ? [] : withoutKinds,
            without,
            limit,
            told: limit <= MOST_TOLD,
          },
  }
}

/** An address's own values in place of those of a worked example, with some changed. */
export const settled = (address: Address, changed: Readonly<Record<string, string | null>>) => ({
  of: address.get('of'),
  ...Object.fromEntries(settings.map((name) => [name, address.get(name)])),
  ...changed,
})
