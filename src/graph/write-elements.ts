import { z } from 'zod'
import { grouped } from '../kernel/grouped.js'
import type { GraphElements, GraphNode, GraphRelationship, Properties } from './elements.js'
import { GraphError } from './failure.js'
import type { GraphReader, GraphTransaction } from './graph.js'
import { propertyValue } from './graph-file.js'
import { nameProperties } from './names.js'
import { type QueryParameters, type QueryValue, query } from './query.js'
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
    z.object({ from: z.string(), to: z.string(), key: z.string(), properties: z.record(z.string(), propertyValue) }),
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

/** What stands on relationships of some types between some pairs of nodes, each once, whatever tells parallel ones apart. */
export async function readRelationships(
  graph: GraphReader,
  pairs: readonly Omit<RelationshipIdentity, 'key'>[],
): Promise<(RelationshipIdentity & { readonly properties: Properties })[]> {
  const byType = [...grouped(pairs, ({ type }) => type)]
  const found = await Promise.all(
    byType.map(async ([type, some]) => {
      const rows = [...new Map(some.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values()]
      const read = await graph.read(relationshipsThere(type), { rows })
      return read.map((row) => ({ type, ...row }))
    }),
  )
  return found.flat()
}

/** Takes relationships away; one that is not there is none to take. */
export async function removeRelationships(
  transaction: GraphTransaction,
  identities: readonly RelationshipIdentity[],
): Promise<void> {
  for (const [type, some] of grouped(identities, (identity) => identity.type)) {
    for (const rows of batches(some.map(identityRow))) await transaction.write(removeRelationshipsOf(type), { rows })
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
