import { compare } from '../../graph/sort-name.js'
import type { Named, Sentence } from '../../language/wording.js'
import type { Initiative, SupportActor, SupportArea } from '../facts/actors.js'
import { byName, idsByName } from '../facts/by-name.js'
import type { Level, NamedPlace } from '../facts/limits.js'
import { type JudgedLimit, judgeLimit, nearest } from '../facts/reach.js'
import type { Sme } from '../facts/sme.js'
import type { JudgedTerm, Term } from '../facts/terms.js'
import { type JudgedWay, judgeWay, type Way, waysOf } from '../facts/ways.js'
import { reasonSentence } from './reason-sentences.js'
import { conditionSentence } from './term-sentences.js'

/** One way from an actor to a need, as a path in the graph that a reader can follow. */
export interface Reason extends Sentence {
  /** Place (where the actor names it), actor, initiative (if through one), area, need. */
  readonly path: readonly string[]
}

/** A term of an offered initiative; UNKNOWN is for the reader to check. */
export interface Condition extends Sentence {
  readonly term: Term['kind']
  readonly verdict: 'MET' | 'UNKNOWN'
}

export interface OfferedInitiative {
  readonly initiative: string
  readonly conditions: readonly Condition[]
}

/** An actor that reaches an SME and meets needs of it. Entities stand as ids, lists by name. */
export interface SupportMatch {
  readonly actor: string
  readonly sortName: string
  readonly reach: string
  readonly meets: readonly string[]
  readonly through: readonly string[]
  readonly initiatives: readonly OfferedInitiative[]
  readonly score: number
  readonly reasons: readonly Reason[]
}

export interface SupportAnswer {
  /** Best first, then by name and id. */
  readonly matches: readonly SupportMatch[]
  /** Needs that nobody who reaches the SME meets, by name. */
  readonly unmet: readonly string[]
}

/** What is asked: an SME, its needs, and whether proposed initiatives are taken as in force. */
export interface SupportQuestion {
  readonly sme: Sme
  readonly needs: readonly Named[]
  readonly includeProposed: boolean
  /** Where an actor that names no place reaches: the whole country. */
  readonly country: string
}

/** A way from an actor that lets the SME in to a need of it. */
interface WayToNeed extends JudgedWay {
  readonly initiative: Initiative | null
  readonly area: SupportArea
  readonly need: Named
  readonly sourced: boolean
}

/** Who of these actors reaches an SME and meets which of its needs, and why. */
export function matchSupport(actors: readonly SupportActor[], question: SupportQuestion): SupportAnswer {
  const matches = actors
    .map((actor) => matchActor(actor, question))
    .filter((match) => match !== null)
    .toSorted(byScore)
  const met = new Set(matches.flatMap(({ meets }) => meets))
  const unmet = question.needs.filter(({ id }) => !met.has(id))
  return { matches, unmet: idsByName(unmet) }
}

function matchActor(actor: SupportActor, question: SupportQuestion): SupportMatch | null {
  const ways = waysToNeedsOf(actor, question)
  if (ways.length === 0) return null
  const places = judgeLimit(actor.limits.places, question.sme.places)
  const served = nearest(places.through)
  const holding = nearest(holdingOf(places)) ?? nearest(ways.flatMap(({ limits }) => holdingOf(limits.places)))
  const reach = actor.limits.places.named ? holding : null
  const meets = idsByName(ways.map(({ need }) => need))
  return {
    actor: actor.id,
    sortName: actor.sortName,
    reach: reach?.id ?? question.country,
    meets,
    through: idsByName(ways.map(({ area }) => area)),
    initiatives: offeredInitiatives(ways),
    score: scoreOf(meets.length / question.needs.length, reach?.level ?? 'NATIONAL', ways),
    reasons: ways.toSorted(byNeed).map((way) => reasonOf(actor, served, way)),
  }
}

function waysToNeedsOf(actor: SupportActor, { sme, needs, includeProposed }: SupportQuestion): WayToNeed[] {
  const asked = new Set(needs.map(({ id }) => id))
  return waysOf(actor, includeProposed ? ['ACTIVE', 'PROPOSED'] : ['ACTIVE']).flatMap((way) => {
    const judged = judgeWay(way, sme)
    return judged === null ? [] : waysToNeeds(way, judged, asked)
  })
}

function waysToNeeds({ initiative, provides }: Way, judged: JudgedWay, asked: ReadonlySet<string>): WayToNeed[] {
  return provides.flatMap(({ area, sourced }) =>
    area.meets.filter(({ id }) => asked.has(id)).map((need) => ({ ...judged, initiative, area, need, sourced })),
  )
}

/** Places that hold the SME for certain: where it lies is not always known. */
const holdingOf = ({ verdict, through }: JudgedLimit<NamedPlace>): readonly NamedPlace[] =>
  verdict === 'MET' ? through : []

/**
 * Neighbours on a path are joined by a relationship, so a place stands on it only where the actor serves it.
 * @param served the nearest place that the actor itself names and that holds the SME.
 */
function reasonOf(actor: SupportActor, served: NamedPlace | null, way: WayToNeed): Reason {
  const { initiative, area, need } = way
  const path = [served, actor, initiative, area, need].filter((entity) => entity !== null)
  return {
    ...reasonSentence({ ...way, actor, served, covered: nearest(way.limits.places.through) }),
    path: path.map(({ id }) => id),
  }
}

function offeredInitiatives(ways: readonly WayToNeed[]): OfferedInitiative[] {
  const terms = new Map(ways.flatMap((way) => (way.initiative ? [[way.initiative, way.terms] as const] : [])))
  return [...terms]
    .toSorted(([left], [right]) => byName(left, right))
    .map(([{ id }, judged]) => ({ initiative: id, conditions: judged.flatMap(conditionOf) }))
}

function conditionOf(judged: JudgedTerm): Condition[] {
  const { term, verdict } = judged
  return verdict === 'FAILED' ? [] : [{ term: term.kind, verdict, ...conditionSentence(judged) }]
}

const nearness: Readonly<Record<Level, number>> = { LOCAL: 1, COUNTY: 2 / 3, NATIONAL: 1 / 3 }

/** 0.7 · needs met / needs asked + 0.2 · nearness + 0.1 where a source other than this project's assessment says so. */
function scoreOf(shareMet: number, level: Level, ways: readonly WayToNeed[]): number {
  // In tenths, so that a perfect match is 1 and not 0.9999….
  return (7 * shareMet + 2 * nearness[level] + (ways.some(({ sourced }) => sourced) ? 1 : 0)) / 10
}

/** Order of matches: best score first, then name, then id. */
export function byScore(left: SupportMatch, right: SupportMatch): number {
  return right.score - left.score || compare(left.sortName, right.sortName) || compare(left.actor, right.actor)
}

/** Order of reasons: by need, what the actor itself provides before initiatives, then by initiative and area. */
function byNeed(left: WayToNeed, right: WayToNeed): number {
  return (
    byName(left.need, right.need) || byInitiative(left.initiative, right.initiative) || byName(left.area, right.area)
  )
}

function byInitiative(left: Initiative | null, right: Initiative | null): number {
  if (left && right) return byName(left, right)
  return Number(left !== null) - Number(right !== null)
}
