import { accountsOf } from './accounts.js'
import type { SpilloverEffects } from './effects.js'
import { dot, type Vector } from './linear-algebra/leontief.js'
import { addedOutputs } from './measures.js'
import type { InputOutputTable } from './table.js'

/** Output that goes with what is taken out, industry by industry (each of length n, in the currency unit). */
export interface LostOutput {
  /** What is taken out itself. */
  readonly own: Vector
  /** What others make for it, and for those who live of it. */
  readonly others: Vector
}

/** What of an account goes, in its own unit. */
export interface ExtractedAccount {
  readonly name: string
  readonly unit: string
  readonly own: number
  readonly others: number
}

/** What goes with shocks that are taken out: all that is set off with them, less what is without them. */
export function lostToShocks(all: SpilloverEffects, without: SpilloverEffects): LostOutput {
  const [before, after] = [addedOutputs(all), addedOutputs(without)]
  const setOff = ({ indirect, induced }: typeof before, i: number) => (indirect[i] ?? 0) + (induced[i] ?? 0)
  return {
    own: before.direct.map((output, i) => output - (after.direct[i] ?? 0)),
    others: before.direct.map((_, i) => setOff(before, i) - setOff(after, i)),
  }
}

/** What goes with industries that are taken out. */
export function lostToIndustries(loss: Float64Array, extracted: readonly number[]): LostOutput {
  const isOwn = new Set(extracted)
  return {
    own: loss.map((output, i) => (isOwn.has(i) ? output : 0)),
    others: loss.map((output, i) => (isOwn.has(i) ? 0 : output)),
  }
}

/** Every account of the table that all its industries with output state, jobs among them as `employed`. */
export const extractedAccounts = (table: InputOutputTable, { own, others }: LostOutput): ExtractedAccount[] =>
  accountsOf(table).flatMap(({ name, unit, coefficients }) =>
    coefficients === null ? [] : [{ name, unit, own: dot(coefficients, own), others: dot(coefficients, others) }],
  )
