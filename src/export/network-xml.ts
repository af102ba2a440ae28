import { labelOf, type NetworkEdge, type NetworkNode } from '../network/network.js'
import type { DrawnNetwork } from './network-files.js'

/** What each node says, with its type in both formats. */
const nodeValues = [
  { name: 'label', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'degree', type: 'int' },
  { name: 'tier', type: 'int' },
] as const

const edgeValues = [
  { name: 'kind', type: 'string' },
  { name: 'category', type: 'string' },
] as const

/**
 * A network as GraphML, which NetworkX, Gephi, Cytoscape, igraph and yEd read.
 * @see http://graphml.graphdrawing.org/primer/graphml-primer.html
 */
export function graphml(drawn: DrawnNetwork): string {
  const { nodes, edges, truncated } = drawn.network
  const keys = [
    ...nodeValues.map(({ name, type }) => graphmlKey('node', name, type)),
    ...edgeValues.map(({ name, type }) => graphmlKey('edge', name, type)),
    graphmlKey('graph', 'truncated', 'boolean'),
  ]
  const body = [
    data('graph', 'truncated', String(truncated)),
    ...nodes.map((node) => `<node id="${text(node.id)}">${graphmlNode(node, drawn)}</node>`),
    ...edges.map(
      (edge) =>
        `<edge id="${text(edge.id)}" source="${text(edge.source)}" target="${text(edge.target)}">${graphmlEdge(edge)}</edge>`,
    ),
  ]
  return document(
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`,
    [...keys, '<graph id="network" edgedefault="directed">', ...body, '</graph>', '</graphml>'],
  )
}

const graphmlKey = (of: string, name: string, type: string): string =>
  `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`

const data = (of: string, name: string, value: string): string => `<data key="${of}-${name}">${text(value)}</data>`

const graphmlNode = (node: NetworkNode, drawn: DrawnNetwork): string =>
  nodeValues.map(({ name }) => data('node', name, nodeValue(node, name, drawn))).join('')

const graphmlEdge = (edge: NetworkEdge): string =>
  edgeValues.flatMap(({ name }) => (edge[name] === null ? [] : [data('edge', name, edge[name])])).join('')

/**
 * A network as GEXF 1.3, Gephi's own format.
 * @see https://gexf.net/schema.html
 */
export function gexf(drawn: DrawnNetwork): string {
  const { nodes, edges, truncated } = drawn.network
  return document(`<gexf xmlns="http://gexf.net/1.3" version="1.3">`, [
    `<meta><creator>Norrgraph</creator><description>${truncated ? 'The limit left nodes out.' : 'Whole.'}</description></meta>`,
    '<graph defaultedgetype="directed">',
    '<attributes class="node">',
    ...nodeValues.filter(({ name }) => name !== 'label').map(({ name, type }) => gexfAttribute(name, type)),
    '</attributes>',
    '<attributes class="edge">',
    ...edgeValues.map(({ name, type }) => gexfAttribute(name, type)),
    '</attributes>',
    '<nodes>',
    ...nodes.map((node) => {
      const label = text(nodeValue(node, 'label', drawn))
      const values = nodeValues.flatMap(({ name }) =>
        name === 'label' ? [] : [gexfValue(name, nodeValue(node, name, drawn))],
      )
      return `<node id="${text(node.id)}" label="${label}"><attvalues>${values.join('')}</attvalues></node>`
    }),
    '</nodes>',
    '<edges>',
    ...edges.map((edge) => {
      const values = edgeValues.flatMap(({ name }) => (edge[name] === null ? [] : [gexfValue(name, edge[name])]))
      return `<edge id="${text(edge.id)}" source="${text(edge.source)}" target="${text(edge.target)}" label="${edge.kind}"><attvalues>${values.join('')}</attvalues></edge>`
    }),
    '</edges>',
    '</graph>',
    '</gexf>',
  ])
}

const gexfAttribute = (name: string, type: string): string =>
  `<attribute id="${name}" title="${name}" type="${type === 'int' ? 'integer' : type}"/>`

const gexfValue = (name: string, value: string): string => `<attvalue for="${name}" value="${text(value)}"/>`

function nodeValue(node: NetworkNode, name: (typeof nodeValues)[number]['name'], { lang }: DrawnNetwork): string {
  return name === 'label' ? labelOf(node, lang) : String(node[name])
}

const document = (root: string, lines: readonly string[]): string =>
  `${['<?xml version="1.0" encoding="UTF-8"?>', root, ...lines].join('\n')}\n`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text for an element or attribute; what XML 1.0 cannot hold is left out, and line breaks stay in attributes. */
function text(value: string): string {
  return value
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
