import { lineHeight, linesOf, type Measure, types } from './frame-text.js'

/** What one colour, or one symbol, of a picture stands for. */
export interface LegendItem {
  readonly text: string
  /** As CSS has it; null where the text says it all. */
  readonly colour: string | null
  /** In place of the colour, where it is drawn. */
  readonly symbol?: SVGSVGElement
}

/** An item of a legend at its place within it. */
export interface PlacedItem {
  readonly item: LegendItem
  readonly lines: readonly string[]
  readonly left: number
  readonly top: number
}

/** How wide a legend's colours are. */
export const SWATCH = types.legend.size * 0.8
const AFTER_SWATCH = 8
const BETWEEN = 24

/** Where a text of a legend begins, from where its item does. */
export const textLeft = ({ colour, symbol }: LegendItem): number =>
  colour === null && !symbol ? 0 : SWATCH + AFTER_SWATCH

/** A legend's items in rows of at most a width, or each in one of its own, and how high they are together. */
export function placedLegend(
  items: readonly LegendItem[],
  most: number,
  measure: Measure,
  isColumn: boolean,
): { readonly placed: readonly PlacedItem[]; readonly height: number } {
  const placed: PlacedItem[] = []
  let [left, top, rowHeight] = [0, 0, 0]
  for (const item of items) {
    const lines = linesOf(item.text, (line) => textLeft(item) + measure(line, types.legend) <= most)
    const width = textLeft(item) + Math.max(...lines.map((line) => measure(line, types.legend)))
    // What is said over a part of the legend begins a row.
    const isHead = item.colour === null && !item.symbol
    if (left > 0 && (isColumn || isHead || left + width > most)) [left, top, rowHeight] = [0, top + rowHeight, 0]
    placed.push({ item, lines, left, top })
    left += width + BETWEEN
    rowHeight = Math.max(rowHeight, lines.length * lineHeight(types.legend))
  }
  return { placed, height: top + rowHeight }
}
