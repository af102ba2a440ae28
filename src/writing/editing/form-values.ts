import type { Capability } from '../../accounts/capabilities.js'
import type { PropertyValue } from '../../graph/elements.js'
import type { NodeLabel } from '../../graph/vocabulary.js'

/** A value as an input takes it. */
export type InputValue = PropertyValue | null | readonly InputValue[] | { readonly [name: string]: InputValue }

/** What a form about something begins with. */
export interface Editable {
  readonly id: string
  readonly label: NodeLabel
  readonly revision: number
  readonly rights: readonly Capability[]
  /** The day on which it ended, ISO; null for what has not. */
  readonly endedOn: string | null
  readonly values: Readonly<Record<string, InputValue>>
}
