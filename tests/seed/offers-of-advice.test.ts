import { describe, expect, it } from 'vitest'
import { begins, byId, meetingsOf, relationships, words } from './the-seed.js'

// Which offer and which actor meets which need, typed from the judgement itself and not from the seed's files.

const day = '2026-11-24'

const sorted = (text: string): string[] => words(text).sort()

type Expected = readonly [slug: string, help: string, core: string, side: string]

/** Those that had not ended by the day. */
const running: readonly Expected[] = [
  ['teknikcollege', 'TRAINING', 'skills-supply', ''],
  ['industrial-electrician', 'TRAINING', 'skills-supply', ''],
  ['lapplands-industrial-training', 'TRAINING', 'skills-supply', 'transition'],
  ['transition-study-grant', 'TRAINING', 'skills-supply', 'retirement'],
  ['norrlandsnavet', 'TRAINING MATCHMAKING', '', 'skills-supply time-and-capacity'],
  ['fasttrack', 'COACHING', 'time-and-capacity will-to-grow', 'skills-supply'],
  ['overkalix-supporter', 'COACHING', 'bank-dialogue finance', ''],
  ['produktion-4-0', 'COACHING', 'price-competition', 'transition'],
  ['innovationskraft-gron-omstallning', 'COACHING', '', 'transition time-and-capacity'],
  ['business-sweden-gdbp', 'COACHING', '', 'will-to-grow'],
  ['project-lux', 'COACHING', '', 'will-to-grow'],
  ['almi-sustainability-development', 'ADVICE', 'transition', ''],
  ['energikontor', 'ADVICE', '', 'transition price-competition'],
  ['iuc-development-talks', 'ADVICE', 'time-and-capacity', 'will-to-grow'],
  ['strukturum', 'ADVICE', 'time-and-capacity', ''],
  ['argentis', 'ADVICE', 'time-and-capacity timing', ''],
  ['boden-developers-and-premises', 'ADVICE PREMISES', 'time-and-capacity', 'timing'],
  ['north-creative-nodes', 'ADVICE', '', 'time-and-capacity'],
  ['een-advice', 'ADVICE', '', 'will-to-grow'],
  ['steps-to-export', 'ADVICE', '', 'will-to-grow'],
  ['regional-export-centre-vasterbotten', 'ADVICE', '', 'will-to-grow'],
  ['almi-mentor', 'MENTORING', 'time-and-capacity will-to-grow', ''],
  ['boden-business-park', 'MATCHMAKING', 'buyer-access timing', ''],
  ['lkab-supplier-days', 'MATCHMAKING', 'buyer-access', ''],
  ['minddig', 'MATCHMAKING', 'skills-supply', ''],
  ['help-after-northvolt', 'MATCHMAKING', 'skills-supply timing', 'buyer-access'],
  ['gallivare-joint-bids', 'MATCHMAKING', 'buyer-size-demand', 'buyer-access'],
  ['industrirad-norr', 'NETWORK', '', 'skills-supply buyer-access timing'],
  ['norrbotten-export-cooperation', 'NETWORK', '', 'will-to-grow'],
  ['lkab-basic-requirements', 'INFORMATION', 'buyer-access transition', 'timing'],
  ['skelleftea-business-climate', 'INFORMATION', 'timing', ''],
  ['kompetensarena-norrbotten', 'INFORMATION', '', 'skills-supply'],
  ['umea-biotech-incubator', 'INCUBATION', 'finance time-and-capacity', ''],
  ['lulea-science-park', 'PREMISES', 'time-and-capacity', ''],
  ['lkab-stepped-rent', 'PREMISES', '', 'price-competition'],
  ['norrskenet', 'EQUITY', 'finance', ''],
]

const ended: readonly Expected[] = [
  ['south-norrbotten-industrial-training', 'TRAINING', 'skills-supply retirement', 'transition'],
  ['subcontractor-skills-2023', 'TRAINING', 'skills-supply transition', ''],
  ['sustainability-training', 'TRAINING', 'transition', ''],
  ['konkurrenskraft-2030', 'COACHING', 'transition', ''],
  ['robotlyftet', 'COACHING', '', 'transition price-competition'],
  ['north-business-arena', 'ADVICE', 'time-and-capacity will-to-grow', 'buyer-size-demand'],
  ['foretagsakuten', 'ADVICE', 'time-and-capacity', ''],
  ['nyforetagarcentrum-mentor', 'MENTORING', 'time-and-capacity', ''],
  ['smart-tillvaxt', 'MENTORING', '', 'succession time-and-capacity will-to-grow'],
  ['nair', 'MATCHMAKING', 'skills-supply time-and-capacity', ''],
  ['export-cooperation-sweden-finland', 'MATCHMAKING', '', 'will-to-grow'],
  ['gallivare-lkab-cooperation', 'NETWORK', 'transition', 'skills-supply'],
  ['vinnova-incubators', 'INCUBATION', 'finance time-and-capacity', ''],
  ['accelerate', 'INCUBATION', 'finance time-and-capacity', ''],
  ['northern-spinoff', 'INCUBATION', 'will-to-grow time-and-capacity', ''],
]

