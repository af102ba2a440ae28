import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { matchingPart } from '../../src/edition/matching-part.js'
import type { Named } from '../../src/language/wording.js'
import type { Initiative, SupportActor } from '../../src/support/facts/actors.js'
import { matchSupport, type SupportMatch, type SupportQuestion } from '../../src/support/matching/match-rule.js'
import type { MatchRule } from '../../src/support/matching/weighed.js'
import {
  actor,
  asked,
  boden,
  can,
  core,
  finance,
  growth,
  initiative,
  limits,
  luleå,
  named,
  naming,
  norrbotten,
  place,
  skills,
  smeInBoden,
  sweden,
  terms,
  transition,
  västerbotten,
  within,
} from './facts.js'

type Part = z.input<typeof matchingPart>

/** Weights of one part of the file alone: all else weighs nothing. */
const only = (part: Part) => matchingPart.parse(part)

function ask(one: SupportActor, part: Part, given: Partial<SupportQuestion> = {}): SupportMatch {
  const question = { ...asked, sme: smeInBoden(), needs: [finance], weights: only(part), ...given }
  const [match] = matchSupport([one], question).matches
  if (!match) throw new Error('no match')
  return match
}

/** What one rule says of a match: its weight, and both sentences. */
function said({ weighed }: SupportMatch, rule: MatchRule) {
  const found = weighed.find((each) => each.rule === rule)
  return found ? [found.factor ?? found.adds, found.textSv, found.textEn] : null
}

const meeting = (need: Named, given: Partial<Initiative> = {}): Initiative =>
  initiative('initiative:loan', { meets: [core(need)], ...given })
const offering = (offer: Initiative, given: Partial<SupportActor> = {}): SupportActor =>
  actor('actor:A', { offers: [offer], ...given })
const helping = (need: Named, given: Partial<SupportActor> = {}): SupportActor =>
  actor('actor:A', { helpsWith: [can(need)], ...given })

describe('who solves it before who talks about it', () => {
  const help: Part = {
    help: { weights: [1, 0.7], otherwise: 0.2, needs: { 'need:finance': [['LOAN'], ['GRANT']] } },
  }

  it.each([
    [['LOAN'], 1, 'ett lån', 'a loan'],
    [['GRANT'], 0.7, 'ett bidrag', 'a grant'],
    [['COACHING'], 0.2, 'coachning', 'coaching'],
    [['COACHING', 'GRANT'], 0.7, 'ett bidrag', 'a grant'],
  ] as const)('%j weighs %d: the kind that solves most counts', (kinds, weight, sv, en) => {
    const match = ask(offering(meeting(finance, { help: kinds })), help)
    expect(match.score).toBeCloseTo(weight)
    expect(said(match, 'HELP')).toEqual([
      ...[weight, `Hjälpen för behovet ”finance” är ${sv}.`, `The help for the need “finance” is ${en}.`],
    ])
  })

  it('says where no kind is known, and weighs nothing of what an actor can', () => {
    expect(said(ask(offering(meeting(finance)), help), 'HELP')).toEqual([
      ...[0.2, 'Det framgår inte vilket slags hjälp det är.', 'What kind of help it is does not appear.'],
    ])
    expect(said(ask(helping(finance), help), 'HELP')).toBeNull()
  })

  it('is another order for another need', () => {
    const loan = offering(meeting(skills, { help: ['LOAN'] }))
    expect(ask(loan, help, { needs: [skills] }).score).toBeCloseTo(0.2)
  })
})

describe('what it is there for', () => {
  it('stands before what is done beside', () => {
    const strength = { strength: { CORE: 0.9, SIDE: 0.4 } }
    expect(said(ask(helping(finance), strength), 'STRENGTH')).toEqual([
      ...[0.9, 'Det här är vad A är till för.', 'This is what A is there for.'],
    ])
    const beside = offering(initiative('initiative:loan', { meets: [core(finance, { strength: 'SIDE' })] }))
    expect(said(ask(beside, strength), 'STRENGTH')).toEqual([
      ...[0.4, '”loan” hjälper med detta vid sidan av annat.', '“loan” helps with this beside other things.'],
    ])
  })
})

