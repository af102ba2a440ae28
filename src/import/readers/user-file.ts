import { Pauses } from '../../kernel/turns.js'
import { HeaderError, ImportError, type ReadColumn, requireWanted } from '../import-error.js'
import { type Columns, namesOf, type SaidOfColumns } from './columns.js'
import type { Delimiter } from './delimited-line.js'
import { filled } from './delimited-rows.js'
import { type Header, isHeader, readHeader } from './header.js'
import { columnIsDoubtful, columnsAreMissing, headerRemarks, shownHeader, unknownHeader } from './header-words.js'
import { lostLetters } from './mojibake.js'
import { type Form, firstRows, openRows } from './open-rows.js'
import type { Expected, Row } from './records.js'
import { notARow } from './row-kinds.js'
import { inspectFile, type ReadFile } from './text-file.js'

/** The header stands no further down. */
const HEADER_WITHIN = 20

/** A row of a file; an empty cell and that of a column which the file has not are ''. */
export interface UserRow<Name extends string> {
  /** As an editor counts lines, or a workbook its rows. */
  readonly line: number
  cell(column: Name): string
  /** The number in a cell that the file itself holds as one, and that can be read in one way only; null in a text. */
  number(column: Name): number | null
}

/** A row, why it cannot be read as one, or what it is instead of a row. */
export type RowOfFile<Name extends string> =
  | UserRow<Name>
  /** `row` is what can be made out of it: to say which one it is, and for nothing else. */
  | { readonly line: number; readonly fault: string; readonly row: UserRow<Name> }
  | { readonly line: number; readonly leftOut: string; readonly text: string }

/** A file with a header. */
export interface UserFile<Name extends string> {
  readonly file: ReadFile
  /** What parts its cells; null in a workbook. */
  readonly delimiter: Delimiter | null
  /** What a user should know of how it is read. */
  readonly remarks: readonly string[]
  /** All columns, in their order. */
  readonly columns: readonly ReadColumn[]
  /** What stands above the header, a row each. */
  readonly above: readonly string[]
  /** The header of a column as the file has it, such as `Omsättning (tkr)`; null where the file has no such column. */
  header(column: Name): string | null
  rows(onBytes?: (bytes: number) => void): AsyncGenerator<RowOfFile<Name>>
}

