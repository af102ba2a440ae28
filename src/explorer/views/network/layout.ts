import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'

/** What is to be laid out: nodes with where they are, and the pairs that are joined, by their places in the list. */
export interface LayoutTask {
  readonly positions: Float64Array
  readonly pairs: Uint32Array
}

const ROUNDS = 12
const ITERATIONS_A_ROUND = 25

/** What a round has come to. */
export interface LayoutRound {
  readonly positions: Float64Array
  readonly isLast: boolean
}

/** Lays a network out by ForceAtlas2 (Jacomy et al. 2014), and tells the positions after each round. */
self.onmessage = ({ data: { positions, pairs } }: MessageEvent<LayoutTask>) => {
  const graph = new Graph({ type: 'undirected' })
  const size = positions.length / 2
  for (let node = 0; node < size; node += 1) {
    graph.addNode(node, { x: positions[2 * node], y: positions[2 * node + 1] })
  }
  for (let pair = 0; pair < pairs.length; pair += 2) graph.mergeEdge(pairs[pair], pairs[pair + 1])
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: size > 500, adjustSizes: false }
  for (let round = 0; round < ROUNDS; round += 1) {
    forceAtlas2.assign(graph, { iterations: ITERATIONS_A_ROUND, settings })
    const moved = new Float64Array(positions.length)
    graph.forEachNode((node, { x, y }) => {
      moved[2 * Number(node)] = x
      moved[2 * Number(node) + 1] = y
    })
    const told: LayoutRound = { positions: moved, isLast: round === ROUNDS - 1 }
    self.postMessage(told)
  }
}
