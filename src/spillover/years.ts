import { BadUserInputError } from '../input-errors.js'

const FIRST_YEAR = 1900
const LAST_YEAR = 2200

/**
 * Refuses what is no year that new jobs could have.
 * @throws BadUserInputError
 */
export function checkYear(argument: string, year: number): void {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return
  throw new BadUserInputError(argument, `${argument} is ${year}; it lies between ${FIRST_YEAR} and ${LAST_YEAR}.`)
}
