import type { Steps } from '../../../kernel/turns.js'
import { solved } from './gauss-jordan.js'
import { iterativeSystem } from './iterative-system.js'
import {
  LARGEST_DENSE,
  type LeontiefSystem,
  leontiefInverse,
  type Matrix,
  matrixTimesColumn,
  rowTimesMatrix,
  type Vector,
} from './leontief.js'

/** The Leontief inverse of A: made once as a matrix up to 100 industries, beyond that solved for as it is asked for. */
export const leontiefSystem = (coefficients: Matrix): LeontiefSystem =>
  coefficients.length <= LARGEST_DENSE ? inverseSystem(leontiefInverse(coefficients)) : iterativeSystem(coefficients)

/** A Leontief inverse that is at hand as a matrix. */
export function inverseSystem(inverse: Matrix): LeontiefSystem {
  const columns = columnsOf(inverse)
  const column = (industry: number) => columns[industry] ?? new Float64Array(inverse.length)
  const outputOf = (demand: Vector) => matrixTimesColumn(inverse, demand)
  const contentOf = (row: Vector) => rowTimesMatrix(row, inverse)
  return {
    size: inverse.length,
    column,
    outputOf,
    contentOf,
    inSteps: { column: inOneStep(column), outputOf: inOneStep(outputOf), contentOf: inOneStep(contentOf) },
  }
}

/** What is at hand takes no steps. */
const inOneStep = <Asked, Found>(find: (asked: Asked) => Found) =>
  // biome-ignore lint/correctness/useYield: there is nothing to wait for.
  function* (asked: Asked): Steps<Found> {
    return find(asked)
  }

function columnsOf(matrix: Matrix): Float64Array[] {
  const columns = matrix.map(() => new Float64Array(matrix.length))
  matrix.forEach((row, i) => {
    columns.forEach((column, j) => {
      column[i] = row[j] ?? 0
    })
  })
  return columns
}

/**
 * The mixed model, Miller & Blair, *Input–Output Analysis*, section on exogenously specified outputs: the final demand
 * f_S for the industries S at which their output is exactly x̄_S, while others produce what that takes,
 * f_S = (L_SS)⁻¹ x̄_S, x_R = L_RS f_S.
 * @param industries S, as indexes.
 * @param outputs x̄_S, in the order of `industries`.
 * @returns f_S in that order; a component is negative where the others of S take more of its output than there is.
 */
export function demandForOutputs(system: LeontiefSystem, industries: readonly number[], outputs: Vector): number[] {
  if (industries.length === 0) return []
  const columns = industries.map((industry) => system.column(industry))
  const block = industries.map((row) => columns.map((column) => column[row] ?? 0))
  return solved(block, outputs)
}
