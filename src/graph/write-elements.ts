import { z } from 'zod'
import { grouped } from '../kernel/grouped.js'
import type { GraphElements, GraphNode, GraphRelationship, Properties } from './elements.js'
import { GraphError } from './failure.js'
import type { GraphReader, GraphTransaction } from './graph.js'
import { nameProperties } from './names.js'
import { type QueryParameters, type QueryValue, query } from './query.js'
import { storedProperties } from './stored-properties.js'
import { type NodeLabel, nodeKinds, placeLabels, type RelationshipType } from './vocabulary.js'

const ROWS_A_STATEMENT = 2_000

const counted = z.object({ count: z.number() })

interface Rows extends QueryParameters {
  readonly rows: readonly QueryValue[]
}

/** Whether a node or relationship that is there keeps the properties that the new one does not name. */
type Writing = 'ADD_PROPERTIES' | 'REPLACE_PROPERTIES'

/** Writes nodes of one label: new ones are made, those that are there get the properties given. */
const writeNodes = (label: NodeLabel, writing: Writing) => {
  const labels = placeLabels.includes(label) ? `${label}:Place` : label
  return query<Rows>()(
    `write ${label} nodes`,
    counted,
    `UNWIND $rows AS row
     MERGE (node:Entity {id: row.id})
     SET node:${labels}
     SET node ${writing === 'REPLACE_PROPERTIES' ? '=' : '+='} row.properties
     RETURN count(node) AS count`,
  )
}

/** Writes relationships of one type; `key` tells parallel ones apart. A row whose ends are not there is not counted. */
const writeRelationships = (type: RelationshipType, writing: Writing) =>
  query<Rows>()(
    `write ${type} relationships`,
    counted,
    `UNWIND $rows AS row
     MATCH (start:Entity {id: row.from})
     MATCH (end:Entity {id: row.to})
     MERGE (start)-[relationship:${type} {key: row.key}]->(end)
     SET relationship ${writing === 'REPLACE_PROPERTIES' ? '=' : '+='} row.properties
     RETURN count(relationship) AS count`,
  )

/**
 * Writes nodes, then relationships. Writing the same elements again changes nothing.
 * @throws GraphError FAILED where a relationship names a node that is not in the graph.
 */
export async function writeElements(
  transaction: GraphTransaction,
  elements: GraphElements,
  writing: Writing = 'ADD_PROPERTIES',
): Promise<void> {
  for (const [label, nodes] of grouped(elements.nodes, (node) => node.label)) {
    for (const rows of batches(nodes.map(nodeRow))) await transaction.write(writeNodes(label, writing), { rows })
  }
  for (const [type, relationships] of grouped(elements.relationships, (relationship) => relationship.type)) {
    for (const rows of batches(relationships.map(relationshipRow))) {
      const [written] = await transaction.write(writeRelationships(type, writing), { rows })
      if (written?.count !== rows.length) {
        throw new GraphError(
          'FAILED',
          `${rows.length - (written?.count ?? 0)} ${type} relationships name unknown nodes`,
        )
      }
    }
  }
}

/** What tells a relationship from all others. */
export interface RelationshipIdentity {
  readonly type: RelationshipType
  readonly from: string
  readonly to: string
  readonly key: string
}

/** Relationships of one type between some pairs of nodes, parallel ones each, with what stands on them. */
const relationshipsThere = (type: RelationshipType) =>
  query<Rows>()(
    `${type} relationships that are there`,
    z.object({ from: z.string(), to: z.string(), key: z.string(), properties: storedProperties }),
    `UNWIND $rows AS row
     MATCH (start:Entity {id: row.from})-[relationship:${type}]->(end:Entity {id: row.to})
     RETURN row.from AS from, row.to AS to, relationship.key AS key, properties(relationship) AS properties`,
  )

/** Takes relationships of one type away, of those named. */
const removeRelationshipsOf = (type: RelationshipType) =>
  query<Rows>()(
    `remove ${type} relationships`,
    counted,
    `UNWIND $rows AS row
     MATCH (start:Entity {id: row.from})-[relationship:${type}]->(end:Entity {id: row.to})
     WHERE relationship.key = row.key
     DELETE relationship
     RETURN count(*) AS count`,
  )

/** All relationships of one type that lead from a node, or to it. */
const relationshipsAt = (type: RelationshipType, direction: Direction) =>
  query<{ hub: string }>()(
    `${type} relationships ${direction === 'OUT' ? 'from' : 'to'} a node`,
    z.object({ other: z.string(), key: z.string(), properties: storedProperties }),
    `MATCH (hub:Entity {id: $hub})${arrow(type, direction)}(other:Entity)
     RETURN other.id AS other, relationship.key AS key, properties(relationship) AS properties`,
  )

