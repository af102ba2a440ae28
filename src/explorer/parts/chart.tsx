import * as Plot from '@observablehq/plot'
import { useEffect, useRef, useState } from 'preact/hooks'

/** The narrowest a chart is drawn; below it the page moves it sideways. */
const NARROWEST = 320
/** So wide a chart is on a page of paper within its frame, so that its words are there as large as others. */
const ON_PAPER = 640

/**
 * A chart of Observable Plot, drawn to the width that there is.
 * @param name what it shows, for whoever does not see it; the table behind it says it all.
 * @param options of the width; a new function draws anew.
 */
export function Chart({
  name,
  options,
}: {
  readonly name: string
  readonly options: (width: number) => Plot.PlotOptions
}) {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const { current } = place
    if (!current) return
    const watch = new ResizeObserver(([entry]) =>
      setWidth(Math.max(NARROWEST, Math.floor(entry?.contentRect.width ?? 0))),
    )
    watch.observe(current)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    if (width === 0) return
    // Each in a task of its own: several at once would hold the page for long.
    const timer = setTimeout(() => place.current?.replaceChildren(drawn(options(width), name)))
    return () => clearTimeout(timer)
  }, [width, options, name])
  useEffect(() => {
    const draw = (wide: number) => place.current?.replaceChildren(drawn(options(wide), name))
    const onPaper = () => draw(ON_PAPER)
    const onScreen = () => draw(Math.max(width, NARROWEST))
    addEventListener('beforeprint', onPaper)
    addEventListener('afterprint', onScreen)
    return () => {
      removeEventListener('beforeprint', onPaper)
      removeEventListener('afterprint', onScreen)
    }
  }, [width, options, name])
  // What it takes is kept free for it, so that nothing below it moves.
  const height = options(Math.max(width, NARROWEST)).height ?? 0
  return <div ref={place} class="chart" style={{ '--drawn-height': `${height}px` }} />
}

function drawn(options: Plot.PlotOptions, name: string): Element {
  const chart = Plot.plot(options)
  // One name for the whole: Plot names each of its parts, which reads as noise.
  for (const part of chart.querySelectorAll('[aria-label], [aria-description]')) {
    part.removeAttribute('aria-label')
    part.removeAttribute('aria-description')
  }
  chart.setAttribute('role', 'img')
  chart.setAttribute('aria-label', name)
  return chart
}
