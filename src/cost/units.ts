/**
 * What the parts of an answer cost: milliseconds of one core and bytes of memory, as `npm run bench -- --only costs` measures
 * them on 20 000 firms, the larger of both engines.
 */
export const units = {
  /** A request as such. */
  request: 2,
  /** Finding what one node has of one field that follows relationships. */
  subquery: 0.02,
  /** A node that is looked at and put in order for a page. */
  ordered: 0.0006,
  /** A node that is counted. */
  counted: 0.0003,
  /** An object of the answer. */
  object: 0.003,
  /** An item of a list that is an argument. */
  item: 0.01,
  /** A letter of an argument. */
  letter: 0.00005,
  /** A value of an object. */
  value: 0.002,
} as const

/** Bytes of memory while an answer is made. */
export const memoryOf = { object: 500, value: 120, letter: 6 } as const

/** Letters of values that are longer than others; of all others 60 with their name. */
const lettersOf: Readonly<Record<string, number>> = {
  description: 600,
  statement: 600,
  text: 400,
  message: 400,
  allocation: 300,
  locator: 150,
}

/** About how many bytes a value takes in an answer. */
export const bytesOf = (field: string): number => lettersOf[field] ?? 60

/** In the place of infinity, of which nothing times is no number. */
export const UNBOUNDED = Number.MAX_SAFE_INTEGER
