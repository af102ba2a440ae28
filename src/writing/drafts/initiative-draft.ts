import type {
  CreateInitiativeInput,
  EndEntityInput,
  InitiativeTermsInput,
  UpdateInitiativeInput,
} from '../../generated/resolvers.js'
import { idOfKind } from '../../graph/entity-ids.js'
import { nodeKinds, placeLabels } from '../../graph/vocabulary.js'
import { meeting } from '../forms/relationships.js'
import { initiativeShape } from '../forms/support-properties.js'
import type { Draft } from './draft.js'
import { addedTies, type InputFields, updatedTies } from './draft-ties.js'
import { meets } from './meets.js'
import { createDraft, endDraft, updateDraft } from './read-draft.js'
import { requireThere, type Stated, stated, statedFlags, statedPlainly } from './stated.js'
import { contactNames, statedContact } from './stated-contact.js'
import { statedSpan } from './stated-fields.js'

const lists = {
  offeredBy: { type: 'OFFERS', direction: 'IN' },
  fundedBy: { type: 'FUNDS', direction: 'IN' },
  partners: { type: 'PARTNERS_IN', direction: 'IN' },
  covers: { type: 'COVERS', direction: 'OUT' },
  targets: { type: 'TARGETS', direction: 'OUT' },
  addresses: { type: 'ADDRESSES', direction: 'OUT' },
  replacedBy: { type: 'REPLACED_BY', direction: 'OUT' },
  meets: { type: 'MEETS', direction: 'OUT', properties: meeting, item: meets },
} as const satisfies InputFields['lists']

const plain = ['nameSv', 'nameEn', 'descriptionSv', 'descriptionEn', 'kind', 'help'] as const

/** What the inputs of an initiative say beside its terms. */
export const initiativeFields: InputFields = { plain: [...plain, 'proposed', ...contactNames], lists }

/** @throws BadUserInputError, RequestTooLargeError. */
export function createdInitiative(input: CreateInitiativeInput): Draft {
  const stated = [...statedOf(input), amountsGive(input.terms)]
  return createDraft('Initiative', input, { stated, ties: addedTies(lists, input) })
}

/**
 * @param today the day on which relationships end where the input says none.
 * @throws BadUserInputError, RequestTooLargeError.
 */
export function updatedInitiative(input: UpdateInitiativeInput, today: string): Draft {
  requireThere(input, ['kind'])
  const ties = updatedTies(lists, input, input.asOf ?? today)
  return updateDraft('Initiative', input, { stated: statedOf(input), ties })
}

/** @throws BadUserInputError. */
export const endedInitiative = (input: EndEntityInput): Draft => endDraft('Initiative', input)

function statedOf(input: CreateInitiativeInput | UpdateInitiativeInput): Stated[] {
  return [
    statedPlainly('input', input, plain, initiativeShape),
    statedFlags(input, ['proposed']),
    statedSpan('input', input),
    statedContact(input),
    ...(input.terms === null ? [statedTerms(noTerms)] : input.terms ? [statedTerms(input.terms)] : []),
  ]
}

const figures = [
  ...(['minEmployees', 'maxEmployees', 'minTurnover', 'maxTurnover', 'maxShare', 'minAmount', 'maxAmount'] as const),
  ...(['amountOf', 'lengthMonths', 'maxAgeYears', 'reservations', 'excludedTextSv', 'excludedTextEn'] as const),
  ...(['otherTermsSv', 'otherTermsEn', 'presupposesSv', 'presupposesEn'] as const),
]
const flags = ['forExporters', 'replacesSecurity', 'largeScale'] as const
const places = ['excludedPlaces', 'partlyExcludedPlaces'] as const

/** What terms say, each stored as it is called. */
export const termNames = [...figures, ...flags, ...places] as const

/** Of which it is said that there is none. */
const noTerms: InitiativeTermsInput = Object.fromEntries(termNames.map((name) => [name, null]))

const statedTerms = (terms: InitiativeTermsInput): Stated => {
  const parts = [
    statedPlainly('input.terms', terms, figures, initiativeShape),
    statedFlags(terms, flags),
    ...places.map((name) =>
      stated(terms[name], [name], (ids) => ({
        [name]: ids.map((id, index) => idOfKind(placeIds, id, `input.terms.${name}[${index}]`)),
      })),
    ),
  ]
  return {
    values: Object.assign({}, ...parts.map(({ values }) => values)),
    emptied: parts.flatMap(({ emptied }) => emptied),
  }
}

const placeIds = placeLabels.map((label) => nodeKinds[label].idPrefix)

/** An amount counts what a new initiative gives, where nothing else is said. */
function amountsGive(terms: InitiativeTermsInput | null | undefined): Stated {
  const states = (terms?.minAmount ?? terms?.maxAmount ?? null) !== null && !terms?.amountOf
  return { values: states ? { amountOf: 'SUPPORT' } : {}, emptied: [] }
}
