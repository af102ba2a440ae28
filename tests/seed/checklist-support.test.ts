import { describe, expect, it } from 'vitest'
import { begins, byId, ends, missing, of, property, relationships, slug, words } from './the-seed.js'

// What the report states, as numbers and ids typed from it: whatever is missing in the seed is missing here by name.

const ventures = words('boliden ssab lkab lkab-construction northvolt skelleftea-kraft h2-green-steel')
const plants = ventures.filter((each) => each !== 'lkab-construction')

describe('support system', () => {
  it('has those who were interviewed, those of whom something is said, and groups', () => {
    const interviewed =
      'norrlandsfonden iuc-norr sparbanken-nord vasterbottens-handelskammare norrbottens-handelskammare ltu-norrlandsnavet energimyndigheten business-sweden tillvaxtverket government-coordinator region-norrbotten region-vasterbotten gallivare-naringsliv'
    const described =
      'csr-sweden lkab boden-business-park minddig teknikcollege the-node-pole ltu umea-universitet arkdes structural-funds-partnership'
    const groups =
      'banks municipalities promotion-organisations branch-and-social-partner-organisations schools education-providers support-system'
    expect(missing('actor', `${interviewed} ${described} ${groups}`)).toEqual([])
    for (const actor of words(interviewed)) {
      expect(byId.get(`actor:${actor}`)?.provenance.locator, actor).toMatch(/chapter 6/)
    }
  })

  it('serves the further counties that its pages name', () => {
    const counties = (actor: string) =>
      ends('SERVES', `actor:${actor}`)
        .filter((id) => id.startsWith('county:'))
        .sort()
    const north = ['21', '22', '23', '24', '25'].map((code) => `county:${code}`)
    expect(counties('norrlandsfonden')).toEqual(north)
    expect(counties('ltu-norrlandsnavet')).toEqual(north)
    expect(counties('north-sweden-cleantech')).toEqual(['county:22', 'county:24', 'county:25'])
    expect(ends('COVERS', 'initiative:innovationskraft-gron-omstallning')).toContain('county:22')
  })

  it('is surrounded by firms that the report names', () => {
    expect(
      missing(
        'firm',
        'boliden lkab h2-green-steel gisab relitor install licab hardteknik-i-pitea ln-industrimontage ssab northvolt skelleftea-kraft vattenfall ericsson facebook mobilaris astrazeneca microsoft tesla',
      ),
    ).toEqual([])
  })

  it('knows which firms were interviewed', () => {
    const interviewed = 'boliden lkab h2-green-steel gisab relitor install licab hardteknik-i-pitea ln-industrimontage'
    const found = of('Firm').filter(({ provenance }) => /chapter 6 \(interviewed/.test(provenance.locator))
    expect(found.map(({ id }) => slug(id)).sort()).toEqual(words(interviewed).sort())
  })

  it('was last seen when its newest page was written', () => {
    expect(property('actor:rise', 'lastSeenYear')).toBe(2016)
    expect(property('actor:sparbanken-nord', 'lastSeenYear')).toBe(2024)
    expect(property('actor:ltu-business', 'lastSeenYear')).toBe(2023)
    expect(property('actor:uminova-innovation', 'lastSeenYear')).toBeUndefined()
  })
})

describe('what ventures buy', () => {
  const bought = (category: string, phase: string): string[] =>
    relationships
      .filter((each) => each.type === 'PROCURES' && each.to === `category:${category}` && each.key === phase)
      .map((each) => slug(each.from))
      .sort()

  it.each<[string, string, readonly string[]]>([
    ['materials', '', ventures],
    ['consultants', '', ventures],
    ['taxi-and-services', '', ventures],
    ['maintenance-mechanical', 'OPERATION', plants],
    ['electricians', 'OPERATION', plants],
    ['electricians', 'CONSTRUCTION', ventures],
    ['plumbing', 'OPERATION', plants],
    ['haulage', 'OPERATION', plants],
    ['welding', 'MAINTENANCE_STOP', plants],
    ['building-contractors', 'CONSTRUCTION', ventures],
    ['painting', 'CONSTRUCTION', ventures],
  ])('%s %s', (category, phase, buyers) => {
    expect(bought(category, phase)).toEqual([...buyers].sort())
  })

  it('stands by the report with Boliden only, and by assessment with the others', () => {
    for (const { from, provenance } of relationships.filter((each) => each.type === 'PROCURES')) {
      if (provenance.source === 'source:ramboll-2022') expect(from).toBe('establishment:boliden')
      else expect(provenance.source).toBe('source:norrgraph-assessment')
    }
  })

  it('fits sectors by assessment', () => {
    const fits = relationships.filter((each) => each.type === 'FITS_SECTOR')
    expect(new Set(fits.map((each) => each.provenance.source))).toEqual(new Set(['source:norrgraph-assessment']))
    for (const { id } of of('SupplyCategory')) expect(ends('FITS_SECTOR', id).length, id).toBeGreaterThan(0)
    expect(ends('FITS_SECTOR', 'category:welding').map(slug)).toEqual(['sni2007-C25', 'sni2007-C33'])
  })
})

describe('what buyers ask', () => {
  it.each<[string, string]>([
    ['code-of-conduct', 'BUYERS'],
    ['innovative-proposals', 'BUYERS'],
    ['sustainability-goals', 'BUYERS'],
    ['co2-free-production', 'BUYERS'],
    ['safety', 'BUYERS'],
    ['quality', 'BUYERS'],
    ['iso-certificate', 'PROMOTERS'],
    ['minimum-size', 'SMES'],
    ['lowest-price', 'SMES'],
  ])('%s, said by %s, of the large firms in general', (requirement, voice) => {
    expect(property(`requirement:${requirement}`, 'saidBy')).toBe(voice)
    const asked = relationships.filter((each) => each.type === 'REQUIRES' && each.to === `requirement:${requirement}`)
    expect(asked.map((each) => slug(each.from)).sort()).toEqual([...ventures].sort())
    for (const { provenance, properties } of asked) {
      expect(provenance.source).toBe('source:norrgraph-assessment')
      expect(properties.saidBy).toBe(voice)
    }
  })

  it('and on timing', () => {
    expect(
      missing('claim', 'venture-takes-years other-subcontractors-in-construction dates-needed municipalities-closest'),
    ).toEqual([])
  })
})

describe('challenges, cases, strengths', () => {
  it('challenges, each with what is said of it', () => {
    expect(of('Challenge').map(({ id }) => slug(id))).toEqual(
      words('skills-supply transport electricity support-system housing attractiveness breadth'),
    )
    for (const { id } of of('Challenge')) expect(begins('ABOUT', id).length, id).toBeGreaterThan(0)
  })

  it.each<[string, number, string | undefined]>([
    ['facebook-lulea', 6, 'sweco-2017'],
    ['northvolt-vasternorrland', 2, 'wsp-2020'],
    ['tesla-gigafactory-nevada', 2, undefined],
    ['astrazeneca', 1, 'diva-487435'],
    ['microsoft', 6, 'entreprenorskapsforum'],
    ['forum-virium-helsinki', 1, 'forum-virium'],
    ['european-spallation-source-lund', 1, 'nib-european-spallation-source'],
  ])('%s has %d effects, and its source', (name, effects, cited) => {
    expect(begins('ABOUT', `case:${name}`).filter((id) => id.startsWith('claim:effect-')).length).toBe(effects)
    expect(ends('STATED_IN', `case:${name}`)).toEqual([
      'source:ramboll-2022',
      ...(cited === undefined ? [] : [`source:${cited}`]),
    ])
  })

  it('strengths: five of specialisation, three linked, three of attractiveness', () => {
    expect(of('CaseStudy').length).toBe(7)
    const count = (kind: string) => of('Strength').filter((each) => each.properties.kind === kind).length
    expect([count('SPECIALISATION'), count('LINKED_INDUSTRY'), count('ATTRACTIVENESS')]).toEqual([5, 3, 3])
  })

  it('sources of the footnotes stand by themselves', () => {
    expect(
      missing(
        'source',
        'dizparc-2020 retriever-business skelleftea-growth-scenario uka-2020 csr-sweden-gallivare-naringsliv-2022 sweco-2017 wsp-2020 diva-487435 entreprenorskapsforum forum-virium nib-european-spallation-source arkdes-visioner-i-norr lrf',
      ),
    ).toEqual([])
  })
})

describe('recommendations', () => {
  it.each([
    ['SUPPORT_SYSTEM', 6],
    ['REGIONS', 13],
    ['SPILLOVER', 3],
    ['STRATEGY', 4],
  ])('%s: %d, in order', (kind, count) => {
    const orders = of('Recommendation').filter((each) => each.properties.kind === kind)
    expect(orders.map((each) => each.properties.order)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  })

  it('concern areas, challenges or strengths, and address actors', () => {
    for (const { id } of of('Recommendation')) {
      expect(ends('CONCERNS', id).length, id).toBeGreaterThan(0)
      expect(ends('DIRECTED_TO', id).length, id).toBeGreaterThan(0)
    }
    const concerned = new Set(relationships.filter((each) => each.type === 'CONCERNS').map((each) => each.to))
    expect(
      of('SupportArea')
        .filter(({ id }) => !concerned.has(id))
        .map(({ id }) => id),
    ).toEqual(['area:buyer-dialogue'])
    expect(
      of('Challenge')
        .filter(({ id }) => !concerned.has(id))
        .map(({ id }) => id),
    ).toEqual(['challenge:electricity'])
  })

  it('include those of the last chapter', () => {
    expect(
      missing(
        'recommendation',
        'broad-issues school-and-working-life lifelong-learning forums-near-ventures urgent-needs-first quality-of-growth',
      ),
    ).toEqual([])
  })

  it('address business offices where the report names them', () => {
    const offices = (id: string) =>
      ends('DIRECTED_TO', `recommendation:${id}`).filter((each) => each.startsWith('actor:business-office-')).length
    expect([offices('keep-up-with-timing'), offices('forums-near-ventures')]).toEqual([29, 29])
  })
})

describe('later', () => {
  it.each<[string, string, string, string]>([
    ['h2-green-steel-planning', 'COMPLETED', '2021-02-01', 'MONTH'],
    ['h2-green-steel-construction', 'UNDER_WAY', '2022-08-01', 'MONTH'],
    ['h2-green-steel-operation', 'POSTPONED', '2026-01-01', 'YEAR'],
    ['northvolt-planning', 'COMPLETED', '2017-01-01', 'YEAR'],
    ['northvolt-construction', 'COMPLETED', '2018-06-01', 'MONTH'],
    ['northvolt-operation', 'ENDED', '2021-12-28', 'DAY'],
    ['ssab-planning', 'COMPLETED', '2024-01-01', 'YEAR'],
    ['ssab-construction', 'UNDER_WAY', '2025-09-01', 'MONTH'],
    ['ssab-operation', 'POSTPONED', '2029-01-01', 'YEAR'],
    ['lkab-hybrit-planning', 'UNDER_WAY', '2021-03-24', 'DAY'],
    ['lkab-hybrit-operation', 'POSTPONED', '2028-01-01', 'YEAR'],
    ['lkab-hybrit-ramp-up', 'POSTPONED', '2029-01-01', 'YEAR'],
    ['lkab-kiruna-sponge-iron', 'POSTPONED', '2040-01-01', 'YEAR'],
    ['boliden-aitik-operation', 'EXPECTED', '2024-01-01', 'YEAR'],
    ['boliden-ronnskar-operation', 'EXPECTED', '2026-07-01', 'MONTH'],
    ['boliden-kristineberg-planning', 'COMPLETED', '2021-01-01', 'YEAR'],
    ['boliden-kristineberg-operation', 'EXPECTED', '2023-01-01', 'YEAR'],
  ])('%s: %s from %s, to the %s', (phase, status, from, precision) => {
    expect(byId.get(`phase:${phase}`)?.properties).toMatchObject({ status, from, fromPrecision: precision })
    expect(begins('HAS_PHASE', `phase:${phase}`).length).toBe(1)
  })

  it('has no phase beside these', () => {
    expect(of('Phase').length).toBe(19)
  })
})
