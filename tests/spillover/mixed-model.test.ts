import fc from 'fast-check'
import { lusolve } from 'mathjs'
import { describe, expect, it } from 'vitest'
import type { Assumptions } from '../../src/spillover/model/assumptions.js'
import { effectsBy, totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { employmentCoefficients, householdClosure } from '../../src/spillover/model/households.js'
import { leontiefInverse } from '../../src/spillover/model/linear-algebra/leontief.js'
import { demandForOutputs, inverseSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { reportAssumptions } from '../edition.js'
import { tableAndShocks } from './example-tables.js'
import { powerSeries } from './power-series.js'
import { technicalCoefficients } from './technical-coefficients.js'
import { reportShocks, reportTable } from './ventures.js'

const output: Assumptions = { ...reportAssumptions, shock: 'OUTPUT' }
const keepingAll = (assumptions: Assumptions): Assumptions => ({
  ...assumptions,
  retention: { ...assumptions.retention, share: 1 },
})

/**
 * Output of all industries where that of some is fixed, solved for as the book writes the mixed model: the fixed industries'
 * purchases are known, (I − A_RR) x_R = A_RS x̄_S.
 */
function fixedOutputs(each: InputOutputTable, fixed: ReadonlyMap<number, number>): number[] {
  const coefficients = technicalCoefficients(each)
  const rest = coefficients.flatMap((_, i) => (fixed.has(i) ? [] : [i]))
  const bought = rest.map((i) => [...fixed].reduce((sum, [j, made]) => sum + (coefficients[i]?.[j] ?? 0) * made, 0))
  const block = rest.map((i) => rest.map((j) => (i === j ? 1 : 0) - (coefficients[i]?.[j] ?? 0)))
  const solved = rest.length > 0 ? lusolve(block, bought).flat().map(Number) : []
  return coefficients.map((_, i) => fixed.get(i) ?? solved[rest.indexOf(i)] ?? Number.NaN)
}

describe('the mixed model (Miller & Blair, exogenously specified outputs)', () => {
  it('gives the output of the others that the fixed ones take, and none of the fixed ones', () => {
    fc.assert(
      fc.property(tableAndShocks, ([each, shocks]) => {
        const effects = prepareTable(each, keepingAll({ ...output, closure: 'TYPE_I' })).effects(shocks)
        const employment = employmentCoefficients(each)
        const fixed = new Map<number, number>()
        for (const { industry, jobs } of shocks) {
          const k = each.industries.findIndex(({ code }) => code === industry)
          if (jobs > 0) fixed.set(k, (fixed.get(k) ?? 0) + jobs / (employment[k] ?? 0))
        }
        const expected = fixedOutputs(each, fixed)
        each.industries.forEach((_, i) => {
          const set = effects.byShock.reduce((sum, { indirect }) => sum + (indirect[i] ?? 0), 0)
          const jobs = fixed.has(i) ? 0 : (employment[i] ?? 0) * (expected[i] ?? 0)
          expect(Math.abs(set - jobs)).toBeLessThan(1e-7 * (1 + Math.abs(jobs)))
        })
      }),
      { numRuns: 50 },
    )
  })

  it('is FINAL_DEMAND less its own feedback for one industry alone: f = x̄ / l_kk', () => {
    fc.assert(
      fc.property(tableAndShocks, ([each, [shock]]) => {
        if (shock === undefined) return
        const one = totalEffects(prepareTable(each, { ...output, closure: 'TYPE_I' }).effects([shock]))
        const k = each.industries.findIndex(({ code }) => code === shock.industry)
        const inverse = leontiefInverse(technicalCoefficients(each))
        const [demand = Number.NaN] = demandForOutputs(inverseSystem(inverse), [k], [1])
        expect(demand).toBeCloseTo(1 / (inverse[k]?.[k] ?? 0), 9)
        const full = totalEffects(prepareTable(each, { ...reportAssumptions, closure: 'TYPE_I' }).effects([shock]))
        const feedback = (inverse[k]?.[k] ?? 0) - 1
        const national = each.industries[k]?.scope === 'NATIONAL' ? reportAssumptions.retention.share : 1
        expect(one.indirect).toBeCloseTo((full.indirect - national * feedback * shock.jobs) * demand, 6)
      }),
      { numRuns: 50 },
    )
  })

  it('shares the final demand of an industry among its ventures by their output', () => {
    const rows = effectsBy(prepareTable(reportTable, output).effects(reportShocks), ['ESTABLISHMENT'])
    const of = (venture: string) => rows.find(({ establishment }) => establishment === `establishment:${venture}`)
    const perJob = (venture: string) => (of(venture)?.spillover ?? 0) / (of(venture)?.direct ?? 0)
    expect(perJob('boliden')).toBeCloseTo(perJob('lkab'), 9)
    expect(perJob('ssab')).toBeCloseTo(perJob('h2-green-steel'), 9)
    expect(of('skelleftea-kraft')?.spillover).toBeLessThan(0)
  })

  it('names the industries for which final demand is negative: electricity, about −7 jobs', () => {
    const prepared = prepareTable(reportTable, output)
    const effects = prepared.effects(reportShocks)
    expect(effects.negativeDemand.map(({ code }) => code)).toEqual(['D35'])
    expect(prepareTable(reportTable, reportAssumptions).effects(reportShocks).negativeDemand).toEqual([])
  })

  it('takes a shock of next to nothing for what it is', () => {
    const shocks = reportShocks.map((shock, i) => (i === 0 ? { ...shock, jobs: Number.MIN_VALUE } : shock))
    const alone = prepareTable(reportTable, output).effects(shocks.slice(0, 1))
    expect(totalEffects(alone).spillover).toBeCloseTo(0, 12)
    expect(totalEffects(prepareTable(reportTable, output).effects(shocks)).spillover).toBeGreaterThan(17_000)
  })

  it('solves both counties together: apart they would give 19 634', () => {
    const prepared = prepareTable(reportTable, output)
    const spillover = (shocks: typeof reportShocks) => totalEffects(prepared.effects(shocks)).spillover
    const apart = ['county:24', 'county:25'].map((id) => spillover(reportShocks.filter(({ county }) => county === id)))
    expect(spillover(reportShocks)).toBeCloseTo(18_249.4, 1)
    expect(apart.reduce((sum, each) => sum + each, 0)).toBeCloseTo(19_634.3, 1)
  })
})

describe('FINAL_DEMAND', () => {
  it('is what a new plant beside the others gives, whose purchases come from existing firms: (L − I) x̄ = L A x̄', () => {
    fc.assert(
      fc.property(tableAndShocks, ([each, [shock]]) => {
        if (shock === undefined) return
        const [effects] = prepareTable(each, keepingAll({ ...reportAssumptions, closure: 'TYPE_I' })).effects([
          shock,
        ]).byShock
        const coefficients = technicalCoefficients(each)
        const k = each.industries.findIndex(({ code }) => code === shock.industry)
        const employment = employmentCoefficients(each)
        const made = shock.jobs / (employment[k] ?? 0)
        const produced = powerSeries(
          coefficients,
          coefficients.map((row) => (row[k] ?? 0) * made),
        )
        produced.forEach((value, i) => {
          const jobs = (employment[i] ?? 0) * value
          expect(Math.abs((effects?.indirect[i] ?? 0) - jobs)).toBeLessThan(1e-8 * (1 + jobs))
        })
      }),
      { numRuns: 50 },
    )
  })

  it('is the same for a venture whose own purchases are its industry’s column of A, and so is OUTPUT', () => {
    fc.assert(
      fc.property(tableAndShocks, fc.constantFrom('AFTER', 'IN_COEFFICIENTS'), ([each, shocks], apply) => {
        const coefficients = technicalCoefficients(each)
        const own = shocks.map((shock) => ({
          ...shock,
          purchases: each.industries.map(({ code }, i) => {
            const k = each.industries.findIndex((industry) => industry.code === shock.industry)
            return { industry: code, share: (coefficients[i]?.[k] ?? 0) * 2, local: 0.5 }
          }),
        }))
        for (const shock of ['FINAL_DEMAND', 'OUTPUT'] as const) {
          const retention = { ...reportAssumptions.retention, apply }
          const prepared = prepareTable(each, { ...reportAssumptions, shock, retention })
          const [average, recipe] = [shocks, own].map((all) => totalEffects(prepared.effects(all)))
          expect(recipe?.indirect).toBeCloseTo(average?.indirect ?? Number.NaN, 6)
          expect(recipe?.induced).toBeCloseTo(average?.induced ?? Number.NaN, 6)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('a venture’s own purchases', () => {
  it('set off what they take in all rounds, and the income of its own wages and of theirs', () => {
    const [shock] = reportShocks
    if (shock === undefined) throw new Error('no shock')
    const purchases = [
      { industry: 'D35', share: 0.2, local: 1 },
      { industry: 'B', share: 0.25, local: 0.8 },
    ]
    const assumptions = keepingAll(reportAssumptions)
    const prepared = prepareTable(reportTable, assumptions)
    const [effects] = prepared.effects([{ ...shock, purchases }]).byShock
    const coefficients = technicalCoefficients(reportTable)
    const made = effects?.direct.output ?? Number.NaN
    const bought = reportTable.industries.map(({ code }) => ({ D35: 0.2, B: 0.2 })[code] ?? 0)
    const produced = powerSeries(
      coefficients,
      bought.map((share) => share * made),
    )
    produced.forEach((value, i) => {
      expect(effects?.indirectOutput[i]).toBeCloseTo(value, 6)
    })
    const { incomeRow } = householdClosure(reportTable, assumptions)
    const income = produced.reduce((sum, value, i) => sum + (incomeRow[i] ?? 0) * value, 0)
    const k = effects?.direct.position ?? -1
    const { rounds } = prepared.areaOf(shock.county)
    const spent = (rounds?.kappa ?? 0) * (income + (incomeRow[k] ?? 0) * made)
    expect(effects?.inducedOutput[0]).toBeCloseTo((rounds?.outputOfSpending[0] ?? 0) * spent, 8)
  })

  it('are refused beyond the output, outside 0–1, and of unknown industries', () => {
    const prepared = prepareTable(reportTable, reportAssumptions)
    const asking = (...purchases: { industry: string; share: number; local: number }[]) =>
      prepared.effects([{ industry: 'C24', county: 'county:25', year: 2027, establishment: null, jobs: 1, purchases }])
    const refusal = (argument: string) => expect.objectContaining({ name: 'BadUserInputError', argument })
    const of = (industry: string, share: number, local = 1) => ({ industry, share, local })
    expect(() => asking(of('B', 0.6), of('D35', 0.5))).toThrow(refusal('shocks[0].purchases'))
    expect(() => asking(of('B', -0.1))).toThrow(refusal('shocks[0].purchases[0].share'))
    expect(() => asking(of('B', Number.NaN))).toThrow(refusal('shocks[0].purchases[0].share'))
    expect(() => asking(of('B', 0.1, 1.1))).toThrow(refusal('shocks[0].purchases[0].local'))
    expect(() => asking(of('Z', 0.1))).toThrow(refusal('shocks[0].purchases[0]'))
    expect(() => asking(of('B', 0.6), of('D35', 0.4))).not.toThrow()
  })
})
