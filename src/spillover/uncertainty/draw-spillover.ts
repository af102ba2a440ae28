import { eliminate, substitute } from '../model/linear-algebra/elimination.js'
import { powersVanish } from '../model/linear-algebra/vanishing-powers.js'
import { tradeShare } from '../model/trade-shares.js'
import type { DrawMemory } from './draw-memory.js'
import type { DrawArea, DrawModel } from './draw-model.js'

/**
 * Adds to `spillover` of the memory what an area's shocks set off: x = L g for all of them together, or in the mixed model
 * (I − A_RR) x_R = A_RS x̄_S + Δ_R with x_S = x̄_S, which is the same without f_S; y = L h_c; spillover_i =
 * r_i e_i (x_i − x̄_i + κ y_i h_r x), κ = 1 / (1 − h_r y). See `effects` and `demandsOf`.
 * @returns whether the draw stands.
 */
export function addSpillover(model: DrawModel, memory: DrawMemory, area: DrawArea): boolean {
  const { size, households, group } = model
  const { place, free } = area
  const { factors, employmentCoefficients, keptAfter, income, spending, direct, outputs, spillover } = memory
  if (!factored(model, memory)) return false
  demands(size, memory, area)
  substitute(factors, size, outputs, free)
  let spent = 0
  if (households !== null) {
    substitute(factors, size, spending, size)
    const again = product(income, spending)
    if (!(again < 1)) return false
    spent = product(income, outputs) / (1 - again)
  }
  for (let i = 0; i < size; i++) {
    const at = place[i] ?? 0
    const added = (outputs[at] ?? 0) - (direct[at] ?? 0) + (spending[at] ?? 0) * spent
    const jobs = (keptAfter[at] ?? 1) * (employmentCoefficients[at] ?? 0) * added
    const of = group[i] ?? 0
    spillover[of] = (spillover[of] ?? 0) + jobs
  }
  return true
}

/** Factors I − A where the spectral radius of A is below 1; where |A| has such a radius, A has. */
function factored({ negativeCells, size }: DrawModel, { coefficients, factors }: DrawMemory): boolean {
  if (!negativeCells) return eliminate(lessFromIdentity(coefficients, factors, size, asItIs), size)
  const isBelowOne =
    eliminate(lessFromIdentity(coefficients, factors, size, Math.abs), size) || powersVanish(coefficients, size)
  return isBelowOne && eliminate(lessFromIdentity(coefficients, factors, size, asItIs), size, 'ANY')
}

const asItIs = (cell: number): number => cell

/** I − A, made in `into`. */
function lessFromIdentity(matrix: Float64Array, into: Float64Array, size: number, of: (cell: number) => number) {
  for (let cell = 0; cell < into.length; cell++) into[cell] = -of(matrix[cell] ?? 0)
  for (let i = 0; i < size; i++) into[i * size + i] = 1 + (into[i * size + i] ?? 0)
  return into
}

/** Direct output, and the right-hand side: x̄ + Δ, or A_RS x̄_S + Δ_R where outputs are fixed, with x̄_S behind it. */
function demands(size: number, memory: DrawMemory, area: DrawArea): void {
  const { place, free } = area
  const { coefficients, employmentCoefficients, shares, direct, outputs } = memory
  for (let i = 0; i < size; i++) {
    const at = place[i] ?? 0
    direct[at] = outputFor(area.jobs[i] ?? 0, employmentCoefficients[at] ?? 0) + (area.output[i] ?? 0)
  }
  outputs.set(direct)
  for (let i = 0; i < free; i++) {
    for (let j = free; j < size; j++) {
      outputs[i] = (outputs[i] ?? 0) + (coefficients[i * size + j] ?? 0) * (direct[j] ?? 0)
    }
  }
  for (const own of area.ownPurchases) {
    const buyer = place[own.position] ?? 0
    const forJobs = outputFor(1, employmentCoefficients[buyer] ?? 0)
    const output = outputFor(own.jobs, employmentCoefficients[buyer] ?? 0) + own.output
    for (let i = 0; i < size; i++) {
      const at = place[i] ?? 0
      if (at >= free) continue
      const bought = tradeShare(shares, i, own.position) * ((own.ofJobs[i] ?? 0) * forJobs + (own.ofOutput[i] ?? 0))
      outputs[at] = (outputs[at] ?? 0) + bought - (coefficients[at * size + buyer] ?? 0) * output
    }
  }
}

const outputFor = (jobs: number, coefficient: number): number => (coefficient === 0 ? 0 : jobs / coefficient)

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += (left[i] ?? 0) * (right[i] ?? 0)
  return sum
}
