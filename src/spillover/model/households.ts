import type { HouseholdIncome } from '../../edition/assumption-kinds.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { atOnce, type Steps } from '../../kernel/turns.js'
import type { Assumptions } from './assumptions.js'
import { dot, type LeontiefSystem, type Vector } from './linear-algebra/leontief.js'
import type { Industry, InputOutputTable } from './table.js'

/** The row and column that join households to the industries (each of length n, dimensionless). */
export interface HouseholdClosure {
  /** h_r: household income for each unit of an industry's output. */
  readonly incomeRow: readonly number[]
  /** h_c: what households buy of each industry's domestic output, for each unit of what they spend or earn. */
  readonly purchaseColumn: readonly number[]
}

type Figure = 'wages' | 'labourCost' | 'householdPurchases'
type Total = 'householdConsumption' | 'householdIncome'

/**
 * Household row and column, Miller & Blair, section 2.5 (models closed with respect to households):
 *
 * | income | h_r | h_c |
 * |---|---|---|
 * | DISPOSABLE_WAGES | (1 − income tax) · wages / x | household purchases / all household consumption |
 * | WAGES | wages / x | the same |
 * | LABOUR_COST | labour cost / x | the same |
 * | ALL_INCOME | labour cost / x | household purchases / all household income |
 *
 * Imputed rent is left out of the column, and of all household consumption. Industries of zero output take no part.
 * @throws BadUserInputError naming the column that the table lacks.
 */
export function householdClosure(
  table: InputOutputTable,
  { householdIncome, incomeTax }: Pick<Assumptions, 'householdIncome' | 'incomeTax'>,
): HouseholdClosure {
  const incomeRow = incomeCoefficients(table, { householdIncome, incomeTax })
  const purchases = figures(table, 'householdPurchases')
  const isRent = (i: number) => table.industries[i]?.imputedRent === true
  const rent = purchases.reduce((sum, bought, i) => sum + (isRent(i) ? bought : 0), 0)
  const spent =
    householdIncome === 'ALL_INCOME' ? total(table, 'householdIncome') : total(table, 'householdConsumption') - rent
  if (!(spent > 0)) throw new BadUserInputError('householdIncome', `Households of table ${table.id} spend nothing.`)
  return { incomeRow, purchaseColumn: purchases.map((bought, i) => (isRent(i) ? 0 : bought / spent)) }
}

/**
 * h_r (length n), as `householdClosure` has it.
 * @throws BadUserInputError naming the column that the table lacks.
 */
export function incomeCoefficients(
  table: InputOutputTable,
  { householdIncome, incomeTax }: Pick<Assumptions, 'householdIncome' | 'incomeTax'>,
): number[] {
  const kept = householdIncome === 'DISPOSABLE_WAGES' ? 1 - incomeTax : 1
  return figures(table, incomeFigure(householdIncome)).map((paid, i) => kept * perOutput(paid, table.industries[i]))
}

/** How households add to the Leontief inverse: L̄ − L = κ · column · row, a matrix of rank one. */
export interface InducedRounds {
  /** κ = 1 / (1 − h_r L h_c), also the ratio of type II to type I income multipliers, the same for every industry. */
  readonly kappa: number
  /** L h_c (length n): output for each unit that households spend. */
  readonly outputOfSpending: Vector
  /** h_r L (length n): household income for each unit of final demand, type I. */
  readonly incomeOfDemand: Vector
}

/**
 * What closing the model with households adds, without inverting the closed matrix: the inverse of I − A bordered by
 * −h_c and −h_r, truncated to the industries, is L̄ = L + κ (L h_c)(h_r L) (partitioned inverse).
 * @throws BadUserInputError where households' spending feeds itself without end (h_r L h_c ≥ 1).
 */
export const inducedRounds = (system: Pick<LeontiefSystem, 'inSteps'>, closure: HouseholdClosure): InducedRounds =>
  atOnce(inducedRoundsInSteps(system, closure))

/** The same in steps. */
export function* inducedRoundsInSteps(
  { inSteps }: Pick<LeontiefSystem, 'inSteps'>,
  { incomeRow, purchaseColumn }: HouseholdClosure,
): Steps<InducedRounds> {
  const outputOfSpending = yield* inSteps.outputOf(purchaseColumn)
  const spentAgain = dot(incomeRow, outputOfSpending)
  if (!(spentAgain < 1)) {
    throw new BadUserInputError(
      'householdIncome',
      `Of each unit that households spend ${spentAgain.toPrecision(4)} comes back to them; the rounds have no end.`,
    )
  }
  return { kappa: 1 / (1 - spentAgain), outputOfSpending, incomeOfDemand: yield* inSteps.contentOf(incomeRow) }
}

/**
 * Employment coefficients e = employed / x (length n, in the employment unit for each currency unit of output); NaN for
 * industries of which the table does not state employed, so that no jobs are made of what nobody knows.
 */
export const employmentCoefficients = ({ industries }: InputOutputTable): number[] =>
  industries.map((industry) => perOutput(industry.employed ?? Number.NaN, industry))

/** Codes of the industries with output of which a table does not state employed. */
export const withoutEmployed = ({ industries }: InputOutputTable): string[] =>
  industries.filter(({ output, employed }) => output > 0 && employed === null).map(({ code }) => code)

/** Whether a table states employed of every industry with output. Where it does not, jobs cannot be told. */
export const jobsAreKnown = (table: InputOutputTable): boolean => withoutEmployed(table).length === 0

/**
 * Refuses a table that does not state employed, where jobs are asked for.
 * @param argument what named the table.
 * @throws BadUserInputError that names the industries and says what can be asked.
 */
export function requireEmployed(table: InputOutputTable, argument: string): void {
  const unknown = withoutEmployed(table)
  if (unknown.length === 0) return
  const reason = `Table ${table.id} does not state employed of ${listed(unknown)}, so jobs cannot be told.`
  const way = 'It can be asked what output sets off in its accounts: establishments: [], and shocks by output.'
  throw new BadUserInputError(argument, `${reason} ${way}`)
}

const listed = (codes: readonly string[]): string =>
  codes.length > 5 ? `${codes.slice(0, 5).join(', ')} and ${codes.length - 5} more` : codes.join(', ')

/** The account that household income is made of. */
export function incomeFigure(householdIncome: HouseholdIncome): 'wages' | 'labourCost' {
  switch (householdIncome) {
    case 'DISPOSABLE_WAGES':
    case 'WAGES':
      return 'wages'
    case 'LABOUR_COST':
    case 'ALL_INCOME':
      return 'labourCost'
  }
}

const perOutput = (figure: number, industry: Industry | undefined): number =>
  industry === undefined || industry.output === 0 ? 0 : figure / industry.output

/** One figure of every industry; 0 where the industry has no output, which takes no part. */
function figures(table: InputOutputTable, column: Figure): number[] {
  const unknown = table.industries.filter((industry) => industry.output > 0 && industry[column] === null)
  if (unknown.length > 0) {
    const codes = listed(unknown.map((industry) => industry.code))
    throw new BadUserInputError('householdIncome', `Table ${table.id} does not state ${column} of ${codes}.`)
  }
  return table.industries.map((industry) => (industry.output > 0 ? (industry[column] ?? 0) : 0))
}

function total(table: InputOutputTable, column: Total): number {
  const value = table[column]
  if (value === null) throw new BadUserInputError('householdIncome', `Table ${table.id} does not state ${column}.`)
  return value
}
