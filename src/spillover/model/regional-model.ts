import type { Assumptions } from './assumptions.js'
import { type LeontiefSystem, type Matrix, scaledCoefficients } from './leontief.js'
import { leontiefSystem } from './leontief-system.js'
import type { InputOutputTable } from './table.js'

/** A table with what stays in the region taken into account, factored. */
export interface RegionalModel {
  readonly table: InputOutputTable
  /** By what the rows of A and of h_c are scaled before L (length n): r under IN_COEFFICIENTS, 1 under AFTER. */
  readonly scaledBefore: readonly number[]
  /** A, with its rows scaled. */
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

/** By what rows of A and of h_c are scaled before L (length n). Tables of equal scaling share a factored model. */
export const scalingBefore = (table: InputOutputTable, assumptions: Assumptions): number[] =>
  assumptions.retention.apply === 'IN_COEFFICIENTS' ? retainedShares(table, assumptions) : table.industries.map(() => 1)

/** Takes what stays in the region into A, and factors I − A. */
export function regionalModel(table: InputOutputTable, scaledBefore: readonly number[]): RegionalModel {
  const output = table.industries.map((industry) => industry.output)
  const coefficients = scaledCoefficients(table.flows, output, scaledBefore)
  return { table, scaledBefore, coefficients, system: leontiefSystem(coefficients) }
}
