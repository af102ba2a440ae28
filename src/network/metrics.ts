import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import { betweenness as betweennessOf } from 'graphology-metrics/centrality/index.js'
import { grouped } from '../kernel/grouped.js'
import type { Warning } from '../kernel/warning.js'
import type { Network, NetworkEdge, NetworkNode } from './network.js'

// Its types say that the function is the module's default, and it is the module itself.
const louvain = 'default' in louvainModule ? louvainModule.default : louvainModule

/** The most nodes beside the starts that are measured: betweenness takes nodes × links steps. */
export const LARGEST_MEASURED = 500

/** A node's place in what was measured. */
export interface NodeMetrics {
  readonly node: NetworkNode
  readonly degree: number
  /** Share of the shortest ways between two others that lead through it. */
  readonly betweenness: number
  readonly community: number
}

/** Measures of a bounded part of the graph. */
export interface NetworkMetrics {
  readonly nodeCount: number
  readonly linkCount: number
  readonly truncated: boolean
  readonly communityCount: number
  readonly modularity: number
  readonly nodes: readonly NodeMetrics[]
  /** Those of the network. */
  readonly warnings: readonly Warning[]
}

/** What of a network is measured. */
type Measured = Pick<Network, 'nodes' | 'truncated' | 'warnings'> & {
  readonly edges: readonly Pick<NetworkEdge, 'source' | 'target'>[]
}

/** Measures a network as a simple undirected graph: who is joined to whom, however often and whichever way. */
export function networkMetrics({ nodes, edges, truncated, warnings }: Measured): NetworkMetrics {
  const graph = new UndirectedGraph()
  for (const { id } of nodes) graph.addNode(id)
  for (const { source, target } of edges) if (source !== target) graph.mergeEdge(source, target)
  const betweenness = betweennessOf(graph)
  const { communities, modularity } = communitiesOf(graph)
  const measured = nodes.map((node) => ({
    node,
    degree: graph.degree(node.id),
    betweenness: betweenness[node.id] ?? 0,
    community: communities.get(node.id) ?? 0,
  }))
  return {
    nodeCount: graph.order,
    linkCount: graph.size,
    truncated,
    communityCount: new Set(communities.values()).size,
    modularity,
    nodes: measured,
    warnings,
  }
}

/** Communities numbered by size, then by the first node in the network's order. */
function communitiesOf(graph: UndirectedGraph): { communities: Map<string, number>; modularity: number } {
  if (graph.size === 0) return { communities: new Map(graph.nodes().map((id, index) => [id, index])), modularity: 0 }
  // Nodes are visited in their order, so that one network always gives the same communities.
  const { communities: found, modularity } = louvain.detailed(graph, { randomWalk: false })
  const members = grouped(graph.nodes(), (id) => found[id] ?? 0)
  const bySize = [...members.values()].toSorted((left, right) => right.length - left.length)
  return { communities: new Map(bySize.flatMap((ids, index) => ids.map((id) => [id, index]))), modularity }
}
