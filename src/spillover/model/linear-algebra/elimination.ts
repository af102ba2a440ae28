/** A pivot no larger than this is none: the matrix that it belongs to cannot be told from one of spectral radius 1. */
const LEAST_PIVOT = 1e-10

/**
 * Factors M (n × n, row by row) in place into L U by Gaussian elimination without exchanges. For M = I − A with A ≥ 0 all
 * pivots are positive exactly if the spectral radius of A is below 1 (M is then a nonsingular M-matrix: Berman and Plemmons,
 * *Nonnegative Matrices in the Mathematical Sciences*, theorem 6.2.3), and elimination needs no exchanges to be stable.
 * The first k rows and columns of the factors are those of the first k of M.
 * @param pivots which count: of an A with negative cells, whose spectral radius is known otherwise, some may be negative.
 * @returns whether all pivots count.
 */
export function eliminate(matrix: Float64Array, size: number, pivots: 'POSITIVE' | 'ANY' = 'POSITIVE'): boolean {
  for (let k = 0; k < size; k++) {
    const pivot = matrix[k * size + k] ?? 0
    if (!((pivots === 'ANY' ? Math.abs(pivot) : pivot) > LEAST_PIVOT)) return false
    for (let i = k + 1; i < size; i++) {
      const cell = matrix[i * size + k] ?? 0
      if (cell === 0) continue
      const factor = cell / pivot
      matrix[i * size + k] = factor
      for (let j = k + 1; j < size; j++) {
        matrix[i * size + j] = (matrix[i * size + j] ?? 0) - factor * (matrix[k * size + j] ?? 0)
      }
    }
  }
  return true
}

/** Solves M x = b in place for the first `count` rows and columns of a factored M. */
export function substitute(factors: Float64Array, size: number, vector: Float64Array, count: number): void {
  for (let i = 1; i < count; i++) {
    let value = vector[i] ?? 0
    for (let j = 0; j < i; j++) value -= (factors[i * size + j] ?? 0) * (vector[j] ?? 0)
    vector[i] = value
  }
  for (let i = count - 1; i >= 0; i--) {
    let value = vector[i] ?? 0
    for (let j = i + 1; j < count; j++) value -= (factors[i * size + j] ?? 0) * (vector[j] ?? 0)
    vector[i] = value / (factors[i * size + i] ?? 1)
  }
}
