import { readSheet } from 'read-excel-file/node'
import { ImportError } from '../import-error.js'
import { readingError } from '../readers/reading-error.js'

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
    private readonly rows: readonly (readonly unknown[])[],
  ) {}

  /** The text of a cell; null where it holds none. */
  text({ row, column }: Position): string | null {
    const value = this.rows[row]?.[column]
    return typeof value === 'string' ? value.trim() : null
  }

  /**
   * The number in a cell.
   * @throws ImportError where the cell is empty or holds something else.
   */
  number(position: Position): number {
    const value = this.rows[position.row]?.[position.column]
    if (typeof value === 'number' && Number.isFinite(value)) return value
    const found = value === null || value === undefined ? 'is empty' : `holds "${String(value)}"`
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

/**
 * Reads one sheet of an .xlsx workbook.
 * @throws ImportError where the file is no complete workbook or has no such sheet.
 */
export async function readWorkbookSheet(file: string, name: string): Promise<Sheet> {
  try {
    return new Sheet(file, name, await readSheet(file, name, { trim: false }))
  } catch (error) {
    if (error instanceof Error && 'sheets' in error && Array.isArray(error.sheets)) {
      throw new ImportError(file, null, `has no sheet ${name}; it has ${error.sheets.join(', ')}`, { cause: error })
    }
    const reason = readingError(file, error)
    if (reason instanceof ImportError) throw reason
    throw new ImportError(file, null, 'is not a complete .xlsx workbook', { cause: error })
  }
}
