import { grouped } from '../../kernel/grouped.js'
import type { Named } from '../../language/wording.js'
import type { Initiative, Meeting, SupportActor, SupportArea } from './actors.js'
import { bestOf, type SupportEvidence, suffices } from './evidence.js'
import type { Limits, NamedPlace } from './limits.js'
import { type JudgedLimits, judgeLimits, reaches } from './reach.js'
import type { Sme } from './sme.js'
import { type JudgedTerm, judgeTerms, type Term, termsOf } from './terms.js'

/** A need that a way leads to: met directly, or through a support area that meets it. */
export interface WayToNeed {
  readonly need: Named
  readonly evidence: SupportEvidence
  /** How it meets the need directly; null through an area. */
  readonly meeting: Meeting | null
  readonly area: SupportArea | null
}

/**
 * A way by which an actor helps SMEs: itself, or an initiative as it offers it. Who reaches whom is a matter of ways:
 * an SME is reached by those that no limit and no term of theirs closes to it. `judgeWay` says so of one SME of which
 * the facts are at hand, `firms-let-in.ts` of firms in the database.
 */
export interface Way {
  readonly actor: SupportActor
  /** Null for the actor itself. */
  readonly initiative: Initiative | null
  readonly limits: Limits
  readonly terms: readonly Term[]
  /** Whether it leads by a buyer in the actor's place to firms of the whole region. */
  readonly viaBuyer: boolean
  readonly to: readonly WayToNeed[]
}

/** Which ways are meant. */
export interface WaysWanted {
  /** The region's counties, to whose firms a way by a buyer leads. */
  readonly region: readonly NamedPlace[]
  /** The least evidence that counts. */
  readonly evidence: SupportEvidence
  readonly includeProposed?: boolean
}

/** Made once for an actor, region and what is wanted: questions ask for the same ways again and again. */
const made = new WeakMap<SupportActor, MadeInRegion>()
type MadeInRegion = WeakMap<WaysWanted['region'], Map<string, readonly Way[]>>

/** The ways of an actor that lead to any need: itself, then by the initiatives it offers that stand where they count. */
export function waysOf(actor: SupportActor, wanted: WaysWanted): readonly Way[] {
  const { region, evidence, includeProposed = false } = wanted
  const ofActor: MadeInRegion = made.get(actor) ?? new WeakMap()
  made.set(actor, ofActor)
  const inRegion = ofActor.get(region) ?? new Map<string, readonly Way[]>()
  ofActor.set(region, inRegion)
  const key = `${evidence} ${includeProposed}`
  const ways = inRegion.get(key) ?? makeWays(actor, wanted)
  inRegion.set(key, ways)
  return ways
}

const makeWays = (actor: SupportActor, wanted: WaysWanted): readonly Way[] => [
  ...ownWays(actor, wanted),
  ...actor.offers.flatMap((initiative) => waysByInitiative(initiative, actor, wanted)),
]

function ownWays(actor: SupportActor, wanted: WaysWanted): Way[] {
  const helping = actor.helpsWith.map((meeting) => directly(meeting, meeting.evidence))
  const way = { actor, initiative: null, limits: actor.limits, terms: [] }
  return waysBy(way, [...helping, ...throughAreas(actor.provides)], wanted)
}

function waysByInitiative(initiative: Initiative, actor: SupportActor, wanted: WaysWanted): Way[] {
  const evidence = evidenceOf(initiative, wanted.includeProposed ?? false)
  if (evidence === null) return []
  const way = {
    ...{ actor, initiative, limits: limitsAsOffered(initiative, actor) },
    terms: termsOf(initiative.terms, initiative.reservations),
  }
  const direct = initiative.meets.map((meeting) => directly(meeting, evidence))
  return waysBy(way, [...direct, ...throughAreas(initiative.addresses)], wanted)
}

/** How well an initiative is known to be there, a proposed one as if it were where those are included; null where it is not. */
export function evidenceOf({ status, evidence }: Initiative, includeProposed: boolean): SupportEvidence | null {
  return includeProposed && status === 'PROPOSED' ? 'IN_FORCE' : evidence
}

const directly = (meeting: Meeting, evidence: SupportEvidence): WayToNeed => ({
  ...{ need: meeting.need, evidence, meeting, area: null },
})

const throughAreas = (areas: readonly SupportArea[]): WayToNeed[] =>
  areas.flatMap((area) => area.meets.map((need): WayToNeed => ({ need, evidence: 'AREA', meeting: null, area })))

/**
 * The ways that differ in what they ask and whom they let in: each to the needs that it leads to, and by a buyer to the
 * region's firms.
 */
function waysBy(
  way: Pick<Way, 'actor' | 'initiative' | 'limits' | 'terms'>,
  to: readonly WayToNeed[],
  { region, evidence }: WaysWanted,
): Way[] {
  const counting = to.filter((each) => suffices(each.evidence, evidence))
  const byTerms = grouped(counting, ({ meeting }) => JSON.stringify(meeting ? termsOfMeeting(meeting) : []))
  const direct = [...byTerms.values()].map((those): Way => {
    const own = those[0]?.meeting ? termsOfMeeting(those[0].meeting) : []
    return { ...way, terms: [...way.terms, ...own], viaBuyer: false, to: those }
  })
  const limits = { ...way.limits, places: { named: true, inForce: region } }
  const byBuyer = direct.flatMap((each): Way[] => {
    const led = each.to.filter(({ meeting }) => meeting?.viaBuyer)
    return led.length > 0 ? [{ ...each, limits, viaBuyer: true, to: led }] : []
  })
  return [...direct, ...byBuyer]
}

const termsOfMeeting = ({ ifExporting, reservations }: Meeting): Term[] => [
  ...(ifExporting ? [{ kind: 'EXPORTS' } as const] : []),
  ...reservations.map((reservation): Term => ({ kind: 'RESERVATION', reservation })),
]

/** The limits of an initiative as this actor offers it: the actor's own stand in for each kind that it does not name. */
export function limitsAsOffered(initiative: Initiative, actor: SupportActor): Limits {
  const { places, sectors, sizes } = initiative.limits
  return {
    places: places.named ? places : actor.limits.places,
    sectors: sectors.named ? sectors : actor.limits.sectors,
    sizes: sizes.named ? sizes : actor.limits.sizes,
  }
}

/** What a way asks, judged for an SME that it lets in as far as is known. */
export interface JudgedWay {
  readonly limits: JudgedLimits
  readonly terms: readonly JudgedTerm[]
}

/** Null where a limit or a term of the way closes it to the SME. */
export function judgeWay({ limits, terms }: Pick<Way, 'limits' | 'terms'>, sme: Sme): JudgedWay | null {
  const judged = { limits: judgeLimits(limits, sme), terms: judgeTerms(terms, sme) }
  return reaches(judged.limits) && judged.terms.every(({ verdict }) => verdict !== 'FAILED') ? judged : null
}

/** Ids of the needs that a way leads to. */
export function needsMetBy({ to }: Pick<Way, 'to'>): ReadonlySet<string> {
  return new Set(to.map(({ need }) => need.id))
}

/** The best evidence by which a way leads to a need; null where it does not. */
export function evidenceFor({ to }: Pick<Way, 'to'>, need: string): SupportEvidence | null {
  return bestOf(to.filter((each) => each.need.id === need).map(({ evidence }) => evidence))
}
