import type { Language } from '../language/language.js'
import { type LegendItem, type PlacedItem, placedLegend, SWATCH, textLeft } from './frame-legend.js'
import { heightOf, type Line, lineHeight, measureIn, types, wrapped } from './frame-text.js'
import { styledCopy } from './styled-copy.js'
import { newSvg } from './svg.js'

/** What stands around a picture that goes where the page does not. */
export interface Frame {
  /** What was found. */
  readonly title: string
  /** What is drawn, of how many. */
  readonly shows: string
  /** In one line. */
  readonly assumes: string
  readonly legend: readonly LegendItem[]
  /** Where it comes from, with the day and the address. */
  readonly from: readonly string[]
  readonly language: Language
}

const WIDTH = 1280
/** 16:9, and for a drawing that would be too small in it 4:3. */
const HEIGHTS = [720, 960] as const
const MARGIN = 40
const WHOLE = WIDTH - 2 * MARGIN
/** What stands beside a drawing is so wide. */
const ASIDE = 400
/** A drawing that is shrunk to less cannot be read, and one that is blown up to more shouts. */
const LEAST_SCALE = 0.8
const MOST_SCALE = 1.6

/**
 * A drawing in a frame as a slide has it, with what one has to know to read it away from the page, in light colours: its
 * words stand above it or beside it, whichever leaves it more room.
 * @param drawing as it is shown: it stands in the page while it is read.
 */
export function framed(drawing: SVGSVGElement, frame: Frame): SVGSVGElement {
  const size = drawing.getBoundingClientRect()
  const font = getComputedStyle(document.body).fontFamily
  const measure = measureIn(font)
  const head = wrapped([frame.title], types.title, WHOLE, measure)
  const foot = wrapped(frame.from, types.from, WHOLE, measure)
  const layouts = HEIGHTS.flatMap((height) =>
    [false, true].map((isAside): Layout => {
      const most = isAside ? ASIDE : WHOLE
      const words = wrapped([frame.shows, frame.assumes], types.shows, most, measure)
      const legend = placedLegend(frame.legend, most, measure)
      const wordsHeight = heightOf(words) + legend.height
      const top = MARGIN * 0.75 + heightOf(head) + (isAside ? 0 : wordsHeight) + MARGIN / 2
      const bottom = height - MARGIN - heightOf(foot)
      const room = isAside ? WHOLE - ASIDE - MARGIN : WHOLE
      const scale = Math.min(room / size.width, (bottom - top) / size.height, MOST_SCALE)
      return { height, isAside, words, legend: legend.placed, top, scale: Math.max(scale, 0.1) }
    }),
  )
  const layout = bestOf(layouts)

  const { drawing: picture, add } = newSvg({
    width: WIDTH,
    height: layout.height,
    viewBox: `0 0 ${WIDTH} ${layout.height}`,
  })
  picture.setAttribute('lang', frame.language)
  add('rect', { width: WIDTH, height: layout.height, style: 'fill:#ffffff' })
  const write = (lines: readonly Line[], x: number, from: number): number => {
    let y = from
    for (const { text, type } of lines) {
      y += lineHeight(type)
      const style = `font-family:${font};font-size:${type.size}px;font-weight:${type.weight};fill:${type.colour}`
      add('text', { x, y: y - type.size * 0.3, style }).textContent = text
    }
    return y
  }
  const place = (copy: SVGSVGElement, at: Readonly<Record<string, number>>) => {
    for (const [name, value] of Object.entries(at)) copy.setAttribute(name, String(value))
    picture.append(copy)
  }

  const below = write(head, MARGIN, MARGIN * 0.75)
  const [x, y] = layout.isAside ? [MARGIN + size.width * layout.scale + MARGIN, layout.top] : [MARGIN, below]
  const legendTop = write(layout.words, x, y)
  for (const { item, lines, left, top } of layout.legend) {
    const at = { x: x + left, y: legendTop + top + (lineHeight(types.legend) - SWATCH) / 2 }
    const swatch = { ...at, width: SWATCH, height: SWATCH }
    if (item.symbol) place(styledCopy(item.symbol), swatch)
    else if (item.colour !== null) add('rect', { ...swatch, rx: 3, style: `fill:${item.colour};stroke:#d5d2cb` })
    write(
      lines.map((text) => ({ text, type: types.legend })),
      x + left + textLeft(item),
      legendTop + top,
    )
  }
  const copy = styledCopy(drawing)
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`)
  place(copy, { x: MARGIN, y: layout.top, width: size.width * layout.scale, height: size.height * layout.scale })
  write(foot, MARGIN, layout.height - MARGIN * 0.6 - heightOf(foot))
  return picture
}

interface Layout {
  readonly height: number
  /** Whether the words stand beside the drawing. */
  readonly isAside: boolean
  readonly words: readonly Line[]
  readonly legend: readonly PlacedItem[]
  /** Where the drawing begins. */
  readonly top: number
  readonly scale: number
}

/** The one that shows the drawing largest: of the widest form, unless it could not be read there. */
function bestOf(layouts: readonly Layout[]): Layout {
  const largest = (some: readonly Layout[]) => some.toSorted((left, right) => right.scale - left.scale)[0]
  const wide = largest(layouts.filter(({ height }) => height === HEIGHTS[0]))
  const best = wide && wide.scale >= LEAST_SCALE ? wide : largest(layouts)
  if (best === undefined) throw new Error('a frame has a layout')
  return best
}