describe('security', () => {
  const security = {
    security: {
      ...{ needs: ['need:finance'], publicLender: 0.9, bank: 0.75, bankInland: 0.5 },
      bankWithLittleTurnover: { below: 1, factor: 0.4 },
    },
  }
  const loan = meeting(finance, { help: ['LOAN'] })

  it('is replaced by some, counted on by other public lenders, and wanted by banks', () => {
    const replacing = offering({ ...loan, terms: terms({ replacesSecurity: true }) })
    expect(said(ask(replacing, security), 'SECURITY')?.[0]).toBe(1)
    expect(said(ask(offering(loan), security), 'SECURITY')?.[0]).toBe(0.9)
    expect(said(ask(offering(meeting(finance, { help: ['GRANT'] })), security), 'SECURITY')).toBeNull()
    expect(said(ask(offering(loan, { kind: 'BANK' }), security), 'SECURITY')).toEqual([
      ...[0.75, 'En bank vill ha säkerhet.', 'A bank wants security.'],
    ])
  })

  it('is wanted most inland and of those who hardly have a turnover', () => {
    const bank = helping(finance, { kind: 'BANK' })
    expect(said(ask(bank, security, { inland: true }), 'SECURITY')?.[0]).toBe(0.5)
    expect(said(ask(bank, security, { sme: smeInBoden({ turnover: 0.9 }) }), 'SECURITY')?.[0]).toBeCloseTo(0.3)
    expect(said(ask(bank, security, { sme: smeInBoden({ turnover: 1 }) }), 'SECURITY')?.[0]).toBe(0.75)
  })

  it('is of no account for other needs', () => {
    expect(said(ask(helping(skills, { kind: 'BANK' }), security, { needs: [skills] }), 'SECURITY')).toBeNull()
  })
})

describe('help for exporters', () => {
  const exports = { exports: { likely: 0.85, unlikely: 0.3, sectors: ['sector:C25'] } }
  const abroad = helping(finance, { helpsWith: [can(finance, { ifExporting: true })] })
  const metal = within(named('sector:C25'), named('sector:C'))

  it('is likely for some sectors where the firm does not say', () => {
    expect(said(ask(abroad, exports, { sme: smeInBoden({ sectors: metal }) }), 'EXPORTS')?.[0]).toBe(0.85)
    expect(said(ask(abroad, exports), 'EXPORTS')).toEqual([
      0.3,
      'Bara om ni exporterar eller levererar till exportörer: inte troligt med det som är känt.',
      'Only if you export or supply exporters: not likely from what is known.',
    ])
  })

  it('weighs in full where it says so, and is none where it says no', () => {
    expect(said(ask(abroad, exports, { sme: smeInBoden({ exports: true }) }), 'EXPORTS')).toBeNull()
    expect(() => ask(abroad, exports, { sme: smeInBoden({ exports: false }) })).toThrow('no match')
  })

  it('is asked of an offer by its terms too', () => {
    const offer = offering(meeting(finance, { terms: terms({ forExporters: true }) }))
    expect(ask(offer, exports, { sme: smeInBoden({ sectors: metal }) }).score).toBeCloseTo(0.85)
  })
})

describe('proportion and stage', () => {
  const large = { largeScale: { employees: 3, turnover: 3, factor: 0.5 } }

  it.each([
    [{ employees: 3 }, 0.5],
    [{ employees: 4 }, null],
    [{ turnover: 2.9 }, 0.5],
    [{ employees: 4, turnover: 3 }, null],
    [{}, null],
  ])('large aid weighs for a firm of %j: %s', (sme, weight) => {
    const aid = offering(meeting(finance, { terms: terms({ largeScale: true }) }))
    const fund = helping(finance, { helpsWith: [can(finance, { largeScale: true })] })
    for (const one of [aid, fund]) {
      expect(said(ask(one, large, { sme: smeInBoden(sme) }), 'LARGE_SCALE')?.[0] ?? null).toBe(weight)
    }
  })

  it.each([
    [5, 0.9],
    [6, 0.3],
    [null, 0.5],
  ])('an incubator weighs for %s employees: %d', (employees, weight) => {
    const incubators = { incubators: { employees: 5, small: 0.9, larger: 0.3, unknown: 0.5 } }
    const programme = offering(meeting(finance, { help: ['INCUBATION'] }))
    for (const one of [programme, helping(finance, { kind: 'INCUBATOR' })]) {
      expect(said(ask(one, incubators, { sme: smeInBoden({ employees }) }), 'INCUBATOR')?.[0]).toBe(weight)
    }
    const grant = offering(meeting(finance, { help: ['GRANT'] }), { kind: 'INCUBATOR' })
    expect(said(ask(grant, incubators), 'INCUBATOR')).toBeNull()
  })
})

