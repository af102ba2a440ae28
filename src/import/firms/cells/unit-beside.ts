import { type Cell, isEmpty, plainCell } from '../../../text/plain-cell.js'
import type { UserRow } from '../../readers/user-file.js'
import type { FirmColumn } from '../firm-columns.js'
import { isKronor, type MoneyUnit, moneyUnit } from './money-units.js'

/** What stands before a unit in a sentence: `Alla belopp i tkr`, `Enhet: Mkr`, `Figures SEK thousands`. */
const before =
  /(?:(?<![\p{L}\d])(?:i|in|är|are|belopp|siffror|värden|amounts|figures)\s+|[:=(]\s*)(?=(?<words>[^\s;,()][^;,()]*))/giu
/** A currency is no unit: amounts in SEK are in thousands as often as not. */
const currency = /(?<!\p{L})(?:valuta|currency)/iu
/** What else may be counted in thousands. */
const employees = /anställd|personer|employee|persons/iu
const MOST_WORDS = 4
const LONGEST_TITLE = 300

/** The unit of amounts that a title or a note names; null where it names none. */
export function unitInText(whole: string): MoneyUnit {
  const text = whole.slice(0, LONGEST_TITLE)
  if (employees.test(text)) return null
  const alone = moneyUnit(text.replace(/^[*\s]+/, ''))
  if (alone !== null && alone !== 'OTHER_CURRENCY') return alone
  for (const { groups } of plainCell(text).matchAll(before)) {
    const words = (groups?.words ?? '').split(' ').slice(0, MOST_WORDS)
    for (let count = words.length; count > 0; count -= 1) {
      const unit = moneyUnit(words.slice(0, count).join(' '))
      if (unit === 'OTHER_CURRENCY' && count > 1) continue
      if (unit !== null && !(isKronor(unit) && currency.test(text))) return unit
    }
  }
  return null
}

/** The unit that a row names which is a line of text and no firm. */
export function unitOfLine({ cell }: UserRow<FirmColumn>): MoneyUnit {
  const text = cell('organisationNumber')
  return cell('name') === '' && /\p{L}/u.test(text) ? unitInText(text) : null
}

/** The unit that a row below the header names for the column of turnover, where that is all it is; null for other rows. */
export function unitOfRow({ cell }: UserRow<FirmColumn>): MoneyUnit {
  if (cell('organisationNumber') !== '' || cell('name') !== '') return null
  return moneyUnit(cell('turnover').replace(/^[([](?:i |in )?|[)\]]$/g, ''))
}

/** The cell of turnover, with the unit or the other currency that a column of its own names for the row. */
export function turnoverCell({ cell, number }: UserRow<FirmColumn>): Cell {
  const [text, amount] = [cell('turnover'), number('turnover')]
  const bare = /^[-+(]?[\d\s.,']+[-)]?$/.test(plainCell(text)) && !isEmpty(plainCell(text))
  const named = [cell('turnoverUnit'), cell('currency')].map((each) => ({ each, unit: moneyUnit(each) }))
  const [unit, money] = named
  const other = money?.unit == null || isKronor(money.unit) ? unit : money
  return bare && other?.unit != null ? { text: `${text} ${other.each}`, number: amount } : { text, number: amount }
}
