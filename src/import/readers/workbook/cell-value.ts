import type { NumberFormat } from './number-formats.js'

/** What a cell says; a number where it holds one that is no day. */
export interface CellValue {
  readonly text: string
  readonly number: number | null
}

export const emptyCell: CellValue = { text: '', number: null }

/** A cell as it stands in a sheet. */
export interface WrittenCell {
  /** `s`, `str`, `inlineStr`, `n`, `b`, `e`, `d`; numbers have none. */
  readonly type: string | undefined
  readonly written: string
  readonly format: NumberFormat | undefined
}

/** Reads a cell; `shared` are the texts that the sheets of a workbook share. */
export function cellValue(
  { type, written, format }: WrittenCell,
  shared: readonly string[],
  since1904: boolean,
): CellValue {
  if (type === 's') {
    const text = shared[Number(written)]
    if (text === undefined) throw new Error('a text is missing')
    return { text: text.trim(), number: null }
  }
  if (type === 'd') return { text: written.replace(/T(?:00:00:00(?:\.0+)?)?Z?$/, '').replace('T', ' '), number: null }
  if (type === 'b') return { text: written === '1' ? 'TRUE' : 'FALSE', number: null }
  if (type !== undefined && type !== 'n') return { text: withoutEscapes(written).trim(), number: null }
  if (written.trim() === '') return emptyCell
  const number = exact(written)
  if (number === null) return { text: written.trim(), number: null }
  if (format?.kind === 'DATE') return { text: dayOf(number, since1904) ?? String(number), number: null }
  // What is shown and what is held are two readings, and both are said.
  if (format?.kind === 'SHORTENED') return { text: `${number} shown shortened`, number: null }
  const unit = format !== undefined && 'unit' in format ? ` ${format.unit}` : ''
  return { text: `${shownNumber(number, format)}${unit}`, number }
}

/** Signs that XML cannot hold are written `_x000D_`. */
export const withoutEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Spreadsheets calculate with fifteen digits: 0.30000000000000004 is 0.3. */
function exact(written: string): number | null {
  const number = Number(written)
  return Number.isFinite(number) ? Number(number.toPrecision(15)) : null
}

function shownNumber(number: number, format: NumberFormat | undefined): string {
  const plain =
    Math.abs(number) < 1e21 && Math.abs(number) >= 1e-6 ? String(number) : number === 0 ? '0' : number.toFixed(15)
  if (format?.kind === 'MASK' && Number.isInteger(number) && number >= 0) return masked(plain, format.mask)
  if (format?.kind !== 'DECIMALS') return plain
  const [, decimals = ''] = plain.split('.')
  return decimals.length < format.count ? number.toFixed(format.count) : plain
}

function masked(digits: string, mask: string): string {
  const left = [...digits.padStart(mask.match(/0/g)?.length ?? 0, '0')]
  let shown = ''
  for (const sign of [...mask].toReversed()) shown = (sign === '0' ? (left.pop() ?? '') : sign) + shown
  return left.join('') + shown
}

const DAY = 86_400_000

/** The day, and the time where there is one, of a number of days; null where it is none. */
function dayOf(days: number, since1904: boolean): string | null {
  // Day 60 is 29 February 1900, which was none.
  const begin = since1904 ? Date.UTC(1904, 0, 1) : days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  const at = new Date(begin + Math.round((days * DAY) / 1_000) * 1_000)
  if (days < 0 || Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return null
  const [day = '', time = ''] = at.toISOString().split('T')
  const clock = time.slice(0, 8)
  if (days < 1) return clock
  return clock === '00:00:00' ? day : `${day} ${clock}`
}
