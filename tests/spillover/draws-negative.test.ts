import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Assumptions } from '../../src/spillover/model/assumptions.js'
import { totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { spectralRadius } from '../../src/spillover/model/linear-algebra/spectral-radius.js'
import { powersVanish } from '../../src/spillover/model/linear-algebra/vanishing-powers.js'
import type { Shock } from '../../src/spillover/model/shocks.js'
import { drawModel } from '../../src/spillover/uncertainty/draw-model.js'
import { drawn } from '../../src/spillover/uncertainty/draws.js'
import type { Ranges } from '../../src/spillover/uncertainty/ranges.js'
import { reportAssumptions } from '../edition.js'
import { industry, table } from './example-tables.js'

const exactly = (value: number) => ({ low: value, high: value })
const certain: Ranges = {
  ...{ incomeTax: exactly(0.32), retentionShare: exactly(0.27), delta: exactly(0) },
  ...{ coefficientSpread: 0, employmentSpread: 0 },
}
const typeI: Assumptions = { ...reportAssumptions, closure: 'TYPE_I' }

/** Two industries, the second of which takes back what the first buys of it, with 100 employed and an output of 100 each. */
function totalsOf(own: number, cross: number, ranges: Ranges, draws: number) {
  const industries = ['1', '2'].map((code) => industry(code, 100, { employed: 100, group: 'INDUSTRY', scope: 'LOCAL' }))
  const flows = [
    [own * 100, -cross * 100],
    [cross * 100, own * 100],
  ]
  const jobs: Shock = { industry: '1', county: 'county:25', year: 2027, establishment: null, jobs: 1000 }
  const prepared = prepareTable(table(industries, flows), typeI)
  const model = drawModel(prepared, [jobs], ranges, [0.25])
  return {
    draws: [...drawn({ model, seed: 1, from: 0, to: draws })],
    point: totalEffects(prepared.effects([jobs])).spillover,
  }
}

describe('draws of a table with negative cells', () => {
  it('stand where the spectral radius of A itself is below 1, whatever that of |A|', () => {
    // |A| has 1.1, A has √(0.3² + 0.8²) = 0.85.
    const { draws, point } = totalsOf(0.3, 0.8, certain, 1)
    expect(draws[0]).toBeCloseTo(point, 8)
  })

  it('are rejected where that of A is 1 or more', () => {
    expect(totalsOf(0.5, 0.9, certain, 2).draws).toEqual([Number.NaN, Number.NaN])
  })

  it('are rejected one by one where noise brings them there', () => {
    const { draws } = totalsOf(0.4, 0.88, { ...certain, coefficientSpread: 0.2 }, 400)
    const rejected = draws.filter(Number.isNaN).length
    expect(rejected).toBeGreaterThan(50)
    expect(rejected).toBeLessThan(250)
  })

  it('powers vanish exactly where the spectral radius is below 1', () => {
    const cell = fc.double({ min: -0.7, max: 0.7, noNaN: true })
    const matrices = fc
      .integer({ min: 1, max: 6 })
      .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }))
    fc.assert(
      fc.property(matrices, (coefficients) => {
        const radius = spectralRadius(coefficients)
        fc.pre(Math.abs(radius - 1) > 0.02)
        expect(powersVanish(Float64Array.from(coefficients.flat()), coefficients.length)).toBe(radius < 1)
      }),
      { numRuns: 500 },
    )
  })
})
