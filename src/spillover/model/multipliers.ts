import type { Closure, HouseholdIncome } from '../../edition/assumption-kinds.js'
import type { Steps } from '../../kernel/turns.js'
import type { Sentence } from '../../language/wording.js'
import { type Account, accountsOf } from './accounts.js'
import type { Assumptions } from './assumptions.js'
import { isNothing, largestOf, nothingOfIts, notStated, withLittleOutput, withoutOutput } from './divisors.js'
import { type InducedRounds, incomeCoefficients, incomeFigure } from './households.js'
import { dot, type Vector } from './linear-algebra/leontief.js'
import type { RegionalModel } from './regional-model.js'
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
  /** Household income in all industries for each unit of final demand. */
  readonly incomeEffect: number | null
  /** Household income in all industries for each unit of it in the industry's own: incomeEffect / h_r,j. */
  readonly incomeMultiplier: number | null
  /** Power of dispersion: its output multiplier over the mean of all; above 1 it pulls more than others on suppliers. */
  readonly backwardLinkage: number | null
  /** Its row's sum in the Ghosh inverse over the mean of all; above 1 others depend on it more than on most. */
  readonly forwardLinkage: number | null
  /** Why each of these is null that is. */
  readonly reasons: readonly MissingMultiplier[]
}

/** Why a multiplier is not known. */
export interface MissingMultiplier extends Sentence {
  /** Which, as `IndustryMultipliers` has it. */
  readonly field: string
}

/** What multipliers are asked of. */
export interface MultiplierQuestion {
  readonly closure: Closure
  /** Left out, the region's own, whose income multipliers are not known where the table lacks wages under TYPE_I. */
  readonly householdIncome?: HouseholdIncome | null
}

/** What of an economy multipliers are made of. */
type Economy = Pick<RegionalModel, 'system'>

/** v' M of a row v of coefficients (length n): with L, or with L̄ = L + κ (L h_c)(h_r L) where households are part of it. */
export function* contentInSteps({ system }: Economy, rounds: InducedRounds | null, row: Vector): Steps<number[]> {
  const ofSpending = rounds === null ? 0 : rounds.kappa * dot(row, rounds.outputOfSpending)
  return Array.from(
    yield* system.inSteps.contentOf(row),
    (value, j) => value + ofSpending * (rounds?.incomeOfDemand[j] ?? 0),
  )
}

/**
 * Multipliers and linkages of every industry, from four to six solutions of the factored system, a step for each. With L, or under TYPE_II
 * the truncated L̄ = L + κ (L h_c)(h_r L), called M below. Miller & Blair, *Input–Output Analysis*, 2nd edition:
 *
 * | measure | formula | section |
 * |---|---|---|
 * | output | i' M | 6.2.1 |
 * | employmentEffect, employmentMultiplier | e' M, (e' M)_j / e_j | 6.2.2 |
 * | incomeEffect, incomeMultiplier | h_r M, (h_r M)_j / h_r,j: type I, and κ times that, type II | 6.2.2 |
 * | backwardLinkage | n (i' M)_j / (i' M i), of Rasmussen and Hirschman | 12.2.1 |
 * | forwardLinkage | n (G i)_i / (i' G i), G = x̂⁻¹ M x̂ of Ghosh | 12.2.2 |
 *
 * The mean of a linkage is that of the n industries with output. Nothing is cut after L.
 * @param economy of the table's own A, or of what of it stays in a region.
 * @param rounds what households add to it; null under TYPE_I.
 * @param assumed what a question leaves out.
 * @throws BadUserInputError naming the column that the closure needs and the table lacks.
 */
