import { ImportError } from '../import-error.js'
import type { Delimiter } from './delimited-line.js'
import { delimitedRows } from './delimited-rows.js'
import type { Expected, Row } from './records.js'
import type { PackedFile, TextFile } from './text-file.js'
import { textLines } from './text-lines.js'
import { sheetRows } from './workbook/sheet-rows.js'
import { openWorkbook, sheetOf } from './workbook/workbook.js'

/** One way of reading a file as rows. */
export interface Form {
  /** The rows, for someone who knows what to expect of them, or does not. */
  rows(expected: Expected | null, onBytes?: (bytes: number) => void): AsyncGenerator<Row>
  /** Whether the place of a cell is certain, whatever stands before it in its row. */
  readonly isGrid: boolean
  /** What parts the cells of a text; null in a workbook. */
  readonly delimiter: Delimiter | null
}

const delimiters: readonly Delimiter[] = [';', ',', '\t', '|']

/** What the first line names where it is `sep=;`. */
const separator = /^"?sep=(?<mark>[;,\t|]|\\t)"?$/i

/** The ways in which a text may be parted into rows; one where its first line says which. */
async function formsOfText(file: TextFile): Promise<readonly Form[]> {
  const said = await saidDelimiter(file)
  if (said !== null) return [formOf(file, said, 1)]
  return delimiters.map((delimiter) => formOf(file, delimiter, 0))
}

const formOf = (file: TextFile, delimiter: Delimiter, skipped: number): Form => ({
  isGrid: false,
  delimiter,
  rows: (expected, onBytes) => delimitedRows(linesAfter(file, skipped, onBytes), delimiter, expected),
})

async function* linesAfter(file: TextFile, skipped: number, onBytes?: (bytes: number) => void) {
  for await (const line of textLines(file, onBytes)) if (line.line > skipped) yield line
}

async function saidDelimiter(file: TextFile): Promise<Delimiter | null> {
  for await (const { text } of textLines(file)) {
    const mark = separator.exec(text.trimStart())?.groups?.mark
    return mark === undefined ? null : (delimiters.find((each) => each === mark) ?? '\t')
  }
  return null
}

/** A file as it can be read. */
export interface Opened {
  readonly forms: readonly Form[]
  /** The sheet that is read and those that are not, where a file has more than one. */
  readonly sheets: string | null
}

/** Opens a text or a sheet of a workbook. @throws ImportError */
export async function openRows(file: TextFile | PackedFile, sheet: string | null): Promise<Opened> {
  if (file.kind === 'PACKED') return openSheet(file, sheet)
  if (sheet !== null) throw new ImportError(file.path, null, 'is a text, which has no sheets')
  return { forms: await formsOfText(file), sheets: null }
}

async function openSheet({ path, bytes }: PackedFile, name: string | null): Promise<Opened> {
  const workbook = await openWorkbook(path)
  const sheet = sheetOf(workbook, name)
  const others = workbook.sheets.filter((each) => each !== sheet && !each.isHidden).map((each) => each.name)
  const rows: Form['rows'] = (_, onBytes) =>
    sheetRows(workbook, sheet, (share) => onBytes?.(Math.min(bytes, Math.round(share * bytes))))
  const unread = name === null && others.length > 0
  return {
    forms: [{ isGrid: true, delimiter: null, rows }],
    sheets: unread ? `Of the sheets, ${sheet.name} is read, not ${others.join(', ')}: --sheet names another` : null,
  }
}

/** The first rows of a form, as far as a header may stand below them. */
export async function firstRows(form: Form, count: number): Promise<readonly Row[]> {
  const rows: Row[] = []
  for await (const row of form.rows(null)) {
    rows.push(row)
    if (rows.length === count) break
  }
  return rows
}
