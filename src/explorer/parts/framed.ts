import type { Language } from '../language/language.js'
import { type LegendItem, type PlacedItem, placedLegend, SWATCH, textLeft } from './frame-legend.js'
import { heightOf, type Line, lineHeight, type Measure, measureIn, types, wrapped } from './frame-text.js'
import type { Draw } from './room.js'
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
/** What stands beside a drawing has so much room at least, and is set no wider than is read well. */
const ASIDE = { least: 400, most: 620 }
/** A drawing that is shrunk to less cannot be read, and one that is blown up to more shouts. */
const LEAST_SCALE = 0.8
const MOST_SCALE = 1.6
/** The type of a chart that is drawn for a frame: to be read from the last row. */
const CHART_TYPE = 17
const LEAST_CHART_SCALE = 0.9

/**
 * A drawing in a frame as a slide has it, with what one has to know to read it away from the page, in light colours: its
 * words stand above it or beside it, whichever leaves it more room.
 * @param drawing as it is shown: it stands in the page while it is read.
 */
export function framed(drawing: SVGSVGElement, frame: Frame): SVGSVGElement {
  const font = fontOfPage()
  const size = sizeOf(drawing)
  const best = bestOf(layoutsOf(size, frame, measureIn(font)))
  return composed(drawing, { size, frame, font }, best)
}

/**
 * A chart in such a frame, drawn for it anew: as large as it has room there, in type that is read from afar.
 * @param place an element of the page, in which it stands while it is read.
 */
export function framedAnew(draw: Draw, frame: Frame, place: Element): SVGSVGElement {
  const font = fontOfPage()
  const measure = measureIn(font)
  const tries = HEIGHTS.map((height) => {
    const room = { width: WHOLE, height: Math.floor(roomFor(frame, measure, { height, isAside: false }).high) }
    const drawing = draw({ ...room, type: CHART_TYPE })
    return { drawing, height, size: { width: drawing.width.baseVal.value, height: drawing.height.baseVal.value } }
  })
  const [wide, high] = tries.map((each) => ({
    ...each,
    layout: layoutOf(each.size, frame, measure, { height: each.height, isAside: false }),
  }))
  const chosen = wide && wide.layout.scale >= LEAST_CHART_SCALE ? wide : high
  if (chosen === undefined) throw new Error('a frame has a layout')
  const { drawing, size, layout } = chosen
  drawing.style.position = 'absolute'
  place.append(drawing)
  try {
    return composed(drawing, { size, frame, font }, { ...layout, scale: Math.min(layout.scale, 1) })
  } finally {
    drawing.remove()
  }
}

/** How large a drawing is shown, without what it leaves beside it of its place. */
function sizeOf(drawing: SVGSVGElement): Size {
  const { width, height } = drawing.getBoundingClientRect()
  const box = drawing.viewBox.baseVal
  if (!box || box.width === 0 || box.height === 0) return { width, height }
  const scale = Math.min(width / box.width, height / box.height)
  return { width: box.width * scale, height: box.height * scale }
}

const fontOfPage = (): string => getComputedStyle(document.body).fontFamily

interface Size {
  readonly width: number
  readonly height: number
}

/** How a frame is laid out: how high it is, and whether the words stand beside the drawing. */
interface Form {
  readonly height: number
  readonly isAside: boolean
}

interface Layout extends Form {
  readonly words: readonly Line[]
  readonly legend: readonly PlacedItem[]
  /** Where the drawing begins. */
  readonly top: number
  readonly scale: number
}

const layoutsOf = (size: Size, frame: Frame, measure: Measure): Layout[] =>
  HEIGHTS.flatMap((height) => [false, true].map((isAside) => layoutOf(size, frame, measure, { height, isAside })))

function layoutOf(size: Size, frame: Frame, measure: Measure, form: Form): Layout {
  const { top, high, words, legend } = roomFor(frame, measure, form)
  const wide = form.isAside ? WHOLE - ASIDE.least - MARGIN : WHOLE
  const scale = Math.max(Math.min(wide / size.width, high / size.height, MOST_SCALE), 0.1)
  // What the drawing leaves is for the words.
  const left = Math.min(ASIDE.most, WHOLE - size.width * scale - MARGIN)
  const beside = form.isAside ? wordsIn(frame, measure, left, true) : { words, legend }
  return { ...form, top, scale, words: beside.words, legend: beside.legend }
}

/** What a frame leaves for a drawing, with the words that stand above it. */
function roomFor(frame: Frame, measure: Measure, { height, isAside }: Form) {
  const head = wrapped([frame.title], types.title, WHOLE, measure)
  const foot = wrapped(frame.from, types.from, WHOLE, measure)
  const { words, legend, wordsHeight } = wordsIn(frame, measure, isAside ? ASIDE.least : WHOLE, isAside)
  const top = MARGIN * 0.75 + heightOf(head) + (isAside ? 0 : wordsHeight) + MARGIN / 2
  return { top, high: height - MARGIN - heightOf(foot) - top, words, legend }
}

/** What is said beside the title, and the legend, in lines of at most a width. */
function wordsIn(frame: Frame, measure: Measure, most: number, isAside: boolean) {
  const words = wrapped([frame.shows, frame.assumes], isAside ? types.aside : types.shows, most, measure)
  const legend = placedLegend(frame.legend, most, measure, isAside)
  return { words, legend: legend.placed, wordsHeight: heightOf(words) + legend.height }
}

/** The one that shows the drawing largest: of the widest form, unless it could not be read there. */
function bestOf(layouts: readonly Layout[]): Layout {
  const largest = (some: readonly Layout[]) => some.toSorted((left, right) => right.scale - left.scale)[0]
  const wide = largest(layouts.filter(({ height }) => height === HEIGHTS[0]))
  const best = wide && wide.scale >= LEAST_SCALE ? wide : largest(layouts)
  if (best === undefined) throw new Error('a frame has a layout')
  return best
}

/** The frame with all that is in it. */
function composed(
  drawing: SVGSVGElement,
  { size, frame, font }: { readonly size: Size; readonly frame: Frame; readonly font: string },
  layout: Layout,
): SVGSVGElement {
  const measure = measureIn(font)
  const head = wrapped([frame.title], types.title, WHOLE, measure)
  const foot = wrapped(frame.from, types.from, WHOLE, measure)
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
  const legendTop = write(layout.words, x, y) + (layout.isAside ? MARGIN / 2 : 0)
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
