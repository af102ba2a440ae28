import type { InBoth, Language } from '../../language/language.js'
import { allOf, counted, figure, named, rangeInWords, type Sentence, sentence } from '../../language/wording.js'
import type { AmountOf, ExcludedPlaces, JudgedTerm, Term } from '../facts/terms.js'
import { reservationWords } from './rule-sentences.js'

/**
 * A term in words for the reader to check: "only if" where it is not known whether the SME meets it, and by what it is taken to be
 * met where its figure is not known.
 */
export function conditionSentence({ term, verdict, bySize }: JudgedTerm): Sentence {
  const words = wordsOf(term)
  if ('given' in words) return sentence((language) => words.given[language])
  const lead = bySize ? leads.bySize : verdict === 'UNKNOWN' ? leads.unknown : leads.known
  return sentence((language) => `${lead[language]} ${words.asked[language]}.`)
}

const leads = {
  bySize: { Sv: 'Antaget: ni', En: 'Assumed: you' },
  unknown: { Sv: 'Endast om ni', En: 'Only if you' },
  known: { Sv: 'Ni', En: 'You' },
} as const satisfies Readonly<Record<string, InBoth>>

/** What has to be checked of the SME itself, as it follows "if you"; null where nothing has. */
export function toBeChecked({ term, verdict }: JudgedTerm): InBoth | null {
  const words = wordsOf(term)
  return verdict === 'UNKNOWN' && 'asked' in words ? words.asked : null
}

/** `asked`: what the SME has to be, as it follows "you". `given`: what the initiative gives, as a sentence. */
type TermWords = { readonly asked: InBoth } | { readonly given: InBoth }

function wordsOf(term: Term): TermWords {
  switch (term.kind) {
    case 'EMPLOYEES': {
      const most = term.to ?? term.from ?? 0
      return {
        asked: {
          Sv: `har ${rangeInWords('Sv', term.from, term.to)} ${counted('Sv', most, 'anställd', 'anställda')}`,
          En: `have ${rangeInWords('En', term.from, term.to)} ${counted('En', most, 'employee', 'employees')}`,
        },
      }
    }
    case 'TURNOVER':
      return {
        asked: {
          Sv: `omsätter ${rangeInWords('Sv', term.from, term.to)} miljoner kronor`,
          En: `have a turnover of ${rangeInWords('En', term.from, term.to, 'SEK ')} million`,
        },
      }
    case 'EXCLUDED_PLACES':
      return {
        asked: {
          Sv: `finns utanför ${excludedInWords('Sv', term)}`,
          En: `are outside ${excludedInWords('En', term)}`,
        },
      }
    case 'SHARE':
      return {
        given: {
          Sv: `Insatsen täcker högst ${figure('Sv', term.most * 100)} % av kostnaden${term.most < 1 ? '; resten står ni för' : ''}.`,
          En: `The initiative covers at most ${figure('En', term.most * 100)}% of the cost${term.most < 1 ? '; the rest is yours' : ''}.`,
        },
      }
    case 'AMOUNT':
      return {
        given: {
          Sv: `${amountLeads[term.of].Sv} ${rangeInWords('Sv', term.from, term.to)} kronor.`,
          En: `${amountLeads[term.of].En} ${rangeInWords('En', term.from, term.to, 'SEK ')}.`,
        },
      }
    case 'LENGTH':
      return {
        given: {
          Sv: `Insatsen pågår i ${figure('Sv', term.months)} ${counted('Sv', term.months, 'månad', 'månader')}.`,
          En: `The initiative lasts ${figure('En', term.months)} ${counted('En', term.months, 'month', 'months')}.`,
        },
      }
    case 'AGE':
      return {
        asked: {
          Sv: `är högst ${figure('Sv', term.mostYears)} år gamla som företag`,
          En: `are at most ${figure('En', term.mostYears)} years old as a firm`,
        },
      }
    case 'EXPORTS':
      return {
        asked: {
          Sv: 'exporterar eller levererar till företag som gör det',
          En: 'export or supply firms that do',
        },
      }
    case 'SECURITY':
      return {
        given: {
          Sv: 'Kan träda in där fastigheter inte ger banken säkerhet.',
          En: 'It can step in where property gives the bank no security.',
        },
      }
    case 'PRESUPPOSED':
      return { given: { Sv: `Förutsätter: ${term.words.textSv}.`, En: `It presupposes: ${term.words.textEn}.` } }
    case 'RESERVATION': {
      const { textSv, textEn } = reservationWords[term.reservation]
      return { given: { Sv: textSv, En: textEn } }
    }
    case 'OTHER':
      return {
        given: {
          Sv: `Att kontrollera: företaget ${term.words.textSv}.`,
          En: `To check: the firm ${term.words.textEn}.`,
        },
      }
  }
}

const amountLeads: Readonly<Record<AmountOf, InBoth>> = {
  SUPPORT: { Sv: 'Insatsen ger', En: 'The initiative gives' },
  INVESTMENT: { Sv: 'Investeringen uppgår till', En: 'The investment is' },
  NEED: { Sv: 'Kapitalbehovet uppgår till', En: 'The capital needed is' },
}

function excludedInWords(language: Language, { wholly, partly, words }: ExcludedPlaces): string {
  if (words) return language === 'Sv' ? words.textSv : words.textEn
  return allOf(
    language,
    [...wholly, ...partly].map((place) => named(language, place)),
  )
}
