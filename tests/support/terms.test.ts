import { expect, it } from 'vitest'
import { reservations } from '../../src/classification/reservation.js'
import type { Sme } from '../../src/support/facts/sme.js'
import type { Terms } from '../../src/support/facts/terms.js'
import { judgeTerms, termsOf } from '../../src/support/facts/terms.js'
import { conditionSentence } from '../../src/support/matching/term-sentences.js'
import { boden, luleå, smeInBoden, terms, unknown } from './facts.js'

function verdictsOf(given: Partial<Terms>, sme: Partial<Sme> = {}) {
  return judgeTerms(termsOf(terms(given), []), smeInBoden(sme)).map(({ term, verdict }) => `${term.kind} ${verdict}`)
}

it.each([
  [{ minEmployees: 2, maxEmployees: 49 }, { employees: 2 }, 'EMPLOYEES MET'],
  [{ minEmployees: 2, maxEmployees: 49 }, { employees: 49 }, 'EMPLOYEES MET'],
  [{ minEmployees: 2, maxEmployees: 49 }, { employees: 1 }, 'EMPLOYEES FAILED'],
  [{ minEmployees: 2, maxEmployees: 49 }, { employees: 50 }, 'EMPLOYEES FAILED'],
  [{ maxEmployees: 9 }, {}, 'EMPLOYEES UNKNOWN'],
  [{ minTurnover: 3 }, { turnover: 3 }, 'TURNOVER MET'],
  [{ minTurnover: 3 }, { turnover: 2.9 }, 'TURNOVER FAILED'],
  [{ maxTurnover: 10 }, { employees: 5 }, 'TURNOVER UNKNOWN'],
  [{ maxShare: 0.5 }, {}, 'SHARE UNKNOWN'],
  [{ minAmount: 50_000 }, {}, 'AMOUNT UNKNOWN'],
  [{ lengthMonths: 12 }, {}, 'LENGTH UNKNOWN'],
  [{ excluded: { wholly: [boden], partly: [], words: null } }, {}, 'EXCLUDED_PLACES FAILED'],
  [{ excluded: { wholly: [luleå], partly: [], words: null } }, {}, 'EXCLUDED_PLACES MET'],
  [{ excluded: { wholly: [], partly: [boden], words: null } }, {}, 'EXCLUDED_PLACES UNKNOWN'],
  [{ excluded: { wholly: [luleå], partly: [], words: null } }, { places: unknown }, 'EXCLUDED_PLACES UNKNOWN'],
  [{ others: [{ textSv: 'vill växa', textEn: 'wants to grow' }] }, {}, 'OTHER UNKNOWN'],
  [{ maxAgeYears: 5 }, { ageYears: 5 }, 'AGE MET'],
  [{ maxAgeYears: 5 }, { ageYears: 6 }, 'AGE FAILED'],
  [{ maxAgeYears: 5 }, {}, 'AGE UNKNOWN'],
  [{ forExporters: true }, { exports: true }, 'EXPORTS MET'],
  [{ forExporters: true }, { exports: false }, 'EXPORTS FAILED'],
  [{ forExporters: true }, {}, 'EXPORTS UNKNOWN'],
  [{ replacesSecurity: true }, {}, 'SECURITY MET'],
  [{ presupposes: [{ textSv: 'att banken ansöker', textEn: 'that the bank applies' }] }, {}, 'PRESUPPOSED UNKNOWN'],
])('%j of an SME with %j is judged %s', (given, sme, verdict) => {
  expect(verdictsOf(given, sme)).toEqual([verdict])
})

/** A firm of a size class that ends at 49 people and a turnover of 105 million. */
const ofClass = { most: { employees: 49, turnover: 105 } }

it.each([
  [{ maxEmployees: 250 }, ofClass, 'EMPLOYEES MET'],
  [{ maxEmployees: 49 }, ofClass, 'EMPLOYEES MET'],
  [{ maxEmployees: 48 }, ofClass, 'EMPLOYEES UNKNOWN'],
  [{ minEmployees: 1, maxEmployees: 250 }, ofClass, 'EMPLOYEES UNKNOWN'],
  [{ maxEmployees: 250 }, { ...ofClass, employees: 251 }, 'EMPLOYEES FAILED'],
  [{ maxTurnover: 105 }, ofClass, 'TURNOVER MET'],
  [{ maxTurnover: 104 }, ofClass, 'TURNOVER UNKNOWN'],
  [{ minTurnover: 3 }, ofClass, 'TURNOVER UNKNOWN'],
  [{ maxEmployees: 250 }, {}, 'EMPLOYEES UNKNOWN'],
])('a size class settles %j of an SME with %j where it can: %s', (given, sme, verdict) => {
  expect(verdictsOf(given, sme)).toEqual([verdict])
})

