import { describe, expect, it } from 'vitest'
import { begins, byId, ends, relationships, slug, words } from './the-seed.js'

const FI = 'finance'
const BK = 'bank-dialogue'
const AD = 'transition'
const TG = 'time-and-capacity'
const WG = 'will-to-grow'
const SU = 'succession'
const SK = 'skills-supply'
const PR = 'price-competition'

/** The day of which the judgement is. */
const day = '2026-11-24'

interface Judged {
  readonly id: string
  readonly help: string
  readonly core: readonly string[]
  readonly side: readonly string[]
  readonly ended: boolean
}

const judged = (help: string, core: readonly string[], side: readonly string[], open: string, ended = ''): Judged[] =>
  [open, ended].flatMap((slugs, index) =>
    words(slugs).map((id) => ({ id: `initiative:${id}`, help, core, side, ended: index === 1 })),
  )

/** What each offer of money is there for and what it also meets, as an adviser would say, typed by hand. */
const offers: readonly Judged[] = [
  ...judged(
    'LOAN',
    [FI],
    [],
    'almi-micro-loan almi-innovation-loan garantia-small-loans norrlandsfonden-convertible-loans',
  ),
  ...judged('LOAN', [FI], [AD], 'almi-green-loan nib-onlending', 'nib-onlending-2019'),
  ...judged('LOAN', [FI], [BK], 'almi-business-loan'),
  ...judged('LOAN', [FI], [TG, WG], 'almi-growth-loan'),
  ...judged('LOAN', [FI], [TG], 'norrlandsfonden-eif-loans'),
  ...judged('LOAN', [FI], [WG], 'top-loans', 'norrlandsfonden-innovative-loans'),
  ...judged('LOAN', [SU], [FI], 'almi-transfer-loan'),
  ...judged('LOAN', [SU], [], 'norrlandsfonden-transfer-loans'),
  ...judged('LOAN', [], [FI, AD], 'nefco-green-loans'),
  ...judged('GUARANTEE', [FI], [BK], 'ekn-working-capital kgf-credit-guarantee'),
  ...judged('GUARANTEE', [FI], [], 'ekn-investment norrlandsfonden-surety', 'vattenfall-inlandskraft'),
  ...judged('GUARANTEE', [FI], [WG], 'ekn-export-leap'),
  ...judged('GUARANTEE', [], [FI, AD], 'nordea-eif'),
  ...judged('EQUITY', [FI], [WG], '', 'partnerinvest-norr startkapital-i-norr'),
  ...judged('EQUITY', [FI], [], '', 'inlandsinnovation'),
  ...judged(
    'GRANT',
    [FI],
    [],
    `mikrostod-norrbotten region-norrbotten-above-60000 region-norrbotten-innovation investment-aid-norrbotten
     mikrostod-vasterbotten investment-aid-vasterbotten regional-investment-aid-vasterbotten innovation-grant-vasterbotten
     tillvaxtverket-regional-investment-aid shop-service-support county-service-investment`,
    'vinnova-startups',
  ),
  ...judged('GRANT', [FI], [TG], 'leader-polaris'),
  ...judged('GRANT', [FI], [SU], 'sametinget-diversification'),
  ...judged('GRANT', [FI], [AD], 'industriklivet'),
  ...judged('GRANT', [AD], [FI], 'klimatklivet'),
  ...judged('GRANT', [AD], [], '', 'energy-audit-support energy-investment-support'),
  ...judged('GRANT', [PR], [FI], 'transport-grant'),
  ...judged('GRANT', [], [AD, PR], 'energy-efficiency-vasterbotten'),
  ...judged('GRANT', [], [AD, SK, FI], 'just-transition-fund'),
  ...judged('GRANT', [], [AD], 'circular-economy'),
  ...judged('GRANT', [], [AD, SK], 'subcontractor-skills-call-2022'),
  ...judged('GRANT', [], [SK], 'esf-calls new-start-jobs'),
  ...judged('CHECK', [TG], [WG], 'growth-check-vasterbotten business-development-check-vasterbotten'),
  ...judged('CHECK', [FI], [], 'innovation-check-vasterbotten'),
  ...judged('CHECK', [], [FI, TG], '', 'innovation-checks'),
  ...judged('CHECK', [], [AD], 'equality-check-vasterbotten'),
  ...judged('CHECK', [], [AD, PR], '', 'automation-checks-2024'),
  ...judged('CHECK', [], [FI], '', 'omstallningscheck-2020'),
  ...judged('COACHING', [BK], [AD], 'almi-review'),
  ...judged('COACHING', [AD], [], '', 'energy-coaches'),
  ...judged('ADVICE', [], [AD], 'sustainability-dialogue'),
]

