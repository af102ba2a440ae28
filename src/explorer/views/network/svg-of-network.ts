import type Sigma from 'sigma'
import { newSvg } from '../../parts/svg.js'
import { placeOfLabel, shortened } from './label.js'
import { type Box, overlaps } from './names.js'
import { allShapes, outlineOf } from './shapes.js'

/** What a renderer shows now as a drawing that can be saved: its lines, its circles and the names it has room for. */
export function svgOfNetwork(renderer: Sigma): SVGSVGElement {
  const graph = renderer.getGraph()
  const { width, height } = renderer.getDimensions()
  const { drawing, add } = newSvg({ viewBox: `0 0 ${width} ${height}`, class: 'network-svg' })
  const places = new Map(graph.mapNodes((id, { x, y }) => [id, renderer.graphToViewport({ x, y })]))
  graph.forEachEdge((_, __, source, target) => {
    const [from, to] = [places.get(source), places.get(target)]
    if (from && to) add('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y })
  })
  graph.forEachNode((id, { color, size, type }) => {
    const at = places.get(id)
    const shape = allShapes.find((each) => each === type) ?? 'circle'
    if (!at) return
    add('path', {
      d: outlineOf(shape, renderer.scaleSize(size) * 0.9),
      transform: `translate(${at.x} ${at.y})`,
      fill: color,
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
    const name = shortened(label)
    const length = measure?.measureText(name).width ?? 0
    const node = { ...at, size: renderer.scaleSize(size) }
    const { left, base } = placeOfLabel(node, { width: length, labelSize }, width)
    const box = { left, right: left + length, top: base - labelSize, bottom: base + labelSize / 4 }
    if (taken.some((other) => overlaps(box, other))) return
    taken.push(box)
    add('text', { x: left, y: base, 'font-size': labelSize }).textContent = name
  })
  return drawing
}
