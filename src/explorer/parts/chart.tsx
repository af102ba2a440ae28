import * as Plot from '@observablehq/plot'
import { useCallback } from 'preact/hooks'
import { DrawnChart } from './drawn-chart.js'
import type { Room } from './room.js'

/**
 * A chart of Observable Plot, drawn to the room that there is.
 * @param name what it shows, for whoever does not see it; the table behind it says it all.
 * @param options of the room; a new function draws anew.
 */
export function Chart({
  name,
  options,
}: {
  readonly name: string
  readonly options: (room: Room) => Plot.PlotOptions
}) {
  const draw = useCallback((room: Room) => drawnByPlot(options(room), name), [options, name])
  const heightOf = useCallback((room: Room) => options(room).height ?? 0, [options])
  return <DrawnChart draw={draw} heightOf={heightOf} />
}

/** A chart of Observable Plot, called by its name as a whole. */
export function drawnByPlot(options: Plot.PlotOptions, name: string): SVGSVGElement {
  const chart = Plot.plot(options)
  if (!(chart instanceof SVGSVGElement)) throw new Error('a chart without a legend of Plot’s is a drawing')
  // One name for the whole: Plot names each of its parts, which reads as noise.
  for (const part of chart.querySelectorAll('[aria-label], [aria-description]')) {
    part.removeAttribute('aria-label')
    part.removeAttribute('aria-description')
  }
  chart.setAttribute('role', 'img')
  chart.setAttribute('aria-label', name)
  return chart
}
