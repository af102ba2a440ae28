import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectsBy, spilloverCube, spilloverDimensions, totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { employmentCoefficients, householdClosure } from '../../src/spillover/model/households.js'
import type { ShockByJobs } from '../../src/spillover/model/shocks.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { reportAssumptions } from '../edition.js'
import { industry, table, tableAndShocks, tables, twoSectors } from './example-tables.js'
import { powerSeries } from './power-series.js'
import { technicalCoefficients } from './technical-coefficients.js'

const shock = (code: string, jobs: number, more: Partial<ShockByJobs> = {}): ShockByJobs => ({
  industry: code,
  county: 'county:25',
  year: 2022,
  establishment: null,
  jobs,
  ...more,
})

const keepingAll = { ...reportAssumptions, retention: { ...reportAssumptions.retention, share: 1 } }

/** Jobs by industry that one shock sets off, by running the rounds of the closed model one after the other. */
function roundsOf(each: InputOutputTable, code: string, jobs: number): number[] {
  const output = each.industries.map((one) => one.output)
  const { incomeRow, purchaseColumn } = householdClosure(each, keepingAll)
  const closed = [...technicalCoefficients(each).map((row, i) => [...row, purchaseColumn[i] ?? 0]), [...incomeRow, 0]]
  const employment = employmentCoefficients(each)
  const k = each.industries.findIndex((one) => one.code === code)
  const demand = [...output.map((_, i) => (i === k ? jobs / (employment[k] ?? 0) : 0)), 0]
  const produced = powerSeries(closed, demand)
  return employment.map((coefficient, i) => coefficient * (produced[i] ?? 0) - (i === k ? jobs : 0))
}

