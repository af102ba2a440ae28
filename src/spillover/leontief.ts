import { inv } from 'mathjs'

/** An n × n matrix, `[row][column]`; of flows and coefficients the row supplies the column. */
export type Matrix = readonly (readonly number[])[]
export type Vector = readonly number[]

/**
 * Technical coefficients A = Z x̂⁻¹ (n × n, dimensionless): a_ij = z_ij / x_j, domestic inputs from i for each unit of
 * output of j. Miller & Blair, *Input–Output Analysis*, section 2.2. An industry of zero output takes no part: its row
 * and column are zero.
 */
export const technicalCoefficients = (flows: Matrix, output: Vector): number[][] =>
  flows.map((row, supplier) =>
    row.map((flow, buyer) => {
      const produced = output[buyer] ?? 0
      return produced === 0 || output[supplier] === 0 ? 0 : flow / produced
    }),
  )

/**
 * Leontief inverse L = (I − A)⁻¹ (n × n): l_ij is the output of i needed, in all rounds, for each unit of final demand
 * for j. Miller & Blair, section 2.2; equal to the power series I + A + A² + … of section 2.4 where the spectral radius
 * of A is below 1. Dense: meant for n ≤ 100.
 */
export const leontiefInverse = (coefficients: Matrix): number[][] =>
  inv(coefficients.map((row, i) => row.map((coefficient, j) => (i === j ? 1 : 0) - coefficient)))

/** x' M (length n): the matrix's rows weighted and added up. */
export const rowTimesMatrix = (row: Vector, matrix: Matrix): number[] => {
  const sums: number[] = row.map(() => 0)
  matrix.forEach((line, i) => {
    const weight = row[i] ?? 0
    for (let j = 0; j < sums.length; j++) sums[j] = (sums[j] ?? 0) + weight * (line[j] ?? 0)
  })
  return sums
}

/** M y (length n). */
export const matrixTimesColumn = (matrix: Matrix, column: Vector): number[] => matrix.map((row) => dot(row, column))

/** x · y. */
export function dot(left: Vector, right: Vector): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += (left[i] ?? 0) * (right[i] ?? 0)
  return sum
}

const RADIUS_TOLERANCE = 1e-10
const RADIUS_PRODUCTS = 1_000

/**
 * An upper bound of the spectral radius of A, tightened until it is below 1 or settled: the largest ratio (Bv)_i / v_i
 * of power iteration on B = I + |A|, less 1, which never rises from one product to the next (Collatz and Wielandt). The
 * identity is added so that cycles of industries do not keep it from settling.
 */
export function spectralRadiusBound(coefficients: Matrix): number {
  const absolute = coefficients.map((row) => row.map(Math.abs))
  let vector: number[] = coefficients.map(() => 1)
  let bound = Number.POSITIVE_INFINITY
  for (let product = 0; product < RADIUS_PRODUCTS; product++) {
    const current = vector
    const next = matrixTimesColumn(absolute, current).map((value, i) => value + (current[i] ?? 0))
    const ratios = next.map((value, i) => value / (current[i] ?? 1))
    bound = largest(ratios) - 1
    if (bound < 1 || largest(ratios) - smallest(ratios) < RADIUS_TOLERANCE) break
    const scale = largest(next)
    vector = next.map((value) => value / scale)
  }
  return bound
}

const largest = (values: Vector): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
const smallest = (values: Vector): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
