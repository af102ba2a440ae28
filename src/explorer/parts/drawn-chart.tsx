import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Draw, DrawnAnew, type Room } from './room.js'

/** The narrowest a chart is drawn; below it the page moves it sideways. */
const NARROWEST = 300
/** The size of type on the page, which the style sheet has too. */
const TYPE = 12
/** So wide and high a chart is on a page of paper, so that its words are there as large as others. */
const ON_PAPER: Room = { width: 640, height: 320, type: 11 }

const onPage = (width: number): Room => ({ width: Math.max(width, NARROWEST), height: null, type: TYPE })

/**
 * A chart drawn to the width that there is, for paper anew, and for the frame of its picture's files.
 * @param draw a new function draws anew.
 * @param heightOf what it takes in a room, which is kept free for it.
 */
export function DrawnChart({ draw, heightOf }: { readonly draw: Draw; readonly heightOf: (room: Room) => number }) {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const anew = useContext(DrawnAnew)
  useEffect(() => {
    const { current } = place
    if (!current) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watch.observe(current)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    if (width === 0) return
    // Each in a task of its own: several at once would hold the page for long.
    const timer = setTimeout(() => place.current?.replaceChildren(draw(onPage(width))))
    return () => clearTimeout(timer)
  }, [width, draw])
  useEffect(() => {
    const drawIn = (room: Room) => () => place.current?.replaceChildren(draw(room))
    const onPaper = drawIn(ON_PAPER)
    const onScreen = drawIn(onPage(width))
    addEventListener('beforeprint', onPaper)
    addEventListener('afterprint', onScreen)
    return () => {
      removeEventListener('beforeprint', onPaper)
      removeEventListener('afterprint', onScreen)
    }
  }, [width, draw])
  useEffect(() => {
    if (anew === null) return
    anew.current = draw
    return () => {
      anew.current = null
    }
  }, [anew, draw])
  // What it takes is kept free for it, so that nothing below it moves; to find that out its names are measured.
  const height = useMemo(() => heightOf(onPage(width)), [heightOf, width])
  return <div ref={place} class="chart" style={{ '--drawn-height': `${height}px` }} />
}
