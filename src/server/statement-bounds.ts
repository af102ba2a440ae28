import { RequestTooLargeError } from '../kernel/input-errors.js'

/** Rows of one statement, with the objects and values within them. */
const MOST_ITEMS = 2_000_000
/** Letters in them. */
const MOST_LETTERS = 50_000_000

/**
 * The rows of a statement, where they are not too many. What requests cost is bounded before they run; this holds where the
 * graph has grown meanwhile, or has more of something than was thought.
 * @throws RequestTooLargeError
 */
export function boundedRows<Row>(rows: Row[], most = { items: MOST_ITEMS, letters: MOST_LETTERS }): Row[] {
  let items = 0
  let letters = 0
  const open: unknown[] = [rows]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const within: unknown[] = Array.isArray(next) ? next : Object.values(Object(next))
    items += within.length
    for (const value of within) {
      if (typeof value === 'string') letters += value.length
      else if (typeof value === 'object' && value !== null) open.push(value)
    }
    if (items > most.items) throw tooMuch('ROWS', items, most.items)
    if (letters > most.letters) throw tooMuch('BYTES', letters, most.letters)
  }
  return rows
}

const tooMuch = (unit: 'ROWS' | 'BYTES', cost: number, bound: number): RequestTooLargeError =>
  new RequestTooLargeError(
    'The answer is larger than one request may have: ask for smaller pages, or in several requests',
    {
      ...{ cost, bound, unit },
    },
  )