/** What the report recommends. */
const proposed: readonly Expected[] = [
  ['advisory-hubs', 'ADVICE', 'transition', 'time-and-capacity'],
  ['bank-coaching', 'COACHING', 'bank-dialogue', ''],
  ['skills-coaching', 'COACHING', 'skills-supply', ''],
  ['business-office-forum', 'NETWORK', '', 'timing'],
  ['large-small-forum', 'MATCHMAKING', 'buyer-access timing', ''],
]

const offers = [
  ...running.map((each) => [...each, 'running'] as const),
  ...ended.map((each) => [...each, 'ended'] as const),
  ...proposed.map((each) => [...each, 'proposed'] as const),
]

const ofNoSingleFirm =
  't25 visioner-i-norr supplier-study-2020 skelleftea-growth-scenario regional-development-funds eu-structural-funds joint-eu-applications green-deal boden-business-agency starting-cooperatives'

const propertiesOf = (name: string) => byId.get(`initiative:${name}`)?.properties

describe('training, coaching, advice, contacts, incubators and premises', () => {
  it.each(offers)('%s: %s, core %j, side %j, %s', (name, help, core, side, standing) => {
    const initiative = propertiesOf(name)
    expect(initiative?.help).toEqual(words(help))
    const meets = meetingsOf('MEETS', `initiative:${name}`)
    expect([meets.CORE, meets.SIDE]).toEqual([sorted(core), sorted(side)])
    const hasEnded = initiative?.endsOn !== undefined && String(initiative.endsOn) < day
    expect([hasEnded, initiative?.proposed === true]).toEqual([standing === 'ended', standing === 'proposed'])
  })

  it('have somebody behind them, but for one of which it is not known', () => {
    const alone = offers.map(([name]) => name).filter((name) => begins('OFFERS', `initiative:${name}`).length === 0)
    expect(alone).toEqual(['konkurrenskraft-2030'])
  })

  it.each(words(ofNoSingleFirm))('%s meets no need of a single firm', (name) => {
    expect(propertiesOf(name)).toBeDefined()
    expect(propertiesOf(name)?.help).toBeUndefined()
    const meets = meetingsOf('MEETS', `initiative:${name}`)
    expect([...meets.CORE, ...meets.SIDE]).toEqual([])
  })

  it('open a way by the buyer, are for exporters or come with a reservation only where that is judged', () => {
    const names = [...running, ...ended, ...proposed].map(([name]) => name)
    const where = (has: (name: string) => boolean): string[] => names.filter(has).sort()
    expect(where((name) => meetingsOf('MEETS', `initiative:${name}`).viaBuyer.length > 0)).toEqual([
      'boden-business-park',
    ])
    expect(where((name) => propertiesOf(name)?.forExporters === true)).toEqual(
      sorted(
        'business-sweden-gdbp een-advice export-cooperation-sweden-finland norrbotten-export-cooperation project-lux regional-export-centre-vasterbotten steps-to-export',
      ),
    )
    expect(propertiesOf('transition-study-grant')?.reservations).toEqual(['EMPLOYEE_APPLIES'])
    expect(propertiesOf('norrskenet')?.reservations).toEqual(['EXISTENCE_UNKNOWN'])
    expect(where((name) => propertiesOf(name)?.reservations !== undefined).length).toBe(2)
  })

  it('are no older and no newer than their pages', () => {
    const seen = (name: string) => [propertiesOf(name)?.lastSeenYear, propertiesOf(name)?.undatedPage]
    expect(seen('almi-sustainability-development')).toEqual([2021, undefined])
    expect(seen('lkab-basic-requirements')).toEqual([2026, 'OWN'])
    expect(seen('help-after-northvolt')).toEqual([2025, undefined])
    expect(propertiesOf('help-after-northvolt')?.endsOn).toBeUndefined()
    expect(seen('fasttrack')).toEqual([undefined, 'OWN'])
    expect(seen('industrial-electrician')).toEqual([undefined, 'OTHERS'])
    expect(seen('energikontor')).toEqual([2017, 'OTHERS'])
    expect(seen('steps-to-export')).toEqual([2010, undefined])
    expect(seen('iuc-development-talks')).toEqual([2012, undefined])
    expect(seen('north-creative-nodes')).toEqual([undefined, 'OWN'])
  })

  it.each(words('almi-sustainability-development minddig lkab-basic-requirements help-after-northvolt'))(
    '%s asks nothing of a firm',
    (name) => {
      for (const term of words(
        'minEmployees maxEmployees minTurnover maxTurnover maxShare minAmount otherTermsSv excludedPlaces partlyExcludedPlaces maxAgeYears',
      )) {
        expect(propertiesOf(name)?.[term], term).toBeUndefined()
      }
      const limits = relationships.filter(
        ({ type, from, to }) => type === 'TARGETS' && from === `initiative:${name}` && !to.startsWith('requirement:'),
      )
      expect(limits).toEqual([])
    },
  )
})