describe('terms and reservations', () => {
  const others = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ textSv: `villkor ${index}`, textEn: `term ${index}` }))

  it.each([
    [1, 0.85, '1 villkor återstår att kontrollera.', '1 term remains to be checked.'],
    [2, 0.7225, '2 villkor återstår att kontrollera.', '2 terms remain to be checked.'],
    [5, 0.6, '5 villkor återstår att kontrollera.', '5 terms remain to be checked.'],
  ])('%d terms to be checked lower it to %d', (count, weight, sv, en) => {
    const offer = offering(meeting(finance, { terms: terms({ others: others(count) }) }))
    const [factor, ...texts] = said(ask(offer, { terms: { unknown: 0.85, least: 0.6 } }), 'TERMS') ?? []
    expect(factor).toBeCloseTo(weight)
    expect(texts).toEqual([sv, en])
  })

  it('what an offer gives and builds on lowers nothing, nor does what is met', () => {
    const given = terms({
      ...{ maxShare: 0.5, maxAmount: 100, lengthMonths: 12, replacesSecurity: true, maxEmployees: 49 },
      presupposes: others(2),
    })
    const sme = smeInBoden({ employees: 49 })
    const match = ask(offering(meeting(finance, { terms: given })), { terms: { unknown: 0.5 } }, { sme })
    expect(match.score).toBe(1)
  })

  it('of reservations the heaviest weighs, of an offer and of what an actor can', () => {
    const reservations = { reservations: { CHOSEN_BEFOREHAND: 0.6, EMPLOYEE_APPLIES: 0.4 } }
    const both = ['CHOSEN_BEFOREHAND', 'EMPLOYEE_APPLIES'] as const
    const expected = [0.4, 'Det är den anställda som söker.', 'It is the employee who applies.']
    expect(said(ask(offering(meeting(finance, { reservations: both })), reservations), 'RESERVATIONS')).toEqual(
      expected,
    )
    const own = helping(finance, { helpsWith: [can(finance, { reservations: both })] })
    expect(said(ask(own, reservations), 'RESERVATIONS')).toEqual(expected)
  })
})

describe('evidence', () => {
  const evidence = {
    evidence: {
      ...{ inForce: 0.95, ownPageWithoutYear: 0.8, othersPageWithoutYear: 0.6, competence: 0.45, area: 0.1 },
      lastSeen: [
        { years: 6, weight: 0.85 },
        { years: 10, weight: 0.55 },
      ],
    },
  }

  it.each([
    ['six years ago', 2018, null, 0.85],
    ['seven years ago', 2017, null, 0.55],
    ['ten years ago', 2014, null, 0.55],
    ['on an own page without a year', null, 'OWN', 0.8],
    ['on another’s page without a year', null, 'OTHERS', 0.6],
    ['long ago, and on an own page without a year', 2008, 'OWN', 0.8],
    ['lately, and on another’s page without a year', 2019, 'OTHERS', 0.85],
  ] as const)('last seen %s', (_, year, undatedPage, weight) => {
    const seen = { status: 'UNCONFIRMED', evidence: 'LAST_SEEN', lastSeen: { year, undatedPage } } as const
    expect(said(ask(offering(meeting(finance, seen)), evidence), 'EVIDENCE')?.[0]).toBe(weight)
  })

  it('in force, of what an actor can, and of a field', () => {
    expect(said(ask(offering(meeting(finance)), evidence), 'EVIDENCE')).toEqual([
      ...[0.95, 'Erbjudandet pågår.', 'The offer is in force.'],
    ])
    expect(said(ask(helping(finance), evidence), 'EVIDENCE')).toEqual([
      0.45,
      'Det gäller vad A kan i allmänhet, inte ett bestämt erbjudande.',
      'It is what A can help with in general, not a particular offer.',
    ])
    const inField = ask(actor('actor:A', { provides: [growth] }), evidence)
    expect(inField.weighed.map(({ rule }) => rule)).toEqual(['AREA', 'NEARNESS'])
    expect(said(inField, 'AREA')).toEqual([0.1, 'Aktören verkar inom ”growth”.', 'The actor works in “growth”.'])
  })

  it('weighs and does not rule: an old offer that is there for it stands before a fresh one beside', () => {
    const part = { ...evidence, strength: { CORE: 1, SIDE: 0.5 } }
    const seen = { status: 'UNCONFIRMED', evidence: 'LAST_SEEN', lastSeen: { year: 2017, undatedPage: null } } as const
    const fresh = initiative('initiative:fresh', { meets: [core(finance, { strength: 'SIDE' })] })
    expect(ask(offering(meeting(finance, seen)), part).score).toBeGreaterThan(ask(offering(fresh), part).score)
  })
})

