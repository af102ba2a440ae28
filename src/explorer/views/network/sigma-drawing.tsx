import Graph from 'graphology'
import { useEffect, useImperativeHandle, useRef } from 'preact/hooks'
import Sigma from 'sigma'
import type { NodeLabelDrawingFunction } from 'sigma/rendering'
import { type Box, overlaps } from '../../parts/boxes.js'
import { inPortions } from '../../parts/portions.js'
import type { DrawingProps, DrawnNode } from './drawn.js'
import { standsBack } from './drawn.js'
import { HALO, LINE, labelLines, placeOfLabel } from './label.js'
import type { LayoutRound, LayoutTask } from './layout.js'
import type { Joined, Line } from './lines.js'
import { shapePrograms } from './shape-programs.js'
import { shapeOfKind } from './shapes.js'
import { svgOfNetwork } from './svg-of-network.js'

/**
 * A large network drawn by sigma. Positions come from a worker, and the graph is made a portion at a time, so that the page
 * answers meanwhile; nodes that were shown before stay where they were.
 */
export function SigmaDrawing({ label, nodes, lines, neighbours, focus, onPoint, onChoose, drawing }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null)
  const printed = useRef<HTMLDivElement>(null)
  const known = useRef(new Map<string, Position>())
  const renderer = useRef<Sigma | null>(null)
  const told = useRef({ onPoint, onChoose })
  told.current = { onPoint, onChoose }
  const shown = nodes.map(({ id }) => id).join(' ')
  useImperativeHandle(drawing, () => ({
    zoom: (by) => {
      const camera = renderer.current?.getCamera()
      if (camera) camera.animate({ ratio: camera.ratio / by }, { duration: 150 })
    },
    fit: () => renderer.current?.getCamera().animatedReset({ duration: 150 }),
    picture: () => (renderer.current ? { svg: svgOfNetwork(renderer.current), isShown: false } : null),
  }))

  // One renderer, made before there is anything to draw: to open a drawing context takes as long as to draw in it.
  useEffect(() => {
    if (place.current) {
      renderer.current = rendererOf(place.current, {
        onPoint: (id) => told.current.onPoint(id),
        onChoose: (id) => told.current.onChoose(id),
      })
    }
    return () => renderer.current?.kill()
  }, [])

  // What is shown stands for the nodes: other colours alone lay nothing out anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const { current } = place
    if (!current || nodes.length === 0) return
    const ended = new AbortController()
    let layout: Worker | null = null
    graphOf(nodes, lines, known.current, coloursIn(current), ended.signal).then((graph) => {
      if (graph === null) return
      renderer.current?.setGraph(graph)
      layout = layOut(graph, known.current)
    })
    return () => {
      ended.abort()
      layout?.terminate()
    }
  }, [shown, lines])

  useEffect(() => {
    const { current } = place
    const graph = renderer.current?.getGraph()
    if (!current || !graph) return
    const colourOf = coloursIn(current)
    const now = new Map(nodes.map((node) => [node.id, node]))
    graph.updateEachNodeAttributes((id, attributes) => {
      const node = now.get(id)
      const { label, colour } = node ?? attributes
      return { ...attributes, label, colour, color: colourOf(colour) }
    })
  }, [nodes])

  useEffect(() => {
    const { current } = place
    const { current: sigma } = renderer
    if (!current || !sigma) return
    const back = coloursIn(current)('--land')
    sigma.setSetting('nodeReducer', (id, attributes) => {
      if (focus === null) return attributes
      if (standsBack(id, { focus, neighbours })) return { ...attributes, color: back, label: null }
      return { ...attributes, forceLabel: true, zIndex: 1 }
    })
    sigma.setSetting('edgeReducer', (edge, attributes) => {
      if (focus === null || sigma.getGraph().extremities(edge).includes(focus)) return attributes
      return { ...attributes, color: back }
    })
  }, [focus, neighbours])

  // Paper has no drawing context: what is printed is drawn as lines.
  useEffect(() => {
    const before = () => {
      if (printed.current && renderer.current) printed.current.replaceChildren(svgOfNetwork(renderer.current))
    }
    addEventListener('beforeprint', before)
    return () => removeEventListener('beforeprint', before)
  }, [])

  return (
    <>
      <div ref={place} class="network-drawing no-print" role="img" aria-label={label} />
      <div ref={printed} class="network-printed print-only" aria-hidden="true" />
    </>
  )
}

interface Position {
  readonly x: number
  readonly y: number
}

/** What the style sheet's colours are now, each looked up once. */
function coloursIn(element: HTMLElement): (name: string) => string {
  const style = getComputedStyle(element)
  const found = new Map<string, string>()
  return (name) => {
    const colour = found.get(name) ?? style.getPropertyValue(name)
    found.set(name, colour)
    return colour
  }
}

