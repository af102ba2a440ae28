import type { CursorValues } from './cursor.js'
import {
  edgeKey,
  type FieldContext,
  type Fragment,
  type KnownNodes,
  type Names,
  nodeKey,
  type OrderKey,
} from './fields.js'

/** A key of an order as it stands in a statement. */
type OrderTerm = Omit<OrderKey, 'expression'> & { readonly expression: string }

/** The order of a fragment's rows: without one of its own by Swedish alphabet, then id; parallel relationships by their key. */
export function orderOf(
  { orderBy }: Pick<Fragment, 'orderBy'> | KnownNodes,
  names: Names,
  overRelationships: boolean,
): OrderTerm[] {
  const order = orderBy ?? [nodeKey('sortName'), nodeKey('id'), ...(overRelationships ? [edgeKey('key')] : [])]
  return order.map((key) => ({ ...key, expression: key.expression(names[key.of]) }))
}

export const orderText = (terms: readonly OrderTerm[]): string =>
  terms.map(({ expression, descending }) => (descending ? `${expression} DESC` : expression)).join(', ')

/** The fragment's clauses with its conditions, and further ones. */
export function matchText({ match, where = [] }: Fragment, further: readonly string[] = []): string {
  const conditions = [...where, ...further]
  return conditions.length > 0 ? `${match}\nWHERE ${conditions.join(' AND ')}` : match
}

/**
 * The condition that a row comes after a position; without one, nothing but what lets an index serve the order.
 * Neo4j seeks in an index on all keys only where each is known to be there and the first has a bound of its own:
 * `a >= $a AND b IS NOT NULL AND (a > $a OR b > $b)`, not `a > $a OR (a = $a AND b > $b)`.
 * @param indexed whether the keys are properties of the node at the root, which an index may hold.
 */
export function keysetCondition(
  order: readonly OrderTerm[],
  position: CursorValues | null,
  indexed: boolean,
  { bind }: Pick<FieldContext, 'bind'>,
): string[] {
  const present = (keys: readonly OrderTerm[]) =>
    indexed ? keys.map(({ expression }) => `${expression} IS NOT NULL`) : []
  if (position === null) return present(order)
  const keys = order.map((key, index) => ({ ...key, value: bind(position[index] ?? null) }))
  const [first, ...rest] = keys
  if (!first) return []
  const bound = `${first.expression} ${first.descending ? '<=' : '>='} ${first.value}`
  const further = `${first.expression} ${first.descending ? '<' : '>'} ${first.value}`
  return [bound, ...present(rest), rest.length > 0 ? `(${further} OR ${beyond(rest)})` : further]
}

/** That a row comes after these keys, given that those before them are the same. */
function beyond([key, ...rest]: readonly (OrderTerm & { readonly value: string })[]): string {
  if (!key) return 'false'
  const further = `${key.expression} ${key.descending ? '<' : '>'} ${key.value}`
  return rest.length > 0 ? `(${further} OR (${key.expression} = ${key.value} AND ${beyond(rest)}))` : further
}
