import { z } from 'zod'
import type { GraphNode, Provenance } from '../../graph/elements.js'
import type { Graph, GraphTransaction } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { writeElements } from '../../graph/write-elements.js'
import type { InputOutputTable } from '../../spillover/table.js'
import { tableElements, tableNodeId } from '../../spillover/table-elements.js'

const counted = z.object({ count: z.number() })

/** Takes the flows of a table away. */
const forgetFlows = query<{ table: string }>()(
  'forget the flows of a table',
  counted,
  `MATCH (:InputOutputTable {id: $table})-[:HAS_INDUSTRY]->(supplier:Sector)
   MATCH (supplier)-[input:INPUT_TO]->(:Sector)
   WHERE input.table = $table
   DELETE input
   RETURN count(*) AS count`,
)

/** Takes the figures of a table's industries away. */
const forgetFigures = query<{ table: string }>()(
  'forget the figures of a table',
  counted,
  `MATCH (:InputOutputTable {id: $table})-[figures:HAS_INDUSTRY]->(:Sector)
   DELETE figures
   RETURN count(*) AS count`,
)

/** Which of these are in the graph. */
const entitiesThere = query<{ ids: readonly string[] }>()(
  'entities that are there',
  z.object({ id: z.string() }),
  'UNWIND $ids AS id MATCH (entity:Entity {id: id}) RETURN entity.id AS id',
)

/**
 * Writes a table in the place of what was there under its id. Industries that are there are classes which editions share:
 * they stay as they are, and the table's figures stand on its relationships. The source's node has to be in the graph.
 */
export async function writeTable(
  transaction: GraphTransaction,
  table: InputOutputTable,
  provenance: Provenance,
): Promise<void> {
  await transaction.write(forgetFlows, { table: tableNodeId(table.id) })
  await transaction.write(forgetFigures, { table: tableNodeId(table.id) })
  const { nodes, relationships } = tableElements(table, provenance)
  const ids = nodes.filter(({ label }) => label === 'Sector').map(({ id }) => id)
  const there = new Set((await transaction.read(entitiesThere, { ids })).map(({ id }) => id))
  await writeElements(transaction, { nodes: nodes.filter(({ id }) => !there.has(id)), relationships })
}

/**
 * Stores a table that a user has as files, with a source made of what it says of itself; says whether one was there under
 * its id, in whose place it is now.
 */
export async function storeTable(
  graph: Graph,
  table: InputOutputTable,
  recordedAt: string,
): Promise<{ replaced: boolean }> {
  const source = sourceOf(table, recordedAt)
  return graph.transaction(async (transaction) => {
    const there = await transaction.read(entitiesThere, { ids: [tableNodeId(table.id)] })
    await writeElements(transaction, { nodes: [source], relationships: [] })
    await writeTable(transaction, table, source.provenance)
    return { replaced: there.length > 0 }
  })
}

function sourceOf({ id, title, publisher, edition, year }: InputOutputTable, recordedAt: string): GraphNode {
  const source = `source:${id}`
  return {
    label: 'Source',
    id: source,
    provenance: { source, locator: edition, recordedAt },
    properties: { title, publisher, year, kind: 'STATISTICS' },
  }
}
