import type { FieldShape } from './shape.js'
import { type Difference, differences, isSame, type TypedFields, valueAt, withValue } from './values.js'

/** A field that two changed, each to something else. */
export interface Clash extends Difference {
  /** What somebody else made of it. */
  readonly theirs: Difference['after']
}

/** What two made of the same, from what was there when one of them began. */
export interface Settling {
  /** Fields that both changed, each to something else. */
  readonly clashes: readonly Clash[]
  /** Fields that the other one alone changed. */
  readonly others: readonly Difference[]
  /** What the other one wrote, with all that one changed oneself. */
  readonly merged: TypedFields
}

/** Holds what one changed against what somebody else did meanwhile. */
export function settle(
  fields: readonly FieldShape[],
  {
    before,
    theirs,
    yours,
  }: { readonly before: TypedFields; readonly theirs: TypedFields; readonly yours: TypedFields },
): Settling {
  const own = differences(fields, before, yours)
  const foreign = differences(fields, before, theirs)
  const isAt = (path: readonly string[]) => (each: Difference) => each.path.join('.') === path.join('.')
  const clashes = own.flatMap((difference): readonly Clash[] => {
    const other = foreign.find(isAt(difference.path))
    if (!other || isSame(difference.shape, other.after, difference.after)) return []
    return [{ ...difference, theirs: other.after }]
  })
  return {
    clashes,
    others: foreign.filter(({ path }) => !own.some(isAt(path))),
    merged: own.reduce((values, { path, after }) => withValue(values, path, after ?? ''), theirs),
  }
}

/** What comes of it where one lets the other's stand in some fields, named by their paths. */
export const withTheirs = (
  { clashes, merged }: Settling,
  paths: ReadonlySet<string>,
  theirs: TypedFields,
): TypedFields =>
  clashes
    .filter(({ path }) => paths.has(path.join('.')))
    .reduce((values, { path }) => withValue(values, path, valueAt(theirs, path) ?? ''), merged)