/** How a file is to be read. */
export interface Said<Name extends string> {
  readonly columns?: SaidOfColumns<Name>
  /** Of a workbook; its first where none is named. */
  readonly sheet?: string | null
  /** Aborted once nobody wants its rows any more. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Finds the header of a file and the columns that it names.
 * @throws ImportError where the file is no table, or a column is missing or named by two headers; its rows throw
 * ImportEndedError once the signal is aborted.
 */
export async function openUserFile<Name extends string>(
  path: string,
  columns: Columns<Name>,
  { columns: said = new Map(), sheet = null, signal }: Said<Name> = {},
): Promise<UserFile<Name>> {
  const file = await inspectFile(path)
  const { forms, sheets } = await openRows(file, sheet)
  const { form, header, above } = await findHeader(path, forms, columns, said).catch((error) => {
    throw sheets !== null && error instanceof ImportError
      ? error.with(`${sheets.charAt(0).toLowerCase()}${sheets.slice(1)}`)
      : error
  })
  const needed = namesOf(columns).flatMap((name) => (columns[name].required ? [header.places.get(name) ?? -1] : []))
  const width = header.cells.findLastIndex((cell) => cell !== '') + 1
  return {
    file,
    remarks: [...(sheets === null ? [] : [`${sheets}.`]), ...headerRemarks(header, columns)],
    columns: readColumns(header),
    above,
    delimiter: form.delimiter,
    header: (column) => header.cells[header.places.get(column) ?? -1]?.replace(/\s+/gu, ' ') ?? null,
    async *rows(onBytes) {
      const pauses = new Pauses()
      for await (const row of form.rows({ width, needed }, onBytes)) {
        requireWanted(signal)
        if (pauses.isDue) await pauses.take()
        if (row.line > header.line) yield rowOfFile(row, header, { width, needed }, form)
      }
    },
  }
}

/** The columns of a header, as they may be shown. */
function readColumns<Name extends string>({ cells, places, further }: Header<Name>): readonly ReadColumn[] {
  const names = new Map<number, string>()
  for (const [name, place] of places) for (const each of [place, ...(further.get(name) ?? [])]) names.set(each, name)
  return cells
    .slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
    .map((cell, place) => ({ header: shownHeader(cell, place), column: names.get(place) ?? null }))
}

interface Found<Name extends string> {
  readonly form: Form
  readonly header: Header<Name>
  readonly above: readonly string[]
}

/** The first row that names what is needed, in the form that finds most columns. */
async function findHeader<Name extends string>(
  path: string,
  forms: readonly Form[],
  columns: Columns<Name>,
  said: SaidOfColumns<Name>,
): Promise<Found<Name>> {
  const found: Found<Name>[] = []
  let nearest: Header<Name> | null = null
  for (const form of forms) {
    const above: string[] = []
    for (const { line, cells } of await firstRows(form, HEADER_WITHIN)) {
      const header = readHeader(line, cells, columns, said)
      if (nearest === null || header.places.size > nearest.places.size) nearest = header
      if (isHeader(header, columns)) {
        found.push({ form, header, above })
        break
      }
      above.push(textOf(cells))
    }
  }
  const [best] = found.toSorted((left, right) => right.header.places.size - left.header.places.size)
  const header = best?.header ?? nearest
  const wrong = (error: ImportError) => new HeaderError(error, header === null ? [] : readColumns(header))
  if (best === undefined) throw wrong(columnsAreMissing(path, nearest, columns))
  const [doubtful] = best.header.doubtful
  if (doubtful !== undefined) throw wrong(columnIsDoubtful(path, best.header.line, ...doubtful))
  const unknown = unknownHeader(best.header.cells, said)
  if (unknown !== null) throw wrong(new ImportError(path, best.header.line, unknown))
  const lost = lostLetters(best.header.cells.join(' '))
  if (lost !== null) throw new ImportError(path, best.header.line, lost)
  return best
}

function rowOfFile<Name extends string>(
  row: Row,
  header: Header<Name>,
  { width, needed }: Expected,
  form: Form,
): RowOfFile<Name> {
  const { line, cells, numbers } = row
  const place = (column: Name) => header.places.get(column) ?? -1
  const read: UserRow<Name> = {
    line,
    cell: (column) => {
      const further = header.further.get(column) ?? []
      if (further.length === 0) return shortened(cells[place(column)] ?? '')
      return textOf([place(column), ...further].map((each) => shortened(cells[each] ?? '')))
    },
    number: (column) => numbers?.get(place(column)) ?? null,
  }
  const leftOut = row.fault === undefined ? notARow(cells, header.cells, needed) : null
  if (leftOut !== null) return { line, leftOut, text: textOf(cells) }
  const fault = row.fault ?? (form.isGrid ? null : otherLength(cells, width, header.line)) ?? lostIn(cells)
  return fault === null ? read : { line, fault, row: read }
}

/** Nothing that is read of a firm is longer; a longer text takes its readers long, and then says nothing. */
const LONGEST_READ = 500
const shortened = (text: string): string => (text.length > LONGEST_READ ? `${text.slice(0, LONGEST_READ)}…` : text)

const textOf = (cells: readonly string[]): string => cells.filter((cell) => cell !== '').join('; ')

/** Why a row is not taken that has more or fewer cells than the header, empty ones at the end aside. */
function otherLength(cells: readonly string[], width: number, headerLine: number): string | null {
  const length = Math.max(filled(cells).length, Math.min(cells.length, width))
  return length === width ? null : `has ${length} cells; the header, in line ${headerLine}, has ${width}`
}

const lostIn = (cells: readonly string[]): string | null =>
  cells.map(lostLetters).find((reason) => reason !== null) ?? null
