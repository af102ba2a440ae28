import { isDateOfExcel, isSerialOfSpan } from '../../../text/excel-dates.js'
import { type Cell, isEmpty, plainCell } from '../../../text/plain-cell.js'
import { RowRefusal } from '../refusal.js'
import { type NumberHabit, readNumber } from './numbers.js'

/** Employees as a source states them: how many, or between which bounds; `to` is null where it has no end. */
export type Employees =
  | { readonly kind: 'COUNT'; readonly count: number }
  | { readonly kind: 'BOUNDS'; readonly from: number; readonly to: number | null }

const unit =
  /\s*(?:st|st\.|stycken|pers|pers\.|personer|person|anställda|anställd|anst|anst\.|medarbetare|employees?|persons?|people|staff)$/i
const approximate =
  /^(?:ca\.?|c:a|cirka|circa|omkring|ungefär|uppskattningsvis|runt|drygt|knappt|nästan|approx\.?|about|around|nearly|~|≈)\s*\d|^\d+\s*(?:\?|±.*)$/i
const digits = "(\\d[\\d ']*)"
const spans: readonly {
  readonly form: RegExp
  readonly bounds: (first: number, second: number) => [number, number | null]
}[] = [
  {
    form: new RegExp(`^${digits} ?(?:-|–|till|to|\\.\\.) ?${digits}$`, 'i'),
    bounds: (first, second) => [first, second],
  },
  {
    form: new RegExp(`^(?:mellan|between) ${digits} (?:och|and) ${digits}$`, 'i'),
    bounds: (first, second) => [first, second],
  },
  {
    form: new RegExp(`^${digits} ?(?:\\+|(?:eller|och) (?:fler|mer)|or more|and (?:more|over)|och uppåt)$`, 'i'),
    bounds: (first) => [first, null],
  },
  { form: new RegExp(`^(?:minst|at least|från|≥|>=) ?${digits}$`, 'i'), bounds: (first) => [first, null] },
  {
    form: new RegExp(`^(?:fler än|mer än|över|more than|over|>) ?${digits}$`, 'i'),
    bounds: (first) => [first + 1, null],
  },
  {
    form: new RegExp(`^(?:färre än|mindre än|under|less than|fewer than|below|<) ?${digits}$`, 'i'),
    bounds: (first) => [0, first - 1],
  },
  {
    form: new RegExp(`^(?:högst|max|max\\.|upp till|at most|up to|≤|<=) ?${digits}$`, 'i'),
    bounds: (first) => [0, first],
  },
]

const MOST_EMPLOYEES = 10_000_000

const EXCEL =
  'is a day: Excel makes one of a span such as 5-9 or 10-19; format the column as text before they are put in'

/** How many a firm employs, or between which bounds; null for a cell that says nothing. @throws RowRefusal */
export function readEmployees(column: string, cell: Cell, habit: NumberHabit): Employees | null {
  const plain = plainCell(cell.text)
  if (isEmpty(plain)) return null
  if (isDateOfExcel(plain)) throw new RowRefusal(column, EXCEL)
  const said = plain.replace(unit, '').trim()
  if (approximate.test(said)) throw new RowRefusal(column, 'is not exact')
  const bounds = cell.number === null ? boundsOf(said) : null
  if (bounds !== null) {
    if (bounds.from < 0 || (bounds.to !== null && bounds.to < bounds.from))
      throw new RowRefusal(column, 'is a span that ends before it begins')
    return { kind: 'BOUNDS', ...bounds }
  }
  return { kind: 'COUNT', count: countOf(column, cell.number ?? said, habit) }
}

function boundsOf(said: string): { from: number; to: number | null } | null {
  for (const { form, bounds } of spans) {
    const [whole, first = '', second = ''] = form.exec(said) ?? []
    if (whole === undefined) continue
    const read = [first, second].filter((part) => part !== '').map((part) => readNumber(part.trim()))
    const [low = Number.NaN, high = Number.NaN] = read.map((each) => (each.kind === 'NUMBER' ? each.value : Number.NaN))
    const [from, to] = bounds(low, high)
    return Number.isNaN(from) || (to !== null && Number.isNaN(to)) ? null : { from, to }
  }
  return null
}

function countOf(column: string, said: string | number, habit: NumberHabit): number {
  const count = typeof said === 'number' ? said : wholeOf(column, said, habit)
  if (count > MOST_EMPLOYEES) throw new RowRefusal(column, 'is more than any firm employs')
  if (count < 0) throw new RowRefusal(column, 'is below zero')
  if (!Number.isSafeInteger(count)) throw new RowRefusal(column, 'is not a whole number')
  if (isSerialOfSpan(count)) {
    throw new RowRefusal(column, 'has two readings: a number, or the day that Excel makes of a span such as 5-9', {
      detail: String(count),
    })
  }
  return count
}

/** In a column of whole numbers three digits behind a sign are thousands, but where three decimals stand behind it elsewhere. */
function wholeOf(column: string, said: string, habit: NumberHabit): number {
  if (/^\d[\d.,' ]*\p{L}/u.test(said) && !/^[\d.,]+e[+-]?\d+$/i.test(said)) {
    throw new RowRefusal(column, 'holds a number with a unit that is not known')
  }
  const read = readNumber(said)
  if (read.kind === 'NO_NUMBER') throw new RowRefusal(column, read.why)
  if (read.kind === 'NUMBER') return read.value
  if (!habit.threeDecimals.has(read.sign)) return read.thousands
  throw new RowRefusal(column, 'has two readings: other numbers of the column have three decimals', {
    detail: `${read.thousands} or ${String(read.decimal).replace('.', read.sign)}`,
  })
}
