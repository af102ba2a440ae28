import { linesOf } from '../../parts/frame-text.js'

/** So many letters of a name stand in a line. */
const LONGEST_LINE = 30
/** How high a line of a name is, in heights of its letters. */
export const LINE = 1.2

/** How wide the rim is that sets a name off from what lies under it. */
export const HALO = 4

/** The beginning of a name, where there is no room for all of it. */
export const beginningOf = (label: string, longest: number): string =>
  label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label

/** A name in lines, each of at most so many letters. */
export const labelLines = (label: string, longest = LONGEST_LINE): readonly string[] =>
  linesOf(label, (line) => line.length <= longest)

/** Where the name of a node begins, and on which line it stands. */
export interface LabelPlace {
  readonly left: number
  readonly base: number
}

/**
 * A name stands to the right of its node; at the right edge, where there is no room, below it.
 * @param width of the name, and `labelSize` its height, in the units of the drawing.
 */
export function placeOfLabel(
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  { width, labelSize }: { readonly width: number; readonly labelSize: number },
  drawingWidth: number,
): LabelPlace {
  const beside = x + size + 3
  if (beside + width <= drawingWidth) return { left: beside, base: y + labelSize / 3 }
  return { left: drawingWidth - width - HALO, base: y + size + labelSize }
}
