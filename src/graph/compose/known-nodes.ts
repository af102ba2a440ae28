import { compare } from '../sort-name.js'
import type { CursorValues } from './cursor.js'
import type { FieldContext, KnownNodes } from './fields.js'

/** `MATCH` clauses for those of known nodes that come next after a position. */
export function matchNext(
  { label, known }: KnownNodes,
  node: string,
  position: CursorValues | null,
  rows: number,
  { bind }: Pick<FieldContext, 'bind'>,
): string {
  const next = position === null ? 0 : known.findIndex(isBeyond(position))
  const ids = next < 0 ? [] : known.slice(next, next + rows).map(({ id }) => id)
  return `UNWIND ${bind(ids)} AS id\nMATCH (${node}:${label} {id: id})`
}

const isBeyond =
  ([afterName, afterId]: CursorValues) =>
  ({ sortName, id }: KnownNodes['known'][number]): boolean =>
    (compare(sortName, String(afterName)) || compare(id, String(afterId))) > 0
