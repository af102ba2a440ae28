import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey'
import { breaksNames, lineOf, type Room } from '../../parts/room.js'
import { newSvg } from '../../parts/svg.js'

/** A chain of industries, from the one that buys to the one where the jobs are. */
export interface Chain {
  readonly jobs: number
  readonly sectors: readonly { readonly id: string; readonly code: string; readonly name: string }[]
}

/** What a flow is called, and how its numbers read. */
export interface FlowWords {
  readonly name: string
  readonly count: (jobs: number) => string
}

interface Place {
  readonly key: string
  readonly name: string
}

interface Stream {
  readonly key: string
  readonly value: number
}

type PlacedNode = SankeyNode<Place, Stream>
type PlacedLink = SankeyLink<Place, Stream>

/** What share of the width stands on either side of the flow, for the names of the industries where it begins and ends. */
const BESIDE = 0.34
const NODE = 10
const MARGIN = 4
/** Between a node and its name, and between names above one another. */
const GAP = 6
/** The least height, in lines. */
const LEAST_LINES = 16

/** Chains as a flow from step to step, with the names of industries whole beside it. */
export function drawFlow(chains: readonly Chain[], room: Room, words: FlowWords): SVGSVGElement {
  const { flow, height, names } = laidOut(chains, room, words)
  const { drawing, add } = newSvg({
    ...{ width: room.width, height, viewBox: `0 0 ${room.width} ${height}` },
    ...{ role: 'img', 'aria-label': words.name, class: 'flow' },
    style: `font-family:inherit;font-size:${room.type}px`,
  })
  const path = sankeyLinkHorizontal<Place, Stream>()
  for (const link of flow.links) {
    const width = Math.max(1, link.width ?? 0)
    add('path', { d: path(link) ?? '', class: 'flow-link', style: `stroke-width:${width}` })
  }
  for (const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } of flow.nodes) {
    add('rect', { x: x0, y: y0, width: x1 - x0, height: Math.max(1, y1 - y0), class: 'flow-node' })
  }
  const line = lineOf(room)
  for (const { lines, x, top, isLeft } of names) {
    const at = { x, 'text-anchor': isLeft ? 'end' : 'start', class: 'flow-name' }
    for (const [index, text] of lines.entries()) {
      add('text', { ...at, y: top + (index + 0.8) * line }).textContent = text
    }
  }
  return drawing
}

/** How high a flow of these chains is in a room. */
export const heightOfFlow = (chains: readonly Chain[], room: Room, words: FlowWords): number =>
  laidOut(chains, room, words).height

/** The name of a node, in lines from the top; its line is at the right end where it stands left of the node. */
interface NodeName {
  readonly lines: readonly string[]
  readonly x: number
  readonly top: number
  readonly isLeft: boolean
}

function laidOut(chains: readonly Chain[], room: Room, { count }: FlowWords) {
  const { places, streams } = nodesAndStreams(chains)
  const beside = Math.round(room.width * BESIDE)
  const breaks = breaksNames(room, beside - GAP - NODE)
  const line = lineOf(room)
  const linesOf = ({ name, value = 0 }: PlacedNode) => breaks(`${name}:\u00a0${count(value)}`)
  const flowIn = (height: number) =>
    sankey<Place, Stream>()
      .nodeId(({ key }) => key)
      .nodeWidth(NODE)
      .nodePadding(line)
      .extent([
        [beside, MARGIN],
        [room.width - beside, height - MARGIN],
      ])({ nodes: places.map((each) => ({ ...each })), links: streams.map((each) => ({ ...each })) })
  // As high as the fullest column of names needs: how they stand above one another does not depend on the height.
  const tall = (nodes: readonly PlacedNode[]) =>
    nodes.reduce((sum, node) => sum + linesOf(node).length * line + GAP, 2 * MARGIN)
  const columns = columnsOf(flowIn(LEAST_LINES * line).nodes)
  const height = Math.ceil(Math.max(room.height ?? 0, LEAST_LINES * line, ...columns.map(tall)))
  const flow = flowIn(height)
  const names = columnsOf(flow.nodes).flatMap((nodes, column, { length }) => {
    const isLeft = column === 0 && length > 1
    const tops = apart(
      nodes.map((node) => ({
        middle: ((node.y0 ?? 0) + (node.y1 ?? 0)) / 2,
        high: linesOf(node).length * line,
      })),
      height - MARGIN,
    )
    return nodes.map(
      (node, index): NodeName => ({
        ...{ lines: linesOf(node), isLeft, top: tops[index] ?? 0 },
        x: isLeft ? (node.x0 ?? 0) - GAP : (node.x1 ?? 0) + GAP,
      }),
    )
  })
  return { flow, height, names }
}

/** Nodes by their place from left to right, each column from the top. */
function columnsOf(nodes: readonly PlacedNode[]): PlacedNode[][] {
  const columns = new Map<number, PlacedNode[]>()
  for (const node of nodes) {
    const at = node.x0 ?? 0
    columns.set(at, [...(columns.get(at) ?? []), node])
  }
  return [...columns]
    .toSorted(([left], [right]) => left - right)
    .map(([, column]) => column.toSorted((one, other) => (one.y0 ?? 0) - (other.y0 ?? 0)))
}

/** The tops of names that stand as near their nodes as they can, none over another, and none below the bottom. */
function apart(names: readonly { readonly middle: number; readonly high: number }[], bottom: number): number[] {
  let below = MARGIN
  const tops = names.map(({ middle, high }) => {
    const top = Math.max(below, middle - high / 2)
    below = top + high + GAP
    return top
  })
  let above = bottom
  for (const [index, { high }] of [...names.entries()].toReversed()) {
    const top = Math.min(tops[index] ?? 0, above - high)
    tops[index] = top
    above = top - GAP
  }
  return tops
}

/** A node for each industry and step, so that chains which come back to an industry make no circle. */
function nodesAndStreams(chains: readonly Chain[]) {
  const places = new Map<string, Place>()
  const streams = new Map<string, PlacedLink>()
  for (const { sectors, jobs } of chains.filter((chain) => chain.jobs > 0)) {
    const keys = sectors.map(({ id }, step) => `${step} ${id}`)
    for (const [step, { code, name }] of sectors.entries()) {
      const key = keys[step] ?? ''
      places.set(key, { key, name: `${code} ${name}` })
      const before = keys[step - 1]
      if (before === undefined) continue
      const stream = `${before} > ${key}`
      streams.set(stream, { key: stream, source: before, target: key, value: (streams.get(stream)?.value ?? 0) + jobs })
    }
  }
  return { places: [...places.values()], streams: [...streams.values()] }
}
