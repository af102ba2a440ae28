import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { totalEffects } from '../../src/spillover/model/cube.js'
import {
  displacedJobs,
  displacementCells,
  netByCounty,
  netByGroup,
  netOf,
  smeGroups,
} from '../../src/spillover/model/displacement.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { groupsOfIndustries } from '../../src/spillover/model/location-quotients.js'
import { reportAssumptions } from '../edition.js'
import { reportEmployment as employment } from './regional-employment.js'
import { reportShocks, reportTable as table } from './ventures.js'

describe('hires that come from the region’s firms', () => {
  it.each([
    [0.3, 0, 5181, 5181, 12_089],
    [0.3, 0.5, 6095.2941, 3047.6471, 14_222.3529],
    [0.5, 0.5, 11_513.3333, 5756.6667, 11_513.3333],
    [0, 0.5, 0, 0, 17_270],
    [1, 0, 17_270, 17_270, 0],
  ])('of 17 270, a share of %d, %d filled again: %d taken, %d lost, %d net', (s, r, taken, lost, netDirect) => {
    const found = displacedJobs(17_270, { fromRegionalSmes: s, refilled: r })
    expect(found.taken).toBeCloseTo(taken, 4)
    expect(found.lost).toBeCloseTo(lost, 4)
    expect(found.direct - found.lost).toBeCloseTo(netDirect, 4)
  })

  it('are the chain followed vacancy by vacancy', () => {
    const share = fc.double({ min: 0, max: 0.95, noNaN: true })
    fc.assert(
      fc.property(share, share, fc.double({ min: 0, max: 1e5, noNaN: true }), (s, r, direct) => {
        let [hires, taken] = [direct, 0]
        for (let link = 0; link < 1000; link++) {
          taken += s * hires
          hires *= s * r
        }
        const found = displacedJobs(direct, { fromRegionalSmes: s, refilled: r })
        expect(found.taken).toBeCloseTo(taken, 6)
        expect(direct - found.lost).toBeCloseTo((direct * (1 - s)) / (1 - r * s), 6)
      }),
    )
  })
})

describe('where the jobs are lost', () => {
  const smeShares = new Map([
    ['B', 0],
    ['C', 0.5],
  ])
  const known = { employment, groupOf: groupsOfIndustries(table, employment), smeShares }
  const displacement = { fromRegionalSmes: 0.3, refilled: 0.5 }
  const effects = prepareTable(table, reportAssumptions).effects(reportShocks)
  const cells = displacementCells(effects, displacement, known)

  it('is in small and medium-sized firms, by group', () => {
    const expected = {
      ...{ 'M+N': 530.9, G: 499.1, F: 478.3, 'B+C': 333.5, H: 273.9, 'R+S+T+U': 211.9, A: 182.4, I: 178.0 },
      ...{ J: 130.9, L: 85.1, 'D+E': 76.9, K: 66.5, O: 0, P: 0, Q: 0 },
    }
    const lost = netByGroup(cells).map((row) => [row.group, row.lost])
    expect(Object.fromEntries(lost)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([group, jobs]) => [group, expect.closeTo(jobs, 1)])),
    )
  })

  it('is by county as the direct jobs are', () => {
    const [first, second, ...others] = netByCounty(cells)
    expect(others).toEqual([])
    expect(first).toMatchObject({ county: 'county:24', lost: expect.closeTo((5020 * 3047.6471) / 17_270, 3) })
    expect(second).toMatchObject({ county: 'county:25', lost: expect.closeTo((12_250 * 3047.6471) / 17_270, 3) })
  })

  it('leaves net direct jobs and spillover, and every cut adds up to them', () => {
    const all = netOf(cells)
    expect(all.net).toBeCloseTo(37_497.0, 1)
    expect(all.spillover).toBeCloseTo(totalEffects(effects).spillover, 6)
    for (const rows of [netByCounty(cells), netByGroup(cells)]) {
      for (const field of ['direct', 'taken', 'lost', 'netDirect', 'spillover', 'net'] as const) {
        expect(rows.reduce((sum, row) => sum + row[field], 0)).toBeCloseTo(all[field], 6)
      }
    }
  })

  it('is in no group where the data do not tell of a county, or where there are none', () => {
    const counties = new Map([...employment.counties].slice(0, 1))
    const found = displacementCells(effects, displacement, { ...known, employment: { ...employment, counties } })
    const inNone = found.filter(({ group }) => group === null)
    expect(inNone).toMatchObject([{ county: 'county:25', direct: 0, lost: expect.closeTo(2161.76, 2) }])
    const unknown = displacementCells(effects, displacement, null)
    expect(unknown).toMatchObject([
      { county: 'county:24', group: null },
      { county: 'county:25', group: null },
    ])
    expect(netOf(unknown).net).toBeCloseTo(37_497.0, 1)
  })

  it('is nowhere where no group has such firms', () => {
    const groupOf = table.industries.map(() => null)
    expect(smeGroups(table.industries, [1, 2], { groupOf, smeShares })).toEqual([0, 0])
  })
})
