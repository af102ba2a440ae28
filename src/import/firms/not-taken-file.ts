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
export async function writeNotTaken(path: string, rows: readonly NotTaken[], delimiter: ',' | ';'): Promise<void> {
  const listed = rows
    .toSorted((left, right) => left.line - right.line)
    .map((row) => ({
      ...row,
      firm: part(row.firm),
      column: part(row.column),
      cell: part(row.cell),
      reason: withoutPersonNumbers(row.reason),
    }))
  const layout = { header: true, columns: [...columns], escape_formulas: true, bom: true, delimiter }
  await writeFile(path, stringify(listed, layout))
}

function part(text: string): string {
  const line = withoutPersonNumbers(text).replace(/[\s\p{Cc}]+/gu, ' ')
  return line.length > LONGEST_CELL ? `${line.slice(0, LONGEST_CELL)}…` : line
}
