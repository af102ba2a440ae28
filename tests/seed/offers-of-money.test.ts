import { describe, expect, it } from 'vitest'
import { begins, byId, ends, meetingsOf, relationships, slug, words } from './the-seed.js'

const finance = 'finance'
const bank = 'bank-dialogue'
const transition = 'transition'
const time = 'time-and-capacity'
const growth = 'will-to-grow'
const succession = 'succession'
const skills = 'skills-supply'
const price = 'price-competition'

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
    [finance],
    [],
    'almi-micro-loan almi-innovation-loan garantia-small-loans norrlandsfonden-convertible-loans',
  ),
  ...judged('LOAN', [finance], [transition], 'almi-green-loan nib-onlending', 'nib-onlending-2019'),
  ...judged('LOAN', [finance], [bank], 'almi-business-loan'),
  ...judged('LOAN', [finance], [time, growth], 'almi-growth-loan'),
  ...judged('LOAN', [finance], [time], 'norrlandsfonden-eif-loans'),
  ...judged('LOAN', [finance], [growth], 'top-loans', 'norrlandsfonden-innovative-loans'),
  ...judged('LOAN', [succession], [finance], 'almi-transfer-loan'),
  ...judged('LOAN', [succession], [], 'norrlandsfonden-transfer-loans'),
  ...judged('LOAN', [], [finance, transition], 'nefco-green-loans nordea-eif'),
  ...judged('GUARANTEE', [finance], [bank], 'ekn-working-capital kgf-credit-guarantee'),
  ...judged('GUARANTEE', [finance], [], 'ekn-investment norrlandsfonden-surety', 'vattenfall-inlandskraft'),
  ...judged('GUARANTEE', [finance], [growth], 'ekn-export-leap'),
  ...judged('EQUITY', [finance], [growth], '', 'partnerinvest-norr startkapital-i-norr'),
  ...judged('EQUITY', [finance], [], '', 'inlandsinnovation'),
  ...judged(
    'GRANT',
    [finance],
    [],
    `mikrostod-norrbotten region-norrbotten-above-60000 region-norrbotten-innovation investment-aid-norrbotten
     mikrostod-vasterbotten investment-aid-vasterbotten regional-investment-aid-vasterbotten innovation-grant-vasterbotten
     tillvaxtverket-regional-investment-aid shop-service-support county-service-investment`,
    'vinnova-startups',
  ),
  ...judged('GRANT', [finance], [time], 'leader-polaris'),
  ...judged('GRANT', [finance], [succession], 'sametinget-diversification'),
  ...judged('GRANT', [finance], [transition], 'industriklivet'),
  ...judged('GRANT', [transition], [finance], 'klimatklivet'),
  ...judged('GRANT', [transition], [], '', 'energy-audit-support energy-investment-support'),
  ...judged('GRANT', [price], [finance], 'transport-grant'),
  ...judged('GRANT', [], [transition, price], 'energy-efficiency-vasterbotten'),
  ...judged('GRANT', [], [transition, skills, finance], 'just-transition-fund'),
  ...judged('GRANT', [], [transition], 'circular-economy'),
  ...judged('GRANT', [], [transition, skills], 'subcontractor-skills-call-2022'),
  ...judged('GRANT', [], [skills], 'esf-calls new-start-jobs'),
  ...judged('CHECK', [time], [growth], 'growth-check-vasterbotten business-development-check-vasterbotten'),
  ...judged('CHECK', [finance], [], 'innovation-check-vasterbotten'),
  ...judged('CHECK', [], [finance, time], '', 'innovation-checks'),
  ...judged('CHECK', [], [transition], 'equality-check-vasterbotten'),
  ...judged('CHECK', [], [transition, price], '', 'automation-checks-2024'),
  ...judged('CHECK', [], [finance], '', 'omstallningscheck-2020'),
  ...judged('COACHING', [bank], [transition], 'almi-review'),
  ...judged('COACHING', [transition], [], '', 'energy-coaches'),
  ...judged('ADVICE', [], [transition], 'sustainability-dialogue'),
]

const has = (property: string): string[] =>
  offers.filter(({ id }) => byId.get(id)?.properties[property] === true).map(({ id }) => slug(id))

describe('offers of money', () => {
  it.each(offers.map((offer) => [slug(offer.id), offer] as const))('%s meets what it is for', (_, offer) => {
    const { id, help, core, side, ended } = offer
    const own = byId.get(id)?.properties
    expect(own?.help).toEqual([help])
    expect(meetingsOf('MEETS', id)).toMatchObject({ CORE: [...core].sort(), SIDE: [...side].sort() })
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
    ['norrlandsfonden', [finance], [time, growth]],
    ['almi-nord', [finance], [transition, bank, succession, time, growth]],
    ['sparbanken-nord', [finance], []],
    ['region-norrbotten', [], [finance, skills]],
    ['region-vasterbotten', [], [finance]],
    ['tillvaxtverket', [], [finance]],
    ['energimyndigheten', [], []],
    ['ekn', [finance], []],
    ['kreditgarantiforeningen-norr', [finance], []],
    ['garantia', [finance], []],
    ['nordea', [], [finance]],
    ['nefco', [], [finance]],
    ['sametinget', [], [finance]],
    ['leader-polaris', [], [finance]],
    ['arbetsformedlingen', [skills], []],
    ['csn', [skills], ['retirement']],
    ['tsl', [skills], ['retirement']],
    ['lansstyrelsen-norrbotten', [], [transition, finance]],
    ['esf-ovre-norrland', [], [skills]],
    ['vinnova', [], [finance]],
    ['partnerinvest-norr', [], []],
    ['startkapital-i-norr', [], []],
    ['inlandsinnovation', [], []],
    ['vattenfall-inlandskraft', [], []],
  ])('%s helps with %j, and beside that with %j', (name, core, side) => {
    expect(byId.get(`actor:${name}`)?.label).toBe('SupportActor')
    expect(meetingsOf('HELPS_WITH', `actor:${name}`)).toMatchObject({ CORE: [...core].sort(), SIDE: [...side].sort() })
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
