import { type Progress, silent } from '../../../kernel/progress.js'
import { ImportError } from '../../import-error.js'
import { readLine } from '../../readers/delimited-line.js'
import { inspectTextFile } from '../../readers/text-file.js'
import { type Line, textLines } from '../../readers/text-lines.js'
import { noNumber, numberIn } from '../decimal-point.js'
import { CountryCells } from './country-cells.js'
import { type Label, readLabel } from './labels.js'

/** Hears the lines below a header. */
interface Form {
  hear(line: Line): void
  /** The areas that it has heard of. */
  readonly areas: ReadonlySet<string>
}

/**
 * What a FIGARO file of industries says of one country, read line by line in either form that it is published in: the
 * matrix (`rowLabels`, then a column for each industry and final use of each country), or the flat one (a line a cell).
 * @throws ImportError with file, line and reason where it is another file, malformed or knows no such country.
 */
export async function countryOfFile(file: string, country: string, progress: Progress = silent): Promise<CountryCells> {
  const { encoding, bytes } = await inspectTextFile(file)
  const cells = new CountryCells(country)
  let form: Form | null = null
  progress.begin(bytes)
  try {
    for await (const line of textLines({ path: file, encoding }, (done) => progress.reach(done))) {
      if (line.text === '') continue
      if (form === null) form = formOf(file, line, cells)
      else form.hear(line)
    }
  } finally {
    progress.end()
  }
  if (form === null) throw new ImportError(file, null, 'is empty')
  if (!form.areas.has(country)) {
    throw new ImportError(file, null, `has no country ${country}; it has ${[...form.areas].toSorted().join(', ')}`)
  }
  return cells
}

/** Which form the header says that the file is in. */
function formOf(file: string, line: Line, cells: CountryCells): Form {
  const header = cellsOf(file, line)
  if (header[0] === 'rowLabels') return matrixForm(file, line, header, cells)
  const [row, column, value] = ['icioiRow', 'icioiCol', 'obsValue'].map((name) => header.indexOf(name))
  if (row !== undefined && column !== undefined && value !== undefined && Math.min(row, column, value) >= 0) {
    return flatForm(file, { row, column, value, width: header.length }, cells)
  }
  const isOtherTable = header.some((name) => /^ic(?:sup|use)/.test(name))
  throw new ImportError(file, line.line, isOtherTable ? OTHER_TABLE : ANOTHER_FILE)
}

const OTHER_TABLE = 'is a supply or use table: the input-output table is asked for, with io_ind-by-ind in its name'
const ANOTHER_FILE =
  'is no header of a FIGARO table of industries: it begins with rowLabels (matrix), or has the columns icioiRow, ' +
  'icioiCol and obsValue (flat), parted by commas'

function cellsOf(file: string, { line, text }: Line): readonly string[] {
  const reading = readLine(text, ',', 'STRICT')
  if (reading.state !== 'WHOLE') throw new ImportError(file, line, 'a quotation mark is opened and never closed')
  return reading.cells
}

function labelAt(file: string, line: number, text: string): Label {
  const label = readLabel(text)
  if (typeof label === 'string') throw new ImportError(file, line, label)
  return label
}

/** A cell that concerns the country. */
function hearCell(
  file: string,
  line: number,
  cells: CountryCells,
  { row, column, text }: { readonly row: Label; readonly column: Label; readonly text: string },
): void {
  const value = numberIn(text)
  const reason =
    value === null
      ? `${row.area}_${row.code} to ${column.area}_${column.code} is ${noNumber(text)}`
      : cells.hear(row, column, value)
  if (reason !== null) throw new ImportError(file, line, reason)
}

function matrixForm(file: string, { line: first }: Line, header: readonly string[], cells: CountryCells): Form {
  const repeated = header.find((name, index) => header.indexOf(name) !== index)
  if (repeated !== undefined) throw new ImportError(file, first, `column ${repeated} is repeated`)
  const columns = header.slice(1).map((text) => labelAt(file, first, text))
  const account = columns.find(({ role }) => role === 'ACCOUNT')
  if (account !== undefined) {
    throw new ImportError(
      file,
      first,
      `has a column of ${account.area}_${account.code}, which is a row: is it transposed?`,
    )
  }
  const lines = new Map<string, number>()
  return {
    areas: new Set(columns.map(({ area }) => area)),
    hear(line) {
      const [name = '', ...texts] = cellsOf(file, line)
      const row = labelAt(file, line.line, name)
      if (row.role === 'FINAL_USE')
        throw new ImportError(file, line.line, `${name} is a final use, which supplies nothing`)
      const before = lines.get(name)
      if (before !== undefined) {
        throw new ImportError(file, line.line, `row ${name} is repeated; line ${before} has it too`)
      }
      lines.set(name, line.line)
      if (texts.length !== columns.length) {
        throw new ImportError(file, line.line, `has ${texts.length + 1} columns; the header has ${header.length}`)
      }
      for (const [index, column] of columns.entries()) {
        if (cells.concerns(row, column)) hearCell(file, line.line, cells, { row, column, text: texts[index] ?? '' })
      }
    },
  }
}

/** Where the cells of a flat line stand, and how many there are. */
interface FlatColumns {
  readonly row: number
  readonly column: number
  readonly value: number
  readonly width: number
}

function flatForm(
  file: string,
  { row: rowAt, column: columnAt, value: valueAt, width }: FlatColumns,
  cells: CountryCells,
): Form {
  const areas = new Set<string>()
  /** Those of rows that were looked at once, accounts too. */
  const seen = new Set<string>()
  const mark = `${cells.country}_`
  return {
    areas,
    hear(line) {
      // Of ten million lines a few hundred thousand name the country: the others are not taken apart.
      const area = line.text.slice(0, line.text.indexOf('_')).replace('"', '')
      if (rowAt === 0 && seen.has(area) && !line.text.includes(mark)) return
      const texts = cellsOf(file, line)
      if (texts.length !== width) {
        throw new ImportError(file, line.line, `has ${texts.length} columns; the header has ${width}`)
      }
      const row = labelAt(file, line.line, texts[rowAt] ?? '')
      const column = labelAt(file, line.line, texts[columnAt] ?? '')
      if (row.role === 'FINAL_USE' || column.role === 'ACCOUNT') {
        throw new ImportError(file, line.line, `${row.area}_${row.code} cannot supply ${column.area}_${column.code}`)
      }
      seen.add(row.area)
      if (row.role === 'INDUSTRY') areas.add(row.area)
      if (cells.concerns(row, column)) hearCell(file, line.line, cells, { row, column, text: texts[valueAt] ?? '' })
    },
  }
}
