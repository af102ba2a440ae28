import { requireBetween } from '../../kernel/input-errors.js'

const FIRST_YEAR = 1900
const LAST_YEAR = 2200

/**
 * Refuses what is no year that new jobs could have.
 * @throws BadUserInputError
 */
export function checkYear(argument: string, year: number): void {
  requireBetween(argument, year, FIRST_YEAR, LAST_YEAR)
}
