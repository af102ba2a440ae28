import type { CreateClaimInput, EndEntityInput, UpdateClaimInput } from '../../generated/resolvers.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { claimShape } from '../forms/stated-properties.js'
import type { Draft } from './draft.js'
import { addedTies, type InputFields, updatedTies } from './draft-ties.js'
import { createDraft, endDraft, updateDraft } from './read-draft.js'
import { readValue, type Stated, stated, statedPlainly } from './stated.js'

const lists = {
  about: { type: 'ABOUT', direction: 'OUT' },
  contradicts: { type: 'CONTRADICTS', direction: 'OUT' },
} as const satisfies InputFields['lists']

const plain = ['value', 'unit', 'saidBy'] as const

/** What the inputs of a claim say. */
export const claimFields: InputFields = { plain: ['statementSv', 'statementEn', ...plain], lists }

/** @throws BadUserInputError, also for a claim about nothing; RequestTooLargeError. */
export function createdClaim(input: CreateClaimInput): Draft {
  if (input.about.length === 0) throw new BadUserInputError('input.about', 'input.about names at least one')
  return createDraft('Claim', input, { stated: statedOf(input), ties: addedTies(lists, input) })
}

/**
 * @param today the day on which relationships end where the input says none.
 * @throws BadUserInputError, RequestTooLargeError.
 */
export function updatedClaim(input: UpdateClaimInput, today: string): Draft {
  const ties = updatedTies(lists, input, input.asOf ?? today)
  return updateDraft('Claim', input, { stated: statedOf(input), ties })
}

/** @throws BadUserInputError. */
export const endedClaim = (input: EndEntityInput): Draft => endDraft('Claim', input)

/** A claim is called by what it states. */
const statedOf = (input: CreateClaimInput | UpdateClaimInput): Stated[] => [
  ...(['Sv', 'En'] as const).map((language) => {
    const field = `statement${language}` as const
    return stated(input[field], [field, `name${language}`], (given) => {
      const statement = readValue(`input.${field}`, claimShape[field], given) ?? ''
      return { [field]: statement, [`name${language}`]: statement }
    })
  }),
  statedPlainly('input', input, plain, claimShape),
]
