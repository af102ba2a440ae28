import type { Address } from '../address.js'

/** Days and moments of other years are no texts of one order with these, and the server takes none of them. */
const dayForm = /^[1-9]\d{3}-\d{2}-\d{2}$/
const momentForm = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Whether a text is a day of the calendar, such as 2026-11-24. */
export const isDay = (text: string): boolean =>
  dayForm.test(text) && (toDay(new Date(`${text}T00:00:00Z`)) ?? '') === text

/** Whether a text is a moment, such as 2026-11-24T10:00:00.000Z. */
export const isMoment = (text: string): boolean =>
  momentForm.test(text) && isDay(text.slice(0, 10)) && toDay(new Date(text)) !== null

const toDay = (date: Date): string | null => (Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10))

type Values = Pick<Address, 'get'>

/*
 * Links are cut on their way, and typed: what an address says that is no day and no number is as if it said nothing.
 */

/** The day that an address names; null for none. */
export const dayIn = ({ get }: Values, name: string): string | null => {
  const value = get(name)
  return value !== null && isDay(value) ? value : null
}

/** The moment that an address names; null for none. */
export const momentIn = ({ get }: Values, name: string): string | null => {
  const value = get(name)
  return value !== null && isMoment(value) ? value : null
}

/** The number that an address names; null for none. */
export const numberIn = ({ get }: Values, name: string): number | null => {
  const value = get(name)?.trim() ?? ''
  return value === '' || !Number.isFinite(Number(value)) ? null : Number(value)
}

/** The most that the API takes for a whole number. */
const MOST_WHOLE = 2 ** 31 - 1

/** The whole number that an address names; null for none. */
export const wholeIn = (address: Values, name: string): number | null => {
  const value = numberIn(address, name)
  return value !== null && Number.isInteger(value) && Math.abs(value) <= MOST_WHOLE ? value : null
}
