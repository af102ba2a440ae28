import { ImportError } from '../../import-error.js'
import { LONGEST_CELL, type Row } from '../records.js'
import { type CellValue, cellValue, emptyCell } from './cell-value.js'
import { xmlReader } from './elements.js'
import { type MergedCells, readMergedCells } from './merged-cells.js'
import { partText } from './packed-file.js'
import { MOST_ROWS, placeOf } from './places.js'
import { textGatherer } from './shared-texts.js'
import type { SheetPart, Workbook } from './workbook.js'

/**
 * The rows of a sheet that hold anything, some at a time, each with the number that the sheet gives it. A cell that is
 * merged over rows is in each of them; a formula is what it gave when the workbook was saved.
 * @throws ImportError
 */
export async function* sheetRows(
  workbook: Workbook,
  sheet: SheetPart,
  onShare: (share: number) => void = () => undefined,
): AsyncGenerator<Row> {
  const { path, parts } = workbook
  const part = parts.get(sheet.part)
  if (part === undefined) throw new ImportError(path, null, 'is not a complete .xlsx workbook')
  const merged = filler(await readMergedCells(path, part))
  const heard: SheetRow[] = []
  const reader = xmlReader(rowHearer(workbook, (row) => heard.push(row)))
  const texts = partText(path, part, (bytes) => onShare(bytes / part.uncompressedSize))
  try {
    for await (const text of texts) {
      reader.write(text)
      for (const row of heard.splice(0)) yield rowOf(merged(row))
    }
    reader.close()
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(path, null, 'is not a complete .xlsx workbook', { cause: error })
  }
}

interface SheetRow {
  readonly row: number
  readonly cells: CellValue[]
}

function rowOf({ row, cells }: SheetRow): Row {
  const numbers = new Map(cells.flatMap(({ number }, place) => (number === null ? [] : [[place, number] as const])))
  const read = { line: row, cells: cells.map(({ text }) => text), numbers }
  return cells.some(({ text }) => text.length > LONGEST_CELL)
    ? { ...read, fault: `a cell is longer than ${LONGEST_CELL} signs` }
    : read
}

function rowHearer({ formats, shared, since1904 }: Workbook, onRow: (row: SheetRow) => void) {
  const gatherer = textGatherer()
  let row = 0
  let cells: CellValue[] = []
  let column = -1
  let type: string | undefined
  let style = 0
  let written = ''
  let inValue = false
  return {
    begin(name: string, attribute: (name: string) => string | undefined) {
      gatherer.begin(name)
      if (name === 'row') {
        row = Math.max(row + 1, Number(attribute('r') ?? 0))
        if (!(row <= MOST_ROWS)) throw new Error('more rows than a sheet has')
        cells = []
        column = -1
      } else if (name === 'c') {
        column = placeOf(attribute('r') ?? '')?.column ?? column + 1
        type = attribute('t')
        style = Number(attribute('s') ?? 0)
        written = ''
      } else if (name === 'v') inValue = true
    },
    text(text: string) {
      gatherer.text(text)
      if (inValue && written.length <= LONGEST_CELL) written += text
    },
    end(name: string) {
      gatherer.end(name)
      if (name === 'v') inValue = false
      else if (name === 'c') {
        const inline = gatherer.take()
        const cell = { type, written: type === 'inlineStr' ? inline : written, format: formats[style] }
        while (cells.length < column) cells.push(emptyCell)
        cells[column] = cellValue(cell, shared, since1904)
      } else if (name === 'row') onRow({ row, cells })
    },
  }
}

/** Fills a merged cell into each of the rows that it covers. */
function filler(merged: MergedCells): (row: SheetRow) => SheetRow {
  const open = new Map<number, { readonly until: number; readonly value: CellValue }>()
  return ({ row, cells }) => {
    for (const [column, { until, value }] of open) {
      if (until < row) open.delete(column)
      else if ((cells[column] ?? emptyCell).text === '') {
        while (cells.length < column) cells.push(emptyCell)
        cells[column] = value
      }
    }
    for (const { column, until } of merged.get(row) ?? []) {
      open.set(column, { until, value: cells[column] ?? emptyCell })
    }
    return { row, cells }
  }
}
