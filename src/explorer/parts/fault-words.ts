import type { AskError } from '../ask.js'
import type { formFaults } from '../language/form-faults.js'

export type FaultKey = keyof (typeof formFaults)['sv']['faults']

/** What the server says of what it does not take, by what its sentence holds: the first that fits. */
const sentences: readonly (readonly [RegExp, FaultKey])[] = [
  [/needs the page of the organisation/, 'NEEDS_PAGE'],
  [/reads like a person's name/, 'NAME_LIKE'],
  [/is no mailbox/, 'NO_MAILBOX'],
  [/is no telephone number/, 'NO_TELEPHONE'],
  [/is no address on the web|holds a user's name/, 'NO_ADDRESS'],
  [/can be a person's/, 'PERSON_NUMBER'],
  [/sole trader/, 'SOLE_TRADER'],
  [/check digit|lost digits|is no organisation number|makes the id of/, 'NO_NUMBER'],
  [/is needed of a firm without|needed where it has no number/, 'NEEDS_FORM'],
  [/is needed with an amount|amount needs amountOf/, 'AMOUNT_OF'],
  [/is needed with a/, 'NEEDS_PAGE'],
  [/above [\d.]+, the most/, 'ABOVE_MOST'],
  [/ends before it begins/, 'BACKWARDS'],
  [/goes with/, 'WORDS_ALONE'],
  [/a second time|names .+ twice|more than once/, 'TWICE'],
  [/is there already/, 'THERE_ALREADY'],
  [/was merged into/, 'MERGED'],
  [/is not a year, a month|is no day|must be a day/, 'NO_DATE'],
  [/not the same number|the same in two languages/, 'NOT_AS_MANY'],
  [/changes nothing/, 'NOTHING'],
  [/day that is to come/, 'TO_COME'],
  [/ended on/, 'ENDED'],
  [/no later than the day/, 'TOO_EARLY'],
  [/names at least one|says at least one/, 'NAMES_ONE'],
  [/characters, and may have|at most [\d ]+ characters/, 'TOO_LONG'],
  [/items, and may have/, 'TOO_MANY'],
  [/control character|half a character|character was lost/, 'ODD_CHARACTER'],
  [/predecessor|successor|circle/, 'CIRCLE'],
  [/cannot lead from|takes an id|which is no/, 'NO_SUCH_END'],
  [/leads? from .+ to itself/, 'ITSELF'],
  [/is no code|no code of/, 'NO_CODE'],
  [/has no name|needs a name|a name in|in at least one language/, 'NAMELESS'],
  [/is needed|cannot be empty|is empty/, 'EMPTY'],
  [/lies between|must be from|[<>]=?\s?\d|too (?:small|big|large)|cannot represent/i, 'OUT_OF_RANGE'],
]

/** Why the server does not take something, by its own sentence; `WRONG` for one that is not known here. */
export const faultOf = (message: string): FaultKey =>
  sentences.find(([sentence]) => sentence.test(message))?.[1] ?? 'WRONG'

/**
 * The field of a form that a refusal names: `input.terms.maxShare` is `terms.maxShare`, `input.meets.add[0].need` is
 * `meets`; null where it names none.
 */
export function fieldOf({ code, argument }: Pick<AskError, 'code' | 'argument'>): string | null {
  if (code !== 'BAD_USER_INPUT' || argument === null || !argument.startsWith('input.')) return null
  const [path = ''] = argument.slice('input.'.length).split(/\.(?:add|end|change)\b|\[/)
  return path === '' ? null : path
}
