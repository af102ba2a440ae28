import { idOfKind } from '../../graph/entity-ids.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import type { KeptKnowledge } from '../../reference/reference.js'
import { supportSystem } from '../facts/read-system.js'
import { type FoundFor, foundFor } from './found-for-rule.js'
import { municipalitiesIn } from './places-asked.js'

/**
 * For which needs firms of the region find an actor on a day, and what of its offers they do not find.
 * @param asked `asOf` is ISO.
 * @throws BadUserInputError for what is no actor; NotFoundError for one that is not there on the day.
 */
export async function actorFoundFor(
  { edition, reference }: KeptKnowledge,
  asked: { readonly actor: string; readonly asOf: string },
): Promise<FoundFor> {
  const id = idOfKind('actor', asked.actor, 'actor')
  const system = await reference.of(supportSystem, asked.asOf)
  const actor = system.actors.find((each) => each.id === id)
  if (!actor) throw new NotFoundError(id)
  const municipalities = municipalitiesIn(edition.counties, system.places).map((place) => place.id)
  return foundFor(actor, system, municipalities)
}
