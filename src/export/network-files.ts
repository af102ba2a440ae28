import { stringify } from 'csv-stringify/sync'
import { MultiDirectedGraph } from 'graphology'
import { nextTurn } from '../kernel/turns.js'
import { about, attributes, type DrawnNetwork, edgeColumns, nodeColumns } from './drawn-network.js'

/** A network as graphology's serialization, which `Graph.from` reads. */
export function graphologyJson(drawn: DrawnNetwork): string {
  const graph = new MultiDirectedGraph()
  graph.replaceAttributes({ ...about(drawn) })
  for (const node of drawn.nodes) graph.addNode(node.id, attributes(node, nodeColumns))
  for (const edge of drawn.edges) {
    graph.addEdgeWithKey(edge.id, edge.source, edge.target, attributes(edge, edgeColumns))
  }
  return JSON.stringify(graph.export())
}

/** A network as Cytoscape and Cytoscape.js read it. */
export function cytoscapeJson(drawn: DrawnNetwork): string {
  const nodes = drawn.nodes.map((node) => ({
    data: { id: node.id, name: node.label, ...attributes(node, nodeColumns) },
  }))
  const edges = drawn.edges.map((edge) => ({
    data: {
      ...{ id: edge.id, source: edge.source, target: edge.target, interaction: edge.kind },
      ...attributes(edge, edgeColumns),
    },
  }))
  return JSON.stringify({ data: about(drawn), elements: { nodes, edges } })
}

/** Rows of a table that are written before others get a turn. */
const ROWS_A_TURN = 500

/**
 * A network's nodes or edges as a table, its first row the names of the columns, as NetworkX, pandas and Gephi read it.
 * The last columns say in each row what was asked and whether the network was cut; of a table without rows, the name of
 * the last column says why. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export async function networkCsv(drawn: DrawnNetwork, table: 'nodes' | 'edges'): Promise<string> {
  const { truncated, limit, hidden, address, warnings } = about(drawn)
  const mark = { truncated, limit, ...(table === 'edges' ? { hidden } : {}), address, warnings }
  const rows: readonly object[] = table === 'nodes' ? drawn.nodes : drawn.edges
  const own =
    table === 'nodes'
      ? ['id', ...nodeColumns.map(({ name }) => name)]
      : ['source', 'target', ...edgeColumns.map(({ name }) => name), 'id']
  const names = [...own, ...Object.keys(mark)].map((key) => ({ key, header: key }))
  const columns = rows.length > 0 || warnings === '' ? names : names.with(-1, { key: 'warnings', header: warnings })
  const cast = { boolean: String }
  const written = (piece: readonly object[], isFirst: boolean) =>
    stringify(
      piece.map((row) => ({ ...row, ...mark })),
      { header: isFirst, columns, cast, escape_formulas: true, bom: isFirst },
    )
  const pieces = [written(rows.slice(0, ROWS_A_TURN), true)]
  for (let begin = ROWS_A_TURN; begin < rows.length; begin += ROWS_A_TURN) {
    await nextTurn(undefined)
    pieces.push(written(rows.slice(begin, begin + ROWS_A_TURN), false))
  }
  return pieces.join('')
}
