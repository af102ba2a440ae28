import type { HelpKind } from '../../classification/help-kind.js'
import type { MatchingWeights } from '../../edition/matching-part.js'
import { yearOf } from '../facts/initiative-status.js'
import type { Sme } from '../facts/sme.js'
import type { JudgedTerm, Term } from '../facts/terms.js'
import type { JudgedWay, Way, WayToNeed } from '../facts/ways.js'
import {
  buyerWords,
  evidenceWords,
  exportWords,
  helpWords,
  incubatorWords,
  largeScaleWords,
  reservationWords,
  securityWords,
  strengthWords,
  termsWords,
  universityWords,
} from './rule-sentences.js'
import { type Multiplier, multiplies } from './weighed.js'

/** What rules ask of the SME, the day and the region. */
export interface Circumstances {
  readonly sme: Sme
  readonly weights: MatchingWeights
  /** ISO. */
  readonly asOf: string
  /** Whether the SME lies inland. */
  readonly inland: boolean
  /** The sites of the buyer that it wants to supply and what holds them; null where it names none. */
  readonly buyerSites: ReadonlySet<string> | null
  /** Its id; null where none is named. */
  readonly buyer: string | null
}

/** A way that lets the SME in, to one need. */
export interface WayFollowed {
  readonly way: Way
  readonly judged: JudgedWay
  readonly to: WayToNeed
}

/** What one rule says of a way; null where the rule is not about it. */
type WayRule = (followed: WayFollowed, circumstances: Circumstances) => Multiplier | null

/** Whether the need is what the actor or offer is there for. */
const strength: WayRule = ({ way, to }, { weights }) => {
  const stated = to.meeting?.strength ?? 'SIDE'
  return multiplies('STRENGTH', weights.strength[stated], () => strengthWords(way, stated))
}

/** Who solves a need stands before who talks about it. */
const help: WayRule = ({ way, to: { need } }, { weights }) => {
  if (!way.initiative) return null
  const [best] = way.initiative.help
    .map((kind) => ({ kind, weight: helpWeight(kind, need.id, weights) }))
    .toSorted((left, right) => right.weight - left.weight)
  const weight = best?.weight ?? weights.help.otherwise
  return multiplies('HELP', weight, () => helpWords(best?.kind ?? null, need))
}

function helpWeight(kind: HelpKind, need: string, { help: { weights, otherwise, needs } }: MatchingWeights): number {
  const rank = needs[need]?.findIndex((kinds) => kinds.includes(kind)) ?? -1
  return weights[rank] ?? otherwise
}

/** How well it is known to be there: evidence weighs, and does not rule. */
const evidence: WayRule = ({ way, to }, { weights, asOf }) =>
  multiplies('EVIDENCE', evidenceWeight(way, to, weights, asOf), () => evidenceWords(way, to.evidence))

function evidenceWeight(
  { initiative }: Way,
  to: WayToNeed,
  { evidence: known }: MatchingWeights,
  asOf: string,
): number {
  if (to.evidence === 'IN_FORCE') return known.inForce
  if (to.evidence !== 'LAST_SEEN' || !initiative) return known.competence
  const { year, undatedPage } = initiative.lastSeen
  const age = year === null ? Number.POSITIVE_INFINITY : yearOf(asOf) - year
  const byYear = known.lastSeen.find(({ years }) => age <= years)?.weight ?? known.competence
  const undated = { OWN: known.ownPageWithoutYear, OTHERS: known.othersPageWithoutYear }
  return Math.max(byYear, undatedPage ? undated[undatedPage] : 0)
}

/**
 * Terms that are asked of the firm; what an offer gives is none, and exports and reservations have rules of their own.
 */
const askedOfFirm: ReadonlySet<Term['kind']> = new Set(['EMPLOYEES', 'TURNOVER', 'AGE', 'EXCLUDED_PLACES', 'OTHER'])

/** A failed term excludes; an unknown one lowers, and is shown. */
const terms: WayRule = ({ judged }, { weights: { terms: weight } }) => {
  const open = judged.terms.filter(({ term, verdict }) => verdict === 'UNKNOWN' && askedOfFirm.has(term.kind))
  if (open.length === 0) return null
  return multiplies('TERMS', Math.max(weight.least, weight.unknown ** open.length), () => termsWords(open.length))
}

