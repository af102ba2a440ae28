import { remembered } from '../../../text/remembered.js'
import { RowRefusal } from '../refusal.js'

/** Columns say the same in many rows. */
const MOST_REMEMBERED = 10_000

type Outcome<Value> = { readonly value: Value } | { readonly refusal: RowRefusal }

/** A reader of cells that remembers what it read, and refuses the same the next time. */
export function rememberedCells<Value>(read: (text: string) => Value): (text: string) => Value {
  const outcomes = remembered(MOST_REMEMBERED, (text) => outcomeOf(read, text))
  return (text) => {
    const outcome = outcomes(text)
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
