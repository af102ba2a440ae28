import { atOnce, type Steps } from '../../../kernel/turns.js'
import { invert } from './gauss-jordan.js'

/** Numbers in a row; of large tables packed, eight bytes each. */
export type Vector = readonly number[] | Float64Array
/** An n × n matrix, `[row][column]`; of flows and coefficients the row supplies the column. */
export type Matrix = readonly Vector[]

/** What is asked of the Leontief inverse L (n × n), however it is held: as a matrix, or as a way to solve for it. */
export interface LeontiefSystem {
  readonly size: number
  /** Column j of L (length n): the output of every industry for each unit of final demand for j. Not to be changed. */
  column(industry: number): Float64Array
  /** L f (length n): the output that a final demand f takes. */
  outputOf(demand: Vector): Vector
  /** h' L (length n): what is h for each unit of output, for each unit of final demand. */
  contentOf(row: Vector): Vector
  /** The same in steps that others can go between; what is found is kept, so that it is at hand afterwards. */
  readonly inSteps: LeontiefSteps
}

/** What a `LeontiefSystem` is asked, in steps of some milliseconds. */
export interface LeontiefSteps {
  column(industry: number): Steps<Float64Array>
  outputOf(demand: Vector): Steps<Vector>
  contentOf(row: Vector): Steps<Vector>
}

/** The most industries for which a dense inverse is made; of more, L is solved for as it is asked for. */
export const LARGEST_DENSE = 100

/**
 * Technical coefficients A = Z x̂⁻¹ (n × n, dimensionless), each scaled, packed: `scale(i, j)` · a_ij, where a_ij =
 * z_ij / x_j are domestic inputs from i for each unit of output of j. Miller & Blair, *Input–Output Analysis*, section 2.2.
 * An industry of zero output takes no part: its row and column are zero.
 */
export const scaledCoefficients = (
  flows: Matrix,
  output: Vector,
  scale: (supplier: number, buyer: number) => number = () => 1,
): Float64Array[] => atOnce(scaledCoefficientsInSteps(flows, output, scale))

/** Cells of a matrix that one step goes through: some milliseconds' worth. */
export const CELLS_A_STEP = 1_000_000

/** The same in steps: of a large table the cells are many. */
export function* scaledCoefficientsInSteps(
  flows: Matrix,
  output: Vector,
  scale: (supplier: number, buyer: number) => number,
): Steps<Float64Array[]> {
  const rows: Float64Array[] = []
  const rowsAStep = Math.ceil(CELLS_A_STEP / Math.max(1, flows.length))
  for (const [supplier, row] of flows.entries()) {
    if (supplier % rowsAStep === rowsAStep - 1) yield
    rows.push(scaledRow(row, output, output[supplier] === 0 ? null : (buyer) => scale(supplier, buyer)))
  }
  return rows
}

/** A row of A; of zeros where nothing is to be scaled. */
function scaledRow(row: Vector, output: Vector, scale: ((buyer: number) => number) | null): Float64Array {
  const coefficients = new Float64Array(row.length)
  if (scale === null) return coefficients
  for (let buyer = 0; buyer < row.length; buyer++) {
    const produced = output[buyer] ?? 0
    const flow = row[buyer] ?? 0
    if (produced !== 0 && flow !== 0) coefficients[buyer] = (flow / produced) * scale(buyer)
  }
  return coefficients
}

/**
 * Leontief inverse L = (I − A)⁻¹ (n × n): l_ij is the output of i needed, in all rounds, for each unit of final demand
 * for j. Miller & Blair, section 2.2; equal to the power series I + A + A² + … of section 2.4 where the spectral radius
 * of A is below 1. Dense: meant for n ≤ 100.
 */
export function leontiefInverse(coefficients: Matrix): Float64Array[] {
  const size = coefficients.length
  const matrix = new Float64Array(size * size)
  coefficients.forEach((row, i) => {
    for (let j = 0; j < size; j++) matrix[i * size + j] = (i === j ? 1 : 0) - (row[j] ?? 0)
  })
  invert(matrix, size)
  return coefficients.map((_, i) => matrix.subarray(i * size, (i + 1) * size))
}

/** x' M (length n): the matrix's rows weighted and added up. */
export const rowTimesMatrix = (row: Vector, matrix: Matrix): number[] => {
  const sums: number[] = Array.from(row, () => 0)
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
