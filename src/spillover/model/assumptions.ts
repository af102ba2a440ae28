import type { Closure, HouseholdIncome, RetentionRule, ShockKind } from '../../edition/assumption-kinds.js'
import { BadUserInputError, requireBetween } from '../../kernel/input-errors.js'
import type { InputOutputTable } from './table.js'

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
