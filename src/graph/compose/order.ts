import { decodeCursor } from './cursor.js'
import type { FieldContext, Fragment, Names, OrderKey } from './fields.js'

/** By Swedish alphabet, then id; parallel relationships to one node by their key. */
export function byName({ node, edge }: Names, overRelationships: boolean): OrderKey[] {
  const keys = [`${node}.sortName`, `${node}.id`, ...(overRelationships ? [`${edge}.key`] : [])]
  return keys.map((expression) => ({ expression }))
}

export const orderText = (order: readonly OrderKey[]): string =>
  order.map(({ expression, descending }) => (descending ? `${expression} DESC` : expression)).join(', ')

/** The fragment's clauses with its conditions, and further ones. */
export function matchText({ match, where = [] }: Fragment, further: readonly string[] = []): string {
  const conditions = [...where, ...further]
  return conditions.length > 0 ? `${match}\nWHERE ${conditions.join(' AND ')}` : match
}

/**
 * The condition that a row comes after the cursor `after`, none without one. Written so that Neo4j seeks the first key
 * in its index: `a >= $a AND (a > $a OR b > $b)`, not `a > $a OR (a = $a AND b > $b)`.
 * @throws BadUserInputError for a cursor of another list.
 */
export function keysetCondition(order: readonly OrderKey[], { args, bind }: FieldContext): string[] {
  if (typeof args.after !== 'string') return []
  const values = decodeCursor(args.after, order.length)
  const keys = order.map((key, index) => ({ ...key, value: bind(values[index] ?? null) }))
  const [first] = keys
  if (!first) return []
  return [`${first.expression} ${first.descending ? '<=' : '>='} ${first.value}`, beyond(keys)]
}

interface BoundKey extends OrderKey {
  readonly value: string
}

function beyond([key, ...rest]: readonly BoundKey[]): string {
  if (!key) return 'false'
  const further = `${key.expression} ${key.descending ? '<' : '>'} ${key.value}`
  return rest.length > 0 ? `(${further} OR (${key.expression} = ${key.value} AND ${beyond(rest)}))` : further
}
