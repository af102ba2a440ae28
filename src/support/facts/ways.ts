import type { Initiative, Provision, SupportActor } from './actors.js'
import type { InitiativeStatus } from './initiative-status.js'
import type { Limits } from './limits.js'
import { type JudgedLimits, judgeLimits, reaches } from './reach.js'
import type { Sme } from './sme.js'
import { type JudgedTerm, judgeTerms, type Term, termsOf } from './terms.js'

/**
 * A way by which an actor helps SMEs: itself, or an initiative as it offers it. Who reaches whom is a matter of ways: an
 * SME is reached by those that no limit and no term of theirs closes to it. `judgeWay` says so of one SME of which the facts
 * are at hand, `firms-let-in.ts` of firms in the database.
 */
export interface Way {
  /** Null for the actor itself. */
  readonly initiative: Initiative | null
  readonly limits: Limits
  readonly terms: readonly Term[]
  readonly provides: readonly Provision[]
}

/** The ways of an actor: itself, then by the initiatives it offers that stand where they count. */
export function waysOf(actor: SupportActor, statuses: readonly InitiativeStatus[] = ['ACTIVE']): Way[] {
  const itself: Way = { initiative: null, limits: actor.limits, terms: [], provides: actor.provides }
  const offered = actor.offers
    .filter(({ status }) => statuses.includes(status))
    .map((initiative): Way => {
      const { terms, addresses } = initiative
      return { initiative, limits: limitsAsOffered(initiative, actor), terms: termsOf(terms), provides: addresses }
    })
  return [itself, ...offered]
}

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

/** Ids of the needs that what is provided meets. */
export function needsMetBy(provisions: readonly Provision[]): ReadonlySet<string> {
  return new Set(provisions.flatMap(({ area }) => area.meets.map(({ id }) => id)))
}
