import { type Cell, isEmpty, plainCell } from '../../../text/plain-cell.js'
import { RowRefusal } from '../refusal.js'
import { isKronor, type MoneyUnit, moneyUnit } from './money-units.js'
import { byHabit, type NumberHabit, readNumber } from './numbers.js'

/** How the amounts of a column are to be taken. */
export interface TurnoverColumn {
  /** The unit that the header or the user names; null where neither does. */
  readonly unit: MoneyUnit
  readonly habit: NumberHabit
}

const approximate =
  /^(?:ca\.?|c:a|cirka|circa|omkring|ungefär|runt|drygt|knappt|över|under|minst|högst|mer än|mindre än|approx\.?|about|over|~|≈|[<>≤≥])\s*\d|\d\s*\+$/i
const range = /^[\d.,' ]*\d\s*(?:-|till|to)\s*\d[\d.,' ]*(?:\D.*)?$/i

/** Turnover in SEK million, or null for a cell that says nothing. @throws RowRefusal */
export function readTurnover(column: string, cell: Cell, { unit, habit }: TurnoverColumn): number | null {
  const plain = plainCell(cell.text)
  if (isEmpty(plain)) return null
  const { amount, unit: own } = parted(plain)
  // Excel's format of money says kr whatever the column counts in.
  const isFormat = cell.number !== null && unit !== null && isKronor(moneyUnit(own))
  const factor = factorOf(column, isFormat ? '' : own, unit)
  if (cell.number !== null) {
    if (cell.number < 0) throw new RowRefusal(column, 'is below zero')
    return scaled(column, cell.number, factor)
  }
  if (approximate.test(amount)) throw new RowRefusal(column, 'is not exact')
  if (range.test(amount)) throw new RowRefusal(column, 'is a span, not an amount')
  return scaled(column, amountOf(column, amount, habit), factor)
}

function amountOf(column: string, amount: string, habit: NumberHabit): number {
  const read = readNumber(amount)
  if (read.kind === 'NUMBER') return read.value
  if (read.kind === 'NO_NUMBER') throw new RowRefusal(column, read.why)
  const { sign, thousands, decimal } = read
  const asked = byHabit(sign, habit)
  if (asked === 'DECIMAL') return decimal
  if (asked === 'THOUSANDS') return thousands
  throw new RowRefusal(column, 'has two readings, and no other number of the column shows which', {
    detail: `${thousands} or ${String(decimal).replace('.', sign)}`,
  })
}

function factorOf(column: string, own: string, ofColumn: MoneyUnit): number {
  const stated = own === '' ? null : moneyUnit(own)
  if (stated === 'OTHER_CURRENCY' || (stated === null && own === '' && ofColumn === 'OTHER_CURRENCY')) {
    throw new RowRefusal(column, 'is in another currency than Swedish kronor')
  }
  if (own !== '' && stated === null) throw new RowRefusal(column, 'holds an amount with a unit that is not known')
  const around = ofColumn === 'OTHER_CURRENCY' ? null : ofColumn
  if (stated !== null && around !== null && stated.millions !== around.millions) {
    throw new RowRefusal(column, 'names another unit than its column', { detail: `${stated.word} or ${around.word}` })
  }
  return (stated ?? around)?.millions ?? 1
}

/** An amount and the letters before or behind it. */
function parted(plain: string): { amount: string; unit: string } {
  const behind = /^(?<amount>.*\d[)+-]?)\s*(?<unit>(?!e[+-]?\d)[\p{L}€$£:].*)$/iu.exec(plain)?.groups
  const isExponent = /^[\d.,]+ ?e ?[+-]?\d+$/i.test(plain)
  if (behind && !isExponent) return { amount: behind.amount ?? '', unit: (behind.unit ?? '').replace(/^:-$/, 'kr') }
  const before = /^(?<unit>[kmt]?(?:sek|kr)|[€$£]|eur|usd)\s*(?<amount>\d.*)$/iu.exec(plain)?.groups
  if (before) return { amount: before.amount ?? '', unit: before.unit ?? '' }
  return { amount: plain, unit: '' }
}

/** SEK million. */
const MOST_TURNOVER = 10_000_000

/** In SEK million, without the noise of binary fractions. */
function scaled(column: string, amount: number, factor: number): number {
  const turnover = Number((amount * factor).toPrecision(15))
  if (turnover > MOST_TURNOVER) throw new RowRefusal(column, 'is more than any firm turns over: is its unit another?')
  return turnover
}

/** The text of a cell without its unit, as it shows the column's habit. */
export const amountIn = (text: string): string => (/^[\d., ]*$/.test(text) ? text : parted(plainCell(text)).amount)