/** What is to be known before a firm counts on it; the heaviest decides. */
const reservations: WayRule = ({ way }, { weights }) => {
  const [heaviest] = way.terms
    .flatMap((term) => (term.kind === 'RESERVATION' ? term.reservation : []))
    .map((reservation) => ({ reservation, weight: weights.reservations[reservation] }))
    .toSorted((left, right) => left.weight - right.weight)
  return heaviest ? multiplies('RESERVATIONS', heaviest.weight, () => reservationWords[heaviest.reservation]) : null
}

/** What replaces security before what other public lenders lend, before a bank. */
const security: WayRule = ({ way, to: { need } }, { sme, weights, inland }) => {
  const { needs, publicLender, bank, bankInland, bankWithLittleTurnover: little } = weights.security
  if (!needs.includes(need.id)) return null
  if (way.initiative?.terms.replacesSecurity) return multiplies('SECURITY', 1, () => securityWords.replaces)
  if (way.actor.kind === 'BANK') {
    const lending = inland ? bankInland : bank
    const isLittle = sme.turnover !== null && sme.turnover < little.below
    return multiplies('SECURITY', isLittle ? lending * little.factor : lending, () => securityWords.bank)
  }
  const lends = way.initiative?.help.some((kind) => kind === 'LOAN' || kind === 'GUARANTEE') ?? false
  return lends ? multiplies('SECURITY', publicLender, () => securityWords.publicLender) : null
}

const isOf = (kind: Term['kind'], { terms: judged }: JudgedWay): JudgedTerm | undefined =>
  judged.find(({ term }) => term.kind === kind)

/** Help for exporters, where it is not known whether the firm exports. */
const exporting: WayRule = ({ judged }, { sme, weights: { exports } }) => {
  if (isOf('EXPORTS', judged)?.verdict !== 'UNKNOWN') return null
  const isLikely = exports.sectors.some((sector) => sme.sectors.within.has(sector))
  return multiplies(
    'EXPORTS',
    isLikely ? exports.likely : exports.unlikely,
    () => exportWords[isLikely ? 'likely' : 'unlikely'],
  )
}

/** Large funds and investment aid are not for two people. */
const largeScale: WayRule = ({ way, to }, { sme, weights: { largeScale: large } }) => {
  if (!way.initiative?.terms.largeScale && !to.meeting?.largeScale) return null
  const isFew = sme.employees !== null && sme.employees <= large.employees
  const isLittle = sme.turnover !== null && sme.turnover < large.turnover
  return isFew || isLittle ? multiplies('LARGE_SCALE', large.factor, () => largeScaleWords) : null
}

/** Incubators are for the young and small. */
const incubator: WayRule = ({ way }, { sme: { employees }, weights: { incubators } }) => {
  const isIncubation = way.initiative ? way.initiative.help.includes('INCUBATION') : way.actor.kind === 'INCUBATOR'
  if (!isIncubation) return null
  const known = employees === null ? 'unknown' : employees <= incubators.employees ? 'small' : 'larger'
  return multiplies('INCUBATOR', incubators[known], () => incubatorWords[known])
}

/**
 * Of ways to a buyer the buyer's place counts: one that is opened from elsewhere, or by a buyer that has no site here.
 */
const buyer: WayRule = ({ way, to: { need } }, { sme, weights: { buyers }, buyerSites }) => {
  if (way.viaBuyer) {
    return buyerSites ? null : multiplies('BUYER', buyers.elsewhere, () => buyerWords.elsewhere)
  }
  if (way.actor.kind !== 'BUYER' || !buyers.needs.includes(need.id)) return null
  const where = buyerSites ?? sme.places.within
  return way.actor.seats.some(({ id }) => where.has(id))
    ? null
    : multiplies('BUYER', buyers.withoutSite, () => buyerWords.withoutSite)
}

/** Universities, for trades that are learned at work. */
const university: WayRule = ({ way, to: { need } }, { sme, weights: { universities } }) => {
  if (way.actor.kind !== 'UNIVERSITY' || !universities.needs.includes(need.id)) return null
  const isLearnedAtWork = universities.sectors.some((sector) => sme.sectors.within.has(sector))
  return isLearnedAtWork ? multiplies('UNIVERSITY', universities.factor, () => universityWords) : null
}

/** Every rule of a way, in the order in which they are read. */
export const wayRules: readonly WayRule[] = [
  ...[strength, help, evidence, terms, reservations, security, exporting, largeScale, incubator, buyer, university],
]
