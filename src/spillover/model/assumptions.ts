import { BadUserInputError, requireBetween } from '../../kernel/input-errors.js'
import type { InputOutputTable } from './table.js'

export const closures = ['TYPE_I', 'TYPE_II'] as const
/** TYPE_I: indirect effects only. TYPE_II: households are part of the model, and induced effects are counted too. */
export type Closure = (typeof closures)[number]

export const householdIncomes = ['DISPOSABLE_WAGES', 'WAGES', 'LABOUR_COST', 'ALL_INCOME'] as const
/** Which income a household spends, and of which total its purchases are a share: see `householdClosure`. */
export type HouseholdIncome = (typeof householdIncomes)[number]

export const shockKinds = ['FINAL_DEMAND', 'OUTPUT'] as const
/**
 * How a venture's jobs enter the model. FINAL_DEMAND: its output is final demand, x = L f. OUTPUT: its output is its
 * industry's, and final demand is what is left of it once the ventures have bought from one another (mixed model).
 */
export type ShockKind = (typeof shockKinds)[number]

export const retentionRules = ['AFTER', 'IN_COEFFICIENTS'] as const
/** AFTER: national industries' jobs are cut after L. IN_COEFFICIENTS: their rows of A and of h_c are, before it. */
export type RetentionRule = (typeof retentionRules)[number]

/** What is assumed beside the table. Shares lie between 0 and 1. */
export interface Assumptions {
  readonly shock: ShockKind
  readonly closure: Closure
  readonly householdIncome: HouseholdIncome
  /** Share of wages that goes to income tax; counts under DISPOSABLE_WAGES. */
  readonly incomeTax: number
  readonly retention: {
    /** Share of the jobs of national industries that stays in the region; local ones stay whole. */
    readonly share: number
    readonly apply: RetentionRule
    /** Codes of the industries judged national; null: those of the table. An industry of unknown scope counts as local. */
    readonly nationalIndustries: readonly string[] | null
  }
}

/** The setting that reproduces the report of 2022. */
export const reportAssumptions: Assumptions = {
  shock: 'FINAL_DEMAND',
  closure: 'TYPE_II',
  householdIncome: 'DISPOSABLE_WAGES',
  incomeTax: 0.32,
  retention: { share: 0.27, apply: 'AFTER', nationalIndustries: null },
}

/**
 * Refuses shares outside 0–1 and national industries that the table does not hold.
 * @throws BadUserInputError
 */
export function checkAssumptions(table: InputOutputTable, { incomeTax, retention }: Assumptions): void {
  requireBetween('incomeTax', incomeTax, 0, 1)
  requireBetween('retention.share', retention.share, 0, 1)
  const codes = new Set(table.industries.map((industry) => industry.code))
  const unknown = retention.nationalIndustries?.find((code) => !codes.has(code))
  if (unknown !== undefined) {
    throw new BadUserInputError('retention.nationalSectors', `Table ${table.id} has no industry ${unknown}.`)
  }
}
