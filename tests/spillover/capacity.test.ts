import { describe, expect, it } from 'vitest'
import { nothingCutAfter, type Regionalisation } from '../../src/spillover/model/assumptions.js'
import { type CapacityDimension, capacityRows, DEFAULT_BOUND } from '../../src/spillover/model/capacity.js'
import { totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable, type SpilloverEffects } from '../../src/spillover/model/effects.js'
import { groupsOfIndustries } from '../../src/spillover/model/location-quotients.js'
import type { RegionalEmployment } from '../../src/spillover/model/regional-employment.js'
import { reportAssumptions } from '../edition.js'
import { reportEmployment } from './regional-employment.js'
import { reportShocks, reportTable as table } from './ventures.js'

const groups = groupsOfIndustries(table, reportEmployment)

const ofReport = prepareTable(table, reportAssumptions).effects(reportShocks)

const rows = (
  by: readonly CapacityDimension[],
  {
    effects = ofReport,
    employment = reportEmployment,
    bound = DEFAULT_BOUND,
  }: { effects?: SpilloverEffects; employment?: RegionalEmployment; bound?: number } = {},
) => capacityRows(effects, employment, groups, by, bound)

describe('jobs that are needed against those who are employed, by the report’s rule', () => {
  it.each([
    ['A', 75.3, 1.7, 252.0, 6.1],
    ['B+C', 6200.4, 40.4, 6634.8, 42.5],
    ['D+E', 522.4, 28.9, 770.2, 44.1],
    ['F', 554.1, 5.2, 8887.7, 80.2],
    ['G', 1512.0, 12.0, 2796.1, 25.4],
    ['H', 881.0, 15.0, 1510.7, 23.4],
    ['I', 544.1, 14.4, 953.6, 22.7],
    ['J', 84.6, 2.2, 160.0, 5.9],
    ['K', 51.8, 3.5, 97.8, 6.3],
    ['L', 188.9, 9.2, 317.9, 16.6],
    ['M+N', 1508.3, 12.9, 2953.9, 23.8],
    ['O', 189.9, 2.7, 350.9, 3.4],
    ['P', 153.2, 0.9, 266.2, 2.1],
    ['Q', 347.8, 1.2, 673.1, 2.9],
    ['R+S+T+U', 386.9, 7.4, 719.0, 15.3],
  ])('%s: %d (%d %%) and %d (%d %%)', (group, first, firstShare, second, secondShare) => {
    const found = rows(['COUNTY', 'GROUP']).filter((row) => row.group === group)
    expect(found.map(({ county }) => county)).toEqual(['county:24', 'county:25'])
    expect(found.map(({ needed }) => needed)).toEqual([expect.closeTo(first, 1), expect.closeTo(second, 1)])
    const percent = found.map(({ share }) => 100 * (share ?? Number.NaN))
    expect(percent).toEqual([expect.closeTo(firstShare, 1), expect.closeTo(secondShare, 1)])
  })

  it('is less by location quotients, FLQ .25', () => {
    const regionalisation: Regionalisation = {
      ...{ method: 'FLQ', delta: 0.25, householdDelta: 0.125, area: 'TOGETHER', mining: 'MERGED' },
      employment: reportEmployment.id,
    }
    const assumptions = { ...reportAssumptions, retention: nothingCutAfter, regionalisation }
    const effects = prepareTable(table, assumptions, { regionalEmployment: reportEmployment }).effects(reportShocks)
    const percent = (county: string) =>
      rows(['COUNTY', 'GROUP'], { effects })
        .filter((row) => row.county === county)
        .map(({ share }) => 100 * (share ?? Number.NaN))
    const near = (shares: readonly number[]) => shares.map((share) => expect.closeTo(share, 1))
    expect(percent('county:24')).toEqual(
      near([1.5, 36.1, 20.0, 2.3, 3.7, 5.4, 4.8, 1.4, 2.6, 2.8, 4.7, 1.0, 0.3, 0.6, 2.4]),
    )
    expect(percent('county:25')).toEqual(
      near([4.1, 34.7, 24.5, 75.6, 7.8, 7.9, 7.5, 3.9, 4.8, 4.9, 7.4, 1.2, 0.8, 1.5, 5.1]),
    )
    const ofAll = rows(['COUNTY'], { effects }).map(({ share }) => 100 * (share ?? Number.NaN))
    expect(ofAll).toEqual(near([6.3, 14.7]))
  })

  it('is 10.0 % of all in the one county and 22.2 % in the other', () => {
    const found = rows(['COUNTY'])
    expect(found.map(({ needed }) => needed)).toEqual([expect.closeTo(13_200.7, 1), expect.closeTo(27_343.9, 1)])
    expect(found.map(({ employed }) => employed)).toEqual([131_393, 123_384])
    expect(found.map(({ share }) => 100 * (share ?? 0))).toEqual([expect.closeTo(10.0, 1), expect.closeTo(22.2, 1)])
  })

  it('is one row where nothing is asked for, and every cut adds up to it', () => {
    const [all, ...others] = rows([])
    expect(others).toEqual([])
    const total = totalEffects(ofReport)
    expect(all).toMatchObject({ county: null, group: null, employed: 131_393 + 123_384, isBeyondBound: false })
    for (const effect of ['direct', 'indirect', 'induced'] as const) {
      expect(all?.[effect]).toBeCloseTo(total[effect], 6)
      for (const by of [['COUNTY'], ['GROUP'], ['COUNTY', 'GROUP']] as const) {
        expect(rows(by).reduce((sum, row) => sum + row[effect], 0)).toBeCloseTo(total[effect], 6)
      }
    }
  })

  it('adds up year by year, to the share of all', () => {
    for (const { byYear, needed, share } of rows(['COUNTY', 'GROUP'])) {
      expect(byYear.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026])
      expect(byYear.reduce((sum, each) => sum + each.needed, 0)).toBeCloseTo(needed, 6)
      expect(byYear.at(-1)?.cumulativeShare).toBeCloseTo(share ?? Number.NaN, 9)
    }
  })

  it('is beyond a quarter in six cells, and beyond another bound in others', () => {
    const beyond = (bound?: number) =>
      rows(['COUNTY', 'GROUP'], bound === undefined ? {} : { bound })
        .filter(({ isBeyondBound }) => isBeyondBound)
        .map(({ county, group }) => `${county} ${group}`)
    expect(beyond()).toEqual([
      'county:24 B+C',
      'county:24 D+E',
      'county:25 B+C',
      'county:25 D+E',
      'county:25 F',
      'county:25 G',
    ])
    expect(beyond(0.8)).toEqual(['county:25 F'])
    expect(beyond(1)).toEqual([])
  })

  it.each([0, -0.1, 1.01, Number.NaN])('refuses %d for a bound', (bound) => {
    expect(() => rows([], { bound })).toThrow('bound')
  })
})

