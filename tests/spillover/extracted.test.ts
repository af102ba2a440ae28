import { describe, expect, it } from 'vitest'
import { type Assumptions, nothingCutAfter, type Regionalisation } from '../../src/spillover/model/assumptions.js'
import { totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { extractedAccounts, lostToIndustries, lostToShocks } from '../../src/spillover/model/extracted.js'
import { extractionLoss } from '../../src/spillover/model/extraction.js'
import { leontiefInverse, matrixTimesColumn } from '../../src/spillover/model/linear-algebra/leontief.js'
import { quotientsOf } from '../../src/spillover/model/location-quotients.js'
import { measuresOf } from '../../src/spillover/model/measures.js'
import { sharesByQuotients, tradeShare } from '../../src/spillover/model/trade-shares.js'
import { economiesOf } from '../../src/spillover/question/economies.js'
import type { FilledQuestion } from '../../src/spillover/question/question.js'
import { reportAssumptions } from '../edition.js'
import { reportEmployment } from './regional-employment.js'
import { reportShocks, reportTable as table } from './ventures.js'

const flq: Regionalisation = {
  ...{ method: 'FLQ', delta: 0.25, householdDelta: 0.125, area: 'TOGETHER', mining: 'MERGED' },
  employment: reportEmployment.id,
}
const byFlq: Assumptions = { ...reportAssumptions, retention: nothingCutAfter, regionalisation: flq }

const isLkab = ({ establishment }: { establishment: string | null }) => establishment === 'establishment:lkab'

/** To a millionth of it, which is its last digit. */
const printed = (value: number | undefined, expected: number) =>
  expect(Math.abs((value ?? Number.NaN) / expected - 1)).toBeLessThan(1e-6)

describe('a venture taken out of all', () => {
  it.each([
    ['the report’s rule', reportAssumptions, 4970.073, 4970.073],
    ['the report’s rule, OUTPUT', { ...reportAssumptions, shock: 'OUTPUT' }, 3680.223, 4519.471],
    ['FLQ .25', byFlq, 1963.933, 1963.933],
    ['FLQ .25, OUTPUT', { ...byFlq, shock: 'OUTPUT' }, 1509.546, 1821.056],
  ] as const)('by %s takes %s jobs of others with it, and sets off %s alone', (_, assumptions, others, alone) => {
    const { effects } = prepareTable(table, assumptions, { regionalEmployment: reportEmployment })
    const all = effects(reportShocks)
    const lost = lostToShocks(all, effects(reportShocks.filter((shock) => !isLkab(shock))))
    const accounts = extractedAccounts(table, lost)
    const jobs = accounts.find(({ name }) => name === 'employed')
    expect(jobs?.own).toBeCloseTo(2200, 6)
    printed(jobs?.others, others)
    printed(totalEffects(effects(reportShocks.filter(isLkab))).spillover, alone)
  })

  it('is all of them where all go, account by account', () => {
    const { effects } = prepareTable(table, { ...reportAssumptions, shock: 'OUTPUT' })
    const all = effects(reportShocks)
    const { measures } = measuresOf(table, all)
    expect(extractedAccounts(table, lostToShocks(all, effects([])))).toEqual(
      measures.map(({ name, unit, direct, indirect, induced }) => ({
        ...{ name, unit, own: expect.closeTo(direct, 6), others: expect.closeTo(indirect + induced, 6) },
      })),
    )
  })
})

describe('an industry taken out of an economy', () => {
  const question = (assumptions: Assumptions): FilledQuestion => ({
    ...{
      table: { id: 'table:example', digest: 'example', table, odd: { Sv: [], En: [] } },
      assumptions,
      regionalEmployment: reportEmployment,
    },
    placement: 'VENTURE',
    ...{ residence: null, smeShares: new Map(), scenario: null, establishments: [] },
    ...{ shocks: [], temporary: [], asStated: true },
  })

  it('is of the whole area of the table by the report’s rule, whichever way that cuts', async () => {
    const retention = { ...reportAssumptions.retention, apply: 'IN_COEFFICIENTS' } as const
    for (const assumptions of [reportAssumptions, { ...reportAssumptions, retention }]) {
      const [whole, ...others] = await economiesOf(question({ ...assumptions, closure: 'TYPE_I' }))
      expect(others).toEqual([])
      expect(whole?.area).toEqual({ geography: 'SE', counties: [] })
      const at = table.industries.findIndex(({ code }) => code === 'B')
      if (whole === undefined) throw new Error('there is no economy')
      const loss = extractionLoss(whole.economy, [at], 'WHOLE')
      const jobs = extractedAccounts(table, lostToIndustries(loss, [at])).find(({ name }) => name === 'employed')
      expect(jobs?.own).toBeCloseTo(8300, 6)
      expect((jobs?.own ?? 0) + (jobs?.others ?? 0)).toBeCloseTo(22_564.858, 3)
    }
  })

  it.each([
    ['TOGETHER', [['county:24', 'county:25']]],
    ['EACH', [['county:24'], ['county:25']]],
  ] as const)('is of the region by location quotients, %s', async (area, counties) => {
    const assumptions = { ...byFlq, closure: 'TYPE_I', regionalisation: { ...flq, area } } as const
    const economies = await economiesOf(question(assumptions))
    expect(economies.map((each) => each.area)).toEqual(counties.map((those) => ({ geography: null, counties: those })))
    for (const [index, { economy }] of economies.entries()) {
      const those: readonly string[] = counties[index] ?? []
      const shares = sharesByQuotients(quotientsOf(table, reportEmployment, those, 'MERGED'), flq)
      const output = table.industries.map(({ section, output: produced }) => {
        const group = reportEmployment.groups.findIndex((code) => code.split('+').includes(section ?? ''))
        const here = those.reduce((sum, county) => sum + (reportEmployment.counties.get(county)?.[group] ?? 0), 0)
        return (produced * here) / (reportEmployment.nation[group] ?? 0)
      })
      const a = table.flows.map((row, i) =>
        Array.from(row, (flow, j) => (flow / (table.industries[j]?.output ?? 1)) * tradeShare(shares, i, j)),
      )
      const taken = table.industries.findIndex(({ code }) => code === 'F')
      const demand = matrixTimesColumn(a, output).map((used, i) => (i === taken ? 0 : (output[i] ?? 0) - used))
      const left = a.map((row, i) => row.map((each, j) => (i === taken || j === taken ? 0 : each)))
      const remaining = matrixTimesColumn(leontiefInverse(left), demand)
      for (const [i, lost] of extractionLoss(economy, [taken], 'WHOLE').entries()) {
        expect(lost).toBeCloseTo((output[i] ?? 0) - (remaining[i] ?? 0), 6)
      }
    }
  })
})