it.each(reservations)('a reservation is a term of its own, last and never met: %s', (reservation) => {
  const judged = judgeTerms(termsOf(terms({ maxEmployees: 9 }), [reservation]), smeInBoden({ employees: 3 }))
  expect(judged.map(({ term, verdict }) => `${term.kind} ${verdict}`)).toEqual(['EMPLOYEES MET', 'RESERVATION UNKNOWN'])
  const said = judged.map(conditionSentence)[1]
  expect([said?.textSv, said?.textEn].every((text) => text?.endsWith('.'))).toBe(true)
})

it('judges each term by itself, and none where none is stated', () => {
  expect(verdictsOf({})).toEqual([])
  expect(verdictsOf({ maxEmployees: 49, minTurnover: 3 }, { employees: 60 })).toEqual([
    'EMPLOYEES FAILED',
    'TURNOVER UNKNOWN',
  ])
})

it.each<[Partial<Terms>, Partial<Sme>, string, string]>([
  [{ maxEmployees: 49 }, {}, 'Endast om ni har högst 49 anställda.', 'Only if you have at most 49 employees.'],
  [{ minEmployees: 1 }, { employees: 4 }, 'Ni har minst 1 anställd.', 'You have at least 1 employee.'],
  [
    { minTurnover: 3 },
    {},
    'Endast om ni omsätter minst 3 miljoner kronor.',
    'Only if you have a turnover of at least SEK 3 million.',
  ],
  [
    { maxTurnover: 105 },
    ofClass,
    'Antaget: ni omsätter högst 105 miljoner kronor.',
    'Assumed: you have a turnover of at most SEK 105 million.',
  ],
  [
    { maxShare: 0.5 },
    {},
    'Insatsen täcker högst 50 % av kostnaden; resten står ni för.',
    'The initiative covers at most 50% of the cost; the rest is yours.',
  ],
  [
    { minAmount: 50_000, maxAmount: 250_000 },
    {},
    'Insatsen ger 50\u00a0000–250\u00a0000 kronor.',
    'The initiative gives SEK 50,000–250,000.',
  ],
  [
    { maxAmount: 25_000_000, amountOf: 'INVESTMENT' },
    {},
    'Investeringen uppgår till högst 25\u00a0000\u00a0000 kronor.',
    'The investment is at most SEK 25,000,000.',
  ],
  [
    { minAmount: 1_000_000, amountOf: 'NEED' },
    {},
    'Kapitalbehovet uppgår till minst 1\u00a0000\u00a0000 kronor.',
    'The capital needed is at least SEK 1,000,000.',
  ],
  [{ lengthMonths: 12 }, {}, 'Insatsen pågår i 12 månader.', 'The initiative lasts 12 months.'],
  [
    { excluded: { wholly: [], partly: [boden], words: { textSv: 'Bodens tätort', textEn: 'the town of Boden' } } },
    {},
    'Endast om ni finns utanför Bodens tätort.',
    'Only if you are outside the town of Boden.',
  ],
  [{ excluded: { wholly: [luleå], partly: [], words: null } }, {}, 'Ni finns utanför Luleå.', 'You are outside Luleå.'],
  [
    { others: [{ textSv: 'vill växa', textEn: 'wants to grow' }] },
    {},
    'Att kontrollera: företaget vill växa.',
    'To check: the firm wants to grow.',
  ],
  [
    { maxAgeYears: 5 },
    {},
    'Endast om ni är högst 5 år gamla som företag.',
    'Only if you are at most 5 years old as a firm.',
  ],
  [
    { forExporters: true },
    { exports: true },
    'Ni exporterar eller levererar till företag som gör det.',
    'You export or supply firms that do.',
  ],
  [
    { replacesSecurity: true },
    {},
    'Kan träda in där fastigheter inte ger banken säkerhet.',
    'It can step in where property gives the bank no security.',
  ],
  [
    { presupposes: [{ textSv: 'att banken ansöker', textEn: 'that the bank applies' }] },
    {},
    'Förutsätter: att banken ansöker.',
    'It presupposes: that the bank applies.',
  ],
])('puts %j into words', (given, sme, textSv, textEn) => {
  expect(judgeTerms(termsOf(terms(given), []), smeInBoden(sme)).map(conditionSentence)).toEqual([{ textSv, textEn }])
})
