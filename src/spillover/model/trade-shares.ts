import { takesDelta } from '../../edition/assumption-kinds.js'
import type { Regionalisation } from './assumptions.js'
import { binaryLogarithm, power } from './elementary.js'
import type { RegionalQuotients } from './location-quotients.js'

/**
 * What share of its purchases a buyer makes in the region: min(1, supplier_i · buyer_j), or of an industry from itself
 * min(1, supplier_i · own_i), and of households min(1, households_i). Lists of length n, in the table's order.
 */
export interface TradeShares {
  readonly supplier: readonly number[]
  readonly buyer: readonly number[]
  readonly own: readonly number[]
  readonly households: readonly number[]
}

/** The share of j's purchases from i that is made in the region, 0–1. */
export const tradeShare = ({ supplier, buyer, own }: TradeShares, i: number, j: number): number =>
  Math.min(1, (supplier[i] ?? 1) * ((i === j ? own[j] : buyer[j]) ?? 1))

/** The share of households' purchases from i that is made in the region, 0–1. */
export const householdShare = ({ households }: TradeShares, i: number): number => Math.min(1, households[i] ?? 1)

/** The same share of whatever an industry supplies, to whomever. */
export function sharesOfSuppliers(shares: readonly number[]): TradeShares {
  const whole = shares.map(() => 1)
  return { supplier: shares, buyer: whole, own: whole, households: shares }
}

/**
 * By location quotients. With SLQ_i = (E_i^R / E^R) / (E_i^N / E^N) and λ = [log₂(1 + E^R / E^N)]^δ:
 *
 * | method | q_ij | q_ii | source |
 * |---|---|---|---|
 * | SLQ | SLQ_i | SLQ_i | Miller & Blair, chapter 8 |
 * | CILQ | SLQ_i / SLQ_j | SLQ_i | Round 1978 |
 * | FLQ | λ SLQ_i / SLQ_j | λ SLQ_i | Flegg & Webber 1997; Flegg & Tohmo 2013 |
 * | AFLQ | FLQ_ij log₂(1 + SLQ_j) where SLQ_j > 1 | the same | Flegg & Webber 2000 |
 *
 * Where a venture brings an industry that was not there, SLQ_j = 0, CILQ_ij is SLQ_i. Shares are cut to 1 once, last.
 * Households buy as an industry of SLQ 1, with a δ of their own. The same to the last bit on every machine: draws are made of it.
 */
export function sharesByQuotients(
  { slq, size }: RegionalQuotients,
  { method, delta, householdDelta }: Pick<Regionalisation, 'method' | 'delta' | 'householdDelta'>,
): TradeShares {
  const ofSize = takesDelta(method) ? power(size, delta) : 1
  const ofHouseholds = power(size, householdDelta)
  const own = slq.map((quotient) => ofSize * (method === 'AFLQ' && quotient > 1 ? binaryLogarithm(1 + quotient) : 1))
  const buyer = method === 'SLQ' ? own : own.map((factor, j) => factor / (slq[j] || 1))
  return { supplier: slq, buyer, own, households: slq.map((quotient) => ofHouseholds * quotient) }
}
