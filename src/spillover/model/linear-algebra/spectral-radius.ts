import { dominantModulus, largestModulus } from './arnoldi.js'
import type { Matrix, Vector } from './leontief.js'

/** The most industries of which all eigenvalues are asked for; of more, the largest is closed in on. */
const MOST_DECOMPOSED = 200

/**
 * The spectral radius of A, below which the power series I + A + A² + … ends where it is 1; a bound of it where |A| has one
 * below 1, as no radius of A is larger. Where |A| does not tell, A itself is asked: cells may be negative. Never NaN: of a
 * matrix with a cell that is no finite number it is infinite.
 */
export function spectralRadius(coefficients: Matrix): number {
  const bound = spectralRadiusBound(coefficients)
  if (bound < 1 || !Number.isFinite(bound)) return bound
  const isLarge = coefficients.length > MOST_DECOMPOSED
  if (isLarge && !hasNegative(coefficients)) return bound
  // Of a matrix whose radius is at most 1, so that cells as large as numbers get do not overflow.
  const within = coefficients.map((row) => Array.from(row, (cell) => cell / bound))
  const modulus = isLarge ? dominantModulus(within) : largestModulus(within)
  return modulus === null || Number.isNaN(modulus) ? bound : modulus * bound
}

const hasNegative = (matrix: Matrix): boolean => matrix.some((row) => Array.from(row).some((cell) => cell < 0))

const RADIUS_TOLERANCE = 1e-10
const RADIUS_PRODUCTS = 1_000
/** Components that fade beside others are held above nothing: any positive vector gives a bound. */
const LEAST_COMPONENT = 1e-150

/**
 * An upper bound of the spectral radius of |A|, and so of A, tightened until it is below 1 or settled: the largest ratio
 * (Bv)_i / v_i of power iteration on B = I + |A|, less 1, which never rises from one product to the next (Collatz and
 * Wielandt). The identity is added so that cycles of industries do not keep it from settling. Infinite where a cell is no
 * finite number.
 */
export function spectralRadiusBound(coefficients: Matrix): number {
  let vector = new Float64Array(coefficients.length).fill(1)
  let bound = Number.POSITIVE_INFINITY
  for (let product = 0; product < RADIUS_PRODUCTS; product++) {
    const next = vector.map((value, i) => value + absoluteDot(coefficients[i] ?? [], vector))
    const ratios = next.map((value, i) => value / (vector[i] ?? 1))
    if (!ratios.every(Number.isFinite)) return Number.POSITIVE_INFINITY
    const [least, most] = range(ratios)
    bound = Math.min(bound, most - 1)
    if (bound < 1 || most - least < RADIUS_TOLERANCE) break
    const [, scale] = range(next)
    vector = next.map((value) => Math.max(value / scale, LEAST_COMPONENT))
  }
  return bound
}

/** |x| · y. */
function absoluteDot(left: Vector, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < right.length; i++) sum += Math.abs(left[i] ?? 0) * (right[i] ?? 0)
  return sum
}

/** The least and the largest of some numbers. */
const range = (values: Float64Array): [number, number] => {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return [least, most]
}
