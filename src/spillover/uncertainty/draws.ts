import { sum } from '../../kernel/sum.js'
import { type DrawMemory, drawMemory, takeSample } from './draw-memory.js'
import { columnsOf, type DrawModel } from './draw-model.js'
import { drawSample } from './draw-sample.js'
import { addSpillover } from './draw-spillover.js'
import { randomIntegers } from './random.js'

/** Some of the draws of a question: those from `from` on, before `to`. */
export interface DrawTask {
  readonly model: DrawModel
  readonly seed: number
  readonly from: number
  readonly to: number
}

/**
 * What draws give, one after the other (draws × `columnsOf` the model): spillover by group of industries at the first
 * correlation, then in all at each other one. NaN where a draw is rejected, because the spectral radius of its A, or of A
 * closed with its households, is 1 or more. What a draw gives depends on seed and draw alone.
 */
export function drawn({ model, seed, from, to }: DrawTask): Float64Array {
  const memory = drawMemory(model)
  const columns = columnsOf(model)
  const results = new Float64Array((to - from) * columns)
  for (let draw = from; draw < to; draw++) {
    drawSample(model, memory.sample, randomIntegers(seed, draw))
    const given = results.subarray((draw - from) * columns, (draw - from + 1) * columns)
    for (const [index, correlation] of model.correlations.entries()) {
      const stands = calculate(model, memory, correlation)
      if (index === 0) given.set(stands ? memory.spillover : memory.spillover.fill(Number.NaN))
      else given[model.groups.length + index - 1] = stands ? sum(memory.spillover) : Number.NaN
    }
  }
  return results
}

/** Spillover by group of all areas; whether the draw stands. */
function calculate(model: DrawModel, memory: DrawMemory, correlation: number): boolean {
  memory.spillover.fill(0)
  for (const area of model.areas) {
    takeSample(model, memory, area, correlation)
    if (!addSpillover(model, memory, area)) return false
  }
  return true
}
