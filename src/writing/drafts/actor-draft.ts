import type { CreateSupportActorInput, EndEntityInput, UpdateSupportActorInput } from '../../generated/resolvers.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { meeting } from '../forms/relationships.js'
import { actorShape } from '../forms/support-properties.js'
import type { Draft, DraftTie } from './draft.js'
import { addedTies, idItems, namedItems, type TieItem, type TieList, updatedTies } from './draft-ties.js'
import { createDraft, endDraft, locatorIn, updateDraft } from './read-draft.js'
import { requireThere, type Stated, stated, statedPlainly } from './stated.js'
import { statedContact } from './stated-contact.js'
import { statedNames, statedNumber } from './stated-fields.js'

const lists = {
  locatedIn: { type: 'LOCATED_IN', direction: 'OUT' },
  serves: { type: 'SERVES', direction: 'OUT' },
  helpsWith: { type: 'HELPS_WITH', direction: 'OUT', properties: meeting },
  provides: { type: 'PROVIDES', direction: 'OUT' },
  replacedBy: { type: 'REPLACED_BY', direction: 'OUT' },
} as const satisfies Readonly<Record<string, TieList>>

type Input = CreateSupportActorInput | UpdateSupportActorInput

/** @throws BadUserInputError, RequestTooLargeError. */
export function createdActor(input: CreateSupportActorInput): Draft {
  const { locatedIn, serves, helpsWith, provides, replacedBy } = input
  const ties = [
    ...addedTies(lists.locatedIn, ranked(idItems('input.locatedIn', locatedIn))),
    ...addedTies(lists.serves, namedItems('input.serves', serves, 'id')),
    ...addedTies(lists.helpsWith, namedItems('input.helpsWith', helpsWith, 'need')),
    ...addedTies(lists.provides, idItems('input.provides', provides)),
    ...addedTies(lists.replacedBy, idItems('input.replacedBy', replacedBy)),
  ]
  return createDraft('SupportActor', input, { stated: statedOf(input), ties })
}

/**
 * @param today the day on which relationships end where the input says none.
 * @throws BadUserInputError, RequestTooLargeError.
 */
export function updatedActor(input: UpdateSupportActorInput, today: string): Draft {
  requireThere(input, ['kind'])
  const on = input.asOf ?? today
  const { locatedIn, serves, helpsWith, provides, replacedBy } = input
  const ids = (name: string, list: TieList, update: typeof locatedIn): DraftTie[] =>
    updatedTies(list, idItems(`input.${name}.add`, update?.add), idItems(`input.${name}.end`, update?.end), on)
  const ties = [
    ...ids('locatedIn', lists.locatedIn, locatedIn),
    ...updatedTies(
      lists.serves,
      namedItems('input.serves.add', serves?.add, 'id'),
      idItems('input.serves.end', serves?.end),
      on,
    ),
    ...updatedTies(
      lists.helpsWith,
      namedItems('input.helpsWith.add', helpsWith?.add, 'need'),
      idItems('input.helpsWith.end', helpsWith?.end),
      on,
    ),
    ...ids('provides', lists.provides, provides),
    ...ids('replacedBy', lists.replacedBy, replacedBy),
  ]
  return updateDraft('SupportActor', input, { stated: statedOf(input), ties })
}

/** @throws BadUserInputError. */
export const endedActor = (input: EndEntityInput): Draft => endDraft('SupportActor', input)

/** Places in the order in which they are named, the main one first. */
export const ranked = (items: readonly TieItem[]): TieItem[] =>
  items.map((item, index) => ({ ...item, properties: { rank: index + 1 } }))

function statedOf(input: Input): Stated[] {
  return [
    statedPlainly('input', input, ['nameSv', 'nameEn', 'descriptionSv', 'descriptionEn', 'kind'], actorShape),
    statedNumber(input.organisationNumber),
    statedNames(input.otherNames, locatorIn(input)),
    statedContact(input),
    stated(input.buysFor, ['buysFor'], (ids) => ({
      buysFor: ids.map((id, index) => idOfKind('establishment', id, `input.buysFor[${index}]`)),
    })),
  ]
}
