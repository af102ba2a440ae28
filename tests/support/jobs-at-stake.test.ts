import { describe, expect, it } from 'vitest'
import {
  type CountyAtStake,
  jobsAtStake,
  jobsForSmes,
  type StatedNeeds,
} from '../../src/support/coverage/jobs-at-stake-rule.js'

describe('jobs for SMEs', () => {
  const jobs = (industry: string, group: string | null, section: string | null, county = 'county:25') => ({
    ...{ industry, code: industry, group, section, county },
    jobs: 100,
  })

  it('are a share of each industry and service, by county', () => {
    const spillover = [
      jobs('B', 'INDUSTRY', 'B'),
      jobs('C25', 'INDUSTRY', 'C'),
      jobs('F', 'INDUSTRY', 'F'),
      jobs('I', 'SERVICES', 'I', 'county:24'),
      jobs('P', 'PUBLIC', 'P'),
    ]
    const shares = new Map([
      ['B', 0],
      ['C', 0.5],
    ])
    const { byCounty, byIndustry, sectionsOfUnknownShare, industriesLeftOut } = jobsForSmes(spillover, shares)
    expect([...byCounty]).toEqual([
      ['county:25', 150],
      ['county:24', 100],
    ])
    expect([...(byIndustry.get('county:25') ?? [])]).toEqual([
      ['B', 0],
      ['C25', 50],
      ['F', 100],
    ])
    expect(sectionsOfUnknownShare).toEqual(['F', 'I'])
    expect(industriesLeftOut).toEqual([])
  })

  it('leave out industries without group or section, and say so', () => {
    const { byCounty, industriesLeftOut } = jobsForSmes(
      [jobs('X1', null, 'C'), jobs('X2', 'INDUSTRY', null)],
      new Map(),
    )
    expect(byCounty.size).toBe(0)
    expect(industriesLeftOut).toEqual(['X1', 'X2'])
  })
})

describe('jobs at stake', () => {
  const county: CountyAtStake = {
    id: 'county:25',
    municipalities: [
      { id: 'municipality:coast', population: 3_000, inland: false },
      { id: 'municipality:inland', population: 1_000, inland: true },
    ],
  }
  const where = { inlandNeeds: ['need:finance', 'need:bank-dialogue'], smesForAShare: 30 }
  const nobody: StatedNeeds = { statingIn: () => 0, withNeedIn: () => 0 }
  const stake = (place: string, need: string, stated = nobody) => jobsAtStake(county, place, need, 400, stated, where)

  it('are shared out by population', () => {
    expect(stake('municipality:coast', 'need:skills-supply')).toEqual({ jobs: 300, basis: 'REPORT' })
    expect(stake('municipality:inland', 'need:skills-supply')).toEqual({ jobs: 100, basis: 'REPORT' })
  })

  it.each(['need:finance', 'need:bank-dialogue'])('for %s lie inland only', (need) => {
    expect(stake('municipality:coast', need).jobs).toBe(0)
    expect(stake('municipality:inland', need).jobs).toBe(100)
  })

  const stating = (...places: string[]): StatedNeeds => ({
    statingIn: (place) => (places.includes(place) ? 30 : 29),
    withNeedIn: () => 6,
  })

  it('follow what firms state where at least 30 state a need', () => {
    const stated = stating('municipality:coast')
    expect(stake('municipality:coast', 'need:finance', stated)).toEqual({ jobs: 60, basis: 'FIRMS' })
    expect(stake('municipality:inland', 'need:finance', stated)).toEqual({ jobs: 100, basis: 'REPORT' })
  })

  it('of a county are the sum of its municipalities, from firms only where all of them are', () => {
    expect(stake('county:25', 'need:finance')).toEqual({ jobs: 100, basis: 'REPORT' })
    expect(stake('county:25', 'need:finance', stating('municipality:coast'))).toEqual({ jobs: 160, basis: 'REPORT' })
    const all = stating('municipality:coast', 'municipality:inland')
    expect(stake('county:25', 'need:finance', all)).toEqual({ jobs: 80, basis: 'FIRMS' })
  })
})