function rendererOf(place: HTMLElement, { onPoint, onChoose }: Pick<DrawingProps, 'onPoint' | 'onChoose'>): Sigma {
  const style = getComputedStyle(place)
  // Where names of this frame stand, so that none is written over another.
  const taken: Box[] = []
  const renderer = new Sigma(new Graph(), place, {
    labelFont: style.fontFamily,
    // Room for the names of nodes at the edge.
    stagePadding: place.clientWidth / 12,
    labelDensity: 0.6,
    labelGridCellSize: 140,
    labelRenderedSizeThreshold: 5,
    defaultDrawNodeLabel: drawLabel(style.getPropertyValue('--ink'), style.getPropertyValue('--surface'), taken),
    defaultEdgeColor: style.getPropertyValue('--edge'),
    defaultEdgeType: 'arrow',
    zIndex: true,
    nodeProgramClasses: shapePrograms,
    defaultDrawNodeHover: () => undefined,
  })
  renderer.on('beforeRender', () => taken.splice(0))
  renderer.on('clickNode', ({ node }) => onChoose(node))
  renderer.on('enterNode', ({ node }) => {
    place.classList.add('pointing')
    onPoint(node)
  })
  renderer.on('leaveNode', () => {
    place.classList.remove('pointing')
    onPoint(null)
  })
  return renderer
}

/** Names stand out from the lines and circles under them, and long ones take several lines. */
const drawLabel =
  (ink: string, halo: string, taken: Box[]): NodeLabelDrawingFunction =>
  (context, { label, x, y, size, ...node }, { labelSize, labelFont }) => {
    if (!label) return
    const lines = labelLines(label)
    context.font = `${labelSize}px ${labelFont}`
    context.lineJoin = 'round'
    context.lineWidth = HALO
    context.strokeStyle = halo
    const width = Math.max(...lines.map((line) => context.measureText(line).width))
    const below = (lines.length - 1) * labelSize * LINE
    const { left, base } = placeOfLabel({ x, y, size }, { width, labelSize }, context.canvas.clientWidth)
    const box = { left, right: left + width, top: base - labelSize, bottom: base + below + labelSize / 4 }
    if (!isForced(node) && taken.some((other) => overlaps(box, other))) return
    taken.push(box)
    context.fillStyle = ink
    // The rims of all lines lie under the letters of all.
    for (const [index, line] of lines.entries()) context.strokeText(line, left, base + index * labelSize * LINE)
    for (const [index, line] of lines.entries()) context.fillText(line, left, base + index * labelSize * LINE)
  }

const isForced = (node: object): boolean => 'forceLabel' in node && node.forceLabel === true

/** Has a worker lay the graph out; its nodes move as the rounds come in. */
function layOut(graph: Graph, known: Map<string, Position>): Worker {
  const layout = new Worker(new URL('./layout.ts', import.meta.url), { type: 'module' })
  const order = graph.nodes()
  const places = new Map(order.map((node, index) => [node, index]))
  let latest: Float64Array | null = null
  function move() {
    const positions = latest
    latest = null
    if (positions === null) return
    graph.updateEachNodeAttributes(
      (node, attributes) => {
        const index = places.get(node) ?? 0
        const position = { x: positions[2 * index] ?? 0, y: positions[2 * index + 1] ?? 0 }
        known.set(node, position)
        return { ...attributes, ...position }
      },
      { attributes: ['x', 'y'] },
    )
  }
  layout.onmessage = ({ data: { positions } }: MessageEvent<LayoutRound>) => {
    // Rounds that come while a frame is drawn are one.
    if (latest === null) requestAnimationFrame(move)
    latest = positions
  }
  layout.postMessage(taskOf(graph, order, places))
  return layout
}

const SMALLEST = 5
const START = 10
/** In larger networks nodes are smaller, so that they do not cover one another. */
const CROWDED = 500

/** The graph, made a portion at a time; null where it was no longer wanted. */
async function graphOf(
  nodes: readonly DrawnNode[],
  lines: readonly Line<Joined>[],
  known: ReadonlyMap<string, Position>,
  colourOf: (name: string) => string,
  signal: AbortSignal,
): Promise<Graph | null> {
  const graph = new Graph({ type: 'directed', multi: false })
  const scale = nodes.length > CROWDED ? 0.6 : 1
  const nodesAdded = await inPortions(
    nodes,
    ({ id, label, kind, colour, isStart, degree }, index) => {
      // A spiral: no two begin at one place, which the forces could not part.
      const angle = index * 2.4
      const position = known.get(id) ?? { x: Math.sqrt(index) * Math.cos(angle), y: Math.sqrt(index) * Math.sin(angle) }
      graph.addNode(id, {
        ...position,
        type: shapeOfKind(kind),
        label,
        color: colourOf(colour),
        colour,
        size: isStart ? START : scale * Math.min(START, SMALLEST + Math.log2(1 + degree) / 2),
        forceLabel: isStart,
      })
    },
    signal,
  )
  const edgesAdded =
    nodesAdded &&
    (await inPortions(
      lines,
      ({ one, other, toOther }) => (toOther ? graph.mergeEdge(one, other) : graph.mergeEdge(other, one)),
      signal,
    ))
  return edgesAdded ? graph : null
}

function taskOf(graph: Graph, order: readonly string[], places: ReadonlyMap<string, number>): LayoutTask {
  const positions = new Float64Array(order.length * 2)
  for (const [index, node] of order.entries()) {
    positions[2 * index] = graph.getNodeAttribute(node, 'x')
    positions[2 * index + 1] = graph.getNodeAttribute(node, 'y')
  }
  const pairs = new Uint32Array(graph.size * 2)
  let at = 0
  graph.forEachEdge((_, __, source, target) => {
    pairs[at] = places.get(source) ?? 0
    pairs[at + 1] = places.get(target) ?? 0
    at += 2
  })
  return { positions, pairs }
}
