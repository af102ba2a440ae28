import { CsvError } from 'csv-parse'
import { folded } from '../../text/folded.js'
import { csvRows } from '../csv-rows.js'
import { ImportError } from '../import-error.js'
import type { TextFile } from './text-file.js'

/** A column that a file may have. */
export interface Column {
  /** In English and Swedish, as the header has it. */
  readonly names: readonly string[]
  readonly required?: boolean
}

export type Columns<Name extends string> = Readonly<Record<Name, Column>>

/** A row of a file; an empty cell and that of a column which the file has not are ''. */
export interface UserRow<Name extends string> {
  readonly line: number
  cell(column: Name): string
}

/** A file with a header, as its first line tells. */
export interface UserFile<Name extends string> {
  readonly text: TextFile
  readonly delimiter: ',' | ';'
  /** Headers of columns that are left out. */
  readonly leftOut: readonly string[]
  /** The header of a column as the file has it; null where the file has no such column. */
  header(column: Name): string | null
  rows(onBytes?: (bytes: number) => void): AsyncGenerator<UserRow<Name>>
}

const compared = (header: string): string => folded(header).replaceAll(' ', '')

/**
 * Finds the columns of a file by its header.
 * @throws ImportError where a column is missing or there twice.
 */
export async function openUserFile<Name extends string>(
  text: TextFile,
  columns: Columns<Name>,
): Promise<UserFile<Name>> {
  const delimiter = text.firstLine.split(';').length >= text.firstLine.split(',').length ? ';' : ','
  const { path, encoding } = text
  const header = await firstRow(rowsOf(path, { delimiter, encoding }), path)
  const found = new Map<Name, number>()
  const leftOut: string[] = []
  for (const [index, cell] of header.entries()) {
    const name = namesOf(columns).find((each) =>
      columns[each].names.some((known) => compared(known) === compared(cell)),
    )
    if (name === undefined) leftOut.push(shownHeader(cell, index))
    else if (found.has(name))
      throw new ImportError(path, 1, `the column ${columns[name].names.join(' or ')} is there twice`)
    else found.set(name, index)
  }
  for (const name of namesOf(columns)) {
    if (columns[name].required && !found.has(name)) {
      throw new ImportError(path, 1, `the first line names no column ${columns[name].names.join(' or ')}`)
    }
  }
  return {
    text,
    delimiter,
    leftOut,
    header: (column) => header[found.get(column) ?? -1] ?? null,
    async *rows(onBytes) {
      let isHeader = true
      for await (const { line, cells } of rowsOf(path, { delimiter, encoding, ...(onBytes && { onBytes }) })) {
        if (!isHeader) yield { line, cell: (column) => cells[found.get(column) ?? -1] ?? '' }
        isHeader = false
      }
    },
  }
}

/** What csv-parse says of a malformed row may repeat a cell, so it is said in other words. */
async function* rowsOf(path: string, form: Parameters<typeof csvRows>[1]): ReturnType<typeof csvRows> {
  try {
    yield* csvRows(path, form)
  } catch (error) {
    if (!(error instanceof ImportError) || !(error.cause instanceof CsvError)) throw error
    throw new ImportError(path, error.place, 'a quotation mark stands where none may, or is never closed')
  }
}

async function firstRow(rows: ReturnType<typeof csvRows>, path: string): Promise<readonly string[]> {
  for await (const { cells } of rows) return cells
  throw new ImportError(path, null, 'holds no line')
}

export const namesOf = <Name extends string>(columns: Columns<Name>): Name[] =>
  Object.keys(columns).filter((name): name is Name => name in columns)

/** Where the file has no header, its first line may hold anything. */
const shownHeader = (cell: string, index: number): string =>
  /^[\p{L}][\p{L}\d _-]{0,39}$/u.test(cell) && !/\d{6}/.test(cell) ? cell : `column ${index + 1}`
