/**
 * Inverts a matrix in place by Gauss–Jordan elimination with partial pivoting: n³ multiplications in one list of numbers.
 * @param matrix n × n, row by row; holds M⁻¹ afterwards.
 * @throws Error where it is singular.
 */
export function invert(matrix: Float64Array, size: number): void {
  const exchanged = new Int32Array(size)
  for (let k = 0; k < size; k++) {
    exchanged[k] = bringPivot(matrix, size, size, k)
    const begin = k * size
    const pivot = matrix[begin + k] ?? 0
    matrix[begin + k] = 1
    for (let j = begin; j < begin + size; j++) matrix[j] = (matrix[j] ?? 0) / pivot
    subtract(matrix, size, { pivotRow: k, from: 0, to: k, firstColumn: 0 })
    subtract(matrix, size, { pivotRow: k, from: k + 1, to: size, firstColumn: 0 })
  }
  for (let k = size - 1; k >= 0; k--) exchangeColumns(matrix, size, k, exchanged[k] ?? k)
}

/**
 * x of M x = b (length n), by Gaussian elimination with partial pivoting.
 * @throws Error where M is singular.
 */
export function solved(matrix: readonly ArrayLike<number>[], right: ArrayLike<number>): number[] {
  const size = matrix.length
  // b is a further column of M.
  const width = size + 1
  const joined = new Float64Array(size * width)
  matrix.forEach((row, i) => {
    joined.set(row, i * width)
    joined[i * width + size] = right[i] ?? 0
  })
  for (let k = 0; k < size; k++) {
    bringPivot(joined, size, width, k)
    const begin = k * width
    const pivot = joined[begin + k] ?? 0
    for (let j = begin + k; j < begin + width; j++) joined[j] = (joined[j] ?? 0) / pivot
    subtract(joined, width, { pivotRow: k, from: k + 1, to: size, firstColumn: k + 1 })
  }
  const solution = new Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i--) {
    let value = joined[i * width + size] ?? 0
    for (let j = i + 1; j < size; j++) value -= (joined[i * width + j] ?? 0) * (solution[j] ?? 0)
    solution[i] = value
  }
  return solution
}

/** Exchanges row k with the one from k on whose cell in column k is largest, and says which that was. */
function bringPivot(matrix: Float64Array, size: number, width: number, k: number): number {
  let row = k
  let largest = Math.abs(matrix[k * width + k] ?? 0)
  for (let i = k + 1; i < size; i++) {
    const cell = Math.abs(matrix[i * width + k] ?? 0)
    if (cell > largest) {
      largest = cell
      row = i
    }
  }
  if (!(largest > 0)) throw new Error(`A matrix of ${size} rows is singular: it has no pivot in column ${k + 1}.`)
  if (row !== k) {
    const before = matrix.slice(k * width, (k + 1) * width)
    matrix.copyWithin(k * width, row * width, (row + 1) * width)
    matrix.set(before, row * width)
  }
  return row
}

function exchangeColumns(matrix: Float64Array, size: number, one: number, other: number): void {
  if (one === other) return
  for (let begin = 0; begin < size * size; begin += size) {
    const cell = matrix[begin + one] ?? 0
    matrix[begin + one] = matrix[begin + other] ?? 0
    matrix[begin + other] = cell
  }
}

/** Which rows a pivot's row is subtracted from, and from which column on. */
interface Subtracted {
  readonly pivotRow: number
  readonly from: number
  readonly to: number
  readonly firstColumn: number
}

/**
 * Subtracts a pivot's row from others so often that their cells in its column are 0 before it is: four at a time, which
 * read it once for all of them. It is as fast again as one after another.
 */
function subtract(matrix: Float64Array, width: number, { pivotRow: k, from, to, firstColumn }: Subtracted): void {
  const pivots = k * width
  let row = from
  for (; row + 3 < to; row += 4) {
    const first = row * width
    const second = first + width
    const third = second + width
    const fourth = third + width
    const [a, b, c, d] = [
      takeCell(matrix, first + k),
      takeCell(matrix, second + k),
      takeCell(matrix, third + k),
      takeCell(matrix, fourth + k),
    ]
    for (let j = firstColumn; j < width; j++) {
      const value = matrix[pivots + j] ?? 0
      matrix[first + j] = (matrix[first + j] ?? 0) - a * value
      matrix[second + j] = (matrix[second + j] ?? 0) - b * value
      matrix[third + j] = (matrix[third + j] ?? 0) - c * value
      matrix[fourth + j] = (matrix[fourth + j] ?? 0) - d * value
    }
  }
  for (; row < to; row++) {
    const begin = row * width
    const factor = takeCell(matrix, begin + k)
    for (let j = firstColumn; j < width; j++) {
      matrix[begin + j] = (matrix[begin + j] ?? 0) - factor * (matrix[pivots + j] ?? 0)
    }
  }
}

/** A cell, of which 0 is left. */
function takeCell(matrix: Float64Array, at: number): number {
  const cell = matrix[at] ?? 0
  matrix[at] = 0
  return cell
}
