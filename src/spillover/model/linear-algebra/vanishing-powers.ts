/** Powers up to the 1 024th are looked at; what has not vanished by then cannot be told from what does not. */
const MOST_SQUARINGS = 10
const BEYOND = 1e100

/**
 * Whether the powers of A (n × n, row by row) vanish, as they do exactly if its spectral radius is below 1: whether a norm
 * of one of A, A², A⁴, A⁸, … is below 1. By multiplication and addition alone, where eigenvalues would take more.
 */
export function powersVanish(matrix: Float64Array, size: number): boolean {
  let power = matrix
  for (let squaring = 0; squaring <= MOST_SQUARINGS; squaring++) {
    const norm = largestRowSum(power, size)
    if (norm < 1) return true
    if (!(norm < BEYOND)) return false
    power = squared(power, size)
  }
  return false
}

function largestRowSum(matrix: Float64Array, size: number): number {
  let largest = 0
  for (let i = 0; i < size; i++) {
    let sum = 0
    for (let cell = i * size; cell < (i + 1) * size; cell++) sum += Math.abs(matrix[cell] ?? 0)
    if (!(sum <= largest)) largest = sum
  }
  return largest
}

function squared(matrix: Float64Array, size: number): Float64Array {
  const square = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = matrix[i * size + k] ?? 0
      if (factor === 0) continue
      for (let j = 0; j < size; j++) {
        square[i * size + j] = (square[i * size + j] ?? 0) + factor * (matrix[k * size + j] ?? 0)
      }
    }
  }
  return square
}
