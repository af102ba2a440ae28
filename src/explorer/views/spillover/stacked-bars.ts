import * as Plot from '@observablehq/plot'
import { barRows, placed } from '../../parts/bar-rows.js'
import type { Room } from '../../parts/room.js'
import { type Effects, effectColours, stackedEffects, sumOf } from './effects.js'

/** Bars that lie, each stacked by effect, with its name and its sum beside it. */
export function stackedBars<Row extends Effects>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  room: Room,
  count: (jobs: number) => string,
): Plot.PlotOptions {
  const bars = barRows(rows.map(nameOf), room)
  const inPlace = placed(rows, bars)
  const stacked = inPlace.flatMap((row) => stackedEffects(row).map((part) => ({ ...row, ...part })))
  return {
    ...bars.options,
    x: {
      domain: [Math.min(0, ...stacked.map(({ from, to }) => Math.min(from, to))), Math.max(...rows.map(sumOf), 1)],
      ...{ grid: true, label: null, ticks: 4, tickFormat: count },
    },
    color: effectColours,
    marks: [
      Plot.rect(stacked, { x1: 'from', x2: 'to', y1: 'top', y2: 'bottom', fill: 'effect' }),
      bars.names,
      Plot.text(inPlace, {
        ...{ x: sumOf, y: 'middle', textAnchor: 'start', dx: 4 },
        text: (row: Row) => count(sumOf(row)),
      }),
    ],
  }
}
