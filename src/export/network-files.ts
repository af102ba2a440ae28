import { stringify } from 'csv-stringify/sync'
import { MultiDirectedGraph } from 'graphology'
import { labelOf, type Network } from '../network/network.js'

type Lang = 'SV' | 'EN'

/** A network with what files say of it; names in one language. */
export interface DrawnNetwork {
  readonly network: Network
  readonly lang: Lang
}

/** A network as graphology's serialization, which `Graph.from` reads. */
export function graphologyJson({ network, lang }: DrawnNetwork): string {
  const graph = new MultiDirectedGraph()
  graph.replaceAttributes({ truncated: network.truncated })
  for (const node of network.nodes) {
    const { id, kind, degree, tier } = node
    graph.addNode(id, { label: labelOf(node, lang), kind, degree: Number(degree), tier })
  }
  for (const { id, source, target, kind, category } of network.edges) {
    graph.addEdgeWithKey(id, source, target, { kind, category })
  }
  return JSON.stringify(graph.export())
}

/** A network as Cytoscape and Cytoscape.js read it. */
export function cytoscapeJson({ network, lang }: DrawnNetwork): string {
  const nodes = network.nodes.map((node) => {
    const { id, kind, degree, tier } = node
    const label = labelOf(node, lang)
    return { data: { id, name: label, label, kind, degree: Number(degree), tier } }
  })
  const edges = network.edges.map((edge) => ({ data: { ...edge, interaction: edge.kind } }))
  return JSON.stringify({ data: { truncated: network.truncated }, elements: { nodes, edges } })
}

/** A network's nodes or edges as a table. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function networkCsv({ network, lang }: DrawnNetwork, table: 'nodes' | 'edges'): string {
  const rows =
    table === 'nodes'
      ? network.nodes.map((node) => ({
          ...{ id: node.id, label: labelOf(node, lang), kind: node.kind, degree: Number(node.degree), tier: node.tier },
        }))
      : network.edges.map(({ id, source, target, kind, category }) => ({ source, target, kind, category, id }))
  const columns =
    table === 'nodes' ? ['id', 'label', 'kind', 'degree', 'tier'] : ['source', 'target', 'kind', 'category', 'id']
  return stringify(rows, { header: true, columns, escape_formulas: true, bom: true })
}