describe('what the employment data do not tell', () => {
  const [ofOneCounty] = [new Map([...reportEmployment.counties].slice(0, 1))]

  it('has no share, and no bound to be beyond', () => {
    const employment = { ...reportEmployment, counties: ofOneCounty, regionCounties: ['county:24'] }
    const [told, untold] = rows(['COUNTY'], { employment })
    expect(told).toMatchObject({ county: 'county:24', employed: 131_393 })
    expect(untold).toMatchObject({ county: 'county:25', employed: null, share: null, isBeyondBound: false })
    expect(untold?.needed).toBeCloseTo(27_343.9, 1)
    const [all] = rows([], { employment })
    expect(all?.needed).toBeCloseTo(40_544.6, 1)
    expect(all?.share).toBeCloseTo(told?.share ?? Number.NaN, 9)
  })

  it('is the county, where the region is told as a whole', () => {
    const region = reportEmployment.groups.map(() => 10_000)
    const employment = { ...reportEmployment, counties: new Map(), region }
    expect(rows(['COUNTY'], { employment }).map(({ employed }) => employed)).toEqual([null, null])
    expect(rows([], { employment })[0]).toMatchObject({ employed: 150_000 })
    expect(rows(['GROUP'], { employment }).every(({ employed }) => employed === 10_000)).toBe(true)
  })

  it('is industries in none of its groups, which stand by themselves', () => {
    const groupOf = groups.map((group) => (group === 3 ? null : group))
    const found = capacityRows(ofReport, reportEmployment, groupOf, ['GROUP'], DEFAULT_BOUND)
    expect(found.at(-1)).toMatchObject({ group: null, employed: null, share: null })
    expect(found.at(-1)?.needed).toBeCloseTo(554.1 + 8887.7, 0)
  })

  it('is not what nobody is employed in: any need is beyond the bound', () => {
    const nobody = new Map([['county:24', reportEmployment.groups.map(() => 0)]])
    const employment = { ...reportEmployment, counties: nobody, regionCounties: ['county:24'] }
    expect(rows(['COUNTY'], { employment })[0]).toMatchObject({ employed: 0, share: null, isBeyondBound: true })
  })
})

describe('where induced jobs are counted where people live', () => {
  const residence = new Map([
    [
      'county:24',
      [
        { county: 'county:24', workers: 90 },
        { county: 'county:99', workers: 10 },
      ],
    ],
    ['county:25', [{ county: 'county:25', workers: 100 }]],
  ])
  const effects = { ...ofReport, residence }

  it('they are needed there, and count for no share of the region', () => {
    const [first, , other] = rows(['COUNTY'], { effects })
    expect(other).toMatchObject({ county: 'county:99', direct: 0, indirect: 0, employed: null })
    expect(other?.induced).toBeCloseTo((first?.induced ?? 0) / 9, 6)
    const [all] = rows([], { effects })
    const [before] = rows([])
    expect(all?.needed).toBeCloseTo(before?.needed ?? 0, 6)
    expect((all?.share ?? 0) * (all?.employed ?? 0)).toBeCloseTo((before?.needed ?? 0) - (other?.induced ?? 0), 6)
  })

  it('is nothing but one empty row where there are no new jobs', () => {
    const none = prepareTable(table, reportAssumptions).effects([])
    expect(rows([], { effects: none })).toEqual([expect.objectContaining({ needed: 0, share: 0, byYear: [] })])
    expect(rows(['COUNTY', 'GROUP'], { effects: none })).toEqual([])
  })
})
