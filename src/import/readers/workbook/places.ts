/** No sheet has more rows. */
export const MOST_ROWS = 1_048_576

/** No sheet has more columns. */
const MOST_COLUMNS = 16_384

/** Where a cell stands: its row counted from 1, its column from 0; null for what is no place of a sheet, such as `A`. */
export function placeOf(name: string): { readonly row: number; readonly column: number } | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(name) ?? []
  if (letters === undefined) return null
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return column < MOST_COLUMNS ? { row: Number(row), column } : null
}
