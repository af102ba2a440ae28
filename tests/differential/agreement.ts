import type { RawRow } from '../../src/graph/query.js'

const TOLERANCE = 1e-9

/** How two answers may differ and still be the same. */
export interface Freedom {
  /** Whether the statement asks for a number of rows, whichever they are. */
  readonly anyRows: boolean
  /** What the statement orders its rows by; rows that are alike in this may come in any order. */
  readonly order: readonly string[]
  /** Whether lists inside rows come in a stated order; lists of plain values never need to. */
  readonly listsInOrder: boolean
}

/** What a statement states of orders: by `ORDER BY` after its last `RETURN`, and before each `collect` of composed ones. */
export function freedomOf(cypher: string, isComposed: boolean): Freedom {
  const [, order = ''] = /\bORDER BY ([\w., ]+?)(?: LIMIT|\s*$)/.exec(cypher.slice(cypher.lastIndexOf('RETURN'))) ?? []
  const anyRows = /\bLIMIT\b/.test(cypher) && !/\bORDER BY\b/.test(cypher)
  return { anyRows, order: order.split(/, */).filter((key) => key !== ''), listsInOrder: isComposed }
}

/** Whether two engines' rows say the same. */
export function agree(left: readonly RawRow[], right: readonly RawRow[], freedom: Freedom): boolean {
  if (freedom.anyRows) return left.length === right.length
  const keys = (rows: readonly RawRow[]) => rows.map((row) => freedom.order.map((path) => at(row, path)))
  return sameList(sorted(left), sorted(right), freedom) && sameList(keys(left), keys(right), freedom)
}

/** What a row has for an order's expression, such as `venture.id`; undefined where that is not in the row. */
function at(row: RawRow, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return value !== null && typeof value === 'object'
      ? Object.entries(value).find(([name]) => name === key)?.[1]
      : undefined
  }, row)
}

function same(left: unknown, right: unknown, freedom: Freedom): boolean {
  if (typeof left === 'number' && typeof right === 'number') return closeBy(left, right)
  if (Array.isArray(left) && Array.isArray(right)) {
    if (sameList(left, right, freedom)) return true
    const isFree = !freedom.listsInOrder || left.every((item) => item === null || typeof item !== 'object')
    return isFree && sameList(sorted(left), sorted(right), freedom)
  }
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return left === right
  const entries = Object.entries(left)
  const others: Readonly<Record<string, unknown>> = { ...right }
  return (
    entries.length === Object.keys(others).length &&
    entries.every(([key, value]) => key in others && same(value, others[key], freedom))
  )
}

const sameList = (left: readonly unknown[], right: readonly unknown[], freedom: Freedom): boolean =>
  left.length === right.length && left.every((item, index) => same(item, right[index], freedom))

const closeBy = (left: number, right: number): boolean =>
  left === right || Math.abs(left - right) <= TOLERANCE * Math.max(Math.abs(left), Math.abs(right), 1)

/** In the order of their text, keys and lists of plain values in order, and numbers without their last digits. */
function sorted(items: readonly unknown[]): unknown[] {
  return items
    .map((item) => ({ item, text: orderedText(item) }))
    .toSorted((left, right) => (left.text < right.text ? -1 : left.text > right.text ? 1 : 0))
    .map(({ item }) => item)
}

function orderedText(value: unknown): string {
  if (typeof value === 'number') return value.toPrecision(8)
  if (Array.isArray(value)) return `[${value.map(orderedText).toSorted().join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? ''
  const entries = Object.entries(value).map(([key, each]) => `${key}:${orderedText(each)}`)
  return `{${entries.toSorted().join()}}`
}
