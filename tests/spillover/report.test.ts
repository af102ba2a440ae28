import { describe, expect, it } from 'vitest'
import { alternativesTo } from '../../src/spillover/model/alternatives.js'
import { spilloverCube, totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { edition, reportAssumptions } from '../edition.js'
import { reportShocks, reportTable as table } from './ventures.js'

/** To the decimal that is stated, which is far within 0.1 %. */
const near = (computed: number | undefined, expected: number) => expect(computed).toBeCloseTo(expected, 1)

describe("the report's calculation on the 2016 table of 44 industries", () => {
  const effects = prepareTable(table, reportAssumptions).effects(reportShocks)
  const total = totalEffects(effects)

  it('sets off 23 274.6 jobs beside 17 270 direct ones (the report: about 23 300)', () => {
    expect(total.direct).toBe(17_270)
    near(total.spillover, 23_274.6)
    expect(Math.abs(total.spillover - 23_300)).toBeLessThan(50)
  })

  it('sets off 6 929.7 of them by households (the report does not state them apart)', () => {
    near(total.induced, 6929.7)
    near(total.indirect, 16_344.9)
  })

  it.each([
    ['INDUSTRY', 5914.7, '5 700'],
    ['SERVICES', 9718.8, '10 700'],
    ['PUBLIC', 711.4, 'not stated'],
  ] as const)('%s: %d indirect jobs (the report: %s)', (group, jobs, _) => {
    const cells = spilloverCube(effects, ['SECTOR_GROUP', 'EFFECT'])
    near(cells.find((cell) => cell.group === group && cell.effect === 'INDIRECT')?.jobs, jobs)
  })

  it('gives under each other defensible assumption from 16 344.9 to 30 590.0', () => {
    const listed = alternativesTo(
      { assumptions: reportAssumptions, shocks: reportShocks },
      { ...edition.spillover.alternatives, regionalisation: [] },
      reportAssumptions,
    ).flatMap(({ assumptions, shocks, ...named }) => {
      if (assumptions.householdIncome === 'ALL_INCOME') return []
      return [[named.assumption, named.value, totalEffects(prepareTable(table, assumptions).effects(shocks)).spillover]]
    })
    expect(listed).toEqual(
      [
        ['closure', 'TYPE_I', 16_344.9],
        ['householdIncome', 'WAGES', 27_548.8],
        ['householdIncome', 'LABOUR_COST', 30_590.0],
        ['shock', 'OUTPUT', 18_249.4],
        ['incomeTax', '0.25', 24_142.2],
        ['incomeTax', '0.4', 22_324.2],
        ['retention.share', '0', 22_060.9],
        ['retention.share', '1', 26_556.1],
        ['retention.apply', 'IN_COEFFICIENTS', 21_154.9],
        ['establishments', 'without establishment:lkab-construction', 17_153.0],
      ].map(([assumption, value, spillover]) => [assumption, value, expect.closeTo(Number(spillover), 1)]),
    )
  })

  it('cannot be closed with all income, which the table does not state', () => {
    const assumptions = { ...reportAssumptions, householdIncome: 'ALL_INCOME' } as const
    expect(() => prepareTable(table, assumptions)).toThrow('does not state householdIncome')
  })

  it('judges the aggregates of the 23 national industries national', () => {
    expect(table.industries).toHaveLength(44)
    const national = table.industries.filter(({ scope }) => scope === 'NATIONAL').map(({ code }) => code)
    expect(national).toEqual([
      'A01+A03',
      'C10-12',
      'C13-15+C18+C31-32',
      'C19-21',
      'C26',
      'C29-30',
      'H50-51',
      'J58-60',
      'J61',
      'J62-63',
      'K',
      'M73',
      'N78',
      'N79',
    ])
  })
})
