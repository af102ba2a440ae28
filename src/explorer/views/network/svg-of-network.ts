import type Sigma from 'sigma'
import { type Box, overlaps } from '../../parts/boxes.js'
import { newSvg } from '../../parts/svg.js'
import { LINE, labelLines, placeOfLabel } from './label.js'
import { allShapes, outlineOf } from './shapes.js'

/**
 * What a renderer shows now as a drawing that can be saved: its lines, its circles and the names it has room for. Colours are
 * named as the style sheet has them, not looked up, so that paper and files have them in light.
 */
export function svgOfNetwork(renderer: Sigma): SVGSVGElement {
  const graph = renderer.getGraph()
  const { width, height } = renderer.getDimensions()
  const { drawing, add } = newSvg({ viewBox: `0 0 ${width} ${height}`, class: 'network-svg' })
  const places = new Map(graph.mapNodes((id, { x, y }) => [id, renderer.graphToViewport({ x, y })]))
  graph.forEachEdge((_, __, source, target) => {
    const [from, to] = [places.get(source), places.get(target)]
    if (from && to) add('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y })
  })
  graph.forEachNode((id, { colour, size, type }) => {
    const at = places.get(id)
    const shape = allShapes.find((each) => each === type) ?? 'circle'
    if (!at) return
    add('path', {
      d: outlineOf(shape, renderer.scaleSize(size) * 0.9),
      transform: `translate(${at.x} ${at.y})`,
      style: `fill:var(${colour})`,
    })
  })
  const taken: Box[] = []
  const named = renderer.getNodeDisplayedLabels()
  const labelSize = renderer.getSetting('labelSize')
  const measure = document.createElement('canvas').getContext('2d')
  if (measure) measure.font = `${labelSize}px ${renderer.getSetting('labelFont')}`
  graph.forEachNode((id, { label, size }) => {
    const at = places.get(id)
    if (!at || !named.has(id)) return
    const lines = labelLines(label)
    const length = Math.max(...lines.map((line) => measure?.measureText(line).width ?? 0))
    const node = { ...at, size: renderer.scaleSize(size) }
    const { left, base } = placeOfLabel(node, { width: length, labelSize }, width)
    const bottom = base + (lines.length - 1) * labelSize * LINE + labelSize / 4
    const box = { left, right: left + length, top: base - labelSize, bottom }
    if (taken.some((other) => overlaps(box, other))) return
    taken.push(box)
    for (const [index, line] of lines.entries()) {
      add('text', { x: left, y: base + index * labelSize * LINE, 'font-size': labelSize }).textContent = line
    }
  })
  return drawing
}
