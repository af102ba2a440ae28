import type { Properties } from '../../graph/elements.js'
import type { NodeLabel } from '../../graph/vocabulary.js'
import { dayBefore } from '../../kernel/day.js'

/** What is stated of an entity that no longer holds from a day on; an initiative's and a phase's end is a span's. */
export function endValues(label: NodeLabel, on: string): Properties {
  const last = dayBefore(on)
  if (label !== 'Initiative' && label !== 'Phase') return { endsOn: last }
  return { to: last, toPrecision: 'DAY', toText: last, endsOn: last }
}

/** What a relationship says until when it holds. */
export const endOfTie = (type: string, on: string): Properties =>
  type === 'SUPPLIES' ? { until: dayBefore(on) } : { validTo: dayBefore(on) }
