import type { InducedRounds } from './households.js'
import { solved } from './linear-algebra/gauss-jordan.js'
import { dot, type LeontiefSystem, type Matrix, type Vector } from './linear-algebra/leontief.js'

export const extractionKinds = ['WHOLE', 'COLUMN', 'ROW'] as const
/** What of an industry is taken away. WHOLE: all of it. COLUMN: that it buys and pays wages. ROW: that it sells to others. */
export type ExtractionKind = (typeof extractionKinds)[number]

/** An economy as it produces: a nation by its table, or a region by regional coefficients. */
export interface Economy {
  /** A (n × n). */
  readonly coefficients: Matrix
  /** L = (I − A)⁻¹. */
  readonly system: LeontiefSystem
  /** What households add; null where they are no part of the model. */
  readonly rounds: InducedRounds | null
  /** h_r (length n), where there are rounds. */
  readonly incomeRow: Vector
  /** x (length n), in the currency unit. */
  readonly output: Vector
}

/**
 * Hypothetical extraction: by how much the output of every industry (length n) falls where some of them, S, are gone,
 * Dietzenbacher & Lahr (2013) and Miller & Blair, *Input–Output Analysis*, chapter 12. Final demand stays f = x − A x, but
 * for that of S under WHOLE. With M = L, or under TYPE_II the truncated L̄ = L + κ (L h_c)(h_r L), whose rows and columns
 * have households beside the industries:
 *
 * | kind | what is 0 | loss |
 * |---|---|---|
 * | WHOLE | rows, columns and final demand of S | x_S; others M_RS (M_SS)⁻¹ x_S |
 * | COLUMN | columns of S | (M_.S − I_.S) (M_SS)⁻¹ x_S |
 * | ROW | rows of S | M_.S (M_SS)⁻¹ (A x)_S, with what households buy of S beside A x |
 *
 * What others lose under WHOLE is what the whole output of S sets off under the OUTPUT reading.
 * @param extracted S, each once.
 */
export function extractionLoss(economy: Economy, extracted: readonly number[], kind: ExtractionKind): Float64Array {
  const columns = extracted.map((industry) => closedColumn(economy, industry))
  const block = extracted.map((row) => columns.map((column) => column[row] ?? 0))
  const gone = extracted.map((k) => (kind === 'ROW' ? usedWithin(economy, k) : (economy.output[k] ?? 0)))
  const weights = extracted.length === 0 ? [] : solved(block, gone)
  const loss = new Float64Array(economy.system.size)
  for (const [index, column] of columns.entries()) {
    const weight = weights[index] ?? 0
    for (let i = 0; i < loss.length; i++) loss[i] = (loss[i] ?? 0) + weight * (column[i] ?? 0)
  }
  for (const [index, k] of extracted.entries()) {
    // Solved for, it would carry the rounding of M_SS.
    if (kind === 'WHOLE') loss[k] = economy.output[k] ?? 0
    if (kind === 'COLUMN') loss[k] = (loss[k] ?? 0) - (weights[index] ?? 0)
  }
  return loss
}

/** Column k of L, or of L̄ where households are part of the model (length n). */
function closedColumn({ system, rounds }: Economy, industry: number): Float64Array {
  const column = system.column(industry)
  if (rounds === null) return column
  const spent = rounds.kappa * (rounds.incomeOfDemand[industry] ?? 0)
  return column.map((value, i) => value + spent * (rounds.outputOfSpending[i] ?? 0))
}

/** What industries, and households of the income that these pay, use of the output of k. */
function usedWithin({ coefficients, rounds, incomeRow, output }: Economy, k: number): number {
  const row = coefficients[k] ?? []
  if (rounds === null) return dot(row, output)
  // h_c,k, from L h_c = h_c + A L h_c.
  const bought = (rounds.outputOfSpending[k] ?? 0) - dot(row, rounds.outputOfSpending)
  return dot(row, output) + bought * dot(incomeRow, output)
}
