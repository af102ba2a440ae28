import { z } from 'zod'
import type { Graph, GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'

const counted = z.object({ name: z.string(), count: z.number() })

/** Nodes by label. */
const nodesByLabel = query<Record<never, never>>()(
  'nodes by label',
  counted,
  'MATCH (entity:Entity) RETURN entity.entityKind AS name, count(*) AS count ORDER BY name',
)

/** Relationships by type. */
const relationshipsByType = query<Record<never, never>>()(
  'relationships by type',
  counted,
  'MATCH (:Entity)-[relationship]->() RETURN type(relationship) AS name, count(*) AS count ORDER BY name',
)

/** What a graph holds, as lines for whoever starts the server. */
export async function summaryOf(graph: Graph): Promise<string[]> {
  return [
    `Graph (${graph.engine === 'embedded' ? 'embedded' : 'Neo4j'}):`,
    ...(await countsOf(graph)).map((line) => `  ${line}`),
  ]
}

async function countsOf(graph: GraphReader): Promise<string[]> {
  const [nodes, relationships] = await Promise.all([graph.read(nodesByLabel, {}), graph.read(relationshipsByType, {})])
  return [line('nodes', nodes), line('relationships', relationships)]
}

function line(what: string, counts: readonly { name: string; count: number }[]): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return `${total} ${what}: ${counts.map(({ name, count }) => `${name} ${count}`).join(', ')}`
}