const needsOf = (type: string, from: string, strength: string): string[] =>
  relationships
    .filter((each) => each.type === type && each.from === from && each.properties.strength === strength)
    .map(({ to }) => slug(to))
    .sort()

const has = (property: string): string[] =>
  offers.filter(({ id }) => byId.get(id)?.properties[property] === true).map(({ id }) => slug(id))

describe('offers of money', () => {
  it.each(offers.map((offer) => [slug(offer.id), offer] as const))('%s meets what it is for', (_, offer) => {
    const { id, help, core, side, ended } = offer
    const own = byId.get(id)?.properties
    expect(own?.help).toEqual([help])
    expect(needsOf('MEETS', id, 'CORE')).toEqual([...core].sort())
    expect(needsOf('MEETS', id, 'SIDE')).toEqual([...side].sort())
    expect(own?.endsOn !== undefined && String(own.endsOn) < day).toBe(ended)
    expect(begins('OFFERS', id).length).toBeGreaterThan(0)
  })

  it('are 60, and beside them one fund of Gällivare alone lends, guarantees, invests or pays', () => {
    expect(new Set(offers.map(({ id }) => id)).size).toBe(60)
    const paying = [...byId.values()].filter(({ label, properties }) => {
      const { help } = properties
      const paid = ['LOAN', 'GUARANTEE', 'EQUITY', 'GRANT', 'CHECK']
      return label === 'Initiative' && Array.isArray(help) && help.some((kind) => paid.includes(String(kind)))
    })
    const others = paying.map(({ id }) => id).filter((id) => !offers.some((offer) => offer.id === id))
    expect(others.filter((id) => id !== 'initiative:norrskenet')).toEqual([])
  })

  it('are no help to a single firm where the money goes elsewhere', () => {
    for (const id of words('business-development-checks regional-aid-call-2022 money-to-municipalities')) {
      expect(byId.get(`initiative:${id}`)?.properties.help, id).toBeUndefined()
      expect(ends('MEETS', `initiative:${id}`), id).toEqual([])
    }
  })

  it('take the place of security where the bank has none', () => {
    expect(has('replacesSecurity').sort()).toEqual(
      words(
        `almi-micro-loan ekn-export-leap ekn-investment ekn-working-capital garantia-small-loans kgf-credit-guarantee
         norrlandsfonden-convertible-loans norrlandsfonden-eif-loans norrlandsfonden-innovative-loans norrlandsfonden-surety top-loans`,
      ),
    )
  })

  it('are for those who export, or too large for a few people, where they say so', () => {
    expect(has('forExporters').sort()).toEqual(
      words('ekn-export-leap ekn-investment ekn-working-capital nefco-green-loans'),
    )
    expect(has('largeScale').sort()).toEqual(
      words(
        `inlandsinnovation investment-aid-norrbotten norrlandsfonden-convertible-loans norrlandsfonden-eif-loans
         norrlandsfonden-surety regional-investment-aid-vasterbotten tillvaxtverket-regional-investment-aid top-loans`,
      ),
    )
  })

  it.each<[string, number | undefined, string | undefined]>([
    ['almi-micro-loan', 2023, 'OWN'],
    ['almi-innovation-loan', 2023, 'OWN'],
    ['almi-green-loan', 2023, 'OWN'],
    ['almi-business-loan', undefined, 'OWN'],
    ['almi-transfer-loan', undefined, 'OWN'],
    ['norrlandsfonden-eif-loans', 2021, undefined],
    ['norrlandsfonden-transfer-loans', 2011, undefined],
    ['norrlandsfonden-surety', 2008, undefined],
    ['ekn-export-leap', 2023, 'OWN'],
    ['nib-onlending', 2024, undefined],
    ['nib-onlending-2019', 2019, undefined],
    ['garantia-small-loans', undefined, 'OTHERS'],
    ['mikrostod-norrbotten', undefined, 'OWN'],
    ['investment-aid-norrbotten', 2021, undefined],
    ['klimatklivet', 2024, undefined],
  ])('%s was last seen in %s, undated on the page of %s', (name, year, undated) => {
    const own = byId.get(`initiative:${name}`)?.properties
    expect([own?.lastSeenYear, own?.undatedPage]).toEqual([year, undated])
  })

  it('end on the day that their page gives', () => {
    const end = (name: string) => byId.get(`initiative:${name}`)?.properties.endsOn
    expect(end('nib-onlending-2019')).toBe('2026-08-31')
    expect(end('tillvaxtverket-regional-investment-aid')).toBe('2026-12-31')
    expect(end('innovation-checks')).toBe('2023-12-31')
    expect(end('omstallningscheck-2020')).toBe('2020-09-30')
    expect(end('automation-checks-2024')).toBe('2024-09-30')
    expect(end('energy-audit-support')).toBe('2020-04-30')
    expect(end('ekn-export-leap')).toBeUndefined()
  })

  it('are followed by what took their place', () => {
    expect(ends('REPLACED_BY', 'initiative:nib-onlending-2019')).toEqual(['initiative:nib-onlending'])
    for (const kind of ['initiative', 'actor']) {
      expect(ends('REPLACED_BY', `${kind}:vattenfall-inlandskraft`).sort()).toEqual([
        'actor:almi-nord',
        'actor:norrlandsfonden',
      ])
    }
    expect(ends('REPLACED_BY', 'actor:inlandsinnovation')).toEqual([])
  })
})

