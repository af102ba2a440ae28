import type { HelpKind } from '../../classification/help-kind.js'
import type { CursorValues } from '../../graph/compose/cursor.js'
import { compare } from '../../graph/sort-name.js'
import type { Named } from '../../language/wording.js'
import type { Contact, Initiative, SupportActor } from '../facts/actors.js'
import { byName, idsByName } from '../facts/by-name.js'
import { bestOf, type SupportEvidence, suffices } from '../facts/evidence.js'
import type { NamedPlace } from '../facts/limits.js'
import { type JudgedLimit, judgeLimit, letsIn, nearest } from '../facts/reach.js'
import { judgeWay, type Way, type WaysWanted, type WayToNeed, waysOf } from '../facts/ways.js'
import { fitOf, type WayFit } from './fit-rule.js'
import { type OfferedInitiative, offeredBy } from './offered.js'
import { type Reason, reasonOf } from './reason.js'
import { scoreOf } from './score-rule.js'
import type { Circumstances } from './way-rules.js'
import type { WeighedRule } from './weighed.js'

/**
 * An actor that reaches an SME and meets needs of it. Entities stand as ids, lists by name where nothing else is said.
 */
export interface SupportMatch {
  readonly actor: string
  readonly sortName: string
  readonly contact: Contact
  readonly reach: string
  readonly meets: readonly string[]
  readonly through: readonly string[]
  readonly evidence: SupportEvidence
  /** What fits best first. */
  readonly initiatives: readonly OfferedInitiative[]
  readonly score: number
  readonly weighed: readonly WeighedRule[]
  readonly reasons: readonly Reason[]
}

export interface SupportAnswer {
  /** Best first, then by name and id; those of which only an area is known last. */
  readonly matches: readonly SupportMatch[]
  /** Needs that nobody who reaches the SME is known to meet, by name. */
  readonly unmet: readonly string[]
  /** Actors to knock on of whose help nothing is known, by name. */
  readonly doors: readonly string[]
  /** How many more actors would match if less evidence counted. */
  readonly moreWithLess: number
}

/** What is asked: an SME, its needs, and what counts. */
export interface SupportQuestion extends Circumstances, Required<WaysWanted> {
  readonly needs: readonly Named[]
  /** Kinds of help that it wants; null for any. */
  readonly wants: readonly HelpKind[] | null
  /** Where an actor that names no place reaches: the whole country. */
  readonly country: string
}

/** Who of these actors reaches an SME and meets which of its needs, and why. */
export function matchSupport(actors: readonly SupportActor[], question: SupportQuestion): SupportAnswer {
  const reaching = actors.flatMap((actor) => {
    const fits = fitsOf(actor, question)
    return fits.length > 0 || isDoorTo(actor, question) ? [{ actor, fits }] : []
  })
  const doors = reaching.filter(isDoor)
  const ranked = reaching.filter((each) => !isDoor(each))
  const matches = ranked.flatMap(({ actor, fits }) => matchOf(actor, fits, question) ?? []).toSorted(byScore)
  const met = needsMetBy(reaching, question.evidence)
  return {
    matches,
    unmet: idsByName(question.needs.filter(({ id }) => !met.has(id))),
    doors: idsByName(doors.map(({ actor }) => actor)),
    moreWithLess: ranked.length - matches.length,
  }
}

interface Reaching {
  readonly actor: SupportActor
  readonly fits: readonly WayFit[]
}

/** A door is no contact to rank, and yet its field counts for what is met, as it does in the coverage. */
const needsMetBy = (reaching: readonly Reaching[], least: SupportEvidence): ReadonlySet<string> =>
  new Set(
    reaching
      .flatMap(({ fits }) => fits.map(({ followed }) => followed.to))
      .filter(({ evidence }) => suffices(evidence, least))
      .map(({ need }) => need.id),
  )

/**
 * Offices and groups of which no more is known than where they are and what their field is: they are no contact to
 * rank.
 */
const isDoor = ({ actor, fits }: Reaching): boolean =>
  actor.kind === 'GROUP' ||
  (actor.kind === 'BUSINESS_OFFICE' && fits.every(({ followed }) => followed.to.evidence === 'AREA'))

/** A municipality's office is a door to its firms, whatever they need. */
const isDoorTo = ({ kind, limits }: SupportActor, { sme }: SupportQuestion): boolean =>
  kind === 'BUSINESS_OFFICE' && limits.places.named && letsIn(limits.places, sme.places.within)

/**
 * How every way of an actor that lets the SME in fits each need that it leads to, whatever its evidence; ordered by
 * `byFit`.
 */