describe('ways to a buyer', () => {
  const buyers = { buyers: { needs: ['need:finance'], elsewhere: 0.6, withoutSite: 0.7 } }
  const region = [norrbotten, västerbotten]
  const umeå = within(place('municipality:Umeå'), västerbotten, sweden)
  const park = helping(finance, {
    helpsWith: [can(finance, { viaBuyer: true })],
    limits: limits({ places: naming(boden) }),
  })
  const at = (site: typeof boden): SupportActor =>
    helping(finance, { kind: 'BUYER', seats: [{ id: site.id, position: null }] })

  it('weigh less from elsewhere, and in full where the firm or the buyer it names is', () => {
    const fromUmeå = { region, sme: smeInBoden({ places: umeå }) }
    expect(said(ask(park, buyers, fromUmeå), 'BUYER')).toEqual([
      0.6,
      'Vägen går genom köparens ort, och ni finns på annat håll.',
      'The way goes by the place of the buyer, and you are elsewhere.',
    ])
    expect(said(ask(park, buyers, { ...fromUmeå, buyerSites: new Set([boden.id]) }), 'BUYER')).toBeNull()
    expect(said(ask(park, buyers, { region }), 'BUYER')).toBeNull()
  })

  it('weigh less of a buyer that has no site in the place', () => {
    expect(said(ask(at(boden), buyers), 'BUYER')).toBeNull()
    expect(said(ask(at(luleå), buyers), 'BUYER')).toEqual([
      ...[0.7, 'Köparen har ingen anläggning på platsen.', 'The buyer has no site in the place.'],
    ])
    expect(said(ask(at(luleå), buyers, { buyerSites: new Set([luleå.id]) }), 'BUYER')).toBeNull()
  })

  it('lead to the buyer that is named, and not by another buyer', () => {
    const mill = actor('actor:mill', {
      ...{ kind: 'BUYER', helpsWith: [can(finance)], buysFor: ['establishment:mill'] },
    })
    const naming = (buyer: string) => ({ buyer, buyerSites: new Set([boden.id]) })
    expect(ask(mill, buyers, naming('establishment:mill')).actor).toBe('actor:mill')
    expect(() => ask(mill, buyers, naming('establishment:mine'))).toThrow('no match')
  })
})

describe('universities', () => {
  it('weigh less for trades that are learned at work', () => {
    const part = { universities: { needs: ['need:skills'], sectors: ['sector:F'], factor: 0.5 } }
    const university = actor('actor:A', { kind: 'UNIVERSITY', helpsWith: [can(skills), can(transition)] })
    const builder = smeInBoden({ sectors: within(named('sector:F')) })
    expect(said(ask(university, part, { needs: [skills], sme: builder }), 'UNIVERSITY')).toEqual([
      0.5,
      'Yrken i er bransch lärs oftast på arbetsplatsen.',
      'The trades of your sector are mostly learned at work.',
    ])
    expect(said(ask(university, part, { needs: [transition], sme: builder }), 'UNIVERSITY')).toBeNull()
    expect(said(ask(university, part, { needs: [skills] }), 'UNIVERSITY')).toBeNull()
  })
})

describe('the score', () => {
  const weights = {
    ...{ strength: { CORE: 0.8, SIDE: 0.4 }, otherNeeds: 0.2, nearness: { LOCAL: 0.03, COUNTY: 0.02, NATIONAL: 0.01 } },
  }

  it('is the highest fit, a part of the mean of the others asked, and nearness', () => {
    const both = actor('actor:A', { helpsWith: [can(finance, { strength: 'SIDE' }), can(skills)] })
    const match = ask(both, weights, { needs: [finance, skills, transition] })
    expect(match.score).toBeCloseTo(0.8 + (0.2 * 0.4) / 2 + 0.01)
    const [adds, ...texts] = said(match, 'OTHER_NEEDS') ?? []
    expect(adds).toBeCloseTo(0.04)
    expect(texts).toEqual(['Hjälper också med 1 av de andra behoven.', 'It also helps with 1 of the other needs.'])
    expect(said(ask(both, weights), 'OTHER_NEEDS')).toBeNull()
  })

  it.each([
    [[boden, sweden], 0.03, 'Finns för er kommun.', 'It is for your municipality.'],
    [[norrbotten], 0.02, 'Finns för ert län.', 'It is for your county.'],
    [
      [sweden],
      0.01,
      'Finns för hela landet eller nås på annat håll.',
      'It is for the whole country, or reached elsewhere.',
    ],
  ])('adds how near the nearest way is: %j', (places, adds, sv, en) => {
    const match = ask(helping(finance, { limits: limits({ places: naming(...places) }) }), weights)
    expect(said(match, 'NEARNESS')).toEqual([adds, sv, en])
  })

  it('lets the nearer stand first between equals, and not before who fits better', () => {
    const near = helping(finance, { limits: limits({ places: naming(boden) }) })
    expect(ask(near, weights).score).toBeGreaterThan(ask(helping(finance), weights).score)
    const beside = { ...near, helpsWith: [can(finance, { strength: 'SIDE' })] }
    expect(ask(beside, weights).score).toBeLessThan(ask(helping(finance), weights).score)
  })
})
