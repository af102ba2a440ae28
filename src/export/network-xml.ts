import type { NetworkEdge } from '../network/network.js'
import {
  type Attribute,
  about,
  aboutColumns,
  type Column,
  type DrawnNetwork,
  type DrawnNode,
  edgeColumns,
  known,
  nodeColumns,
} from './drawn-network.js'
import { document, text } from './xml.js'

/**
 * A network as GraphML, which NetworkX, Gephi, Cytoscape, igraph and yEd read.
 * @see http://graphml.graphdrawing.org/primer/graphml-primer.html
 */
export function graphml(drawn: DrawnNetwork): string {
  const keys = [
    ...nodeColumns.map((column) => graphmlKey('node', column)),
    ...edgeColumns.map((column) => graphmlKey('edge', column)),
    ...aboutColumns.map((column) => graphmlKey('graph', column)),
  ]
  const body = [
    graphmlData('graph', about(drawn), aboutColumns),
    ...drawn.nodes.map((node) => `<node id="${text(node.id)}">${graphmlData('node', node, nodeColumns)}</node>`),
    ...drawn.edges.map(
      (edge) =>
        `<edge id="${text(edge.id)}" source="${text(edge.source)}" target="${text(edge.target)}">${graphmlData('edge', edge, edgeColumns)}</edge>`,
    ),
  ]
  return document(
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`,
    [...keys, '<graph id="network" edgedefault="directed">', ...body, '</graph>', '</graphml>'],
  )
}

const graphmlKey = (of: string, { name, type }: Attribute): string =>
  `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`

const graphmlData = <Row extends object>(of: string, row: Row, columns: readonly Column<Row>[]): string =>
  known(row, columns)
    .map(([{ name }, value]) => `<data key="${of}-${name}">${text(String(value))}</data>`)
    .join('')

/**
 * A network as GEXF 1.3, Gephi's own format.
 * @see https://gexf.net/schema.html
 */
export function gexf(drawn: DrawnNetwork): string {
  const own = nodeColumns.filter(({ name }) => name !== 'label')
  const parallel = new Map<string, number>()
  return document(`<gexf xmlns="http://gexf.net/1.3" version="1.3">`, [
    `<meta><creator>Norrgraph</creator><keywords>${text(keywords(drawn))}</keywords><description>${text(description(drawn))}</description></meta>`,
    '<graph defaultedgetype="directed">',
    '<attributes class="node">',
    ...own.map(gexfAttribute),
    '</attributes>',
    '<attributes class="edge">',
    ...edgeColumns.map(gexfAttribute),
    '</attributes>',
    '<nodes>',
    ...drawn.nodes.map(
      (node) => `<node id="${text(node.id)}" label="${text(node.label)}">${gexfValues<DrawnNode>(node, own)}</node>`,
    ),
    '</nodes>',
    '<edges>',
    ...drawn.edges.map((edge) => {
      const { id, source, target, kind } = edge
      return `<edge id="${text(id)}" source="${text(source)}" target="${text(target)}" kind="${text(kindApart(edge, parallel))}" label="${kind}">${gexfValues(edge, edgeColumns)}</edge>`
    }),
    '</edges>',
    '</graph>',
    '</gexf>',
  ])
}

/** Gephi makes one edge of those that join the same two in one direction and are of one kind: further ones are numbered. */
function kindApart({ kind, source, target }: NetworkEdge, parallel: Map<string, number>): string {
  const joined = `${kind} ${source} ${target}`
  const number = (parallel.get(joined) ?? 0) + 1
  parallel.set(joined, number)
  return number === 1 ? kind : `${kind} ${number}`
}

const keywords = (drawn: DrawnNetwork): string =>
  known(about(drawn), aboutColumns)
    .map(([{ name }, value]) => `${name}=${value}`)
    .join('; ')

function description(drawn: DrawnNetwork): string {
  const { truncated, limit, hidden, asOf, address, warnings } = about(drawn)
  const whole = truncated ? `Cut: the limit of ${limit} nodes left some out.` : 'Whole: the limit left no node out.'
  const beyond = `${hidden} neighbours of what is shown are not shown.`
  return [whole, beyond, `Relationships of ${asOf}.`, warnings, address].filter((part) => part !== '').join(' ')
}

const gexfAttribute = ({ name, type }: Attribute): string =>
  `<attribute id="${name}" title="${name}" type="${type === 'int' ? 'integer' : type}"/>`

const gexfValues = <Row extends object>(row: Row, columns: readonly Column<Row>[]): string =>
  `<attvalues>${known(row, columns)
    .map(([{ name }, value]) => `<attvalue for="${name}" value="${text(String(value))}"/>`)
    .join('')}</attvalues>`
