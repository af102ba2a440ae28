import { atOnce, type Steps } from '../../kernel/turns.js'
import type { Assumptions } from './assumptions.js'
import { householdClosure, type InducedRounds, inducedRoundsInSteps } from './households.js'
import { type LeontiefSystem, type Matrix, scaledCoefficientsInSteps } from './linear-algebra/leontief.js'
import { leontiefSystem } from './linear-algebra/leontief-system.js'
import type { RegionalQuotients } from './location-quotients.js'
import type { InputOutputTable } from './table.js'
import { householdShare, sharesByQuotients, sharesOfSuppliers, type TradeShares, tradeShare } from './trade-shares.js'

/** A table with what stays in the region taken into account, factored. */
export interface RegionalModel {
  readonly table: InputOutputTable
  /** What of A stays in the region before L. */
  readonly shares: TradeShares
  /** A, of which what stays. */
  readonly coefficients: Matrix
  readonly system: LeontiefSystem
}

/** r (length n): the retention share for national industries, 1 for local ones and those of unknown scope. */
export function retainedShares({ industries }: InputOutputTable, { retention }: Assumptions): number[] {
  const national = retention.nationalIndustries === null ? null : new Set(retention.nationalIndustries)
  return industries.map(({ code, scope }) => {
    const isNational = national === null ? scope === 'NATIONAL' : national.has(code)
    return isNational ? retention.share : 1
  })
}

/**
 * What of A and of h_c stays before L: by location quotients where they are asked for, under IN_COEFFICIENTS r of each row,
 * under AFTER all.
 */
export function sharesBefore(
  table: InputOutputTable,
  assumptions: Assumptions,
  quotients: RegionalQuotients | null,
): TradeShares {
  const { regionalisation, retention } = assumptions
  if (regionalisation !== null && quotients !== null) return sharesByQuotients(quotients, regionalisation)
  const isBefore = retention.apply === 'IN_COEFFICIENTS'
  return sharesOfSuppliers(isBefore ? retainedShares(table, assumptions) : table.industries.map(() => 1))
}

/** Takes what stays in the region into A, and factors I − A. */
export const regionalModel = (table: InputOutputTable, shares: TradeShares): RegionalModel =>
  atOnce(regionalModelInSteps(table, shares))

/** The same in steps. */
export function* regionalModelInSteps(table: InputOutputTable, shares: TradeShares): Steps<RegionalModel> {
  const output = table.industries.map((industry) => industry.output)
  const coefficients = yield* scaledCoefficientsInSteps(table.flows, output, (i, j) => tradeShare(shares, i, j))
  return { table, shares, coefficients, system: leontiefSystem(coefficients) }
}

/**
 * What households add to an economy, where they buy of each industry what stays in it.
 * @throws BadUserInputError as `householdClosure` and `inducedRounds` do.
 */
export function* regionalRoundsInSteps(
  { table, system, shares }: Pick<RegionalModel, 'table' | 'system' | 'shares'>,
  assumptions: Pick<Assumptions, 'householdIncome' | 'incomeTax'>,
): Steps<InducedRounds> {
  const { incomeRow, purchaseColumn } = householdClosure(table, assumptions)
  return yield* inducedRoundsInSteps(system, {
    incomeRow,
    purchaseColumn: purchaseColumn.map((bought, i) => bought * householdShare(shares, i)),
  })
}
