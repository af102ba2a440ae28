import { ImportError } from '../import-error.js'
import { inspectFile } from '../readers/text-file.js'
import { sheetRows } from '../readers/workbook/sheet-rows.js'
import { openWorkbook, sheetOf } from '../readers/workbook/workbook.js'

/** A cell by row and column, both counted from 0. */
export interface Position {
  readonly row: number
  readonly column: number
}

/** One sheet of a workbook. */
export class Sheet {
  constructor(
    readonly file: string,
    readonly name: string,
    private readonly rows: readonly (readonly (string | number)[])[],
  ) {}

  /** The text of a cell; null where it holds none. */
  text({ row, column }: Position): string | null {
    const value = this.rows[row]?.[column]
    return typeof value === 'string' && value !== '' ? value : null
  }

  /**
   * The number in a cell.
   * @throws ImportError where the cell is empty or holds something else.
   */
  number(position: Position): number {
    const value = this.rows[position.row]?.[position.column]
    if (typeof value === 'number' && Number.isFinite(value)) return value
    const found = value === undefined || value === '' ? 'is empty' : `holds "${String(value)}"`
    throw this.error(position, `${found} where a number belongs`)
  }

  /** Where a heading stands, anywhere in the sheet. */
  find(heading: string): Position | null {
    for (const [row, cells] of this.rows.entries()) {
      const column = cells.findIndex((cell) => typeof cell === 'string' && cell.trim() === heading)
      if (column >= 0) return { row, column }
    }
    return null
  }

  /** The column of a heading in a row, from a column on. */
  columnOf(heading: string, { row, column }: Position): number | null {
    const found = (this.rows[row] ?? []).findIndex(
      (cell, index) => index >= column && typeof cell === 'string' && cell.trim() === heading,
    )
    return found < 0 ? null : found
  }

  error(position: Position, reason: string): ImportError {
    return new ImportError(this.file, { sheet: this.name, cell: cellName(position) }, reason)
  }
}

/** `CO4`, as spreadsheets name cells. */
function cellName({ row, column }: Position): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}

/** A sheet of a table has fewer cells; they are all kept. */
const MOST_CELLS = 2_000_000

/**
 * Reads one sheet of an .xlsx workbook: the first of the names that it has.
 * @throws ImportError where the file is no complete workbook or has no such sheet.
 */
export async function readWorkbookSheet(file: string, names: readonly [string, ...string[]]): Promise<Sheet> {
  const { kind } = await inspectFile(file)
  if (kind !== 'PACKED') throw new ImportError(file, null, 'is not a complete .xlsx workbook')
  const workbook = await openWorkbook(file)
  const name = names.find((each) => workbook.sheets.some((sheet) => sheet.name === each)) ?? names[0]
  const rows: (string | number)[][] = []
  let count = 0
  for await (const { line, cells, numbers } of sheetRows(workbook, sheetOf(workbook, name))) {
    while (rows.length < line) rows.push([])
    rows[line - 1] = cells.map((text, column) => numbers?.get(column) ?? text)
    count += cells.length + 1
    if (count > MOST_CELLS || line > MOST_CELLS)
      throw new ImportError(file, null, `sheet ${name} is too large for a table`)
  }
  return new Sheet(file, name, rows)
}
