import { type Delimiter, goOn, type Reading, readLine } from './delimited-line.js'
import { type Expected, LONGEST_CELL, type Row } from './records.js'
import type { Line } from './text-lines.js'

/** No quoted cell goes on for more lines; one that would was never closed. */
const MOST_LINES = 200

const NEVER_CLOSED = 'a quotation mark is opened and never closed'

/**
 * Parts lines into rows. A quotation mark that is never closed, or that makes one row of lines that are rows of their
 * own, costs the row in which it stands: reading goes on with the next line. What is expected is null above the header.
 */
export async function* delimitedRows(
  lines: AsyncIterable<Line>,
  delimiter: Delimiter,
  expected: Expected | null,
): AsyncGenerator<Row> {
  const source = linesAhead(lines)
  try {
    for (let first = await source.next(); first !== null; first = await source.next()) {
      const whole = readLine(first.text, delimiter, 'STRICT')
      if (whole.state === 'WHOLE') {
        yield bounded({ line: first.line, cells: whole.cells })
        continue
      }
      const further = whole.state === 'OPEN' ? await furtherLines(whole, source, delimiter) : null
      if (further !== null && isOneRow(further, first, delimiter, expected)) {
        yield bounded({ line: first.line, cells: further.cells })
        continue
      }
      source.giveBack(further?.lines ?? [])
      const lenient = readLine(first.text, delimiter, 'LENIENT')
      if (lenient.state === 'WHOLE') yield bounded({ line: first.line, cells: lenient.cells })
      else yield { line: first.line, cells: first.text.split(delimiter), fault: NEVER_CLOSED }
    }
  } finally {
    await source.end()
  }
}

interface Further {
  readonly cells: readonly string[]
  readonly lines: readonly Line[]
}

/** What closes an open quoted cell; null, and the lines given back, where nothing does. */
async function furtherLines(
  begun: Reading & { readonly state: 'OPEN' },
  source: LinesAhead,
  delimiter: Delimiter,
): Promise<Further | null> {
  const lines: Line[] = []
  let reading: Reading = begun
  while (reading.state === 'OPEN' && lines.length < MOST_LINES && reading.open.length <= LONGEST_CELL) {
    const line = await source.next()
    if (line === null) break
    lines.push(line)
    reading = goOn(reading.open, reading.cells, line.text, delimiter)
  }
  if (reading.state === 'WHOLE') return { cells: reading.cells, lines }
  source.giveBack(lines)
  return null
}

/** Whether lines are one row, rather than rows of their own that a stray mark ties together. */
function isOneRow({ cells, lines }: Further, first: Line, delimiter: Delimiter, expected: Expected | null): boolean {
  if (expected === null) return true
  const { width, needed } = expected
  if (filled(cells).length > width || cells.length < width) return false
  const isRow = (own: readonly string[]) => own.length === width && needed.every((place) => own[place] !== '')
  const begun = readLine(first.text, delimiter, 'STRICT')
  const isBegun = begun.state === 'OPEN' && isRow([...begun.cells, ...begun.open.split(delimiter)])
  const isRowOfItsOwn = ({ text }: Line): boolean => {
    const read = readLine(text, delimiter, 'LENIENT')
    return read.state === 'WHOLE' && isRow(read.cells)
  }
  return !(isBegun && lines.every(isRowOfItsOwn))
}

/** The cells without empty ones at the end. */
export function filled(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

const bounded = (row: Row): Row =>
  row.cells.some((cell) => cell.length > LONGEST_CELL)
    ? { ...row, fault: `a cell is longer than ${LONGEST_CELL} signs` }
    : row

interface LinesAhead {
  next(): Promise<Line | null>
  /** Lines that are read once more. */
  giveBack(lines: readonly Line[]): void
  end(): Promise<void>
}

function linesAhead(lines: AsyncIterable<Line>): LinesAhead {
  const iterator = lines[Symbol.asyncIterator]()
  const ahead: Line[] = []
  return {
    async next() {
      const given = ahead.shift()
      if (given !== undefined) return given
      const { done, value } = await iterator.next()
      return done ? null : value
    },
    giveBack(given) {
      ahead.unshift(...given)
    },
    async end() {
      await iterator.return?.()
    },
  }
}
