import { hasCheckDigit } from './check-digit.js'
import { plainCell } from './plain-cell.js'

/** What a cell that should hold an organisation number holds. */
export type NumberReading =
  | { readonly kind: 'NUMBER'; readonly number: string }
  /** It can be a person's: nobody may store, log or show it. */
  | { readonly kind: 'PERSON' }
  | { readonly kind: 'CHECK_DIGIT' }
  /** A program has taken it for a number and lost digits of it. */
  | { readonly kind: 'LOST_DIGITS' }
  | { readonly kind: 'NO_NUMBER' }

/** A number for value added tax holds the organisation number, and 01 or the like behind it. */
const valueAddedTax = /^SE(?<number>\d{10})(?:\d{2})?$/i
const usual = /^\d{6}-?\d{4}$/
const written = /^(?<century>\d{2})?(?<number>\d{6}[-+]?\d{4})$/
const labelled = /^(?:org(?:anisations?)?\.?-?(?:nr|nummer|no)?\.?:?|vat(?:-?nr|-?no)?:?|momsnr:?)(?=[\d]|SE\d)/i

/**
 * Reads an organisation number of ten digits, however its digits, dashes and blanks are written; of twelve that begin
 * with 16; of fourteen signs as a number for value added tax. A number whose third digit is below 2, or with another
 * century before it, can be a person's.
 */
export function readOrganisationNumber(text: string): NumberReading {
  const bare = usual.test(text) ? text : plainCell(text).replaceAll(' ', '').replace(labelled, '')
  if (/^\d[.,]\d+e\+?\d+$/i.test(bare)) return { kind: 'LOST_DIGITS' }
  const whole = bare.replace(/(?<=^\d{9,12})[.,]0+$/, '').replace(/(?<=\d{4})-(?=\d{4}$)/, '')
  const tax = valueAddedTax.exec(bare.replaceAll('-', ''))?.groups?.number
  const { century, number = tax } = written.exec(whole)?.groups ?? {}
  if (number === undefined) return withoutZero(whole)
  const digits = number.replace(/\D/g, '')
  if (Number(digits[2]) < 2 || number.includes('+')) return { kind: 'PERSON' }
  if (century !== undefined && century !== '16') return isCentury(century) ? { kind: 'PERSON' } : { kind: 'NO_NUMBER' }
  return hasCheckDigit(digits) ? { kind: 'NUMBER', number: digits } : { kind: 'CHECK_DIGIT' }
}

/** Nine digits: a zero was lost before them, which only numbers of persons begin with, or one digit elsewhere. */
function withoutZero(whole: string): NumberReading {
  if (!/^\d{9}$/.test(whole)) return { kind: 'NO_NUMBER' }
  return Number(whole[1]) < 2 ? { kind: 'PERSON' } : { kind: 'LOST_DIGITS' }
}

const isCentury = (digits: string): boolean => ['18', '19', '20', '00'].includes(digits)
