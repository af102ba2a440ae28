import { writeFile } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import { withoutPersonNumbers } from '../../text/person-number.js'

/** A row or a cell that was not taken, as whoever sent the file finds it again. */
export interface NotTaken {
  readonly line: number
  readonly what: 'REFUSED' | 'CELL' | 'LEFT_OUT'
  /** Number or name; empty where the row gives none. */
  readonly firm: string
  /** As the file calls it. */
  readonly column: string
  readonly cell: string
  readonly reason: string
}

const LONGEST_CELL = 120

const columns = ['line', 'what', 'firm', 'column', 'cell', 'reason'] as const

/** Writes them by line. What begins like a formula is written as text, and nothing that can be a person's number at all. */
export const writeNotTaken = (path: string, rows: readonly NotTaken[], delimiter: ',' | ';'): Promise<void> =>
  writeFile(path, notTakenText(rows, delimiter))

/** The same as a text. */
export function notTakenText(rows: readonly NotTaken[], delimiter: ',' | ';'): string {
  const listed = rows.toSorted((left, right) => left.line - right.line).map(shownOf)
  const layout = { header: true, columns: [...columns], escape_formulas: true, bom: true, delimiter }
  return stringify(listed, layout)
}

/** A row as it may be shown: in one line, not too long, and without what can be a person's number. */
export const shownOf = (row: NotTaken): NotTaken => ({
  ...row,
  firm: part(row.firm),
  column: part(row.column),
  cell: part(row.cell),
  reason: withoutPersonNumbers(row.reason),
})

function part(text: string): string {
  const line = withoutPersonNumbers(text).replace(/[\s\p{Cc}]+/gu, ' ')
  return line.length > LONGEST_CELL ? `${line.slice(0, LONGEST_CELL)}…` : line
}
