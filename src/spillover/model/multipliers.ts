import type { Closure, HouseholdIncome } from '../../edition/assumption-kinds.js'
import type { Steps } from '../../kernel/turns.js'
import type { Assumptions } from './assumptions.js'
import {
  employmentCoefficients,
  householdClosure,
  type InducedRounds,
  incomeCoefficients,
  inducedRounds,
} from './households.js'
import { dot, type LeontiefSystem, type Vector } from './leontief.js'
import type { InputOutputTable } from './table.js'

/** An industry's multipliers and linkages; all null where it has no output. */
export interface IndustryMultipliers {
  /** The table's code. */
  readonly industry: string
  /** Output of all industries for each unit of final demand: the column's sum in L, or in L̄ without households. */
  readonly output: number | null
  /** Jobs in all industries for each unit of final demand, in the employment unit for each currency unit. */
  readonly employmentEffect: number | null
  /** Jobs in all industries for each job of the industry's own: employmentEffect / e_j. */
  readonly employmentMultiplier: number | null
  /** Household income in all industries for each unit of it in the industry's own. */
  readonly incomeMultiplier: number | null
  /** Power of dispersion: its output multiplier over the mean of all; above 1 it pulls more than others on suppliers. */
  readonly backwardLinkage: number | null
  /** Its row's sum in the Ghosh inverse over the mean of all; above 1 others depend on it more than on most. */
  readonly forwardLinkage: number | null
}

/** What multipliers are asked of. */
export interface MultiplierQuestion {
  readonly closure: Closure
  /** Left out, the region's own, whose income multipliers are not known where the table lacks wages under TYPE_I. */
  readonly householdIncome?: HouseholdIncome | null
}

/**
 * Multipliers and linkages of every industry, from four to six solutions of the factored system, a step for each. With L, or under TYPE_II
 * the truncated L̄ = L + κ (L h_c)(h_r L), called M below. Miller & Blair, *Input–Output Analysis*, 2nd edition:
 *
 * | measure | formula | section |
 * |---|---|---|
 * | output | i' M | 6.2.1 |
 * | employmentEffect, employmentMultiplier | e' M, (e' M)_j / e_j | 6.2.2 |
 * | incomeMultiplier | (h_r M)_j / h_r,j: type I, and κ times that, type II | 6.2.2 |
 * | backwardLinkage | n (i' M)_j / (i' M i), of Rasmussen and Hirschman | 12.2.1 |
 * | forwardLinkage | n (G i)_i / (i' G i), G = x̂⁻¹ M x̂ of Ghosh | 12.2.2 |
 *
 * The mean of a linkage is that of the n industries with output. Nothing is cut to a region.
 * @param system of the table's own A.
 * @param assumed what a question leaves out.
 * @throws BadUserInputError naming the column that the closure needs and the table lacks.
 */
export function* multipliersInSteps(
  table: InputOutputTable,
  system: LeontiefSystem,
  { closure, householdIncome: asked }: MultiplierQuestion,
  { householdIncome, incomeTax }: Pick<Assumptions, 'householdIncome' | 'incomeTax'>,
): Steps<IndustryMultipliers[]> {
  const assumed = { householdIncome: asked ?? householdIncome, incomeTax }
  const rounds = closure === 'TYPE_II' ? inducedRounds(system, householdClosure(table, assumed)) : null
  const isIncomeStated = closure === 'TYPE_II' || asked != null || states(table, 'wages')
  const incomeRow = isIncomeStated ? incomeCoefficients(table, assumed) : null
  const employment = states(table, 'employed') ? employmentCoefficients(table) : null

  /** h' M of a row h of coefficients. */
  const content = (row: Vector): number[] => {
    const ofSpending = rounds === null ? 0 : rounds.kappa * dot(row, rounds.outputOfSpending)
    return Array.from(system.contentOf(row), (value, j) => value + ofSpending * (rounds?.incomeOfDemand[j] ?? 0))
  }
  const produced = table.industries.map(({ output }) => output)
  yield
  const output = content(produced.map((value) => (value > 0 ? 1 : 0)))
  yield
  const jobs = employment === null ? null : content(employment)
  yield
  const income = incomeRow === null ? null : content(incomeRow)
  yield
  const backward = overMean(output, produced)
  const forward = overMean(ghoshRowSums(system, produced, rounds), produced)

  return table.industries.map(({ code }, j) => {
    const known = (values: Vector | null) => ((produced[j] ?? 0) > 0 ? (values?.[j] ?? null) : null)
    return {
      industry: code,
      output: known(output),
      employmentEffect: known(jobs),
      employmentMultiplier: ratio(known(jobs), employment?.[j]),
      incomeMultiplier: ratio(known(income), incomeRow?.[j]),
      backwardLinkage: known(backward),
      forwardLinkage: known(forward),
    }
  })
}

const states = ({ industries }: InputOutputTable, column: 'employed' | 'wages'): boolean =>
  industries.every((industry) => industry.output === 0 || industry[column] !== null)

/** G i = x̂⁻¹ M x (length n); 0 where there is no output. */
function ghoshRowSums(system: LeontiefSystem, produced: Vector, rounds: InducedRounds | null): number[] {
  const needed = system.outputOf(produced)
  const spent = rounds === null ? 0 : rounds.kappa * dot(rounds.incomeOfDemand, produced)
  return Array.from(produced, (output, i) =>
    output > 0 ? ((needed[i] ?? 0) + spent * (rounds?.outputOfSpending[i] ?? 0)) / output : 0,
  )
}

/** Values over their mean, where industries without output are not counted. */
function overMean(values: Vector, produced: Vector): number[] {
  let sum = 0
  let count = 0
  for (let i = 0; i < produced.length; i++) {
    if ((produced[i] ?? 0) > 0) {
      sum += values[i] ?? 0
      count += 1
    }
  }
  return Array.from(values, (value) => (value * count) / sum)
}

/** Null where there is nothing, or next to nothing, to divide by. */
function ratio(value: number | null, of: number | undefined): number | null {
  const quotient = value === null || of === undefined ? Number.NaN : value / of
  return Number.isFinite(quotient) ? quotient : null
}
