import { linesOf } from './frame-text.js'
import { inLight } from './styled-copy.js'
import { newSvg } from './svg.js'

/** A table as it is shown, as a drawing that can be saved: its cells' colours, and what stands in them, where it stands. */
export const svgOfTable = (table: HTMLTableElement): SVGSVGElement => inLight(() => drawn(table))

function drawn(table: HTMLTableElement): SVGSVGElement {
  const frame = table.getBoundingClientRect()
  const { drawing, add } = newSvg({ width: frame.width, height: frame.height })
  const brush = document.createElement('canvas').getContext('2d')
  for (const cell of table.querySelectorAll('th, td')) {
    const shown = cell.firstElementChild ?? cell
    const { left, top, width, height } = shown.getBoundingClientRect()
    const { backgroundColor, color, font, fontSize, writingMode } = getComputedStyle(shown)
    const [x, y] = [left - frame.left, top - frame.top]
    add('rect', { x, y, width, height, style: `fill:${backgroundColor}` })
    const write = (line: string, place: Readonly<Record<string, string | number>>) => {
      const style = `fill:${color};font-size:${fontSize}`
      add('text', { ...place, 'dominant-baseline': 'central', style }).textContent = line
    }
    const text = cell.textContent ?? ''
    if (writingMode === 'horizontal-tb') {
      const isCentred = cell.tagName === 'TD'
      const place = { x: isCentred ? x + width / 2 : x, y: y + height / 2 }
      write(text, { ...place, 'text-anchor': isCentred ? 'middle' : 'start' })
      continue
    }
    if (brush) brush.font = font
    const lines = linesOf(text, (line) => (brush?.measureText(line).width ?? 0) <= height + 1)
    for (const [index, line] of lines.entries()) {
      const at = { x: x + (width * (index + 0.5)) / lines.length, y: y + height }
      write(line, { ...at, transform: `rotate(-90 ${at.x} ${at.y})` })
    }
  }
  return drawing
}
