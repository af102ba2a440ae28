import type { DrawModel } from './draw-model.js'
import { eliminate, substitute } from './elimination.js'
import { lognormalFactor } from './lognormal.js'
import { type RandomIntegers, randomIntegers, uniform } from './random.js'
import type { Range } from './ranges.js'

/** Some of the draws of a question: those from `from` on, before `to`. */
export interface DrawTask {
  readonly model: DrawModel
  readonly seed: number
  readonly from: number
  readonly to: number
}

/**
 * Spillover by group of industries, draw after draw (draws × groups); NaN where a draw is rejected, because the spectral
 * radius of its A, or of A closed with its households, is 1 or more. What a draw gives depends on seed and draw alone.
 */
export function drawn({ model, seed, from, to }: DrawTask): Float64Array {
  const memory = drawMemory(model)
  const groups = model.groups.length
  const results = new Float64Array((to - from) * groups)
  for (let draw = from; draw < to; draw++) {
    const spillover = results.subarray((draw - from) * groups, (draw - from + 1) * groups)
    sample(model, memory, randomIntegers(seed, draw))
    if (!calculate(model, memory, spillover)) spillover.fill(Number.NaN)
  }
  return results
}

/** What a draw is calculated in, made once for many; lists of length n and matrices n × n in the order of elimination. */
interface DrawMemory {
  /** A after retention. */
  readonly coefficients: Float64Array
  readonly factors: Float64Array
  readonly employment: Float64Array
  readonly keptBefore: Float64Array
  readonly keptAfter: Float64Array
  readonly income: Float64Array
  /** h_c, then L h_c. */
  readonly spending: Float64Array
  /** Σ x̄ of the shocks. */
  readonly direct: Float64Array
  /** Final demand, then L of it. */
  readonly outputs: Float64Array
}

function drawMemory({ size }: DrawModel): DrawMemory {
  const list = () => new Float64Array(size)
  return {
    coefficients: new Float64Array(size * size),
    factors: new Float64Array(size * size),
    ...{ employment: list(), keptBefore: list(), keptAfter: list(), income: list() },
    ...{ spending: list(), direct: list(), outputs: list() },
  }
}

/** Draws one value of everything uncertain, always in the same order, whatever the assumptions leave out. */
function sample(model: DrawModel, memory: DrawMemory, random: RandomIntegers): void {
  const { size, ranges, place } = model
  const tax = within(ranges.incomeTax, random)
  const share = within(ranges.retentionShare, random)
  for (let i = 0; i < size; i++) {
    const at = place[i] ?? 0
    const kept = model.national[i] === 1 ? share : 1
    memory.keptBefore[at] = model.retainedBefore ? kept : 1
    memory.keptAfter[at] = model.retainedBefore ? 1 : kept
    memory.employment[at] = varied(model.employment[i] ?? 0, ranges.employmentSpread, random)
    memory.income[at] = (1 - tax) * (model.households?.income[i] ?? 0)
  }
  for (let i = 0; i < size; i++) {
    const at = place[i] ?? 0
    const kept = memory.keptBefore[at] ?? 1
    memory.spending[at] = kept * varied(model.households?.purchases[i] ?? 0, ranges.coefficientSpread, random)
    for (let j = 0; j < size; j++) {
      const cell = varied(model.coefficients[i * size + j] ?? 0, ranges.coefficientSpread, random)
      memory.coefficients[at * size + (place[j] ?? 0)] = kept * cell
    }
  }
}

const within = ({ low, high }: Range, random: RandomIntegers): number => low + (high - low) * uniform(random)

/** A value times a factor of mean 1; nothing stays nothing. */
const varied = (value: number, spread: number, random: RandomIntegers): number =>
  value === 0 || spread === 0 ? value : value * lognormalFactor(spread, uniform(random))

/**
 * x = L g for all shocks together, or in the mixed model (I − A_RR) x_R = A_RS x̄_S + Δ_R with x_S = x̄_S, which is the same
 * without f_S; y = L h_c; spillover_i = r_i e_i (x_i − x̄_i + κ y_i h_r x), κ = 1 / (1 − h_r y). See `effects` and `demandsOf`.
 * @returns whether the draw stands.
 */
function calculate(model: DrawModel, memory: DrawMemory, spillover: Float64Array): boolean {
  const { size, households, place, group } = model
  const { factors, employment, keptAfter, income, spending, direct, outputs } = memory
  if (model.negativeCells && !factored(memory, size, Math.abs)) return false
  if (!factored(memory, size, asItIs)) return false
  demands(model, memory)
  substitute(factors, size, outputs, model.free)
  let spent = 0
  if (households !== null) {
    substitute(factors, size, spending, size)
    const again = product(income, spending)
    if (!(again < 1)) return false
    spent = product(income, outputs) / (1 - again)
  }
  spillover.fill(0)
  for (let i = 0; i < size; i++) {
    const at = place[i] ?? 0
    const added = (outputs[at] ?? 0) - (direct[at] ?? 0) + (spending[at] ?? 0) * spent
    const jobs = (keptAfter[at] ?? 1) * (employment[at] ?? 0) * added
    const of = group[i] ?? 0
    spillover[of] = (spillover[of] ?? 0) + jobs
  }
  return true
}

const asItIs = (cell: number): number => cell

function factored({ coefficients, factors }: DrawMemory, size: number, of: (cell: number) => number): boolean {
  for (let cell = 0; cell < factors.length; cell++) factors[cell] = -of(coefficients[cell] ?? 0)
  for (let i = 0; i < size; i++) factors[i * size + i] = 1 + (factors[i * size + i] ?? 0)
  return eliminate(factors, size)
}

/** Direct output, and the right-hand side: x̄ + Δ, or A_RS x̄_S + Δ_R where outputs are fixed, with x̄_S behind it. */
function demands(model: DrawModel, memory: DrawMemory): void {
  const { size, place, free } = model
  const { coefficients, employment, keptBefore, direct, outputs } = memory
  for (let i = 0; i < size; i++) {
    const at = place[i] ?? 0
    direct[at] = outputFor(model.jobs[i] ?? 0, employment[at] ?? 0) + (model.output[i] ?? 0)
  }
  outputs.set(direct)
  for (let i = 0; i < free; i++) {
    for (let j = free; j < size; j++) {
      outputs[i] = (outputs[i] ?? 0) + (coefficients[i * size + j] ?? 0) * (direct[j] ?? 0)
    }
  }
  for (const own of model.ownPurchases) {
    const buyer = place[own.position] ?? 0
    const forJobs = outputFor(1, employment[buyer] ?? 0)
    const output = outputFor(own.jobs, employment[buyer] ?? 0) + own.output
    for (let i = 0; i < size; i++) {
      const at = place[i] ?? 0
      if (at >= free) continue
      const bought = (keptBefore[at] ?? 1) * ((own.ofJobs[i] ?? 0) * forJobs + (own.ofOutput[i] ?? 0))
      outputs[at] = (outputs[at] ?? 0) + bought - (coefficients[at * size + buyer] ?? 0) * output
    }
  }
}

const outputFor = (jobs: number, employment: number): number => (employment === 0 ? 0 : jobs / employment)

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += (left[i] ?? 0) * (right[i] ?? 0)
  return sum
}
