import { useMemo } from 'preact/hooks'
import { fieldOrder } from './changed-fields.js'
import { type FieldChanged, idsIn, type Told, toldFields } from './told-fields.js'
import { type Named, useNames } from './use-names.js'

/** What changes or proposals make of entities, in their order, and the names of what they name; null until these are there. */
export function useTold(changes: readonly { readonly fields: readonly FieldChanged[] }[]): {
  readonly told: readonly Told[]
  readonly names: ReadonlyMap<string, Named> | null
} {
  const told = useMemo(() => changes.map(({ fields }) => toldFields(fields, fieldOrder)), [changes])
  const names = useNames(idsIn(told))
  return { told, names }
}
