import { stringify } from 'csv-stringify/sync'
import type { Headed, OpenTable } from './open-table.js'
import { asText, type Cell } from './values.js'

/** How a table is written as text. */
export interface CsvForm {
  readonly separator: string
  readonly point: string
  readonly byteOrderMark: boolean
}

/** As RFC 4180 has it; a decimal point, UTF-8 without a mark. */
export const plainForm: CsvForm = { separator: ',', point: '.', byteOrderMark: false }

/** As Excel opens a file by a double click where Swedish is the language of the machine. */
export const swedishExcelForm: CsvForm = { separator: ';', point: ',', byteOrderMark: true }

/** A table as text, a piece for each page of its rows. */
export async function* csv(table: OpenTable, form: CsvForm): AsyncGenerator<string> {
  let head = [table.columns.map(({ heading }) => heading)]
  let mark = form.byteOrderMark ? '\uFEFF' : ''
  for await (const page of table.rows) {
    const rows = page.map((row) => row.map((cell, index) => textOf(cell, table.columns[index], form.point)))
    yield mark + written([...head, ...rows], form)
    head = []
    mark = ''
  }
}

const written = (rows: readonly (readonly string[])[], { separator }: CsvForm): string =>
  stringify([...rows], { delimiter: separator, record_delimiter: 'windows', quoted_match: /[\r\n]/ })

function textOf(cell: Cell, column: Headed | undefined, point: string): string {
  const text = asText(cell, point)
  return column?.kind.is === 'number' && !column.many ? text : guarded(text)
}

/**
 * A text that a spreadsheet would run as a formula begins with an apostrophe, which makes it a text there. Numbers are
 * no texts: they keep their sign.
 */
const guarded = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)
