import * as Plot from '@observablehq/plot'
import { breaksNames, isNarrow, lineOf, type Room } from './room.js'

/** Where the bar of a name is drawn, from top to bottom. */
export interface BarPlace {
  readonly top: number
  readonly bottom: number
  readonly middle: number
}

/** Rows of a chart of bars: where each bar is, the names beside or above them, and what the chart takes for it. */
export interface BarRows {
  readonly places: readonly BarPlace[]
  readonly names: Plot.Markish
  readonly options: Plot.PlotOptions
}

/** What share of a wide chart the names take. */
const NAMES = 0.36
const BESIDE = 8
const GAP = 7
const TOP = 4
/** Bars in a frame that has room grow, but not without end. */
const MOST_STRETCH = 3
/** How high a bar is where nothing else is said, in heights of a line. */
const THICK = 1.4

/**
 * Rows of bars with their names whole, in as many lines as each takes: beside the bars, and where there is no room, above.
 * @param names of the rows, from the top.
 * @param thickness of a bar, in heights of a line.
 */
export function barRows(names: readonly string[], room: Room, thickness = THICK): BarRows {
  const isAbove = isNarrow(room)
  const line = lineOf(room)
  // Above, the first number of the axis has room to the left of where it stands.
  const left = isAbove ? room.type : Math.round(room.width * NAMES)
  const lines = names.map(breaksNames(room, isAbove ? room.width - left : left - BESIDE))
  const axis = line + 12
  const thick = line * thickness
  const needed = lines.map((each) =>
    isAbove ? each.length * line + thick + 2 * GAP : Math.max(thick, each.length * line) + GAP,
  )
  const all = needed.reduce((sum, height) => sum + height, 0)
  const stretch =
    room.height === null ? 1 : Math.min(MOST_STRETCH, Math.max(1, (room.height - TOP - axis) / Math.max(all, 1)))
  const rowGap = GAP * stretch
  const bar = isAbove ? thick : Math.min(...needed) * stretch - rowGap
  let begin = TOP
  const rows = needed.map((height, index) => {
    const [from, whole] = [begin, height * stretch]
    begin += whole
    const above = isAbove ? (lines[index]?.length ?? 1) * line + GAP / 2 : 0
    const middle = isAbove ? from + above + bar / 2 : from + whole / 2
    const name = isAbove ? from + above / 2 : middle
    return { top: middle - bar / 2, bottom: middle + bar / 2, middle, name, text: lines[index]?.join('\n') ?? '' }
  })
  return {
    places: rows,
    names: Plot.text(rows, {
      ...{ y: 'name', text: 'text', frameAnchor: 'left', lineHeight: 1.2 },
      ...(isAbove ? { textAnchor: 'start' } : { textAnchor: 'end', dx: -BESIDE }),
    }),
    options: {
      width: room.width,
      height: Math.ceil(begin + axis),
      marginLeft: left,
      marginTop: 0,
      marginBottom: axis,
      // Room for a number beside the longest bar.
      marginRight: room.type * 5,
      style: { fontFamily: 'inherit', fontSize: `${room.type}px` },
      y: { type: 'identity', axis: null },
    },
  }
}

/** Each of some rows with the place of its bar. */
export const placed = <Row extends object>(rows: readonly Row[], { places }: BarRows): (Row & BarPlace)[] =>
  rows.flatMap((row, index) => {
    const place = places[index]
    return place ? [{ ...row, ...place }] : []
  })
