import type { CreateClaimInput, EndEntityInput, UpdateClaimInput } from '../../generated/resolvers.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { claimShape } from '../forms/stated-properties.js'
import type { Draft } from './draft.js'
import { addedTies, idItems, type TieList, updatedTies } from './draft-ties.js'
import { createDraft, endDraft, updateDraft } from './read-draft.js'
import { readValue, type Stated, stated, statedPlainly } from './stated.js'

const about: TieList = { type: 'ABOUT', direction: 'OUT' }
const contradicts: TieList = { type: 'CONTRADICTS', direction: 'OUT' }

/** @throws BadUserInputError, also for a claim about nothing; RequestTooLargeError. */
export function createdClaim(input: CreateClaimInput): Draft {
  if (input.about.length === 0) throw new BadUserInputError('input.about', 'input.about names at least one')
  const ties = [
    ...addedTies(about, idItems('input.about', input.about)),
    ...addedTies(contradicts, idItems('input.contradicts', input.contradicts)),
  ]
  return createDraft('Claim', input, { stated: statedOf(input), ties })
}

/**
 * @param today the day on which relationships end where the input says none.
 * @throws BadUserInputError, RequestTooLargeError.
 */
export function updatedClaim(input: UpdateClaimInput, today: string): Draft {
  const on = input.asOf ?? today
  const ties = (['about', 'contradicts'] as const).flatMap((name) =>
    updatedTies(
      name === 'about' ? about : contradicts,
      idItems(`input.${name}.add`, input[name]?.add),
      idItems(`input.${name}.end`, input[name]?.end),
      on,
    ),
  )
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
  statedPlainly('input', input, ['value', 'unit', 'saidBy'], claimShape),
]
