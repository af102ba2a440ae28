import { foldedName } from '../text/folded.js'

/** A value in a request that cannot be meant: the API answers `BAD_USER_INPUT` and names the argument. */
export class BadUserInputError extends Error {
  override readonly name = 'BadUserInputError'
  constructor(
    /** Path of the argument, such as `profile.municipality`. */
    readonly argument: string,
    message: string,
  ) {
    super(message)
  }
}

/** An id in a request that nothing in the graph has: the API answers `NOT_FOUND` and names the id. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
  constructor(readonly id: string) {
    super(`There is no ${id}`)
  }
}

/** A sector in a request that is coarser than a table: the API answers `AMBIGUOUS_SECTOR` with what it could be. */
export class AmbiguousSectorError extends Error {
  override readonly name = 'AmbiguousSectorError'
  constructor(
    /** Path of the argument, such as `input.shocks[0].sector`. */
    readonly argument: string,
    readonly sector: string,
    /** Ids of the industries that it could be. */
    readonly industries: readonly string[],
  ) {
    super(`${argument}: ${sector} could be ${industries.join(', ')}: name one of them`)
  }
}

/**
 * Refuses an empty list where leaving it out means all: whoever sends one may mean all or none.
 * @throws BadUserInputError, naming the argument.
 */
export function requireSome(argument: string, list: readonly unknown[] | null | undefined): void {
  if (list?.length === 0) {
    throw new BadUserInputError(argument, `${argument} names at least one: leave it out for all`)
  }
}

const LONGEST_TEXT = 200

/**
 * A text that is looked for, as it is given: every name is held against it.
 * @throws BadUserInputError, naming the argument, for one that is longer than names are.
 */
export function soughtText(argument: string, text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  throw new BadUserInputError(argument, `${argument} may have at most ${LONGEST_TEXT} characters`)
}

/**
 * A text that is looked for, folded as names are.
 * @throws BadUserInputError, naming the argument, for one that folds to nothing: every name holds it, or none.
 */
export function soughtName(argument: string, text: string): string {
  const name = foldedName(text)
  if (name === '') throw new BadUserInputError(argument, `${argument} takes a text with a letter or digit in it`)
  return name
}

/**
 * A whole number from 1 on.
 * @throws BadUserInputError, naming the argument, outside 1–`most`.
 */
export function wholeNumber(argument: string, value: number, most: number): number {
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new BadUserInputError(argument, `${argument} must be from 1 to ${most}`)
  }
  return value
}

/**
 * Refuses a number that does not lie between two others.
 * @throws BadUserInputError, naming the argument.
 */
export function requireBetween(argument: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return
  throw new BadUserInputError(argument, `${argument} is ${value}; it lies between ${least} and ${most}.`)
}

/** A question whose answer is beyond what is searched for it: the API answers `SEARCH_TOO_LARGE` and names the bound. */
export class SearchTooLargeError extends Error {
  override readonly name = 'SearchTooLargeError'
  constructor(
    /** How many things are looked at before the search is given up. */
    readonly bound: number,
    message: string,
  ) {
    super(message)
  }
}

/** A request that would take more than one may: the API answers `REQUEST_TOO_LARGE`, with what costs most where it is known. */
export class RequestTooLargeError extends Error {
  override readonly name = 'RequestTooLargeError'
  constructor(
    message: string,
    readonly details: {
      readonly cost: number
      readonly bound: number
      /** What both are counted in. */
      readonly unit: 'MILLISECONDS' | 'BYTES' | 'ROWS' | 'LEVELS' | 'ALIASES'
      /** The path in the answer of the field that costs most. */
      readonly field?: string
      readonly argument?: string
    },
  ) {
    super(message)
  }
}

/** A change that another one stands in the way of: the API answers `CONFLICT`, and nothing is stored. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
  constructor(
    message: string,
    readonly details: {
      /** The entity's revision by now, where it is an entity that has changed. */
      readonly revision?: number
      /** Ids of the changes in between, newest first. */
      readonly changes: readonly string[]
    },
  ) {
    super(message)
  }
}

/** What only those may ask who are known, and nobody is: the API answers `UNAUTHENTICATED`. Its message says nothing of the graph. */
export class UnauthenticatedError extends Error {
  override readonly name = 'UnauthenticatedError'
}

/** What whoever asks has no right to: the API answers `FORBIDDEN`. Its message says which right is missing, and nothing of the graph. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError'
}
