import type { EntityKind, RelationshipType } from '../graph/vocabulary.js'
import type { Lang } from '../language/language.js'
import { whatIn } from '../network/edge-facts.js'
import { labelOf, type Network, type NetworkEdge, type NetworkNode } from '../network/network.js'
import type { NodeFacts } from '../network/node-facts.js'

/** What was asked, defaults filled in. */
export interface AskedNetwork {
  readonly of: readonly string[]
  readonly depth: number
  readonly limit: number
  /** Null where what is drawn by default was meant. */
  readonly kinds: readonly EntityKind[] | null
  readonly edgeKinds: readonly RelationshipType[] | null
  readonly asOf: string
  readonly lang: Lang
}

/** A network as a file holds it; names in one language. */
export interface DrawnNetwork {
  readonly network: Network
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  /** How many relationships that would have been followed do not hold on the day. */
  readonly leftOutByDay: number
  readonly asked: AskedNetwork
  /** Where the same network can be asked for again. */
  readonly address: string
}

/** A node with all that a file says of it. */
export interface DrawnNode extends NodeFacts, Pick<NetworkNode, 'id' | 'kind' | 'nameSv' | 'nameEn'> {
  readonly label: string
  readonly degree: number
  readonly tier: number | null
  /** How many of its neighbours are not shown. */
  readonly hidden: number
}

/** An edge with all that a file says of it. */
export interface DrawnEdge extends NetworkEdge {
  /** What is supplied, in words. */
  readonly what: string | null
}

export type Value = string | number | boolean

/** A column of a table, an attribute of a format. */
export interface Attribute {
  readonly name: string
  readonly type: 'string' | 'int' | 'double' | 'boolean'
}

/** An attribute of certain rows. */
export interface Column<Row> extends Attribute {
  readonly name: string & keyof Row
}

/** What every format says of a node beside its id; what is not known is left out. */
export const nodeColumns: readonly Column<DrawnNode>[] = [
  { name: 'label', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'degree', type: 'int' },
  { name: 'tier', type: 'int' },
  { name: 'hidden', type: 'int' },
  { name: 'organisationNumber', type: 'string' },
  { name: 'sizeClass', type: 'string' },
  { name: 'employees', type: 'int' },
  { name: 'turnover', type: 'double' },
  { name: 'jobs', type: 'double' },
  { name: 'population', type: 'int' },
  { name: 'municipality', type: 'string' },
  { name: 'latitude', type: 'double' },
  { name: 'longitude', type: 'double' },
  { name: 'synthetic', type: 'boolean' },
]

/** What every format says of an edge beside its id and its ends; days are ISO dates. */
export const edgeColumns: readonly Column<DrawnEdge>[] = [
  { name: 'kind', type: 'string' },
  { name: 'category', type: 'string' },
  { name: 'phase', type: 'string' },
  { name: 'supplyStatus', type: 'string' },
  { name: 'what', type: 'string' },
  { name: 'value', type: 'double' },
  { name: 'currency', type: 'string' },
  { name: 'valueText', type: 'string' },
  { name: 'datesText', type: 'string' },
  { name: 'status', type: 'string' },
  { name: 'saidBy', type: 'string' },
  { name: 'rank', type: 'int' },
  { name: 'since', type: 'string' },
  { name: 'until', type: 'string' },
  { name: 'jobs', type: 'double' },
  { name: 'indirect', type: 'double' },
  { name: 'induced', type: 'double' },
  { name: 'year', type: 'int' },
  { name: 'county', type: 'string' },
  { name: 'run', type: 'string' },
  { name: 'table', type: 'string' },
  { name: 'flow', type: 'double' },
  { name: 'coefficient', type: 'double' },
  { name: 'output', type: 'double' },
  { name: 'employed', type: 'double' },
  { name: 'employees', type: 'int' },
  { name: 'turnover', type: 'double' },
  { name: 'sizeClass', type: 'string' },
  { name: 'asOf', type: 'string' },
  { name: 'statedIn', type: 'string' },
  { name: 'locator', type: 'string' },
]

/** A network with all that its file says; what its nodes say is read, and what its day leaves out is counted. */
export async function drawnNetwork(network: Network, asked: AskedNetwork, address: string): Promise<DrawnNetwork> {
  const hidden = new Map<string, number>()
  for (const { node, count } of network.hidden) hidden.set(node.id, (hidden.get(node.id) ?? 0) + count)
  const leftOutByDay = await network.leftOutByDay()
  const nodes = await Promise.all(network.nodes.map((node) => drawnNode(node, asked.lang, hidden.get(node.id) ?? 0)))
  const edges = network.edges.map((edge) => ({ ...edge, what: whatIn(edge, asked.lang) }))
  return { network, nodes, edges, leftOutByDay, asked, address }
}

async function drawnNode(node: NetworkNode, lang: Lang, hidden: number): Promise<DrawnNode> {
  const { id, kind, nameSv, nameEn, degree, tier } = node
  const facts = await node.facts()
  return { id, kind, nameSv, nameEn, label: labelOf(node, lang), degree: Number(degree), tier, hidden, ...facts }
}

/** The values that are known of a row, by column. */
export function known<Row extends object>(row: Row, columns: readonly Column<Row>[]): [Column<Row>, Value][] {
  return columns.flatMap((column): [Column<Row>, Value][] => {
    const value: unknown = row[column.name]
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[column, value]] : []
  })
}

/** Those values as an object. */
export const attributes = <Row extends object>(row: Row, columns: readonly Column<Row>[]): Record<string, Value> =>
  Object.fromEntries(known(row, columns).map(([{ name }, value]) => [name, value]))

/** What a file says of itself: what was asked, and whether this is all of it. */
export interface AboutNetwork {
  /** Whether the limit left out a node that the depth would have shown. */
  readonly truncated: boolean
  readonly limit: number
  /** How many neighbours of shown nodes are not shown, each node's counted by itself. */
  readonly hidden: number
  readonly asOf: string
  /** How many relationships that would have been followed do not hold on that day. */
  readonly leftOutByDay: number
  readonly depth: number
  readonly of: string
  /** Empty where what is drawn by default was meant. */
  readonly kinds: string
  readonly edgeKinds: string
  readonly address: string
  /** Empty where there is nothing to say. */
  readonly warnings: string
}

export const aboutColumns: readonly Column<AboutNetwork>[] = [
  { name: 'truncated', type: 'boolean' },
  { name: 'limit', type: 'int' },
  { name: 'hidden', type: 'int' },
  { name: 'asOf', type: 'string' },
  { name: 'leftOutByDay', type: 'int' },
  { name: 'depth', type: 'int' },
  { name: 'of', type: 'string' },
  { name: 'kinds', type: 'string' },
  { name: 'edgeKinds', type: 'string' },
  { name: 'address', type: 'string' },
  { name: 'warnings', type: 'string' },
]

export function about({ network, nodes, leftOutByDay, asked, address }: DrawnNetwork): AboutNetwork {
  const { limit, depth, of, kinds, edgeKinds, asOf, lang } = asked
  const warnings = network.warnings.map(({ code, textSv, textEn }) => `${code}: ${lang === 'EN' ? textEn : textSv}`)
  return {
    ...{ truncated: network.truncated, limit, hidden: nodes.reduce((sum, node) => sum + node.hidden, 0) },
    ...{ asOf, leftOutByDay, depth },
    ...{ of: of.join(','), kinds: (kinds ?? []).join(','), edgeKinds: (edgeKinds ?? []).join(',') },
    ...{ address, warnings: warnings.join(' ') },
  }
}