describe('lenders and those who pay', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['norrlandsfonden', [FI], [TG, WG]],
    ['almi-nord', [FI], [AD, BK, SU, TG, WG]],
    ['sparbanken-nord', [FI], []],
    ['region-norrbotten', [], [FI, SK]],
    ['region-vasterbotten', [], [FI]],
    ['tillvaxtverket', [], [FI]],
    ['energimyndigheten', [], []],
    ['ekn', [FI], []],
    ['kreditgarantiforeningen-norr', [FI], []],
    ['garantia', [FI], []],
    ['nordea', [], [FI]],
    ['nefco', [], [FI]],
    ['sametinget', [], [FI]],
    ['leader-polaris', [], [FI]],
    ['arbetsformedlingen', [SK], []],
    ['csn', [SK], ['retirement']],
    ['tsl', [SK], ['retirement']],
    ['lansstyrelsen-norrbotten', [], [AD, FI]],
    ['esf-ovre-norrland', [], [SK]],
    ['vinnova', [], [FI]],
    ['partnerinvest-norr', [], []],
    ['startkapital-i-norr', [], []],
    ['inlandsinnovation', [], []],
    ['vattenfall-inlandskraft', [], []],
  ])('%s helps with %j, and beside that with %j', (name, core, side) => {
    expect(byId.get(`actor:${name}`)?.label).toBe('SupportActor')
    expect(needsOf('HELPS_WITH', `actor:${name}`, 'CORE')).toEqual([...core].sort())
    expect(needsOf('HELPS_WITH', `actor:${name}`, 'SIDE')).toEqual([...side].sort())
  })

  it('are for smaller firms where they say so', () => {
    const sizes = (name: string) => ends('SERVES', `actor:${name}`).filter((id) => id.startsWith('size-class:'))
    expect(sizes('almi-nord').sort()).toEqual(['size-class:medium', 'size-class:small'])
    expect(sizes('ekn')).toEqual([])
  })

  it('help by export only those who export, or supply them', () => {
    const conditional = relationships.filter((each) => each.type === 'HELPS_WITH' && each.properties.ifExporting)
    const helpers = new Set(conditional.map(({ from }) => slug(from)))
    for (const name of ['ekn', 'nefco']) expect(helpers).toContain(name)
  })
})
