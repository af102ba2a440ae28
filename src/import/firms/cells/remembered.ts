import { RowRefusal } from '../refusal.js'

/** Columns say the same in many rows: what was made of so many texts is kept. */
const MOST_KEPT = 10_000

type Outcome<Value> = { readonly value: Value } | { readonly refusal: RowRefusal }

/** A reader of texts that reads each text once, and says or refuses the same the next time. */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Outcome<Value>>()
  return (text) => {
    const before = known.get(text)
    const outcome = before ?? outcomeOf(read, text)
    if (before === undefined && known.size < MOST_KEPT) known.set(text, outcome)
    if ('refusal' in outcome) throw outcome.refusal
    return outcome.value
  }
}

function outcomeOf<Value>(read: (text: string) => Value, text: string): Outcome<Value> {
  try {
    return { value: read(text) }
  } catch (error) {
    if (error instanceof RowRefusal) return { refusal: error }
    throw error
  }
}
