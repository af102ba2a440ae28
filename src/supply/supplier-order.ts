import { type CursorValues, decodeCursor } from '../graph/compose/cursor.js'
import { type Page, pageRead } from '../graph/compose/page.js'
import { compare } from '../graph/sort-name.js'

/** Orders of firms that could supply a venture. */
export const supplierOrders = ['SCORE_DESC', 'EMPLOYEES_DESC', 'EMPLOYEES_ASC', 'DISTANCE_ASC', 'NAME_ASC'] as const
export type SupplierOrder = (typeof supplierOrders)[number]

/** Where a row stands in an order: the largest value first, then by name and id, then by category. */
export interface Rank {
  readonly value: number
  readonly sortName: string
  readonly firm: string
  /** Empty where a firm stands once. */
  readonly category: string
}

/** Larger than any number that is known. */
const BEYOND_ALL = 1e9

/** Before all that there are. */
export const BEFORE_ALL: Rank = { value: 2 * BEYOND_ALL, sortName: '', firm: '', category: '' }

interface Ordered {
  readonly score: number
  readonly employees: number | null
  readonly distanceKm: number | null
}

/** What rows of an order are compared by, the largest first; what is not known comes last. */
export function orderValue(order: SupplierOrder, { score, employees, distanceKm }: Ordered): number {
  switch (order) {
    case 'SCORE_DESC':
      return score
    case 'EMPLOYEES_DESC':
      return employees ?? -1
    case 'EMPLOYEES_ASC':
      return -(employees ?? BEYOND_ALL)
    case 'DISTANCE_ASC':
      return -(distanceKm ?? BEYOND_ALL)
    case 'NAME_ASC':
      return 0
  }
}

/** The same in a statement that binds `firm`, `score` and `distanceKm`, by its parameter `order`. */
export const orderValueIn = `CASE $order
     WHEN 'SCORE_DESC' THEN score
     WHEN 'EMPLOYEES_DESC' THEN toFloat(coalesce(firm.employees, -1))
     WHEN 'EMPLOYEES_ASC' THEN 0.0 - toFloat(coalesce(firm.employees, ${BEYOND_ALL}))
     WHEN 'DISTANCE_ASC' THEN 0.0 - coalesce(distanceKm, ${BEYOND_ALL}.0)
     ELSE 0.0 END`

export function byRank(left: Rank, right: Rank): number {
  return (
    right.value - left.value ||
    compare(left.sortName, right.sortName) ||
    compare(left.firm, right.firm) ||
    compare(left.category, right.category)
  )
}

/** The first of some rows after one, in their order. */
export function firstAfter<Row extends Rank>(rows: readonly Row[], after: Rank, most: number): Row[] {
  const further = rows.filter((each) => byRank(after, each) < 0)
  const values = Float64Array.from(further, ({ value }) => value).sort()
  const least = values[Math.max(0, values.length - most)] ?? 0
  return further
    .filter(({ value }) => value >= least)
    .toSorted(byRank)
    .slice(0, most)
}

const listOf = (list: string, order: SupplierOrder): string => (order === 'SCORE_DESC' ? list : `${list} ${order}`)

/**
 * A page of a list in an order.
 * @param rows of the page, and one more where there is one.
 * @param nodeOf what is shown of a row.
 */
export function pageRanked<Row extends Rank, Node>(
  list: string,
  order: SupplierOrder,
  rows: readonly Row[],
  { size, isFurther }: { readonly size: number; readonly isFurther: boolean },
  nodeOf: (row: Row) => Node,
): Omit<Page<Node>, 'totalCount'> {
  const among = { hasPreviousPage: isFurther, hasNextPage: rows.length > size }
  const keysOf = ({ value, sortName, firm, category }: Rank) => [value, sortName, firm, category]
  const read = pageRead(listOf(list, order), rows.slice(0, size), among, keysOf)
  const edges = read.edges.map(({ cursor, node }) => ({ cursor, node: nodeOf(node) }))
  return { nodes: edges.map(({ node }) => node), edges, pageInfo: read.pageInfo }
}

/**
 * Where to go on: before all where nothing is said.
 * @throws BadUserInputError for a cursor of another list or order.
 */
export function rankAfter(list: string, order: SupplierOrder, after: string | null | undefined): Rank {
  return typeof after === 'string' ? rankOf(decodeCursor(after, listOf(list, order), 4)) : BEFORE_ALL
}

function rankOf([value, name, firm, category]: CursorValues): Rank {
  return { value: Number(value), sortName: String(name), firm: String(firm), category: String(category) }
}
