import { describe, expect, it } from 'vitest'
import { begins, byId, ends, nodes, of, property, recordedAt, relationships } from './the-seed.js'

describe('every element', () => {
  const elements = [...nodes, ...relationships]

  it('has a source that exists, a locator and the time of the edition', () => {
    for (const { provenance } of elements) {
      expect(byId.get(provenance.source)?.label, provenance.source).toBe('Source')
      expect(provenance.locator).not.toBe('')
      expect(provenance.recordedAt).toBe(recordedAt)
    }
  })

  it('joins nodes that exist, once', () => {
    const seen = new Set<string>()
    for (const { type, from, to, key } of relationships) {
      expect(byId.has(from) && byId.has(to), `${type} ${from} ${to}`).toBe(true)
      seen.add([type, from, to, key].join(' '))
    }
    expect(seen.size).toBe(relationships.length)
    expect(byId.size).toBe(nodes.length)
  })

  it('has a name in Swedish', () => {
    expect(nodes.filter((node) => typeof node.properties.nameSv !== 'string').map((node) => node.id)).toEqual([])
  })

  it('of a source comes from itself', () => {
    for (const source of of('Source')) expect(source.provenance.source).toBe(source.id)
  })
})

describe('sources', () => {
  it('are each named by something, but for the two of what the program counts', () => {
    const others = nodes.filter(({ label }) => label !== 'Source')
    const named = new Set(JSON.stringify([others, relationships]).match(/source:[a-z0-9-]+/g))
    expect(
      of('Source')
        .map(({ id }) => id)
        .filter((id) => !named.has(id)),
    ).toEqual(['source:norrgraph-count', 'source:norrgraph-calculation'])
  })

  it('have a whole address or none', () => {
    for (const { id, properties } of of('Source')) {
      if (properties.address === undefined) continue
      expect(properties.address, id).toMatch(/^[\w-]+(\.[\w-]+)+(\/[^\s,…]*)?$/)
    }
  })
})

describe('ids that front ends may rely on', () => {
  const ids = {
    actor:
      'norrlandsfonden iuc-norr region-norrbotten region-vasterbotten norrbottens-handelskammare vasterbottens-handelskammare tillvaxtverket energimyndigheten business-sweden csr-sweden boden-business-park gallivare-naringsliv ltu umea-universitet sparbanken-nord the-node-pole',
    establishment: 'boliden ssab lkab lkab-construction northvolt skelleftea-kraft h2-green-steel',
    need: 'skills-supply succession retirement transition time-and-capacity will-to-grow finance bank-dialogue buyer-access buyer-size-demand price-competition timing visibility',
    area: 'skills-supply training matchmaking visibility local-value buyer-dialogue growth-and-finance timing-and-relations',
    category:
      'materials consultants maintenance-mechanical electricians plumbing haulage welding building-contractors painting taxi-and-services',
    requirement:
      'code-of-conduct innovative-proposals sustainability-goals co2-free-production safety quality iso-certificate minimum-size lowest-price',
    initiative:
      't25 sustainability-training minddig boden-business-park teknikcollege lkab-supplier-days regional-development-funds eu-structural-funds visioner-i-norr supplier-study-2020 skelleftea-growth-scenario advisory-hubs business-office-forum large-small-forum skills-coaching bank-coaching joint-eu-applications',
    sector: 'sni2007-C sni2007-C24',
    source: 'ramboll-2022 scb-nrio-2018 norrgraph-assessment norrgraph-count',
    country: 'SE',
    county: '24 25',
  }
  for (const [kind, slugs] of Object.entries(ids)) {
    it(`of ${kind}`, () => {
      expect(slugs.split(' ').filter((slug) => !byId.has(`${kind}:${slug}`))).toEqual([])
    })
  }

  it('counts thirteen needs and eight areas', () => {
    expect([of('Need').length, of('SupportArea').length]).toEqual([13, 8])
  })
})

describe('places', () => {
  it('are one country, 21 counties and 290 municipalities, 29 of them in the two counties of the report', () => {
    expect([of('Country').length, of('County').length, of('Municipality').length]).toEqual([1, 21, 290])
    expect([begins('IN_COUNTY', 'county:24').length, begins('IN_COUNTY', 'county:25').length]).toEqual([15, 14])
  })

  it('have the population that Statistics Sweden counts, which adds up to that of the county', () => {
    for (const { id: county } of of('County')) {
      const people = begins('IN_COUNTY', county).map((id) => Number(property(id, 'population')))
      expect(people.reduce((sum, each) => sum + each, 0)).toBe(property(county, 'population'))
    }
    expect(property('municipality:2506', 'population')).toBe(2599)
    const everybody = of('County').reduce((sum, each) => sum + Number(each.properties.population), 0)
    expect(everybody).toBe(10_587_710)
  })

  it('are inland without a venture in 17 municipalities, by assessment', () => {
    const inland = of('Municipality').filter((each) => each.properties.inland === true)
    expect(inland.length).toBe(17)
    for (const { id, properties } of inland) {
      expect(properties.inlandSource).toBe('source:norrgraph-assessment')
      expect(begins('LOCATED_IN', id).filter((each) => each.startsWith('establishment:'))).toEqual([])
    }
  })

  it('are judged as inland or not in the two counties only', () => {
    const judged = of('Municipality').filter((each) => each.properties.inland !== undefined)
    expect(judged.map((each) => each.id)).toEqual(
      of('Municipality')
        .map((each) => each.id)
        .filter((id) => /^municipality:2[45]/.test(id)),
    )
    expect(of('Municipality').filter((each) => each.properties.inlandSource !== undefined).length).toBe(29)
  })

  it('have a business office each in the two counties', () => {
    for (const id of [...begins('IN_COUNTY', 'county:24'), ...begins('IN_COUNTY', 'county:25')]) {
      expect(ends('SERVES', `actor:business-office-${id.slice('municipality:'.length)}`)).toEqual([id])
    }
  })
})