export function* multipliersInSteps(
  table: InputOutputTable,
  economy: Economy,
  rounds: InducedRounds | null,
  question: MultiplierQuestion,
  assumed: Pick<Assumptions, 'householdIncome' | 'incomeTax'>,
): Steps<IndustryMultipliers[]> {
  const householdIncome = question.householdIncome ?? assumed.householdIncome
  const accounts = new Map(accountsOf(table).map((account) => [account.name, account]))
  const ofJobs = accounts.get('employed')
  const ofIncome = accounts.get(incomeFigure(householdIncome))
  const isIncomeAsked = question.closure === 'TYPE_II' || question.householdIncome != null
  const incomeRow =
    isIncomeAsked || ofIncome?.coefficients
      ? incomeCoefficients(table, { householdIncome, incomeTax: assumed.incomeTax })
      : null
  const employment = ofJobs?.coefficients ?? null

  const produced = table.industries.map(({ output }) => output)
  yield
  const output = yield* contentInSteps(
    economy,
    rounds,
    produced.map((value) => (value > 0 ? 1 : 0)),
  )
  yield
  const jobs = employment === null ? null : yield* contentInSteps(economy, rounds, employment)
  yield
  const income = incomeRow === null ? null : yield* contentInSteps(economy, rounds, incomeRow)
  yield
  const backward = overMean(output, produced)
  const forward = overMean(yield* ghoshRowSumsInSteps(economy, produced, rounds), produced)

  const divisors = divisorsOf(table)
  const ratioTo = {
    jobs: ratioBy(divisors, 'employed', employment, jobs),
    income: ratioBy(divisors, incomeFigure(householdIncome), incomeRow, income),
  }
  return table.industries.map(({ code }, j) => {
    const isIdle = (produced[j] ?? 0) === 0
    const known = (values: Vector | null) => (isIdle ? null : (values?.[j] ?? null))
    const [ofJob, ofUnit] = [ratioTo.jobs(j), ratioTo.income(j)]
    const values = {
      output: known(output),
      employmentEffect: known(jobs),
      employmentMultiplier: ofJob.ratio,
      incomeEffect: known(income),
      incomeMultiplier: ofUnit.ratio,
      backwardLinkage: known(backward),
      forwardLinkage: known(forward),
    }
    const why = (field: string): Sentence => {
      if (isIdle) return withoutOutput
      const [account, of] = field.startsWith('employment') ? [ofJobs, ofJob] : [ofIncome, ofUnit]
      return unstatedOf(table, account) ?? of.reason ?? withLittleOutput
    }
    const missing = Object.entries(values).filter(([, value]) => value === null)
    return { industry: code, ...values, reasons: missing.map(([field]) => ({ field, ...why(field) })) }
  })
}

/** Why an account can be told of no industry: some do not state it. */
export function unstatedOf({ industries }: InputOutputTable, account: Account | undefined): Sentence | null {
  if (account === undefined || account.coefficients !== null) return null
  const codes = industries.flatMap(({ code }, i) => (account.stated[i] === null ? [code] : []))
  const withOutput = industries.filter(({ output }) => output > 0)
  return notStated(account.name, codes, codes.length === withOutput.length)
}

/** What decides which industries are divided by. */
export interface Divisors {
  readonly output: readonly number[]
  readonly largestOutput: number
}

export const divisorsOf = ({ industries }: InputOutputTable): Divisors => {
  const output = industries.map((industry) => industry.output)
  return { output, largestOutput: largestOf(output) }
}

/** What all industries have for each unit of an industry's own, or why that is not known. */
export type Ratio =
  | { readonly ratio: number; readonly reason: null }
  | { readonly ratio: null; readonly reason: Sentence | null }

/**
 * An effect over its own coefficient, (v' M)_j / v_j, by the position of the industry; null where there is nothing, or next to
 * nothing, to divide by.
 * @param own v (length n); null where it is not known, or in part.
 * @param effects v' M (length n).
 */
export function ratioBy(
  { output, largestOutput }: Divisors,
  account: string,
  own: readonly (number | null)[] | null,
  effects: Vector | null,
): (j: number) => Ratio {
  const isLittle = (j: number) => isNothing(output[j] ?? 0, largestOutput)
  const largest = largestOf((own ?? []).map((value, j) => (isLittle(j) ? null : value)))
  return (j) => {
    const [coefficient, effect] = [own?.[j] ?? null, effects?.[j] ?? null]
    if (output[j] === 0) return { ratio: null, reason: withoutOutput }
    if (coefficient === null || effect === null) return { ratio: null, reason: null }
    if (isLittle(j)) return { ratio: null, reason: withLittleOutput }
    if (isNothing(coefficient, largest)) return { ratio: null, reason: nothingOfIts(account, coefficient) }
    return { ratio: effect / coefficient, reason: null }
  }
}

/** G i = x̂⁻¹ M x (length n); 0 where there is no output. */
function* ghoshRowSumsInSteps({ system }: Economy, produced: Vector, rounds: InducedRounds | null): Steps<number[]> {
  const needed = yield* system.inSteps.outputOf(produced)
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
