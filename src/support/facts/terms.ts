import type { Reservation } from '../../classification/reservation.js'
import type { Named, Sentence } from '../../language/wording.js'
import type { Verdict } from './reach.js'
import type { Sme } from './sme.js'

/** Who may have an initiative and how much of it; null where it states nothing. */
export interface Terms {
  readonly minEmployees: number | null
  readonly maxEmployees: number | null
  /** SEK million. */
  readonly minTurnover: number | null
  readonly maxTurnover: number | null
  /** The largest part of a cost that is paid, 0.5 for half. */
  readonly maxShare: number | null
  /** SEK. */
  readonly minAmount: number | null
  readonly maxAmount: number | null
  readonly amountOf: AmountOf
  readonly lengthMonths: number | null
  readonly maxAgeYears: number | null
  readonly forExporters: boolean
  /** It lends or guarantees where property gives the bank no security. */
  readonly replacesSecurity: boolean
  /** Too large for a firm of a few people. */
  readonly largeScale: boolean
  readonly excluded: ExcludedPlaces
  /** What else is asked of the firm, in words. */
  readonly others: readonly Sentence[]
  /** What it builds on beside the firm, in words. */
  readonly presupposes: readonly Sentence[]
}

/** What amounts count: what an initiative pays, or the size of what the firm wants to pay for. */
export const amountKinds = ['SUPPORT', 'INVESTMENT', 'NEED'] as const
export type AmountOf = (typeof amountKinds)[number]

/** Where an initiative cannot be had. */
export interface ExcludedPlaces {
  readonly wholly: readonly Named[]
  /** Places of which a part is left out. */
  readonly partly: readonly Named[]
  /** What is left out, in the source's words; the places' names where it is null. */
  readonly words: Sentence | null
}

/** A term of an initiative, with the figures or places that it states. */
export type Term =
  | (Range & { readonly kind: 'EMPLOYEES' | 'TURNOVER' })
  | (Range & { readonly kind: 'AMOUNT'; readonly of: AmountOf })
  | { readonly kind: 'SHARE'; readonly most: number }
  | { readonly kind: 'LENGTH'; readonly months: number }
  | { readonly kind: 'AGE'; readonly mostYears: number }
  | { readonly kind: 'EXPORTS' }
  | { readonly kind: 'SECURITY' }
  | { readonly kind: 'RESERVATION'; readonly reservation: Reservation }
  | (ExcludedPlaces & { readonly kind: 'EXCLUDED_PLACES' })
  | { readonly kind: 'OTHER' | 'PRESUPPOSED'; readonly words: Sentence }

/** From one figure to another; at least one of them is stated. */
interface Range {
  readonly from: number | null
  readonly to: number | null
}

export interface JudgedTerm {
  readonly term: Term
  readonly verdict: Verdict
  /** Whether the SME's size class settles it, its turnover not being known. */
  readonly bySize?: true
}

/** Each term of an initiative, judged for an SME on its own. */
export function judgeTerms(terms: readonly Term[], sme: Sme): JudgedTerm[] {
  return terms.map((term) => {
    const verdict = judgeTerm(term, sme)
    return { term, verdict, ...(verdict === 'MET' && lacksTurnover(term, sme) && { bySize: true }) }
  })
}

const lacksTurnover = ({ kind }: Term, { turnover }: Sme): boolean => kind === 'TURNOVER' && turnover === null

/**
 * The terms that an initiative states and what is to be known before a firm counts on it, in the order they are shown.
 */
export function termsOf(terms: Terms, reservations: readonly Reservation[]): Term[] {
  const { maxShare, lengthMonths, maxAgeYears, excluded } = terms
  return [
    ...range(terms.minEmployees, terms.maxEmployees).map((each): Term => ({ kind: 'EMPLOYEES', ...each })),
    ...range(terms.minTurnover, terms.maxTurnover).map((each): Term => ({ kind: 'TURNOVER', ...each })),
    ...stated(maxAgeYears).map((mostYears): Term => ({ kind: 'AGE', mostYears })),
    ...(terms.forExporters ? [{ kind: 'EXPORTS' } as const] : []),
    ...(terms.replacesSecurity ? [{ kind: 'SECURITY' } as const] : []),
    ...stated(maxShare).map((most): Term => ({ kind: 'SHARE', most })),
    ...range(terms.minAmount, terms.maxAmount).map((each): Term => ({ kind: 'AMOUNT', of: terms.amountOf, ...each })),
    ...stated(lengthMonths).map((months): Term => ({ kind: 'LENGTH', months })),
    ...(excluded.wholly.length + excluded.partly.length > 0 ? [{ kind: 'EXCLUDED_PLACES', ...excluded } as const] : []),
    ...terms.others.map((words): Term => ({ kind: 'OTHER', words })),
    ...terms.presupposes.map((words): Term => ({ kind: 'PRESUPPOSED', words })),
    ...reservations.map((reservation): Term => ({ kind: 'RESERVATION', reservation })),
  ]
}

function range(from: number | null, to: number | null): Range[] {
  return from === null && to === null ? [] : [{ from, to }]
}

function stated(figure: number | null): number[] {
  return figure === null ? [] : [figure]
}

/** Whether an SME meets a term, as far as is known of it. */
export function judgeTerm(term: Term, sme: Sme): Verdict {
  switch (term.kind) {
    case 'EMPLOYEES':
      return judgeRange(sme.employees, sme.most.employees, term)
    case 'TURNOVER':
      return judgeRange(sme.turnover, sme.most.turnover, term)
    case 'AGE':
      return sme.ageYears === null ? 'UNKNOWN' : sme.ageYears <= term.mostYears ? 'MET' : 'FAILED'
    case 'EXPORTS':
      return sme.exports === null ? 'UNKNOWN' : sme.exports ? 'MET' : 'FAILED'
    case 'EXCLUDED_PLACES':
      return judgeExcluded(term, sme)
    // It asks nothing of the SME.
    case 'SECURITY':
      return 'MET'
    // What the SME wants to do, and at what cost, is in no profile.
    case 'AMOUNT':
    case 'SHARE':
    case 'LENGTH':
    case 'PRESUPPOSED':
    case 'RESERVATION':
    case 'OTHER':
      return 'UNKNOWN'
  }
}

/**
 * @param most what the SME's size class lets the figure be at most, which settles a term where the figure is not known.
 */
function judgeRange(figure: number | null, most: number | null, { from, to }: Range): Verdict {
  if (figure !== null) return figure >= (from ?? figure) && figure <= (to ?? figure) ? 'MET' : 'FAILED'
  return from === null && to !== null && most !== null && most <= to ? 'MET' : 'UNKNOWN'
}

function judgeExcluded({ wholly, partly }: ExcludedPlaces, { places }: Sme): Verdict {
  const { within, perhapsWithin } = places
  if (wholly.some(({ id }) => within.has(id))) return 'FAILED'
  if (partly.some(({ id }) => within.has(id)) || perhapsWithin === 'ANYTHING') return 'UNKNOWN'
  return [...wholly, ...partly].some(({ id }) => perhapsWithin.has(id)) ? 'UNKNOWN' : 'MET'
}