describe('sectors', () => {
  it('are 21 sections and 88 divisions in both languages', () => {
    const sections = of('Sector').filter((each) => each.properties.level === 'SECTION')
    expect([sections.length, of('Sector').length - sections.length]).toEqual([21, 88])
    expect(of('Sector').filter((each) => !each.properties.nameEn)).toEqual([])
    expect(ends('PART_OF', 'sector:sni2007-C24')).toEqual(['sector:sni2007-C'])
  })

  it.each([
    ['A', 'INDUSTRY'],
    ['F43', 'INDUSTRY'],
    ['G', 'SERVICES'],
    ['S96', 'SERVICES'],
    ['O84', 'PUBLIC'],
    ['Q', 'PUBLIC'],
    ['T', undefined],
    ['U99', undefined],
  ])('%s belongs to %s', (code, group) => {
    expect(property(`sector:sni2007-${code}`, 'group')).toBe(group)
  })
})

describe('ventures', () => {
  /** Table 1 of the report: county, sector (this project's), 2022–2026, total. */
  const table1: [string, string, string, number[], number][] = [
    ['boliden', '24', 'B', [400, 400, 400, 450, 500], 2150],
    ['ssab', '25', 'C24', [50, 60, 80, 80, 80], 350],
    ['lkab', '25', 'B', [400, 400, 400, 400, 600], 2200],
    ['lkab-construction', '25', 'F', [1100, 1300, 1300, 1200, 3100], 8000],
    ['northvolt', '24', 'C27', [600, 600, 500, 700, 300], 2700],
    ['skelleftea-kraft', '24', 'D35', [30, 30, 30, 40, 40], 170],
    ['h2-green-steel', '25', 'C24', [50, 200, 500, 450, 500], 1700],
  ]
  it.each(table1)('%s stands as in Table 1', (slug, county, sector, jobs, total) => {
    const id = `establishment:${slug}`
    expect(property(id, 'expectedYears')).toEqual([2022, 2023, 2024, 2025, 2026])
    expect(property(id, 'expectedJobs')).toEqual(jobs)
    expect(property(id, 'totalJobs')).toBe(total)
    expect(ends('COUNTED_IN', id)).toEqual([`county:${county}`])
    expect(ends('IN_SECTOR', id)).toEqual([`sector:sni2007-${sector}`])
    expect(ends('OPERATED_BY', id).length).toBe(1)
  })

  it('give 17 270 jobs, 12 250 in Norrbotten and 5 020 in Västerbotten', () => {
    const jobsIn = (county: string): number =>
      begins('COUNTED_IN', county).reduce((sum, id) => sum + Number(property(id, 'totalJobs')), 0)
    expect([jobsIn('county:25'), jobsIn('county:24')]).toEqual([12250, 5020])
    expect(of('Establishment').reduce((sum, each) => sum + Number(each.properties.totalJobs), 0)).toBe(17270)
  })

  it('have their sector by assessment', () => {
    const sources = relationships.filter((each) => each.type === 'IN_SECTOR' && each.from.startsWith('establishment:'))
    expect(new Set(sources.map((each) => each.provenance.source))).toEqual(new Set(['source:norrgraph-assessment']))
  })

  it('name their first site first, and none where no source names one', () => {
    const firstSite = (slug: string): string | undefined =>
      relationships.find(
        (each) => each.type === 'LOCATED_IN' && each.from === `establishment:${slug}` && each.properties.rank === 1,
      )?.to
    expect(firstSite('lkab')).toBe('municipality:2584')
    expect(firstSite('h2-green-steel')).toBe('municipality:2582')
    expect(ends('LOCATED_IN', 'establishment:lkab-construction')).toEqual([])
  })

  it('keep a date as exact as its source gives it', () => {
    expect(byId.get('phase:h2-green-steel-operation')?.properties).toMatchObject({
      from: '2026-01-01',
      fromPrecision: 'YEAR',
      fromText: '2026/27',
    })
    expect(byId.get('phase:northvolt-operation')?.properties).toMatchObject({
      from: '2021-12-28',
      fromPrecision: 'DAY',
      to: '2025-06-01',
      toPrecision: 'MONTH',
      endsOn: '2025-06-30',
    })
  })
})

describe('claims', () => {
  it('keep both splits by county and point from one at the other', () => {
    const split = ['table', 'text'].map((origin) =>
      ['norrbotten', 'vasterbotten'].map((county) => property(`claim:direct-jobs-${county}-${origin}`, 'value')),
    )
    expect(split).toEqual([
      [12250, 5020],
      [12200, 5070],
    ])
    expect(ends('CONTRADICTS', 'claim:direct-jobs-norrbotten-table')).toEqual(['claim:direct-jobs-norrbotten-text'])
    expect(ends('CONTRADICTS', 'claim:direct-jobs-norrbotten-text')).toEqual([])
  })

  it('are stated in a source and are about something', () => {
    for (const { id, provenance } of of('Claim')) {
      expect(ends('STATED_IN', id)).toContain(provenance.source)
      expect(ends('ABOUT', id).length).toBeGreaterThan(0)
    }
  })
})
