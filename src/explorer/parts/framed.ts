import type { Language } from '../language/language.js'
import { styledCopy } from './styled-copy.js'
import { newSvg } from './svg.js'

/** What one colour, or one symbol, of a picture stands for. */
export interface LegendItem {
  readonly text: string
  /** As CSS has it. */
  readonly colour: string
  /** In place of the colour, where it is drawn. */
  readonly symbol?: SVGSVGElement
}

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
/** A drawing that is shrunk to less cannot be read. */
const LEAST_SCALE = 0.8
/** A drawing that is taller than wide stands beside its words. */
const ASIDE_WIDTH = 420

const INK = '#1c2127'
const QUIET = '#565e67'

interface Type {
  readonly size: number
  readonly weight: number
  readonly colour: string
}
const types = {
  title: { size: 30, weight: 700, colour: INK },
  shows: { size: 19, weight: 400, colour: QUIET },
  legend: { size: 18, weight: 400, colour: INK },
  from: { size: 14, weight: 400, colour: QUIET },
} as const satisfies Record<string, Type>

/**
 * A drawing in a frame as a slide has it, with what one has to know to read it away from the page; in light colours.
 * @param drawing as it is shown: it stands in the page while it is read.
 */
export function framed(drawing: SVGSVGElement, frame: Frame): SVGSVGElement {
  const { width, height } = drawing.getBoundingClientRect()
  const isTall = height > width
  const brush = document.createElement('canvas').getContext('2d')
  const font = getComputedStyle(document.body).fontFamily
  const wrapped = (text: string, { size, weight }: Type, most: number): string[] => {
    if (brush) brush.font = `${weight} ${size}px ${font}`
    return linesOf(text, (line) => (brush?.measureText(line).width ?? 0) <= most)
  }

  const whole = WIDTH - 2 * MARGIN
  const beside = isTall ? ASIDE_WIDTH : whole
  const head = wrapped(frame.title, types.title, whole).map((text) => ({ text, type: types.title }))
  const words = [frame.shows, frame.assumes]
    .filter((text) => text !== '')
    .flatMap((text) => wrapped(text, types.shows, beside).map((line) => ({ text: line, type: types.shows })))
  const foot = frame.from.flatMap((text) =>
    wrapped(text, types.from, whole).map((line) => ({ text: line, type: types.from })),
  )
  const legend = legendRows(frame.legend, beside, (text) => {
    if (brush) brush.font = `${types.legend.weight} ${types.legend.size}px ${font}`
    return brush?.measureText(text).width ?? 0
  })
  const tall = (lines: readonly { readonly type: Type }[]) => lines.reduce((sum, { type }) => sum + lineHeight(type), 0)
  const legendTall = legend.length * lineHeight(types.legend)
  const taken = tall(head) + tall(foot) + 3 * MARGIN + (isTall ? 0 : tall(words) + legendTall)
  const room = isTall ? whole - ASIDE_WIDTH - MARGIN : whole
  const scaleIn = (most: number) => Math.min(room / width, (most - taken) / height, 2)
  const total = HEIGHTS.find((most) => scaleIn(most) >= LEAST_SCALE) ?? HEIGHTS[1]
  const scale = Math.max(0.1, scaleIn(total))

  const { drawing: picture, add } = newSvg({ width: WIDTH, height: total, viewBox: `0 0 ${WIDTH} ${total}` })
  picture.setAttribute('lang', frame.language)
  add('rect', { width: WIDTH, height: total, style: 'fill:#ffffff' })
  const write = (lines: readonly { readonly text: string; readonly type: Type }[], x: number, top: number): number => {
    let y = top
    for (const { text, type } of lines) {
      y += lineHeight(type)
      const style = `font-family:${font};font-size:${type.size}px;font-weight:${type.weight};fill:${type.colour}`
      add('text', { x, y: y - type.size * 0.25, style }).textContent = text
    }
    return y
  }
  const drawLegend = (x: number, top: number): number => {
    let y = top
    for (const row of legend) {
      for (const { item, left } of row) {
        const size = types.legend.size * 0.8
        const at = { x: x + left, y: y + (lineHeight(types.legend) - size) / 2 }
        if (item.symbol) {
          const symbol = styledCopy(item.symbol)
          for (const [name, value] of Object.entries({ ...at, width: size, height: size })) {
            symbol.setAttribute(name, String(value))
          }
          picture.append(symbol)
        } else add('rect', { ...at, width: size, height: size, rx: 3, style: `fill:${item.colour}` })
        write([{ text: item.text, type: types.legend }], x + left + size + 8, y)
      }
      y += lineHeight(types.legend)
    }
    return y
  }

  let y = write(head, MARGIN, MARGIN * 0.75)
  const aside = WIDTH - MARGIN - ASIDE_WIDTH
  if (isTall) drawLegend(aside, write(words, aside, y + MARGIN) + MARGIN / 2)
  else y = drawLegend(MARGIN, write(words, MARGIN, y))
  const copy = styledCopy(drawing)
  const placed = { x: MARGIN, y: y + MARGIN / 2, width: width * scale, height: height * scale }
  for (const [name, value] of Object.entries(placed)) copy.setAttribute(name, String(value))
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`)
  picture.append(copy)
  write(foot, MARGIN, total - MARGIN * 0.6 - tall(foot))
  return picture
}

const lineHeight = ({ size }: Type): number => size * 1.35

/** A text in lines that have room; a word alone that has none is a line. */
export function linesOf(text: string, hasRoom: (line: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && hasRoom(longer)) lines.splice(-1, 1, longer)
    else lines.push(word)
  }
  return lines
}

interface PlacedItem {
  readonly item: LegendItem
  readonly left: number
}

/** A legend in rows that have room. */
function legendRows(items: readonly LegendItem[], most: number, widthOf: (text: string) => number): PlacedItem[][] {
  const rows: PlacedItem[][] = []
  let end = 0
  for (const item of items) {
    const width = widthOf(item.text) + types.legend.size * 0.8 + 8
    const last = rows.at(-1)
    if (last && end + 24 + width <= most) {
      last.push({ item, left: end + 24 })
      end += 24 + width
    } else {
      rows.push([{ item, left: 0 }])
      end = width
    }
  }
  return rows
}
