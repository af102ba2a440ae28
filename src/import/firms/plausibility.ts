import type { Cell } from '../../text/plain-cell.js'

/** The cells of a row that tell of a firm's size. */
export interface SizeCells {
  readonly employees: Cell
  readonly turnover: Cell
}

/** What they were read as. */
export interface Size {
  readonly employees: number | null
  /** SEK million. */
  readonly turnover: number | null
}

/**
 * Beyond these, a list is more likely read wrongly than unusual. SEK million, for each employee or each firm: firms turn
 * over one to three for each, which read from thousands are a thousand and more.
 */
const bounds = {
  mostForEmployee: 300,
  leastForEmployee: 0.01,
  mostForFirm: 3_000,
  mostEmployees: 1_000,
  largestEmployer: 300_000,
  /** A row by itself that is as far out as this is another unit than its neighbours'. */
  outlier: 1_000,
}
/** One or two firms may turn over nearly nothing. */
const FEWEST_LOW = 3
/** A few large firms are a list of large firms. */
const FEWEST_LARGE = 10
const FEWEST_OUTLIERS = { share: 0.05, count: 3 }

/**
 * What is so unusual in the sizes of a file's firms that it asks for a look before it is believed: sentences that say what
 * was read and what the likely cause is.
 */
export function unusualSizes(sizes: readonly Size[]): string[] {
  const each = sizes.flatMap(({ employees, turnover }) =>
    employees !== null && employees > 0 && turnover !== null && turnover > 0 ? [turnover / employees] : [],
  )
  return [...unusualTurnover(each, sizes), ...unusualEmployees(sizes)]
}

function unusualTurnover(each: readonly number[], sizes: readonly Size[]): string[] {
  const [low, high] = middles(each)
  if (low !== undefined && low > bounds.mostForEmployee) {
    return [
      `the turnover reads as ${shown(low)} SEK million for each employee (the middle one of ${each.length} firms): is the column in thousands? Write (tkr) in its header or give --turnover-unit tkr`,
    ]
  }
  if (high !== undefined && high < bounds.leastForEmployee && each.length >= FEWEST_LOW) {
    return [
      `the turnover reads as ${shown(high * 1e6)} SEK for each employee (the middle one of ${each.length} firms): is the column in another unit than it says? Give --turnover-unit`,
    ]
  }
  const outliers = each.filter((value) => value > bounds.outlier)
  if (outliers.length >= Math.max(FEWEST_OUTLIERS.count, FEWEST_OUTLIERS.share * each.length)) {
    return [
      `the turnover of ${outliers.length} of ${each.length} firms reads as more than ${bounds.outlier} SEK million for each employee: are some rows in thousands? Write the unit in their cells, as in 12 345 tkr`,
    ]
  }
  const turnovers = sizes.flatMap(({ turnover }) => (turnover !== null && turnover > 0 ? [turnover] : []))
  const [ofFirm] = each.length === 0 ? middles(turnovers) : []
  if (ofFirm === undefined || ofFirm <= bounds.mostForFirm) return []
  return [
    `the turnover reads as ${shown(ofFirm)} SEK million for a firm (the middle one of ${turnovers.length}): is the column in thousands? Write (tkr) in its header or give --turnover-unit tkr`,
  ]
}

function unusualEmployees(sizes: readonly Size[]): string[] {
  const employees = sizes.flatMap((size) => (size.employees === null ? [] : [size.employees]))
  const [middle] = middles(employees)
  const most = employees.reduce((left, right) => Math.max(left, right), 0)
  if (employees.length >= FEWEST_LARGE && middle !== undefined && middle > bounds.mostEmployees) {
    return [
      `the firms read as employing ${shown(middle)} each (the middle one of ${employees.length}): is it the right column, and do its signs part thousands?`,
    ]
  }
  if (most <= bounds.largestEmployer) return []
  return [`a firm reads as employing ${shown(most)}: is it the right column, and do its signs part thousands?`]
}

/** The value in the middle, or the two of them, the lesser first. */
function middles(values: readonly number[]): number[] {
  const ordered = values.toSorted((left, right) => left - right)
  const at = [Math.floor((ordered.length - 1) / 2), Math.ceil((ordered.length - 1) / 2)]
  return at.flatMap((place) => ordered[place] ?? [])
}

/** With three digits that say something, in groups of three. */
const shown = (value: number): string =>
  Number(value.toPrecision(value >= 1_000 ? 4 : 3))
    .toLocaleString('en')
    .replaceAll(',', ' ')