/** Actors that are neither funds, banks, regions nor agencies. */
const actors: readonly Expected[] = [
  ['iuc-norr', '', 'time-and-capacity transition', 'skills-supply buyer-access price-competition timing'],
  ['ltu-business', '', 'time-and-capacity will-to-grow', ''],
  ['pitea-science-park', '', 'time-and-capacity', ''],
  ['business-office-2581', '', 'time-and-capacity', 'finance skills-supply'],
  ['arctic-business', '', 'time-and-capacity', 'finance'],
  ['uminova-innovation', '', 'time-and-capacity', 'finance'],
  ['minddig', '', 'skills-supply', ''],
  ['teknikcollege', '', 'skills-supply', ''],
  ['teknikcollege-norrbotten', '', 'skills-supply', 'transition'],
  ['gallivare-naringsliv', '', 'transition time-and-capacity', 'buyer-access buyer-size-demand skills-supply'],
  ['csr-sweden', '', 'transition', ''],
  ['boden-business-park', 'buyer-access timing', 'buyer-access timing', 'time-and-capacity'],
  ['business-office-2580', 'buyer-access timing', 'buyer-access timing', 'time-and-capacity'],
  ['business-office-2482', '', 'timing', 'buyer-access time-and-capacity'],
  ['lkab', '', '', 'buyer-access'],
  ['norrbottens-handelskammare', '', '', 'timing buyer-access'],
  ['vasterbottens-handelskammare', '', '', 'buyer-access'],
  ['business-sweden', '', '', 'will-to-grow'],
  ['ltu', '', '', 'skills-supply'],
  ['skelleftea-science-city', '', '', 'time-and-capacity'],
  ['rise', '', '', 'time-and-capacity'],
  ['north-sweden-cleantech', '', '', 'transition time-and-capacity'],
  ['business-office-2480', '', '', 'timing time-and-capacity'],
  ['business-office-2513', '', '', 'bank-dialogue'],
  ['lapplands-larcentra', '', 'skills-supply', ''],
  ['larcentrum-boden', '', 'skills-supply', ''],
  ['strukturum', '', 'time-and-capacity', ''],
  ['argentis', '', 'time-and-capacity timing', ''],
  ['umea-biotech-incubator', '', 'time-and-capacity', ''],
  ['lulea-science-park', '', '', 'time-and-capacity'],
  ['energikontor-norr', '', '', 'transition price-competition'],
  ...words(
    'norrskenet nyforetagarcentrum eit-innoenergy umea-universitet ltu-norrlandsnavet invest-in-norrbotten the-node-pole iuc-sverige coompanion-norrbotten arkdes boden-business-agency banks municipalities schools',
  ).map((name): Expected => [name, '', '', '']),
]

describe('what actors help with themselves', () => {
  it.each(actors)('%s: by the buyer %j, core %j, side %j', (name, viaBuyer, core, side) => {
    expect(byId.has(`actor:${name}`)).toBe(true)
    const helps = meetingsOf('HELPS_WITH', `actor:${name}`)
    expect([helps.CORE, helps.SIDE, helps.viaBuyer]).toEqual([sorted(core), sorted(side), sorted(viaBuyer)])
    expect(helps.ifExporting).toEqual(name === 'business-sweden' ? ['will-to-grow'] : [])
  })

  it('rests on pages where pages say it, and else on this project’s judgement', () => {
    const onPages = words(
      'iuc-norr ltu-business pitea-science-park business-office-2581 arctic-business uminova-innovation minddig teknikcollege teknikcollege-norrbotten gallivare-naringsliv csr-sweden boden-business-park business-office-2580 business-office-2482 lkab',
    )
    for (const [name] of actors) {
      const helps = relationships.filter((each) => each.type === 'HELPS_WITH' && each.from === `actor:${name}`)
      const judged = helps.filter(({ provenance }) => provenance.source === 'source:norrgraph-assessment')
      if (!onPages.includes(name)) expect(judged.length, name).toBe(helps.length)
      else
        expect(
          judged.map(({ to }) => to),
          name,
        ).toEqual(name === 'uminova-innovation' ? ['need:finance'] : [])
    }
  })

  it('is nothing for the 24 business offices of which no page speaks', () => {
    const silent = [...byId.keys()].filter(
      (id) =>
        id.startsWith('actor:business-office-') &&
        !relationships.some((each) => each.type === 'HELPS_WITH' && each.from === id),
    )
    expect(silent.length).toBe(24)
  })

  it('is for industry where it is industry that they work with', () => {
    const sectors = (name: string) =>
      relationships
        .filter(({ type, from, to }) => type === 'SERVES' && from === `actor:${name}` && to.startsWith('sector:'))
        .map(({ to }) => to.at(-1))
        .sort()
    expect(sectors('iuc-norr')).toEqual(['B', 'C'])
    expect(sectors('teknikcollege')).toEqual(['B', 'C', 'D', 'F'])
    expect(sectors('teknikcollege-norrbotten')).toEqual(['B', 'C', 'D', 'F'])
    expect(sectors('lapplands-larcentra')).toEqual([])
  })
})
