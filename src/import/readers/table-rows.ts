import { ImportError } from '../import-error.js'
import { delimitedRows } from './delimited-rows.js'
import { lostLetters } from './mojibake.js'
import { inspectTextFile } from './text-file.js'
import { textLines } from './text-lines.js'

/** A row of a table in files; `line` is counted from 1. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads a file of the one form that tables have: comma-separated, UTF-8, the header among the rows; no more of it is held
 * than a row. Blank rows are left out; rows may be of different lengths.
 * @throws ImportError where the file is missing, malformed or of another form.
 */
export async function* tableRows(path: string): AsyncGenerator<TableRow> {
  const file = await inspectTextFile(path)
  const isUtf8 = file.encoding !== 'WINDOWS-1252'
  const lines = textLines(isUtf8 ? file : { path, encoding: 'UTF-8' })
  let isHeader = true
  for await (const { line, cells, fault } of delimitedRows(lines, ',', null)) {
    if (cells.every((cell) => cell === '')) continue
    const reason = fault ?? cells.map(lostLetters).find((each) => each !== null) ?? null
    if (reason !== null) throw new ImportError(path, line, isUtf8 ? reason : 'is not UTF-8: save it as CSV (UTF-8)')
    if (isOtherwiseParted(cells, isHeader)) throw new ImportError(path, line, otherwiseParted)
    isHeader = false
    yield { line, cells }
  }
}

const otherwiseParted =
  'its columns are parted by semicolons or tabs; commas between columns and a decimal point are asked for'

/** A header with more semicolons or tabs than commas, or a row that has them alone; commas within are of names or decimals. */
function isOtherwiseParted(cells: readonly string[], isHeader: boolean): boolean {
  const parts = cells.reduce((count, cell) => count + (cell.match(/[;\t]/g)?.length ?? 0), 0)
  if (isHeader) return parts > cells.length - 1
  return parts > 0 && /^[^;\t]*[;\t]\s*([+-]?\d|[;\t])/.test(cells[0] ?? '')
}
