import type { FirmStatement } from './firm-statement.js'
import { countyOf } from './places.js'

/** Which firms of a file are asked for; null for all. */
export interface Asked {
  /** Two-digit codes. */
  readonly counties: readonly string[] | null
  /** Section letters, divisions such as `C25`, or the begin of a finer code. */
  readonly sni: readonly string[] | null
}

/** The code of a county as people write it, `25` or `county:25`; null for what is none. */
export const countyAsked = (text: string): string | null => /^(?:county:)?(\d{2})$/.exec(text)?.[1] ?? null

/** A code of SNI as people write it, such as C, C25 or 25.11, as codes are held against it; null for what is none. */
export function sniAsked(text: string): string | null {
  const [, letter, digits] = /^([A-U]?)(\d{0,2}(?:\.?\d{1,3})?)$/.exec(text.toUpperCase()) ?? []
  if (letter === undefined || digits === undefined || text === '') return null
  const plain = digits.replace('.', '')
  return plain.length > 2 ? plain : `${letter}${plain}`
}

/** Why nobody asks for firms in a place, in words that are counted; null where someone does. */
export function whyNotThere(municipality: string | null, { counties }: Asked): string | null {
  if (counties === null) return null
  if (municipality === null) return 'place not known'
  return counties.includes(countyOf(municipality)) ? null : 'in another county'
}

/** Why a firm is not asked for, in words that are counted; null where it is. */
export function whyNotAsked({ municipality, sni }: FirmStatement, asked: Asked): string | null {
  const elsewhere = whyNotThere(municipality, asked)
  const codes = asked.sni
  if (elsewhere !== null || codes === null) return elsewhere
  if (sni.length === 0) return 'industry not known'
  const isAsked = sni.some(({ code, sector }) =>
    codes.some((asked) => sector.replace(/^sector:\w+-/, '').startsWith(asked) || code.startsWith(asked)),
  )
  return isAsked ? null : 'in another industry'
}
