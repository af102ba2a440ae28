import { describe, expect, it } from 'vitest'
import { begins, byId, ends, nodes, relationships, slug } from './the-seed.js'

const slugsTo = (type: string, from: string): string[] => ends(type, from).map(slug).sort()
const slugsFrom = (type: string, to: string): string[] => begins(type, to).map(slug).sort()
const initiative = (name: string) => byId.get(`initiative:${name}`)?.properties ?? {}

const skills = 'skills-supply'
const training = 'training'
const contacts = 'matchmaking'
const seen = 'visibility'
const local = 'local-value'
const dialogue = 'buyer-dialogue'
const growth = 'growth-and-finance'
const timing = 'timing-and-relations'

describe('support actors', () => {
  /** What public pages let each provide: all areas of all its lines. */
  it.each<[string, string[]]>([
    ['almi-nord', [growth, training]],
    ['energimyndigheten', [growth, training]],
    ['region-norrbotten', [growth, skills, training]],
    ['region-vasterbotten', [growth]],
    ['sparbanken-nord', [growth, training]],
    ['arctic-business', [growth]],
    ['boden-business-park', [dialogue, growth, local, timing, seen]],
    ['pitea-science-park', [growth, contacts]],
    ['skelleftea-science-city', [growth]],
    ['business-sweden', [growth, contacts]],
    ['vasterbottens-handelskammare', [growth, contacts, skills]],
    ['norrbottens-handelskammare', [growth, contacts, skills, timing, seen]],
    ['coompanion-norrbotten', [growth]],
    ['csr-sweden', [training]],
    ['gallivare-naringsliv', [growth, local, skills, timing, training]],
    ['government-coordinator', [skills, timing]],
    ['invest-in-norrbotten', [growth]],
    ['iuc-norr', [growth, contacts, skills, timing, training]],
    ['iuc-sverige', [growth, training]],
    ['teknikcollege-norrbotten', [skills, training]],
    ['teknikcollege', [skills]],
    ['ltu', [skills]],
    ['ltu-business', [growth, skills]],
    ['ltu-norrlandsnavet', [growth, skills]],
    ['minddig', [skills]],
    ['norrlandsfonden', [growth]],
    ['north-sweden-cleantech', [growth]],
    ['rise', [growth]],
    ['structural-funds-partnership', [growth]],
    ['tillvaxtverket', [growth, skills, training]],
    ['umea-universitet', [skills]],
    ['uminova-innovation', [growth, contacts]],
    ['the-node-pole', []],
    ['business-office-2580', [dialogue, growth, local, contacts, timing]],
    ['business-office-2581', [growth, skills]],
    ['business-office-2482', [growth, contacts, timing, seen]],
    ['business-office-2480', [timing]],
    ['business-office-2584', []],
  ])('%s provides %j', (actor, areas) => {
    expect(slugsTo('PROVIDES', `actor:${actor}`)).toEqual([...areas].sort())
  })

  it('provide until their end where every line has ended, and without end where one has not', () => {
    const ended = relationships.filter((each) => each.type === 'PROVIDES' && each.properties.validTo !== undefined)
    expect(new Set(ended.map((each) => `${each.from} ${each.properties.validTo}`))).toEqual(
      new Set([
        'actor:government-coordinator 2023-06-30',
        'actor:iuc-sverige 2021-12-31',
        'actor:teknikcollege-norrbotten 2025-12-31',
        'actor:inlandsinnovation 2016-12-31',
        'actor:partnerinvest-norr 2020-12-31',
        'actor:startkapital-i-norr 2014-12-31',
        'actor:vattenfall-inlandskraft 2012-12-31',
      ]),
    )
  })

  it('meet each need through some area', () => {
    const met = new Set(relationships.filter((each) => each.type === 'MEETS').map((each) => each.to))
    expect(met.size).toBe(13)
    expect(slugsTo('MEETS', 'area:growth-and-finance')).toEqual([
      'bank-dialogue',
      'finance',
      'time-and-capacity',
      'will-to-grow',
    ])
  })

  it('have an address on the web where a page of their own is among the sources', () => {
    const addressed = nodes.filter(({ label, properties }) => label === 'SupportActor' && properties.address)
    expect(addressed.length).toBe(39)
    for (const { id, properties } of addressed) {
      const page = byId.get(String(properties.addressSource))?.properties
      // The county boards share a site and have a folder each.
      const parts = id === 'actor:lansstyrelsen-norrbotten' ? 2 : 1
      expect(String(page?.address).split('/').slice(0, parts).join('/'), id).toBe(properties.address)
      expect(page?.kind === 'OWN_PAGE' || page?.publisher === properties.nameSv, id).toBe(true)
    }
    expect(byId.get('actor:almi-nord')?.properties.address).toBe('almi.se')
    expect(byId.get('actor:minddig')?.properties.address).toBeUndefined()
  })
})

describe('initiatives', () => {
  it('address what their page says and are offered by whom it names', () => {
    expect(slugsTo('ADDRESSES', 'initiative:subcontractor-skills-2023')).toEqual([skills, training])
    expect(slugsFrom('OFFERS', 'initiative:innovation-checks')).toEqual([
      'arctic-business',
      'boden-business-park',
      'lulea-science-park',
      'pitea-science-park',
      'skelleftea-science-city',
      'vinnova',
    ])
    expect(slugsFrom('FUNDS', 'initiative:konkurrenskraft-2030')).toEqual([
      'almi-nord',
      'energimyndigheten',
      'region-norrbotten',
      'sparbanken-nord',
    ])
    expect(slugsFrom('OFFERS', 'initiative:konkurrenskraft-2030')).toEqual([])
  })

  it('are proposed where the report recommends them, six of them', () => {
    const proposed = nodes.filter((each) => each.label === 'Initiative' && each.properties.proposed === true)
    expect(proposed.length).toBe(6)
    for (const { id, provenance } of proposed) {
      expect(provenance.source).toBe('source:ramboll-2022')
      expect(slugsFrom('OFFERS', id).length).toBeGreaterThan(0)
      expect(slugsTo('ADDRESSES', id).length).toBeGreaterThan(0)
    }
  })

  it('were last seen in the newest year of a page that names them, and never where no page has a year', () => {
    expect(initiative('kompetensarena-norrbotten').lastSeenYear).toBe(2025)
    expect(initiative('t25').lastSeenYear).toBe(2022)
    expect(initiative('boden-business-park').lastSeenYear).toBe(2024)
    expect(initiative('fasttrack').lastSeenYear).toBeUndefined()
  })

  it('have the terms that a page states', () => {
    expect(initiative('business-development-checks')).toMatchObject({
      minEmployees: 2,
      maxEmployees: 49,
      minTurnover: 3,
      maxShare: 0.5,
      minAmount: 50_000,
      maxAmount: 250_000,
    })
    expect(initiative('mikrostod-norrbotten')).toMatchObject({
      maxAmount: 30_000,
      partlyExcludedPlaces: ['municipality:2580'],
    })
    expect(initiative('fasttrack').lengthMonths).toBe(12)
  })

  it('keep the months of a programme that ended', () => {
    expect(initiative('konkurrenskraft-2030')).toMatchObject({
      from: '2019-01-01',
      fromPrecision: 'MONTH',
      to: '2022-10-01',
      toPrecision: 'MONTH',
      startsOn: '2019-01-01',
      endsOn: '2022-10-31',
    })
  })
})
