import { BadUserInputError } from '../input-errors.js'
import { type Assumptions, checkAssumptions, reportAssumptions } from './assumptions.js'
import { employmentCoefficients, householdClosure, inducedRounds } from './households.js'
import { leontiefInverse, technicalCoefficients } from './leontief.js'
import type { Industry, InputOutputTable } from './table.js'

/** New jobs in an industry: those of a venture in one year, or any others. */
export interface Shock {
  /** The table's code of the industry. */
  readonly industry: string
  /** Id of the county whose jobs they are. */
  readonly county: string
  readonly year: number
  /** Id of the venture; null for other shocks. */
  readonly establishment: string | null
  /** Direct jobs, in the table's employment unit. */
  readonly jobs: number
}

/** What one shock sets off, after retention, in the order of the table's industries (length n, employment unit). */
export interface ShockEffects {
  readonly shock: Shock
  readonly indirect: Float64Array
  readonly induced: Float64Array
}

/** What shocks set off, one by one. Every cut of them adds up to `totalEffects`. */
export interface SpilloverEffects {
  readonly industries: readonly Industry[]
  readonly byShock: readonly ShockEffects[]
}

/** A table made ready under one set of assumptions: factored once, each scenario answered from it. */
export interface PreparedTable {
  readonly table: InputOutputTable
  readonly assumptions: Assumptions
  /**
   * Direct jobs d of industry k are read as final demand f_k = d / e_k, so that x = L f:
   * indirect_i = r_i (e_i l_ik f_k − [i = k] d), induced_i = r_i e_i (l̄_ik − l_ik) f_k,
   * where r_i is the retention share of national industries and 1 of local ones.
   * @throws BadUserInputError for an industry that is unknown, or without output or employed, and for jobs that are
   * negative, not finite or more than `MOST_JOBS`.
   */
  effects(shocks: readonly Shock[]): SpilloverEffects
}

/** More jobs than this in one shock are taken for a slip. */
export const MOST_JOBS = 10_000_000

/**
 * Inverts I − A once and keeps, for each industry, what one direct job in it sets off in every other.
 * @throws BadUserInputError for assumptions that are out of range, or that need figures which the table lacks.
 */
export function prepareTable(table: InputOutputTable, assumptions: Assumptions = reportAssumptions): PreparedTable {
  checkAssumptions(table, assumptions)
  const { industries } = table
  const output = industries.map((industry) => industry.output)
  const inverse = leontiefInverse(technicalCoefficients(table.flows, output))
  const coefficients = employmentCoefficients(table)
  const retained = retainedShares(table, assumptions)
  const rounds = assumptions.closure === 'TYPE_II' ? inducedRounds(inverse, householdClosure(table, assumptions)) : null

  const perJob = industries.map((_, k) => {
    const demand = 1 / (coefficients[k] ?? 0)
    const jobsKept = (i: number, produced: number) => (retained[i] ?? 1) * (coefficients[i] ?? 0) * produced * demand
    const income = rounds === null ? 0 : rounds.kappa * (rounds.incomeOfDemand[k] ?? 0)
    return {
      possible: Number.isFinite(demand),
      // The direct job itself is taken out before rounding can hide it: e_k l_kk / e_k − 1 = l_kk − 1.
      indirect: Float64Array.from(industries, (_, i) =>
        i === k ? (retained[i] ?? 1) * ((inverse[i]?.[k] ?? 0) - 1) : jobsKept(i, inverse[i]?.[k] ?? 0),
      ),
      induced: Float64Array.from(industries, (_, i) => jobsKept(i, (rounds?.outputOfSpending[i] ?? 0) * income)),
    }
  })
  const position = new Map(industries.map((industry, index) => [industry.code, index]))

  const effectsOf = (shock: Shock): ShockEffects => {
    checkJobs(shock.jobs)
    const unit = perJob[position.get(shock.industry) ?? -1]
    if (unit === undefined) {
      throw new BadUserInputError('shocks', `Table ${table.id} has no industry ${shock.industry}.`)
    }
    if (!unit.possible) {
      throw new BadUserInputError(
        'shocks',
        `Industry ${shock.industry} has no output or no employed in table ${table.id}.`,
      )
    }
    const scale = (jobs: number) => jobs * shock.jobs
    return { shock, indirect: unit.indirect.map(scale), induced: unit.induced.map(scale) }
  }
  return { table, assumptions, effects: (shocks) => ({ industries, byShock: shocks.map(effectsOf) }) }
}

function checkJobs(jobs: number): void {
  if (!(jobs >= 0 && jobs <= MOST_JOBS)) {
    throw new BadUserInputError('shocks', `jobs is ${jobs}; it lies between 0 and ${MOST_JOBS}.`)
  }
}

/** r (length n): the share of an industry's indirect and induced jobs that stays in the region. */
function retainedShares({ industries }: InputOutputTable, { retention }: Assumptions): number[] {
  const national = retention.nationalIndustries === null ? null : new Set(retention.nationalIndustries)
  return industries.map(({ code, scope }) => {
    const isNational = national === null ? scope === 'NATIONAL' : national.has(code)
    return isNational ? retention.share : 1
  })
}