describe('effects', () => {
  it('are the hand-computed ones of the two-sector example', () => {
    // e = (0.01, 0.05). Ten jobs in 1 are output of 1 000: L gives 254.1 more in 1 and 264.0 in 2.
    const [first] = prepareTable(twoSectors, { ...keepingAll, closure: 'TYPE_I' }).effects([shock('1', 10)]).byShock
    expect(first?.indirect[0]).toBeCloseTo(0.01 * 1000 * (0.95 / 0.7575 - 1), 10)
    expect(first?.indirect[1]).toBeCloseTo(0.05 * 1000 * (0.2 / 0.7575), 10)
    expect([...(first?.induced ?? [])]).toEqual([0, 0])
  })

  it('are the sum of the rounds of the closed model', () => {
    fc.assert(
      fc.property(tables, (each) => {
        const [first] = prepareTable(each, keepingAll).effects([shock('I0', 100)]).byShock
        roundsOf(each, 'I0', 100).forEach((jobs, i) => {
          const computed = (first?.indirect[i] ?? 0) + (first?.induced[i] ?? 0)
          expect(Math.abs(computed - jobs)).toBeLessThan(1e-8 * (1 + Math.abs(jobs)))
        })
      }),
      { numRuns: 50 },
    )
  })

  it('are never negative, and scale with the shock', () => {
    fc.assert(
      fc.property(tableAndShocks, ([each, shocks]) => {
        const prepared = prepareTable(each, reportAssumptions)
        const once = totalEffects(prepared.effects(shocks))
        const twice = totalEffects(prepared.effects(shocks.map((one) => ({ ...one, jobs: 2 * one.jobs }))))
        expect(once.indirect).toBeGreaterThan(-1e-9)
        expect(once.induced).toBeGreaterThanOrEqual(0)
        expect(twice.spillover).toBeCloseTo(2 * once.spillover, 6)
      }),
    )
  })

  it('do not depend on the order of the industries', () => {
    fc.assert(
      fc.property(tableAndShocks, ([each, shocks]) => {
        const reversed = {
          ...each,
          industries: each.industries.toReversed(),
          flows: each.flows.map((row) => row.toReversed()).toReversed(),
        }
        const cells = spilloverCube(prepareTable(each, reportAssumptions).effects(shocks), ['SECTOR'])
        const others = spilloverCube(prepareTable(reversed, reportAssumptions).effects(shocks), ['SECTOR'])
        for (const cell of cells) {
          const jobs = others.find((other) => other.industry === cell.industry)?.jobs ?? Number.NaN
          expect(Math.abs(jobs - cell.jobs)).toBeLessThan(1e-9 * (1 + Math.abs(cell.jobs)))
        }
      }),
      { numRuns: 50 },
    )
  })

  it('are cut to the retention share in national industries only', () => {
    const all = prepareTable(twoSectors, keepingAll).effects([shock('1', 10)]).byShock[0]
    const kept = prepareTable(twoSectors, reportAssumptions).effects([shock('1', 10)]).byShock[0]
    expect(kept?.indirect[0]).toBe(all?.indirect[0])
    expect(kept?.indirect[1]).toBeCloseTo(0.27 * (all?.indirect[1] ?? 0), 12)
    expect(kept?.induced[1]).toBeCloseTo(0.27 * (all?.induced[1] ?? 0), 12)

    const named = { ...reportAssumptions.retention, nationalIndustries: ['1'] }
    const other = prepareTable(twoSectors, { ...reportAssumptions, retention: named }).effects([shock('1', 10)])
      .byShock[0]
    expect(other?.indirect[0]).toBeCloseTo(0.27 * (all?.indirect[0] ?? 0), 12)
    expect(other?.indirect[1]).toBe(all?.indirect[1])
  })

  it('leave an industry of zero output out, even where nothing else of it is known', () => {
    const idle = table(
      [...twoSectors.industries, industry('idle', 0)],
      [
        [150, 500, 7],
        [200, 100, 7],
        [0, 0, 7],
      ],
      {
        householdConsumption: 1000,
      },
    )
    const { byShock } = prepareTable(idle, reportAssumptions).effects([shock('1', 10)])
    const [known] = prepareTable(twoSectors, reportAssumptions).effects([shock('1', 10)]).byShock
    expect([...(byShock[0]?.indirect ?? [])]).toEqual([...(known?.indirect ?? []), 0])
    expect([...(byShock[0]?.induced ?? [])]).toEqual([...(known?.induced ?? []), 0])
    expect(() => prepareTable(idle, reportAssumptions).effects([shock('idle', 1)])).toThrow(
      'Industry idle has no output',
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 1e12])('refuse a shock of %s jobs', (jobs) => {
    expect(() => prepareTable(twoSectors, reportAssumptions).effects([shock('1', jobs)])).toThrow(
      expect.objectContaining({ name: 'BadUserInputError', argument: 'shocks[0].jobs' }),
    )
  })

  it('refuse an unknown industry, shares outside 0–1 and unknown national industries', () => {
    expect(() => prepareTable(twoSectors, reportAssumptions).effects([shock('3', 1)])).toThrow('has no industry 3')
    const refusal = (argument: string) => expect.objectContaining({ argument })
    const { retention } = reportAssumptions
    expect(() => prepareTable(twoSectors, { ...reportAssumptions, incomeTax: 1.1 })).toThrow(refusal('incomeTax'))
    expect(() =>
      prepareTable(twoSectors, { ...reportAssumptions, retention: { ...retention, share: Number.NaN } }),
    ).toThrow(refusal('retention.share'))
    expect(() =>
      prepareTable(twoSectors, { ...reportAssumptions, retention: { ...retention, nationalIndustries: ['3'] } }),
    ).toThrow(refusal('retention.nationalSectors'))
  })
})

describe('the cube', () => {
  const dimensions = fc.uniqueArray(fc.constantFrom(...spilloverDimensions))

  it('adds up to the total by any combination of dimensions', () => {
    fc.assert(
      fc.property(tableAndShocks, dimensions, ([each, shocks], by) => {
        const effects = prepareTable(each, reportAssumptions).effects(shocks)
        const total = totalEffects(effects)
        const cells = spilloverCube(effects, by)
        const sum = (kind: 'DIRECT' | 'SPILLOVER') =>
          cells
            .filter(({ effect }) => (effect === 'DIRECT') === (kind === 'DIRECT'))
            .reduce((jobs, cell) => jobs + cell.jobs, 0)
        expect(Math.abs(sum('SPILLOVER') - total.spillover)).toBeLessThanOrEqual(1e-9 * (1 + total.spillover))
        if (by.includes('EFFECT')) expect(sum('DIRECT')).toBeCloseTo(total.direct, 8)
        else expect(sum('DIRECT')).toBe(0)
        expect(new Set(cells.map(({ jobs: _, ...place }) => JSON.stringify(place))).size).toBe(cells.length)
      }),
    )
  })

  it('leaves what was not asked for null, and has direct cells only where ventures stand', () => {
    const effects = prepareTable(twoSectors, reportAssumptions).effects([
      shock('2', 10, { establishment: 'establishment:a' }),
    ])
    expect(spilloverCube(effects, ['SECTOR', 'EFFECT']).map(({ industry, effect }) => [industry, effect])).toEqual([
      ['1', 'INDIRECT'],
      ['1', 'INDUCED'],
      ['2', 'DIRECT'],
      ['2', 'INDIRECT'],
      ['2', 'INDUCED'],
    ])
    expect(spilloverCube(effects, [])).toEqual([
      {
        county: null,
        year: null,
        industry: null,
        group: null,
        establishment: null,
        effect: null,
        jobs: expect.closeTo(totalEffects(effects).spillover, 12),
      },
    ])
  })

  it('orders by county, year, industry of the table, group and venture, unknown last', () => {
    const effects = prepareTable(twoSectors, reportAssumptions).effects([
      shock('1', 1, { county: 'county:25', year: 2023 }),
      shock('1', 1, { county: 'county:25', year: 2022, establishment: 'establishment:b' }),
      shock('1', 1, { county: 'county:24', year: 2024 }),
      shock('1', 1, { county: 'county:25', year: 2022 }),
    ])
    const rows = effectsBy(effects, ['ESTABLISHMENT', 'YEAR', 'COUNTY'])
    expect(rows.map(({ county, year, establishment }) => [county, year, establishment])).toEqual([
      ['county:24', 2024, null],
      ['county:25', 2022, 'establishment:b'],
      ['county:25', 2022, null],
      ['county:25', 2023, null],
    ])
  })

  it('is empty, and its total zero, without shocks', () => {
    const effects = prepareTable(twoSectors, reportAssumptions).effects([])
    expect(spilloverCube(effects, ['SECTOR'])).toEqual([])
    expect(totalEffects(effects)).toEqual({ direct: 0, indirect: 0, induced: 0, spillover: 0 })
  })
})
