import { dayOfSerial } from '../../../text/excel-dates.js'
import { type Cell, isEmpty, plainCell } from '../../../text/plain-cell.js'
import { type PartialDate, readPartialDate } from '../../../writing/forms/partial-date.js'
import { RowRefusal } from '../refusal.js'

const monthNames: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january'],
  ['feb', 'febr', 'februari', 'february'],
  ['mar', 'mars', 'march'],
  ['apr', 'april'],
  ['maj', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'augusti', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
]

const monthOf = (name: string): number => monthNames.findIndex((names) => names.includes(name.toLowerCase())) + 1

/** What a date can mean: one date, two of them, an accounting year that is both, or nothing. */
type DateReading =
  | { readonly kind: 'DATE'; readonly iso: string }
  | { readonly kind: 'TWO_READINGS'; readonly detail: string }
  | { readonly kind: 'NO_DATE'; readonly why: string }

const date = (year: number | string, month?: number | string, day?: number | string): DateReading => ({
  kind: 'DATE',
  iso: [
    String(year).padStart(4, '0'),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')])),
  ].join('-'),
})

const noDate = (why: string): DateReading => ({ kind: 'NO_DATE', why })
const ASKED = 'is no date such as 2026-11-24, 2026-11 or 2026'

interface Form {
  readonly form: RegExp
  readonly read: (...parts: string[]) => DateReading
}

const forms: readonly Form[] = [
  { form: /^(\d{4})$/, read: (year = '') => date(year) },
  { form: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, read: (year = '', month = '', day = '') => date(year, month, day) },
  { form: /^(\d{4})(\d{2})(\d{2})$/, read: (year = '', month = '', day = '') => date(year, month, day) },
  { form: /^(\d{4})-(\d{2})$/, read: (year = '', month = '') => yearAndTwoDigits(year, month, 'MONTH') },
  { form: /^(\d{4})[/.](\d{1,2})$/, read: (year = '', month = '') => yearAndTwoDigits(year, month, 'EITHER') },
  { form: /^(\d{4})[-/](\d{4})$/, read: (first = '', second = '') => accountingYear(first, Number(second)) },
  { form: /^(\d{4})(\d{2})$/, read: (year = '', month = '') => yearAndMonth(year, month) },
  { form: /^(\d{1,2})[/.](\d{4})$/, read: (month = '', year = '') => date(year, month) },
  { form: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, read: (day = '', month = '', year = '') => date(year, month, day) },
  {
    form: /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/,
    read: (first = '', second = '', year = '') => dayAndMonth(Number(first), Number(second), year),
  },
  { form: /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/, read: () => noDate('has a year of two digits: write four') },
  { form: /^(\p{L}+)\.?[- ](\d{2}|\d{4})$/u, read: (month = '', year = '') => named(year, month) },
  {
    form: /^(\d{1,2})\.?[- ]?(\p{L}+)\.?,?[- ]?(\d{2}|\d{4})$/u,
    read: (day = '', month = '', year = '') => named(year, month, day),
  },
  {
    form: /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u,
    read: (month = '', day = '', year = '') => named(year, month, day),
  },
  { form: /^\d{1,2}[-. ]\p{L}+\.?$/u, read: () => noDate('is a day without its year') },
  { form: /^([2-5]\d{4})$/, read: (serial = '') => ({ kind: 'DATE', iso: dayOfSerial(Number(serial)) }) },
]

function yearAndTwoDigits(year: string, digits: string, usual: 'MONTH' | 'EITHER'): DateReading {
  const isNext = digits.length === 2 && Number(digits) === (Number(year) + 1) % 100
  if (digits === '1') return { kind: 'TWO_READINGS', detail: `${year}-01, or ${year}-10 without its last digit` }
  const isMonth = Number(digits) >= 1 && Number(digits) <= 12
  if (!isMonth) return isNext ? accountingYear(year, Number(year) + 1) : noDate(ASKED)
  if (!isNext || usual === 'MONTH') return date(year, digits)
  return { kind: 'TWO_READINGS', detail: `${year}-${digits} or the accounting year ${year}–${Number(year) + 1}` }
}

const yearAndMonth = (year: string, month: string): DateReading =>
  Number(month) >= 1 && Number(month) <= 12
    ? date(year, month)
    : noDate('names no month, or its year has two digits: write four')

const accountingYear = (year: string, next: number): DateReading =>
  next === Number(year) + 1
    ? { kind: 'TWO_READINGS', detail: `the accounting year's begin in ${year} or its end in ${next}` }
    : noDate(ASKED)

/** With strokes and hyphens Europe writes the day first, America the month. */
function dayAndMonth(first: number, second: number, year: string): DateReading {
  if (first > 12 || first === second) return date(year, second, first)
  if (second > 12) return date(year, first, second)
  const iso = [
    [second, first],
    [first, second],
  ].map(([month, day]) => [year, ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-'))
  return { kind: 'TWO_READINGS', detail: iso.join(' or ') }
}

function named(year: string, month: string, day?: string): DateReading {
  const whole = year.length === 2 ? `20${year}` : year
  return monthOf(month) === 0 ? noDate(ASKED) : date(whole, monthOf(month), day)
}

const FIRST_DAY = '1900-01-01'

const time =
  /(?<=\d{4}-\d{2}-\d{2}|\d{8}|\d{4}\/\d{2}\/\d{2}|\d{2}[./]\d{2}[./]\d{4})[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}|[AP]M))?$/i

/** A date as people write them; null for a cell that says nothing. @throws RowRefusal */
export function readDate(column: string, cell: Cell): PartialDate | null {
  const plain = plainCell(cell.text)
  if (isEmpty(plain)) return null
  const read = readingOf(plain.replace(time, '').replace(/(?<=^\d{4,8})[.,]0+$/, ''))
  if (read.kind === 'NO_DATE') throw new RowRefusal(column, read.why)
  if (read.kind === 'TWO_READINGS') throw new RowRefusal(column, 'is a date with two readings', { detail: read.detail })
  if (read.iso < FIRST_DAY.slice(0, read.iso.length)) throw new RowRefusal(column, 'is before 1900')
  const partial = readPartialDate(read.iso)
  if (partial === undefined) throw new RowRefusal(column, 'is a day that no calendar has')
  return partial
}

function readingOf(text: string): DateReading {
  for (const { form, read } of forms) {
    const [whole, ...parts] = form.exec(text) ?? []
    if (whole !== undefined) return read(...parts)
  }
  return noDate(ASKED)
}

/** The first day that a date of a file can mean, null for a cell that says nothing. @param today ISO. @throws RowRefusal */
export function readAsOf(column: string, cell: Cell, today: string): string | null {
  const firstDay = readDate(column, cell)?.firstDay ?? null
  if (firstDay === null) return null
  if (firstDay > today) throw new RowRefusal(column, 'is in the future')
  return firstDay
}
