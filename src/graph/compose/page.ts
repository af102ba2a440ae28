import { wholeNumber } from '../../kernel/input-errors.js'
import { type CursorValues, decodeCursor, encodeCursor } from './cursor.js'

export const DEFAULT_PAGE_SIZE = 25
export const LARGEST_PAGE = 200

export interface PageArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

/**
 * How many rows a page has.
 * @throws BadUserInputError outside 1–200.
 */
export function pageSize({ first }: PageArguments): number {
  return wholeNumber('first', first ?? DEFAULT_PAGE_SIZE, LARGEST_PAGE)
}

/** A page of a list that is already in memory and in order. */
export interface Page<Item> {
  readonly nodes: readonly Item[]
  readonly edges: readonly { readonly cursor: string; readonly node: Item }[]
  readonly totalCount: number
  readonly pageInfo: PageInfo
}

/**
 * Cuts a page from an ordered list.
 * @param list what tells the list from others, for its cursors.
 * @param keysOf the order keys of an item, by which the list is ordered and which tell any two items apart.
 * @param compare how keys are ordered where it is not by their first difference.
 * @throws BadUserInputError for a wrong `first` or `after`.
 */
export function pageOf<Item>(
  list: string,
  items: readonly Item[],
  page: PageArguments,
  keysOf: (item: Item) => CursorValues,
  compare: (left: CursorValues, right: CursorValues) => number = byKeys,
): Page<Item> {
  const size = pageSize(page)
  const start = startOf(list, items, page, keysOf, compare)
  const nodes = items.slice(start, start + size)
  const among = { hasPreviousPage: start > 0, hasNextPage: start + size < items.length }
  return { ...pageRead(list, nodes, among, keysOf), totalCount: items.length }
}

/**
 * A page of a list that is read a page at a time.
 * @param list what tells the list from others, for its cursors.
 * @param nodes those of the page, in order.
 * @param keysOf the order keys of an item.
 */
export function pageRead<Item>(
  list: string,
  nodes: readonly Item[],
  among: Pick<PageInfo, 'hasPreviousPage' | 'hasNextPage'>,
  keysOf: (item: Item) => CursorValues,
): Omit<Page<Item>, 'totalCount'> {
  const edges = nodes.map((node) => ({ cursor: encodeCursor(list, keysOf(node)), node }))
  const [startCursor, endCursor] = [edges.at(0)?.cursor ?? null, edges.at(-1)?.cursor ?? null]
  return { nodes, edges, pageInfo: { ...among, startCursor, endCursor } }
}

/** Order of keys by their first difference. */
export function byKeys(left: CursorValues, right: CursorValues): number {
  for (const [index, key] of left.entries()) {
    const other = right[index]
    if (other === undefined || key === other) continue
    return key < other ? -1 : 1
  }
  return 0
}

function startOf<Item>(
  list: string,
  items: readonly Item[],
  { after }: PageArguments,
  keysOf: (item: Item) => CursorValues,
  compare: (left: CursorValues, right: CursorValues) => number,
): number {
  const [head] = items
  if (after === null || after === undefined) return 0
  const position = decodeCursor(after, list, head === undefined ? null : keysOf(head).length)
  const next = items.findIndex((item) => compare(keysOf(item), position) > 0)
  return next < 0 ? items.length : next
}
