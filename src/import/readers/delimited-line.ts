/** What parts the cells of a row. */
export type Delimiter = ';' | ',' | '\t' | '|'

/** A row as far as it was read: whole, or with a quoted cell that goes on in the next line, or broken by a quotation mark. */
export type Reading =
  | { readonly state: 'WHOLE'; readonly cells: string[] }
  | { readonly state: 'OPEN'; readonly cells: string[]; readonly open: string }
  | { readonly state: 'BROKEN' }

/**
 * Reads the cells of a line. STRICT: within a quoted cell a quotation mark is doubled, or closes it. LENIENT: one that
 * stands before neither the delimiter nor the line's end is part of the cell, as in `"Firma "Norr" AB"`.
 */
export function readLine(text: string, delimiter: Delimiter, manner: 'STRICT' | 'LENIENT'): Reading {
  if (!text.includes('"')) return { state: 'WHOLE', cells: text.split(delimiter).map(plainCell) }
  return readCells(text, 0, delimiter, manner, [])
}

/** Reads a further line of a row whose quoted cell is open. */
export function goOn(open: string, cells: string[], text: string, delimiter: Delimiter): Reading {
  const closing = closingMark(text, 0, delimiter, 'STRICT')
  if (closing === 'BROKEN') return { state: 'BROKEN' }
  if (closing === null) return { state: 'OPEN', cells, open: `${open}\n${text}` }
  cells.push(quotedCell(`${open}\n${text.slice(0, closing.mark)}`))
  return closing.after > text.length
    ? { state: 'WHOLE', cells }
    : readCells(text, closing.after, delimiter, 'STRICT', cells)
}

function readCells(
  text: string,
  from: number,
  delimiter: Delimiter,
  manner: 'STRICT' | 'LENIENT',
  cells: string[],
): Reading {
  let at = from
  while (at <= text.length) {
    const begin = contentBegin(text, at, delimiter)
    if (text[begin] === '"') {
      const closing = closingMark(text, begin + 1, delimiter, manner)
      if (closing === null && manner === 'LENIENT' && isQuotedWord(text, begin, delimiter)) {
        const end = cellEnd(text, begin, delimiter)
        cells.push(plainCell(text.slice(begin, end)))
        at = end + 1
        continue
      }
      if (closing === 'BROKEN') return { state: 'BROKEN' }
      if (closing === null) return { state: 'OPEN', cells, open: text.slice(begin + 1) }
      cells.push(quotedCell(text.slice(begin + 1, closing.mark)))
      at = closing.after
    } else {
      const end = cellEnd(text, at, delimiter)
      cells.push(plainCell(text.slice(at, end)))
      at = end + 1
    }
  }
  return { state: 'WHOLE', cells }
}

function cellEnd(text: string, at: number, delimiter: Delimiter): number {
  const end = text.indexOf(delimiter, at)
  return end < 0 ? text.length : end
}

/** Whether a cell begins with a word in quotation marks, as in `"Norr" Bygg AB`. */
const isQuotedWord = (text: string, begin: number, delimiter: Delimiter): boolean =>
  text.slice(begin, cellEnd(text, begin, delimiter)).split('"').length === 3

/** The first sign of a cell that is no blank. */
function contentBegin(text: string, at: number, delimiter: Delimiter): number {
  let begin = at
  while (text[begin] !== delimiter && /\s/.test(text[begin] ?? '')) begin += 1
  return begin
}

/** The mark that closes a quoted cell, and where the next cell begins; null where it is open at the line's end. */
function closingMark(text: string, from: number, delimiter: Delimiter, manner: 'STRICT' | 'LENIENT') {
  for (let mark = text.indexOf('"', from); mark >= 0; mark = text.indexOf('"', mark + 1)) {
    if (text[mark + 1] === '"') {
      mark += 1
      continue
    }
    const next = contentBegin(text, mark + 1, delimiter)
    if (next >= text.length || text[next] === delimiter) return { mark, after: next + 1 }
    if (manner === 'STRICT') return 'BROKEN'
  }
  return null
}

const quotedCell = (text: string): string => asText(text.replaceAll('""', '"').trim())
const plainCell = (text: string): string => asText(text.trim())

/** `="5599000014"` is how a text is written that Excel shall not take for a number. */
const asText = (text: string): string =>
  text.startsWith('="') && text.endsWith('"') && text.length > 2 ? text.slice(2, -1).replaceAll('""', '"').trim() : text
