import { LRUCache } from 'lru-cache'
import { type Solver, solver } from './gmres.js'
import type { LeontiefSystem, Matrix, Vector } from './leontief.js'

/** Columns of L that are kept: a scenario asks for those of its ventures' industries. */
const COLUMNS_KEPT = 512
/** Solutions that later ones may start from. */
const SOLUTIONS_KEPT = 16
/** A right-hand side that differs from a multiple of an earlier one by less than this has that multiple of its solution. */
const SAME_DIRECTION = 1e-15

/**
 * The Leontief inverse of A, never made: whatever is asked of it is solved for, L f from (I − A) x = f and h' L from
 * (I − A') y = h. Meant for tables too large for a dense inverse; what was solved for is kept.
 */
export function iterativeSystem(coefficients: Matrix): LeontiefSystem {
  const size = coefficients.length
  const rows = coefficients.map((row) => (row instanceof Float64Array ? row : Float64Array.from(row)))
  const columns = new LRUCache<number, Float64Array>({ max: COLUMNS_KEPT })
  const outputs = remembering(solver(size, (from, to) => multiply(rows, from, to)))
  const contents = remembering(solver(size, (from, to) => multiplyTransposed(rows, from, to)))
  return {
    size,
    column(industry) {
      const kept = columns.get(industry)
      if (kept) return kept
      const unit = new Float64Array(size)
      unit[industry] = 1
      const column = outputs(unit)
      columns.set(industry, column)
      return column
    },
    outputOf: outputs,
    contentOf: contents,
  }
}

/** A solver that answers a multiple of what it was asked before from that answer, as a lower income tax asks. */
function remembering(solve: Solver): (demand: Vector) => Float64Array {
  const solved: { readonly demand: Float64Array; readonly solution: Float64Array }[] = []
  return (asked) => {
    const demand = Float64Array.from(asked)
    for (const earlier of solved) {
      const multiple = multipleOf(demand, earlier.demand)
      if (multiple !== null) return earlier.solution.map((value) => multiple * value)
    }
    const solution = solve(demand)
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

/** A x into `to`, four rows at a time: each reads x once for all of them, and none waits for another's sum. */
function multiply(rows: readonly Float64Array[], from: Float64Array, to: Float64Array): void {
  const none = new Float64Array(from.length)
  for (let i = 0; i < rows.length; i += 4) {
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

/** A' x into `to`, by rows of A, four at a time. */
function multiplyTransposed(rows: readonly Float64Array[], from: Float64Array, to: Float64Array): void {
  const none = new Float64Array(from.length)
  to.fill(0)
  for (let i = 0; i < rows.length; i += 4) {
    const [first = none, second = none, third = none, fourth = none] = rows.slice(i, i + 4)
    const [a = 0, b = 0, c = 0, d = 0] = from.subarray(i, i + 4)
    for (let j = 0; j < to.length; j++) {
      to[j] = (to[j] ?? 0) + (a * (first[j] ?? 0) + b * (second[j] ?? 0) + (c * (third[j] ?? 0) + d * (fourth[j] ?? 0)))
    }
  }
}
