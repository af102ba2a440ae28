const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** A number with a decimal point; null where the text is none. */
export function numberIn(text: string): number | null {
  const value = decimal.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : null
}

/** Whether a text is a number with a decimal comma. */
export const hasDecimalComma = (text: string): boolean => /^[+-]?\d[\d\s]*,\d+$/.test(text)

const hasThousands = (text: string): boolean => /^[+-]?\d{1,3}([\s’'.]\d{3})+$/.test(text)

/** What is said of a text that is no number. */
export function noNumber(text: string): string {
  if (hasDecimalComma(text)) return `"${text}", which is no number: a decimal point is asked for, not a comma`
  return `"${text}", which is no number${hasThousands(text) ? ': write it with nothing between thousands' : ''}`
}

/** Whether a row of several cells more than there are columns is one whose decimal commas part its numbers: whole ones in a row. */
export const isPartedByDecimals = (cells: readonly string[], columns: number): boolean =>
  cells.length > columns && cells.some((cell, index) => /^[+-]?\d+$/.test(cell) && /^\d+$/.test(cells[index + 1] ?? ''))

/** What is said of such a row. */
export const partedByDecimals = (cells: number, columns: number): string =>
  `has ${cells} columns where the header has ${columns}: its numbers seem to have decimal commas; commas between columns and a decimal point are asked for`
