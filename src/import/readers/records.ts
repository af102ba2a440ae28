/** A row as the file parts it, the header and what stands above it among them. */
export interface Row {
  /** As an editor counts lines, or a workbook its rows. */
  readonly line: number
  readonly cells: readonly string[]
  /** By place, the cells that the file itself holds as numbers: they can be read in one way only. */
  readonly numbers?: ReadonlyMap<number, number>
  /** Why the row cannot be read as one; never repeats what stands in it. */
  readonly fault?: string
}

/** No cell is longer, as in a workbook. */
export const LONGEST_CELL = 32_767

/** What is known of the rows below a header. */
export interface Expected {
  /** How many cells each has. */
  readonly width: number
  /** Places of the cells without which a row says nothing. */
  readonly needed: readonly number[]
}
