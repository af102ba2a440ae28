import { type HouseholdClosure, inducedRounds } from '../../src/spillover/model/households.js'
import type { Matrix } from '../../src/spillover/model/linear-algebra/leontief.js'
import { inverseSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'

/** Truncated type II inverse L̄ = L + κ (L h_c)(h_r L) (n × n). Miller & Blair, section 6.2. */
export function typeIIInverse(inverse: Matrix, closure: HouseholdClosure): number[][] {
  const { kappa, outputOfSpending, incomeOfDemand } = inducedRounds(inverseSystem(inverse), closure)
  return inverse.map((row, i) =>
    Array.from(row, (value, j) => value + kappa * (outputOfSpending[i] ?? 0) * (incomeOfDemand[j] ?? 0)),
  )
}
