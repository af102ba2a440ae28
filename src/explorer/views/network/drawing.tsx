import Graph from 'graphology'
import { useEffect, useRef } from 'preact/hooks'
import Sigma from 'sigma'
import type { LayoutTask } from './layout.js'

export interface DrawnNode {
  readonly id: string
  readonly label: string
  /** A colour as the page's style sheet names it, such as `--actor`. */
  readonly colour: string
  readonly start: boolean
  readonly degree: number
}

export interface DrawnEdge {
  readonly id: string
  readonly source: string
  readonly target: string
}

/**
 * A network drawn by sigma. Positions come from a worker, so that the page answers while they move; nodes that were shown
 * before stay where they were.
 */
export function Drawing({
  label,
  nodes,
  edges,
  onChoose,
}: {
  readonly label: string
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  readonly onChoose: (id: string) => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const known = useRef(new Map<string, { x: number; y: number }>())
  const drawn = useRef<Graph | null>(null)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const shown = nodes.map(({ id }) => id).join(' ')

  // What is shown stands for the nodes: other colours alone lay nothing out anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const { current } = place
    if (!current || nodes.length === 0) return
    const graph = graphOf(nodes, edges, known.current, getComputedStyle(current))
    drawn.current = graph
    const style = getComputedStyle(current)
    const renderer = new Sigma(graph, current, {
      labelColor: { color: style.getPropertyValue('--ink') },
      labelFont: style.fontFamily,
      labelRenderedSizeThreshold: 5,
      defaultEdgeColor: style.getPropertyValue('--line'),
      defaultDrawNodeHover: () => undefined,
    })
    renderer.on('clickNode', ({ node }) => choose.current(node))
    renderer.on('enterNode', () => current.classList.add('pointing'))
    renderer.on('leaveNode', () => current.classList.remove('pointing'))
    const layout = new Worker(new URL('./layout.ts', import.meta.url), { type: 'module' })
    const order = graph.nodes()
    layout.onmessage = ({ data }: MessageEvent<Float64Array>) => {
      for (const [index, node] of order.entries()) {
        const position = { x: data[2 * index] ?? 0, y: data[2 * index + 1] ?? 0 }
        known.current.set(node, position)
        graph.mergeNodeAttributes(node, position)
      }
    }
    layout.postMessage(taskOf(graph, order))
    return () => {
      drawn.current = null
      layout.terminate()
      renderer.kill()
    }
  }, [shown, edges])

  useEffect(() => {
    const { current } = place
    if (!current) return
    const style = getComputedStyle(current)
    for (const { id, label: name, colour } of nodes) {
      drawn.current?.mergeNodeAttributes(id, { label: name, color: style.getPropertyValue(colour) })
    }
  }, [nodes])

  return <div ref={place} class="network-drawing" role="img" aria-label={label} />
}

const SMALLEST = 4
const START = 10

function graphOf(
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
  known: ReadonlyMap<string, { x: number; y: number }>,
  style: CSSStyleDeclaration,
): Graph {
  const graph = new Graph({ multi: true })
  for (const [index, { id, label, colour, start, degree }] of nodes.entries()) {
    // A spiral: no two begin at one place, which the forces could not part.
    const angle = index * 2.4
    const position = known.get(id) ?? { x: Math.sqrt(index) * Math.cos(angle), y: Math.sqrt(index) * Math.sin(angle) }
    graph.addNode(id, {
      ...position,
      label,
      color: style.getPropertyValue(colour),
      size: start ? START : Math.min(START, SMALLEST + Math.log2(1 + degree) / 2),
      forceLabel: start,
    })
  }
  for (const { id, source, target } of edges) graph.addEdgeWithKey(id, source, target)
  return graph
}

function taskOf(graph: Graph, order: readonly string[]): LayoutTask {
  const places = new Map(order.map((node, index) => [node, index]))
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
