import { EigenvalueDecomposition } from 'ml-matrix'
import { dot, type Matrix } from './leontief.js'

/** How many products with A are made at most, and after how many more the largest eigenvalue is looked at again. */
const MOST_PRODUCTS = 320
const PRODUCTS_BETWEEN = 20
const SETTLED = 1e-9
/** Of what a product adds to the directions known, no more than this is rounding: they are all there are. */
const NOTHING_NEW = 1e-12

/**
 * The modulus of the largest eigenvalue of a large A (n × n), by Arnoldi's method: A on the span of v, Av, A²v, … as a
 * small matrix, whose largest eigenvalue settles on that of A. Saad, *Numerical Methods for Large Eigenvalue Problems*,
 * chapter 6.
 * @returns null where it does not settle.
 */
export function dominantModulus(coefficients: Matrix): number | null {
  const size = coefficients.length
  const most = Math.min(size, MOST_PRODUCTS)
  const basis: Float64Array[] = [normalised(startOf(size))]
  const projected: number[][] = Array.from({ length: most }, () => Array.from({ length: most }, () => 0))
  let [before, steadyFor] = [Number.NaN, 0]
  for (let k = 0; k < most; k++) {
    const product = Float64Array.from(coefficients, (row) => dot(row, basis[k] ?? []))
    const length = Math.sqrt(dot(product, product))
    // Twice, since once leaves rounding of the length of what was taken off.
    for (const _ of ['first', 'again']) takeOff(product, basis, (i, part) => add(projected, i, k, part))
    const left = Math.sqrt(dot(product, product))
    const isWhole = left <= NOTHING_NEW * length || k + 1 === size
    if (isWhole || (k + 1) % PRODUCTS_BETWEEN === 0) {
      const modulus = largestModulus(projected.slice(0, k + 1).map((row) => row.slice(0, k + 1)))
      steadyFor = Math.abs(modulus - before) <= SETTLED * modulus ? steadyFor + 1 : 0
      if (isWhole || steadyFor === 2) return modulus
      before = modulus
    }
    if (k + 1 < most) add(projected, k + 1, k, left)
    basis.push(product.map((value) => value / left))
  }
  return null
}

/** The same on every machine, and leaning to no eigenvector: no two industries alike. */
const startOf = (size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => 1 + ((i * 2_654_435_761) % 4_294_967_296) / 4_294_967_296)

const normalised = (vector: Float64Array): Float64Array => {
  const length = Math.sqrt(dot(vector, vector))
  return vector.map((value) => value / length)
}

/** Takes off a vector what it has of each direction, and tells how much that is. */
function takeOff(
  vector: Float64Array,
  directions: readonly Float64Array[],
  told: (direction: number, part: number) => void,
): void {
  for (const [i, direction] of directions.entries()) {
    const part = dot(direction, vector)
    for (let j = 0; j < vector.length; j++) vector[j] = (vector[j] ?? 0) - part * (direction[j] ?? 0)
    told(i, part)
  }
}

function add(matrix: number[][], i: number, j: number, value: number): void {
  const row = matrix[i]
  if (row !== undefined) row[j] = (row[j] ?? 0) + value
}

/** The modulus of the largest eigenvalue of a matrix (n × n), from all of them: meant for n ≤ 300. */
export function largestModulus(matrix: number[][]): number {
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: false })
  return realEigenvalues.reduce((most, real, k) => Math.max(most, Math.hypot(real, imaginaryEigenvalues[k] ?? 0)), 0)
}
