import type { Page } from '../../graph/compose/page.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import { needsNamed } from '../facts/needs-named.js'
import { readProfile, type SmeProfile } from '../facts/read-profile.js'
import { supportSystem } from '../facts/read-system.js'
import { actorsThat } from './actor-rule.js'
import { matchSupport, type SupportAnswer, type SupportMatch } from './match-rule.js'

export interface SupportForQuestion {
  readonly profile: SmeProfile
  readonly includeProposed: boolean
  readonly asOf: string
}

/** A page of the actors that support an SME, and the needs that nobody meets. */
export interface MatchPage extends Page<SupportMatch> {
  readonly unmet: readonly string[]
}

/**
 * Who reaches an SME and meets its needs, and why; best first.
 * @throws BadUserInputError, NotFoundError for a profile that is not one.
 */
export async function supportFor(
  knowledge: KeptKnowledge,
  { profile, includeProposed, asOf }: SupportForQuestion,
): Promise<SupportAnswer> {
  const system = await knowledge.reference.of(supportSystem, asOf)
  const { sme, needs } = await readProfile(knowledge, profile, system)
  return matchSupport(system.actors, { sme, needs, includeProposed, country: system.country })
}

export interface ActorsQuestion {
  /** A municipality, county or country. */
  readonly serves?: string | null | undefined
  readonly meetsNeeds?: readonly string[] | null | undefined
  readonly asOf: string
}

/**
 * Ids of the support actors that serve a place and meet any of some needs; null, for all, where neither is asked.
 * @throws BadUserInputError for an id of the wrong kind; NotFoundError for a place or need that is not there.
 */
export async function actorsServing(knowledge: KeptKnowledge, question: ActorsQuestion): Promise<string[] | null> {
  const { serves, meetsNeeds, asOf } = question
  if (!serves && !meetsNeeds) return null
  idOfKind(['municipality', 'county', 'country'], serves, 'filter.serves')
  const system = await knowledge.reference.of(supportSystem, asOf)
  const place = serves ? system.places.get(serves) : null
  if (serves && !place) throw new NotFoundError(serves)
  const needs = meetsNeeds ? needsNamed('filter.meetsNeeds', meetsNeeds, system) : null
  const wanted = { placeWithin: place?.within ?? null, needs: needs && new Set(needs.map(({ id }) => id)) }
  return actorsThat(system.actors, wanted).map(({ id }) => id)
}
