import { hasCheckDigit } from '../../text/check-digit.js'

/** What a cell that should hold an organisation number holds. */
export type NumberReading =
  | { readonly kind: 'NUMBER'; readonly number: string }
  /** It can be a person's: nobody may store, log or show it. */
  | { readonly kind: 'PERSON' }
  | { readonly kind: 'CHECK_DIGIT' }
  | { readonly kind: 'NO_NUMBER' }

const written = /^(?<century>\d{2})?(?<number>\d{6}[-+ ]?\d{4})$/

/**
 * Reads an organisation number of ten digits, with or without hyphen, or of twelve that begin with 16.
 * A number whose third digit is below 2, or with another century before it, can be a person's.
 */
export function readOrganisationNumber(text: string): NumberReading {
  const { century, number } = written.exec(text.trim())?.groups ?? {}
  if (number === undefined) return { kind: 'NO_NUMBER' }
  const digits = number.replace(/\D/g, '')
  if (Number(digits[2]) < 2 || number.includes('+') || (century ?? '16') !== '16') return { kind: 'PERSON' }
  return hasCheckDigit(digits) ? { kind: 'NUMBER', number: digits } : { kind: 'CHECK_DIGIT' }
}
