import type { DrawModel } from './draw-model.js'
import { lognormalFactor, normalQuantile } from './lognormal.js'
import { type RandomIntegers, uniform } from './random.js'
import type { Range } from './ranges.js'

/** One value of everything uncertain, in the table's order. The same is calculated with at each correlation. */
export interface DrawSample {
  incomeTax: number
  retentionShare: number
  delta: number
  /** Of all cells of A and of h_c: a normal error that they have in common. */
  common: number
  /** e (length n). */
  readonly employmentCoefficients: Float64Array
  /** Normal errors of each cell's own, of h_c (length n) and of A (n × n, row by row); of no meaning where the cell is 0. */
  readonly purchaseErrors: Float64Array
  readonly cellErrors: Float64Array
}

/** Memory for a draw, made once for many. */
export const sampleMemory = (size: number): DrawSample => ({
  ...{ incomeTax: 0, retentionShare: 1, delta: 0, common: 0 },
  employmentCoefficients: new Float64Array(size),
  purchaseErrors: new Float64Array(size),
  cellErrors: new Float64Array(size * size),
})

/**
 * Draws one value of everything uncertain. Random numbers are taken in this order, whatever the assumptions leave out:
 * 1. one for income tax, 2. one for the retention share, which is also the one for δ where location quotients say what
 * stays, 3. one for the error that all coefficients have in common, 4. one for each industry's employment, in the table's order, 5. for each industry, in the table's order, one for what
 * households buy of it, then one for each cell of its row of A. Those of 4 and 5 are taken only where the figure is not 0
 * and its spread is not.
 */
export function drawSample(model: DrawModel, into: DrawSample, random: RandomIntegers): void {
  const { size, ranges, households, coefficients } = model
  into.incomeTax = at(uniform(random), ranges.incomeTax)
  const ofWhatStays = uniform(random)
  into.retentionShare = at(ofWhatStays, ranges.retentionShare)
  into.delta = at(ofWhatStays, ranges.delta)
  into.common = normalQuantile(uniform(random))
  for (let i = 0; i < size; i++) {
    const jobs = model.employmentCoefficients[i] ?? 0
    const isCertain = jobs === 0 || ranges.employmentSpread === 0
    into.employmentCoefficients[i] = isCertain ? jobs : jobs * lognormalFactor(ranges.employmentSpread, uniform(random))
  }
  if (ranges.coefficientSpread === 0) return
  for (let i = 0; i < size; i++) {
    if ((households?.purchases[i] ?? 0) !== 0) into.purchaseErrors[i] = normalQuantile(uniform(random))
    for (let cell = i * size; cell < (i + 1) * size; cell++) {
      if (coefficients[cell] !== 0) into.cellErrors[cell] = normalQuantile(uniform(random))
    }
  }
}

/** @param share from 0 to 1. */
const at = (share: number, { low, high }: Range): number => low + (high - low) * share
