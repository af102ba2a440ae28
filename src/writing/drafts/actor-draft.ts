import type {
  CreateSupportActorInput,
  EndEntityInput,
  ServesInput,
  UpdateSupportActorInput,
} from '../../generated/resolvers.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { meeting } from '../forms/relationships.js'
import { actorShape } from '../forms/support-properties.js'
import type { Draft } from './draft.js'
import { addedTies, type InputFields, type ItemFields, updatedTies } from './draft-ties.js'
import { meets } from './meets.js'
import { createDraft, endDraft, locatorIn, updateDraft } from './read-draft.js'
import { requireThere, type Stated, stated, statedPlainly } from './stated.js'
import { contactNames, statedContact } from './stated-contact.js'
import { statedNames, statedNumber } from './stated-fields.js'

const serves: ItemFields<ServesInput> = { end: 'id', more: ['validFrom', 'validTo'] }

const lists = {
  locatedIn: { type: 'LOCATED_IN', direction: 'OUT', isRanked: true },
  serves: { type: 'SERVES', direction: 'OUT', item: serves },
  helpsWith: { type: 'HELPS_WITH', direction: 'OUT', properties: meeting, item: meets },
  provides: { type: 'PROVIDES', direction: 'OUT' },
  replacedBy: { type: 'REPLACED_BY', direction: 'OUT' },
} as const satisfies InputFields['lists']

const plain = ['nameSv', 'nameEn', 'descriptionSv', 'descriptionEn', 'kind'] as const

/** What the inputs of a support actor say. */
export const actorFields: InputFields = {
  plain: [...plain, 'organisationNumber', ...contactNames, 'buysFor'],
  lists,
}

type Input = CreateSupportActorInput | UpdateSupportActorInput

/** @throws BadUserInputError, RequestTooLargeError. */
export function createdActor(input: CreateSupportActorInput): Draft {
  return createDraft('SupportActor', input, { stated: statedOf(input), ties: addedTies(lists, input) })
}

/**
 * @param today the day on which relationships end where the input says none.
 * @throws BadUserInputError, RequestTooLargeError.
 */
export function updatedActor(input: UpdateSupportActorInput, today: string): Draft {
  requireThere(input, ['kind'])
  const ties = updatedTies(lists, input, input.asOf ?? today)
  return updateDraft('SupportActor', input, { stated: statedOf(input), ties })
}

/** @throws BadUserInputError. */
export const endedActor = (input: EndEntityInput): Draft => endDraft('SupportActor', input)

function statedOf(input: Input): Stated[] {
  return [
    statedPlainly('input', input, plain, actorShape),
    statedNumber(input.organisationNumber),
    statedNames(input.otherNames, locatorIn(input)),
    statedContact(input),
    stated(input.buysFor, ['buysFor'], (ids) => ({
      buysFor: ids.map((id, index) => idOfKind('establishment', id, `input.buysFor[${index}]`)),
    })),
  ]
}
