import { BadUserInputError, requireBetween } from '../../kernel/input-errors.js'
import type { InputOutputTable } from './table.js'

/** What a venture buys of one industry in place of its own industry's average. */
export interface Purchase {
  /** The table's code of the industry that is bought from. */
  readonly industry: string
  /** Of the venture's output, 0–1. */
  readonly share: number
  /** What share of the purchase is made in the table's country, 0–1. */
  readonly local: number
}

/** Where, when and by whom something new is produced. */
interface ShockPlace {
  /** The table's code of the industry. */
  readonly industry: string
  /** Id of the county whose jobs they are. */
  readonly county: string
  readonly year: number
  /** Id of the venture; null for other shocks. */
  readonly establishment: string | null
  /** The venture's own recipe for the first round; left out, it is its industry's column of A. */
  readonly purchases?: readonly Purchase[]
  /** Years that the work runs, from `year` on, for work that ends; left out for what stays. */
  readonly durationYears?: number
}

/** New production that is known by its jobs. */
export interface ShockByJobs extends ShockPlace {
  /** Direct jobs, in the table's employment unit. */
  readonly jobs: number
  readonly output?: never
}

/** New production that is known by its output. */
export interface ShockByOutput extends ShockPlace {
  /** Direct output, in the table's currency unit. */
  readonly output: number
  readonly jobs?: never
}

/** New production in an industry: that of a venture in one year, or any other. */
export type Shock = ShockByJobs | ShockByOutput

/** What a shock is by itself: its jobs d and its output x̄ = d / e, or its output and the jobs d = e x̄ that go with it. */
export interface DirectEffect {
  /** The position of its industry in the table. */
  readonly position: number
  /** NaN where the table does not state the industry's employed. */
  readonly jobs: number
  readonly output: number
}

/** More jobs than this in one shock are taken for a slip. */
export const MOST_JOBS = 10_000_000

/** More output than this in one shock, in the table's currency unit, is taken for a slip. */
const MOST_OUTPUT = 1e9

/**
 * What a shock is by itself.
 * @param employmentCoefficients e of the table's industries (length n), NaN where unknown.
 * @param at how the shock is called in errors, such as `shocks[0]`.
 * @throws BadUserInputError for an industry that is unknown, or without output or (for jobs) known employed; for jobs or
 * output that are negative, not finite or taken for a slip.
 */
export function directEffect(
  table: InputOutputTable,
  employmentCoefficients: readonly number[],
  shock: Shock,
  at: string,
): DirectEffect {
  const position = table.industries.findIndex(({ code }) => code === shock.industry)
  const industry = table.industries[position]
  if (industry === undefined) throw new BadUserInputError(at, `Table ${table.id} has no industry ${shock.industry}.`)
  const coefficient = employmentCoefficients[position] ?? 0
  if (industry.output === 0 || (shock.jobs !== undefined && coefficient === 0)) {
    const reason = `Industry ${shock.industry} has no output or no employed in table ${table.id}.`
    throw new BadUserInputError(at, reason)
  }
  if (shock.jobs !== undefined) {
    if (Number.isNaN(coefficient)) {
      throw new BadUserInputError(at, `Table ${table.id} does not state employed of ${shock.industry}.`)
    }
    requireBetween(`${at}.jobs`, shock.jobs, 0, MOST_JOBS)
    return { position, jobs: shock.jobs, output: shock.jobs / coefficient }
  }
  requireBetween(`${at}.output`, shock.output, 0, MOST_OUTPUT)
  return { position, jobs: shock.output * coefficient, output: shock.output }
}

const ROUNDING = 1e-9

/**
 * The recipe as domestic coefficients a* (length n), share · local of each industry; the rest is bought elsewhere.
 * @throws BadUserInputError for an unknown industry, a share outside 0–1, or shares that add up to more than the output.
 */
export function recipeCoefficients(table: InputOutputTable, purchases: readonly Purchase[], at: string): number[] {
  const coefficients: number[] = table.industries.map(() => 0)
  let total = 0
  for (const [index, { industry, share, local }] of purchases.entries()) {
    const position = table.industries.findIndex(({ code }) => code === industry)
    if (position < 0) {
      throw new BadUserInputError(`${at}.purchases[${index}]`, `Table ${table.id} has no industry ${industry}.`)
    }
    requireBetween(`${at}.purchases[${index}].share`, share, 0, 1)
    requireBetween(`${at}.purchases[${index}].local`, local, 0, 1)
    coefficients[position] = (coefficients[position] ?? 0) + share * local
    total += share
  }
  if (total > 1 + ROUNDING) {
    const reason = `${at}.purchases add up to ${total} of the output; they are at most 1.`
    throw new BadUserInputError(`${at}.purchases`, reason)
  }
  return coefficients
}