function fitsOf(actor: SupportActor, question: SupportQuestion): WayFit[] {
  const { sme, region, needs, includeProposed } = question
  const asked = new Set(needs.map(({ id }) => id))
  return waysOf(actor, { region, evidence: 'AREA', includeProposed })
    .filter((way) => isWanted(way, question))
    .flatMap((way) => {
      const judged = judgeWay(way, sme)
      const to = way.to.filter((each) => asked.has(each.need.id) && leadsToBuyer(way, each, question))
      return judged === null ? [] : to.map((each) => fitOf({ way, judged, to: each }, question))
    })
    .toSorted(byFit)
}

/** What an actor can in general is help of no kind in particular. */
const isWanted = ({ initiative }: Way, { wants }: SupportQuestion): boolean =>
  wants === null || initiative === null || initiative.help.some((kind) => wants.includes(kind))

/** To the buyer that is asked for leads a place where it has a site; what another buyer does itself does not. */
function leadsToBuyer({ actor }: Way, { meeting, need }: WayToNeed, question: SupportQuestion): boolean {
  const { buyer, buyerSites, weights } = question
  if (meeting?.viaBuyer && buyerSites !== null) return letsIn(actor.limits.places, buyerSites)
  const isOther = actor.kind === 'BUYER' && buyer !== null && !actor.buysFor.includes(buyer)
  return !isOther || !weights.buyers.needs.includes(need.id)
}

function matchOf(actor: SupportActor, fits: readonly WayFit[], question: SupportQuestion): SupportMatch | null {
  const counting = fits.filter(({ followed }) => suffices(followed.to.evidence, question.evidence))
  const evidence = bestOf(counting.map(({ followed }) => followed.to.evidence))
  if (evidence === null) return null
  const shown = withoutNeedless(counting)
  const places = judgeLimit(actor.limits.places, question.sme.places)
  const holding =
    nearest(holdingOf(places)) ?? nearest(shown.flatMap(({ followed }) => holdingOf(followed.judged.limits.places)))
  return {
    actor: actor.id,
    sortName: actor.sortName,
    contact: actor.contact,
    reach: (actor.limits.places.named ? holding : null)?.id ?? question.country,
    meets: idsByName(shown.map(({ followed }) => followed.to.need)),
    through: idsByName(shown.flatMap(({ followed }) => followed.to.area ?? [])),
    evidence,
    initiatives: offeredBy(shown),
    ...scoreOf(fits, question.needs.length, question.weights),
    reasons: shown.map(({ followed }) => reasonOf(nearest(places.through), followed)),
  }
}

/** Places that hold the SME for certain: where it lies is not always known. */
const holdingOf = ({ verdict, through }: JudgedLimit<NamedPlace>): readonly NamedPlace[] =>
  verdict === 'MET' ? through : []

/**
 * Of a need that an actor meets in a better way, an area says nothing more, nor does what it can in general, nor the
 * way by a buyer for firms of elsewhere.
 */
function withoutNeedless(fits: readonly WayFit[]): WayFit[] {
  const isNeedless = ({ followed: { way, to }, fit }: WayFit, { followed: other, fit: otherFit }: WayFit) =>
    to.area !== null ||
    (way.initiative === null && other.way.initiative !== null && otherFit >= fit) ||
    (way.viaBuyer && !other.way.viaBuyer && other.way.initiative === way.initiative)
  return fits.filter(
    (each) =>
      !fits.some(
        (other) =>
          other.followed.to.need.id === each.followed.to.need.id &&
          other.followed.to.area === null &&
          isNeedless(each, other),
      ),
  )
}

/** Order of ways: by need, then what fits best, then by initiative, what the actor itself can last, and by area. */
function byFit(left: WayFit, right: WayFit): number {
  const [{ way, to }, { way: other, to: otherTo }] = [left.followed, right.followed]
  return (
    byName(to.need, otherTo.need) ||
    right.fit - left.fit ||
    byInitiative(way.initiative, other.initiative) ||
    (to.area && otherTo.area ? byName(to.area, otherTo.area) : 0)
  )
}

function byInitiative(left: Initiative | null, right: Initiative | null): number {
  if (left && right) return byName(left, right)
  return Number(left === null) - Number(right === null)
}

/** Order of matches: those of which only an area is known last; best score first, then name, then id. */
export function byScore(left: SupportMatch, right: SupportMatch): number {
  return (
    Number(left.evidence === 'AREA') - Number(right.evidence === 'AREA') ||
    right.score - left.score ||
    compare(left.sortName, right.sortName) ||
    compare(left.actor, right.actor)
  )
}

/** What orders matches, for cursors. */
export const keysOfMatch = ({ evidence, score, sortName, actor }: SupportMatch): CursorValues => [
  ...[evidence === 'AREA' ? 1 : 0, -score, sortName, actor],
]
