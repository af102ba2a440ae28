import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minings, regionalAreas, regionalisationMethods, shockKinds } from '../../src/edition/assumption-kinds.js'
import { type Assumptions, nothingCutAfter, type Regionalisation } from '../../src/spillover/model/assumptions.js'
import { totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import type { Shock } from '../../src/spillover/model/shocks.js'
import { drawModel } from '../../src/spillover/uncertainty/draw-model.js'
import { drawn } from '../../src/spillover/uncertainty/draws.js'
import { parametersOf, type Ranges, rangesAround } from '../../src/spillover/uncertainty/ranges.js'
import { reportAssumptions } from '../edition.js'
import { reportEmployment } from './regional-employment.js'
import { reportShocks, reportTable } from './ventures.js'

const usual: Regionalisation = {
  ...{ method: 'FLQ', delta: 0.25, householdDelta: 0.125 },
  ...{ area: 'TOGETHER', mining: 'MERGED', employment: reportEmployment.id },
}
const under = (changes: Partial<Regionalisation>, shock: Assumptions['shock'] = 'FINAL_DEMAND'): Assumptions => ({
  ...reportAssumptions,
  ...{ shock, retention: nothingCutAfter, regionalisation: { ...usual, ...changes } },
})

const exactly = (value: number) => ({ low: value, high: value })
const certain = (assumptions: Assumptions): Ranges => ({
  ...{ incomeTax: exactly(assumptions.incomeTax), retentionShare: exactly(1) },
  delta: exactly(assumptions.regionalisation?.delta ?? 0),
  ...{ coefficientSpread: 0, employmentSpread: 0 },
})

const prepared = (assumptions: Assumptions) =>
  prepareTable(reportTable, assumptions, { regionalEmployment: reportEmployment })

/** Total spillover, draw by draw. */
function totals(assumptions: Assumptions, ranges: Ranges, draws: number, shocks: readonly Shock[] = reportShocks) {
  const model = drawModel(prepared(assumptions), shocks, ranges, [0.25])
  const groups = model.groups.length
  const results = drawn({ model, seed: 3, from: 0, to: draws })
  return Array.from({ length: draws }, (_, draw) =>
    results.subarray(draw * groups, (draw + 1) * groups).reduce((sum, jobs) => sum + jobs, 0),
  )
}

const total = (assumptions: Assumptions, shocks: readonly Shock[] = reportShocks) =>
  totalEffects(prepared(assumptions).effects(shocks)).spillover

const ownShock: Shock = {
  ...{ industry: 'C24', county: 'county:25', year: 2027, establishment: null, jobs: 300 },
  purchases: [
    { industry: 'D35', share: 0.3, local: 1 },
    { industry: 'B', share: 0.2, local: 0.5 },
  ],
}

describe('draws by location quotients', () => {
  it('with nothing uncertain are the calculation itself', () => {
    const any = fc.record({
      method: fc.constantFrom(...regionalisationMethods),
      delta: fc.double({ min: 0, max: 0.99, noNaN: true }),
      householdDelta: fc.double({ min: 0, max: 0.99, noNaN: true }),
      area: fc.constantFrom(...regionalAreas),
      mining: fc.constantFrom(...minings),
    })
    fc.assert(
      fc.property(any, fc.constantFrom(...shockKinds), fc.boolean(), (asked, shock, withOwn) => {
        const assumptions = under(asked, shock)
        const shocks = withOwn ? [...reportShocks, ownShock] : reportShocks
        const [drawnTotal] = totals(assumptions, certain(assumptions), 1, shocks)
        expect(drawnTotal).toBeCloseTo(total(assumptions, shocks), 5)
      }),
      { numRuns: 60 },
    )
  })

  it('draw δ, of which households’ is half', () => {
    const ranges = { ...certain(under({})), delta: { low: 0.15, high: 0.35 } }
    const given = totals(under({}), ranges, 2_000).sort((one, other) => one - other)
    const at = (delta: number) => total(under({ delta, householdDelta: delta / 2 }))
    for (const share of [0.05, 0.5, 0.95]) {
      const slack = 4 * Math.sqrt((share * (1 - share)) / given.length)
      // The more of δ, the fewer jobs.
      const value = given[Math.round(share * given.length)] ?? Number.NaN
      expect(value).toBeGreaterThan(at(0.35 - 0.2 * (share - slack)))
      expect(value).toBeLessThan(at(0.35 - 0.2 * (share + slack)))
    }
  })

  it('leave a δ that households have of their own', () => {
    const assumptions = under({ householdDelta: 0.3 })
    const ranges = { ...certain(assumptions), delta: { low: 0.15, high: 0.35 } }
    const given = totals(assumptions, ranges, 200)
    const at = (delta: number) => total(under({ delta, householdDelta: 0.3 }))
    expect(Math.max(...given)).toBeLessThan(at(0.15))
    expect(Math.min(...given)).toBeGreaterThan(at(0.35))
    expect(Math.min(...given)).toBeLessThan(at(0.345))
  })

  it('take δ from 0.1 below what is assumed to 0.1 above it, within 0–1, and no share that stays', () => {
    const of = (changes: Partial<Regionalisation>) => rangesAround(under(changes)).delta
    expect(of({})).toEqual({ low: 0.15, high: 0.35 })
    expect(of({ delta: 0.05 })).toEqual({ low: 0, high: expect.closeTo(0.15, 12) })
    expect(of({ method: 'AFLQ', delta: 0.95 })).toEqual({ low: expect.closeTo(0.85, 12), high: 1 })
    expect(of({ method: 'SLQ', delta: 0.25 })).toEqual({ low: 0.25, high: 0.25 })
    const named = (changes: Partial<Regionalisation>) =>
      parametersOf(rangesAround(under(changes))).map(({ name }) => name)
    expect(named({})).toEqual(['incomeTax', 'regionalisation.delta', 'coefficients', 'employment'])
    expect(named({ method: 'CILQ', delta: 0 })).toEqual(['incomeTax', 'coefficients', 'employment'])
  })

  it('of counties apart are of the same noisy table, and add up', () => {
    for (const shock of shockKinds) {
      const assumptions = under({ area: 'EACH' }, shock)
      const ranges = rangesAround(assumptions)
      const of = (county: string) => reportShocks.filter((each) => each.county === county)
      const [north, south] = [of('county:24'), of('county:25')].map((those) => totals(assumptions, ranges, 20, those))
      const both = totals(assumptions, ranges, 20)
      for (const [draw, jobs] of both.entries()) {
        expect(jobs).toBeCloseTo((north?.[draw] ?? 0) + (south?.[draw] ?? 0), 6)
      }
      expect(Math.min(...both)).toBeLessThan(total(assumptions))
      expect(Math.max(...both)).toBeGreaterThan(total(assumptions))
    }
  })
})