/** Takes relationships of one type away that lead from a node, or to it, of those named by their other end and key. */
const removeRelationshipsAt = (type: RelationshipType, direction: Direction) =>
  query<{ hub: string; names: readonly string[] }>()(
    `remove ${type} relationships ${direction === 'OUT' ? 'from' : 'to'} a node`,
    counted,
    `MATCH (hub:Entity {id: $hub})${arrow(type, direction)}(other:Entity)
     WHERE other.id + ' ' + relationship.key IN $names
     DELETE relationship
     RETURN count(*) AS count`,
  )

type Direction = 'OUT' | 'IN'

const arrow = (type: RelationshipType, direction: Direction): string =>
  direction === 'OUT' ? `-[relationship:${type}]->` : `<-[relationship:${type}]-`

/** From so many pairs on that share a node its relationships are looked through once: each pair would look through them. */
const MANY_AT_ONE = 30

interface Ends {
  readonly from: string
  readonly to: string
}

interface Hub<Pair> {
  readonly id: string
  readonly direction: Direction
  readonly pairs: readonly Pair[]
}

/** Pairs by the node that many of them share, and those that share none. */
function byHub<Pair extends Ends>(pairs: readonly Pair[]): { hubs: Hub<Pair>[]; others: Pair[] } {
  const hubs: Hub<Pair>[] = []
  let others: Pair[] = [...pairs]
  for (const direction of ['OUT', 'IN'] as const) {
    const shared = [...grouped(others, ({ from, to }) => (direction === 'OUT' ? from : to))]
    for (const [id, some] of shared) if (some.length >= MANY_AT_ONE) hubs.push({ id, direction, pairs: some })
    others = shared.flatMap(([, some]) => (some.length >= MANY_AT_ONE ? [] : some))
  }
  return { hubs, others }
}

/** What stands on relationships of some types between some pairs of nodes, each once, whatever tells parallel ones apart. */
export async function readRelationships(
  graph: GraphReader,
  pairs: readonly Omit<RelationshipIdentity, 'key'>[],
): Promise<(RelationshipIdentity & { readonly properties: Properties })[]> {
  const byType = [...grouped(pairs, ({ type }) => type)]
  const found = await Promise.all(
    byType.map(async ([type, some]) => {
      const asked = [...new Map(some.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values()]
      const { hubs, others } = byHub(asked)
      const rows = others.length === 0 ? [] : await graph.read(relationshipsThere(type), { rows: others })
      const ofHubs = await Promise.all(hubs.map((hub) => readAtHub(graph, type, hub)))
      return [...rows, ...ofHubs.flat()].map((row) => ({ type, ...row }))
    }),
  )
  return found.flat()
}

async function readAtHub(
  graph: GraphReader,
  type: RelationshipType,
  { id: hub, direction, pairs }: Hub<Ends>,
): Promise<(Omit<RelationshipIdentity, 'type'> & { readonly properties: Properties })[]> {
  const asked = new Set(pairs.map(({ from, to }) => (direction === 'OUT' ? to : from)))
  const rows = await graph.read(relationshipsAt(type, direction), { hub })
  return rows
    .filter(({ other }) => asked.has(other))
    .map(({ other, ...row }) => ({
      ...(direction === 'OUT' ? { from: hub, to: other } : { from: other, to: hub }),
      ...row,
    }))
}

/** Takes relationships away; one that is not there is none to take. */
export async function removeRelationships(
  transaction: GraphTransaction,
  identities: readonly RelationshipIdentity[],
): Promise<void> {
  for (const [type, some] of grouped(identities, (identity) => identity.type)) {
    const { hubs, others } = byHub(some)
    for (const { id: hub, direction, pairs } of hubs) {
      const named = pairs.map(({ from, to, key }) => `${direction === 'OUT' ? to : from} ${key}`)
      for (const names of batches(named)) {
        await transaction.write(removeRelationshipsAt(type, direction), { hub, names })
      }
    }
    for (const rows of batches(others.map(identityRow))) await transaction.write(removeRelationshipsOf(type), { rows })
  }
}

const identityRow = ({ from, to, key }: RelationshipIdentity): QueryValue => ({ from, to, key })

function nodeRow({ label, id, provenance, properties }: GraphNode): QueryValue {
  return {
    id,
    properties: {
      ...properties,
      ...provenance,
      id,
      entityKind: nodeKinds[label].entityKind,
      ...nameProperties(id, properties),
    },
  }
}

function relationshipRow({ from, to, key, provenance, properties }: GraphRelationship): QueryValue {
  return { from, to, key, properties: { ...properties, ...provenance, key } }
}

function batches<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / ROWS_A_STATEMENT)
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT),
  )
}
