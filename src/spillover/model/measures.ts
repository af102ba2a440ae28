import { accountsOf } from './accounts.js'
import type { SpilloverEffects } from './effects.js'
import { dot } from './linear-algebra/leontief.js'
import type { InputOutputTable } from './table.js'

/** An account of the table carried by the same calculation, in its own unit, after retention. */
export interface Measure {
  readonly name: string
  readonly unit: string
  readonly direct: number
  readonly indirect: number
  readonly induced: number
}

export interface Measures {
  readonly measures: readonly Measure[]
  /** Names of the accounts that some industry with output does not state, and that so cannot be carried. */
  readonly leftOut: readonly string[]
}

/**
 * Every account of the table as effects: with m = account / x, direct Σ m_k x̄, indirect and induced Σ m_i times the output
 * of i that is set off. Hours are carried as full-time equivalents too.
 */
export function measuresOf(table: InputOutputTable, effects: SpilloverEffects): Measures {
  const outputs = addedOutputs(effects)
  const leftOut: string[] = []
  const measures = accountsOf(table).flatMap(({ name, unit, coefficients }): Measure[] => {
    if (coefficients === null) {
      leftOut.push(name)
      return []
    }
    const { direct, indirect, induced } = outputs
    return [
      {
        name,
        unit,
        direct: dot(coefficients, direct),
        indirect: dot(coefficients, indirect),
        induced: dot(coefficients, induced),
      },
    ]
  })
  return { measures, leftOut }
}

/** Output of all shocks together, by effect (each of length n, currency unit). */
export function addedOutputs({ industries, byShock }: SpilloverEffects) {
  const direct = new Float64Array(industries.length)
  const indirect = new Float64Array(industries.length)
  const induced = new Float64Array(industries.length)
  for (const effects of byShock) {
    const { position, output } = effects.direct
    direct[position] = (direct[position] ?? 0) + output
    for (let i = 0; i < industries.length; i++) {
      indirect[i] = (indirect[i] ?? 0) + (effects.indirectOutput[i] ?? 0)
      induced[i] = (induced[i] ?? 0) + (effects.inducedOutput[i] ?? 0)
    }
  }
  return { direct, indirect, induced }
}
