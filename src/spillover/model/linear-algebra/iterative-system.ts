import { LRUCache } from 'lru-cache'
import { atOnce, type Steps } from '../../../kernel/turns.js'
import { type Product, type Solver, solver } from './gmres.js'
import type { LeontiefSystem, Matrix, Vector } from './leontief.js'

/** Columns of L that are kept: a scenario asks for those of its ventures' industries. */
const COLUMNS_KEPT = 512
/** Solutions that later ones may start from. */
const SOLUTIONS_KEPT = 64
/** A right-hand side that differs from a multiple of an earlier one by less than this has that multiple of its solution. */
const SAME_DIRECTION = 1e-15

/** Cells of A that one step goes through: some milliseconds' worth. */
const CELLS_A_STEP = 8_000_000

/**
 * The Leontief inverse of A, never made: whatever is asked of it is solved for, L f from (I − A) x = f and h' L from
 * (I − A') y = h. Meant for tables too large for a dense inverse; what was solved for is kept.
 */
export function iterativeSystem(coefficients: Matrix): LeontiefSystem {
  const size = coefficients.length
  const rows = coefficients.map((row) => (row instanceof Float64Array ? row : Float64Array.from(row)))
  const columns = new LRUCache<number, Float64Array>({ max: COLUMNS_KEPT })
  const solve = solver(size, productOf(rows, multiply))
  const outputOf = remembering(solve)
  const contentOf = remembering(solver(size, productOf(rows, multiplyTransposed)))
  function* column(industry: number): Steps<Float64Array> {
    const kept = columns.get(industry)
    if (kept) return kept
    const unit = new Float64Array(size)
    unit[industry] = 1
    const solved = yield* solve(unit)
    columns.set(industry, solved)
    return solved
  }
  return {
    size,
    column: (industry) => atOnce(column(industry)),
    outputOf: (demand) => atOnce(outputOf(demand)),
    contentOf: (row) => atOnce(contentOf(row)),
    inSteps: { column, outputOf, contentOf },
  }
}

/** A solver that answers a multiple of what it was asked before from that answer, as a lower income tax asks. */
function remembering(solve: Solver): (demand: Vector) => Steps<Float64Array> {
  const solved: { readonly demand: Float64Array; readonly solution: Float64Array }[] = []
  return function* (asked) {
    const demand = Float64Array.from(asked)
    for (const earlier of solved) {
      const multiple = multipleOf(demand, earlier.demand)
      if (multiple !== null) return earlier.solution.map((value) => multiple * value)
    }
    const solution = yield* solve(demand)
    solved.unshift({ demand, solution })
    solved.length = Math.min(solved.length, SOLUTIONS_KEPT)
    return solution
  }
}

/** c where v = c u but for rounding; null where there is none. */
function multipleOf(vector: Float64Array, unit: Float64Array): number | null {
  const largest = unit.reduce((best, value, i) => (Math.abs(value) > Math.abs(unit[best] ?? 0) ? i : best), 0)
  const multiple = (vector[largest] ?? 0) / (unit[largest] ?? 0)
  if (!Number.isFinite(multiple)) return null
  const isSame = vector.every((value, i) => {
    const expected = multiple * (unit[i] ?? 0)
    return Math.abs(value - expected) <= SAME_DIRECTION * Math.abs(expected)
  })
  return isSame ? multiple : null
}

/** Takes some rows of A into a product: those from `begin` on and before `end`. */
type PartOfProduct = (rows: readonly Float64Array[], from: Float64Array, to: Float64Array, some: Some) => void

interface Some {
  readonly begin: number
  readonly end: number
}

/** A product with A, so many rows a step that others wait no longer than some milliseconds. */
const productOf = (rows: readonly Float64Array[], part: PartOfProduct): Product =>
  function* (from, to) {
    const rowsAStep = 4 * Math.ceil(CELLS_A_STEP / 4 / Math.max(1, rows.length))
    to.fill(0)
    for (let begin = 0; begin < rows.length; begin += rowsAStep) {
      part(rows, from, to, { begin, end: Math.min(begin + rowsAStep, rows.length) })
      yield
    }
  }

/** A x into `to`, four rows at a time: each reads x once for all of them, and none waits for another's sum. */
function multiply(rows: readonly Float64Array[], from: Float64Array, to: Float64Array, { begin, end }: Some): void {
  const none = new Float64Array(from.length)
  for (let i = begin; i < end; i += 4) {
    const [first = none, second = none, third = none, fourth = none] = rows.slice(i, i + 4)
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let j = 0; j < from.length; j++) {
      const value = from[j] ?? 0
      a += (first[j] ?? 0) * value
      b += (second[j] ?? 0) * value
      c += (third[j] ?? 0) * value
      d += (fourth[j] ?? 0) * value
    }
    to[i] = a
    to[i + 1] = b
    to[i + 2] = c
    to[i + 3] = d
  }
}

/** A' x into `to`, which holds what other rows gave, by rows of A, four at a time. */
function multiplyTransposed(
  rows: readonly Float64Array[],
  from: Float64Array,
  to: Float64Array,
  { begin, end }: Some,
): void {
  const none = new Float64Array(from.length)
  for (let i = begin; i < end; i += 4) {
    const [first = none, second = none, third = none, fourth = none] = rows.slice(i, i + 4)
    const [a = 0, b = 0, c = 0, d = 0] = from.subarray(i, i + 4)
    for (let j = 0; j < to.length; j++) {
      to[j] = (to[j] ?? 0) + (a * (first[j] ?? 0) + b * (second[j] ?? 0) + (c * (third[j] ?? 0) + d * (fourth[j] ?? 0)))
    }
  }
}
