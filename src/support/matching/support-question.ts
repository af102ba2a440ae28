import type { Page } from '../../graph/compose/page.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import type { Sentence } from '../../language/wording.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import { idsByName } from '../facts/by-name.js'
import { Elsewhere, type NearestActor } from '../facts/elsewhere-rule.js'
import { leastByDefault, type SupportEvidence } from '../facts/evidence.js'
import { municipalitiesAmong } from '../facts/geography.js'
import { needsNamed } from '../facts/needs-named.js'
import { readProfile, type SmeProfile } from '../facts/read-profile.js'
import { supportSystem } from '../facts/read-system.js'
import type { SupportSystem } from '../facts/system.js'
import { actorsThat } from './actor-rule.js'
import { assumptionsOf } from './assumptions.js'
import { matchSupport, type SupportAnswer, type SupportMatch, type SupportQuestion } from './match-rule.js'

export interface SupportForQuestion {
  readonly profile: SmeProfile
  readonly includeProposed: boolean
  readonly asOf: string
  /** COMPETENCE where it is left out. */
  readonly evidence?: SupportEvidence | null | undefined
}

/** A need that nobody who reaches an SME is known to meet, with what else is known of it. */
export interface NobodyFor {
  readonly need: string
  readonly nearestActor: NearestActor | null
  /** Initiatives that met it and have ended, or are proposed or planned, by name. */
  readonly notInForce: readonly string[]
}

/** Who helps an SME, and what to know where nobody does. */
export interface SupportForAnswer extends SupportAnswer {
  /** In the order of `unmet`. */
  readonly nobodyFor: readonly NobodyFor[]
  readonly assumed: readonly Sentence[]
}

/** A page of the actors that support an SME, with what is said beside them. */
export interface MatchPage extends Page<SupportMatch>, Omit<SupportForAnswer, 'matches'> {}

/**
 * Who reaches an SME and meets its needs, and why; best first.
 * @throws BadUserInputError, NotFoundError for a profile that is not one.
 */
export async function supportFor(
  knowledge: KeptKnowledge,
  { profile, includeProposed, asOf, evidence }: SupportForQuestion,
): Promise<SupportForAnswer> {
  const system = await knowledge.reference.of(supportSystem, asOf)
  const question = await readQuestion(knowledge, { profile, includeProposed, asOf, evidence }, system)
  const answer = matchSupport(system.actors, question)
  return { ...answer, nobodyFor: nobodyFor(answer.unmet, question, system), assumed: assumptionsOf(question) }
}

/**
 * What is asked of a support system, with what is known of the SME and the region's weights.
 * @throws BadUserInputError, NotFoundError for a profile that is not one.
 */
export async function readQuestion(
  knowledge: KeptKnowledge,
  { profile, includeProposed, asOf, evidence }: SupportForQuestion,
  system: SupportSystem,
): Promise<SupportQuestion> {
  const { country, region, places } = system
  const { sme, ...asked } = await readProfile(knowledge, profile, system, asOf)
  return {
    ...{ sme, ...asked, includeProposed, asOf, country, region, weights: knowledge.edition.matching },
    evidence: evidence ?? leastByDefault,
    inland: [...sme.places.within].some((id) => places.get(id)?.inland ?? false),
  }
}

function nobodyFor(
  unmet: readonly string[],
  { sme, region, evidence }: SupportQuestion,
  { actors, places, initiatives }: SupportSystem,
): NobodyFor[] {
  const municipalities = municipalitiesAmong(places)
  const elsewhere = new Elsewhere(actors, municipalities, { region, evidence })
  const here = municipalities.find(({ id }) => sme.places.within.has(id))
  const notInForce = [...initiatives.values()].filter(({ evidence: known }) => known === null)
  return unmet.map((need) => ({
    need,
    nearestActor: here ? elsewhere.nearestTo(here, need) : null,
    notInForce: idsByName(notInForce.filter(({ meets }) => meets.some((meeting) => meeting.need.id === need))),
  }))
}

export interface ActorsQuestion {
  /** A municipality, county or country. */
  readonly serves?: string | null | undefined
  readonly meetsNeeds?: readonly string[] | null | undefined
  /** COMPETENCE where it is left out. */
  readonly evidence?: SupportEvidence | null | undefined
  readonly asOf: string
}

/**
 * Ids of the support actors that serve a place and meet any of some needs; null, for all, where neither is asked.
 * @throws BadUserInputError for an id of the wrong kind; NotFoundError for a place or need that is not there.
 */
export async function actorsServing(knowledge: KeptKnowledge, question: ActorsQuestion): Promise<string[] | null> {
  const { serves, meetsNeeds, evidence, asOf } = question
  idOfKind(['municipality', 'county', 'country'], serves, 'filter.serves')
  if (!serves && !meetsNeeds) return null
  const system = await knowledge.reference.of(supportSystem, asOf)
  const place = serves ? system.places.get(serves) : null
  if (serves && !place) throw new NotFoundError(serves)
  const needs = meetsNeeds ? needsNamed('filter.meetsNeeds', meetsNeeds, system) : null
  return actorsThat(system.actors, {
    ...{ region: system.region, evidence: evidence ?? leastByDefault },
    placeWithin: place?.within ?? null,
    needs: needs && new Set(needs.map(({ id }) => id)),
  }).map(({ id }) => id)
}
