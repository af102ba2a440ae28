import { exponential } from '../model/elementary.js'
import {
  householdShare,
  sharesByQuotients,
  sharesOfSuppliers,
  type TradeShares,
  tradeShare,
} from '../model/trade-shares.js'
import { partsOf } from './correlation.js'
import type { DrawArea, DrawModel } from './draw-model.js'
import { type DrawSample, sampleMemory } from './draw-sample.js'

/** What a draw is calculated in, made once for many; lists of length n and matrices n × n in the order of elimination. */
export interface DrawMemory {
  readonly sample: DrawSample
  /** What of A and of h_c stays before L, in the table's order. */
  shares: TradeShares
  /** A after retention. */
  readonly coefficients: Float64Array
  readonly factors: Float64Array
  readonly employmentCoefficients: Float64Array
  readonly keptAfter: Float64Array
  readonly income: Float64Array
  /** h_c, then L h_c. */
  readonly spending: Float64Array
  /** Σ x̄ of the shocks. */
  readonly direct: Float64Array
  /** Final demand, then L of it. */
  readonly outputs: Float64Array
  /** By group. */
  readonly spillover: Float64Array
}

/** Memory for the draws of a model. */
export function drawMemory({ size, groups }: DrawModel): DrawMemory {
  const list = () => new Float64Array(size)
  return {
    sample: sampleMemory(size),
    shares: sharesOfSuppliers([]),
    coefficients: new Float64Array(size * size),
    factors: new Float64Array(size * size),
    ...{ employmentCoefficients: list(), keptAfter: list(), income: list() },
    ...{ spending: list(), direct: list(), outputs: list() },
    spillover: new Float64Array(groups.length),
  }
}

/** Takes a sample as an area has it: what stays there of a_ij · exp(σ (√ρ u + √(1 − ρ) z_ij) − σ²/2), of h_c alike. */
export function takeSample(model: DrawModel, memory: DrawMemory, area: DrawArea, correlation: number): void {
  const { size, ranges, households } = model
  const { sample } = memory
  const { place } = area
  const shares = sharesOf(model, sample, area)
  memory.shares = shares
  const { common, own } = partsOf(correlation)
  const spread = ranges.coefficientSpread
  const shift = spread * common * sample.common - (spread * spread) / 2
  const factor = (error: number) => (spread === 0 ? 1 : exponential(spread * own * error + shift))
  for (let i = 0; i < size; i++) {
    const at = place[i] ?? 0
    const stays = model.national[i] === 1 ? sample.retentionShare : 1
    memory.keptAfter[at] = model.retainedBefore ? 1 : stays
    memory.employmentCoefficients[at] = sample.employmentCoefficients[i] ?? 0
    memory.income[at] = (1 - sample.incomeTax) * (households?.income[i] ?? 0)
    const bought = households?.purchases[i] ?? 0
    memory.spending[at] = bought === 0 ? 0 : householdShare(shares, i) * bought * factor(sample.purchaseErrors[i] ?? 0)
    for (let j = 0; j < size; j++) {
      const cell = model.coefficients[i * size + j] ?? 0
      memory.coefficients[at * size + (place[j] ?? 0)] =
        cell === 0 ? 0 : tradeShare(shares, i, j) * cell * factor(sample.cellErrors[i * size + j] ?? 0)
    }
  }
}

/** By location quotients with the δ that is drawn, else by the retention rule. */
function sharesOf(model: DrawModel, { delta, retentionShare }: DrawSample, { quotients }: DrawArea): TradeShares {
  const { regionalisation } = model
  if (regionalisation !== null && quotients !== null) {
    const { method, householdDelta } = regionalisation
    return sharesByQuotients(quotients, { method, delta, householdDelta: householdDelta ?? delta / 2 })
  }
  const stays = (isNational: number) => (model.retainedBefore && isNational === 1 ? retentionShare : 1)
  return sharesOfSuppliers(Array.from(model.national, stays))
}
