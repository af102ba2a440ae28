import type { Yardstick } from './yardsticks/yardstick.js'

/** An operation as it is asked, and what it is held against. */
export interface MeasuredOperation {
  readonly operation: string
  /** What is asked, for the table. */
  readonly asked: string
  readonly variables: Readonly<Record<string, unknown>>
  /** None for a rule whose reads are most of its work: such operations are only timed. */
  readonly yardstick?: Yardstick
}

/** The day on which support is in force, for what asks for one. */
export const today = new Date().toISOString().slice(0, 10)
