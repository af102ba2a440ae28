import type { FirmStatement } from './firm-statement.js'
import { countyOf } from './places.js'

/** Which firms of a file are asked for; null for all. */
export interface Asked {
  /** Two-digit codes. */
  readonly counties: readonly string[] | null
  /** Section letters, divisions such as `C25`, or the begin of a finer code. */
  readonly sni: readonly string[] | null
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
