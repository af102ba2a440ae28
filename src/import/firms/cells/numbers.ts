import { isEmpty, plainCell } from '../../../text/plain-cell.js'

/** What numbers of a column show of its signs: which one stands before decimals, which between thousands. */
export interface NumberHabit {
  readonly decimal: ReadonlySet<Sign>
  readonly thousands: ReadonlySet<Sign>
  /** Signs that stand before three decimals where they cannot part thousands: `0.125`. */
  readonly threeDecimals: ReadonlySet<Sign>
}

export type Sign = '.' | ','

/** A number as written, by what its signs can mean. */
export type NumberReading =
  | {
      readonly kind: 'NUMBER'
      readonly value: number
      readonly shows: { readonly decimal?: Sign; readonly thousands?: Sign }
    }
  /** A sign with three digits behind it, which parts thousands or decimals. */
  | { readonly kind: 'TWO_READINGS'; readonly sign: Sign; readonly thousands: number; readonly decimal: number }
  | { readonly kind: 'NO_NUMBER'; readonly why: string }

const plainDigits = /^\d+$/
const groupedByBlanks = /^\d{1,3}(?:([ '])\d{3})(?:\1\d{3})*$/
const MOST_DIGITS = 15

const noNumber = (why: string): NumberReading => ({ kind: 'NO_NUMBER', why })
const number = (digits: string, shows: { decimal?: Sign; thousands?: Sign } = {}): NumberReading => ({
  kind: 'NUMBER',
  value: Number(digits),
  shows,
})

/** Reads a plain number from 0 on, by its own signs alone. */
export function readNumber(text: string): NumberReading {
  if (/^-\s*\d|^\(\s*\d.*\)$|^\d[\d.,' ]*-$/.test(text)) return noNumber('is below zero')
  if (/^[\d.,]+ ?e ?[+-]?\d+$/i.test(text)) return noNumber('is written with an exponent, which has lost digits')
  const written = text.replace(/^\+\s*/, '')
  if (!/^[\d.,' ]+$/.test(written) || !/^\d/.test(written)) return noNumber('is no number from 0 on')
  if (written.replace(/\D/g, '').length > MOST_DIGITS) return noNumber('has more digits than a number can')
  const signs = [...written].filter((sign): sign is Sign => sign === '.' || sign === ',')
  const [first] = signs
  if (first === undefined) return whole(written)
  const last = signs.at(-1) ?? first
  if (signs.length === 1) return withOneSign(written, first)
  if (signs.every((sign) => sign === first)) {
    return isGrouped(written, first) ? number(digitsOf(written), { thousands: first }) : irregular
  }
  const [before = '', after = ''] = split(written, written.lastIndexOf(last))
  if (signs.slice(0, -1).includes(last) || !plainDigits.test(after) || !isGrouped(before, first)) return irregular
  return number(`${digitsOf(before)}.${after}`, { decimal: last, thousands: first })
}

const irregular = noNumber('has digits that are not in groups of three')

function whole(text: string): NumberReading {
  return plainDigits.test(text) || groupedByBlanks.test(text) ? number(digitsOf(text)) : irregular
}

function withOneSign(text: string, sign: Sign): NumberReading {
  const [before = '', after = ''] = split(text, text.indexOf(sign))
  const isBeforeGrouped = groupedByBlanks.test(before)
  if (!plainDigits.test(after) || !(plainDigits.test(before) || isBeforeGrouped)) return irregular
  const decimal = `${digitsOf(before)}.${after}`
  const isGroup = after.length === 3 && /^[1-9]\d{0,2}$/.test(before)
  if (!isGroup) return number(decimal, { decimal: sign })
  return { kind: 'TWO_READINGS', sign, thousands: Number(`${before}${after}`), decimal: Number(decimal) }
}

const isGrouped = (text: string, sign: Sign): boolean =>
  (sign === '.' ? /^\d{1,3}(?:\.\d{3})+$/ : /^\d{1,3}(?:,\d{3})+$/).test(text)

const digitsOf = (text: string): string => text.replace(/\D/g, '')
const split = (text: string, at: number): [string, string] => [text.slice(0, at), text.slice(at + 1)]

/** Which of its two readings a number has in a column of that habit; null where it does not tell. */
export function byHabit(sign: Sign, { decimal, thousands }: NumberHabit): 'DECIMAL' | 'THOUSANDS' | null {
  const isDecimal = decimal.has(sign) || (thousands.has(other(sign)) && !decimal.has(other(sign)))
  const isThousands = thousands.has(sign) || (decimal.has(other(sign)) && !thousands.has(other(sign)))
  if (isDecimal === isThousands) return null
  return isDecimal ? 'DECIMAL' : 'THOUSANDS'
}

const other = (sign: Sign): Sign => (sign === '.' ? ',' : '.')

/** Collects what the cells of a column show. */
export class HabitSurvey implements NumberHabit {
  readonly decimal = new Set<Sign>()
  readonly thousands = new Set<Sign>()
  readonly threeDecimals = new Set<Sign>()

  /** @param text a number without its unit. */
  hear(text: string): void {
    const [usual, sign] = /^\d+([.,])\d{1,2}$/.exec(text) ?? []
    if (usual !== undefined) this.decimal.add(sign === '.' ? '.' : ',')
    if (usual !== undefined || !/[.,]/.test(text)) return
    const plain = plainCell(text)
    const read = isEmpty(plain) ? null : readNumber(plain)
    if (read?.kind !== 'NUMBER') return
    if (read.shows.decimal) {
      this.decimal.add(read.shows.decimal)
      if (/[.,]\d{3}$/.test(plain)) this.threeDecimals.add(read.shows.decimal)
    }
    if (read.shows.thousands) this.thousands.add(read.shows.thousands)
  }
}
