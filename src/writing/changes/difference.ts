import type { Properties, PropertyValue } from '../../graph/elements.js'

/** A field or relationship that is another now; null where there was or is nothing. */
export interface FieldChange {
  readonly name: string
  readonly before: PropertyValue | Properties | null
  readonly after: PropertyValue | Properties | null
}

/** Whether two values are the same, lists item for item. */
export const isSame = (left: PropertyValue | undefined, right: PropertyValue | undefined): boolean =>
  left === right || (Array.isArray(left) && Array.isArray(right) && JSON.stringify(left) === JSON.stringify(right))

/** Whether two sets of properties are the same. */
export const haveSame = (left: Properties, right: Properties): boolean =>
  [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) => isSame(left[name], right[name]))

/** What differs between two sets of properties, by name. */
export const differences = (before: Properties, after: Properties): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !isSame(before[name], after[name]))
    .toSorted()
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }))
