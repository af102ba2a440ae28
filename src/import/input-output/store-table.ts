import { z } from 'zod'
import type { Classified } from '../../edition/classification.js'
import type { Knowledge } from '../../edition/knowledge.js'
import type { GraphNode, Provenance } from '../../graph/elements.js'
import { idsInGraph } from '../../graph/entity-ids.js'
import type { Graph, GraphTransaction } from '../../graph/graph.js'
import { type QueryValue, query } from '../../graph/query.js'
import { writeElements } from '../../graph/write-elements.js'
import { type Progress, silent } from '../../kernel/progress.js'
import { type InputOutputTable, isPacked } from '../../spillover/model/table.js'
import { industryNodeId, tableElements, tableNodeId } from '../../spillover/table/table-elements.js'

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

/** Puts rows of Z on a packed table's industries, as lists. */
const writeFlows = query<{ table: string; flowRows: readonly QueryValue[] }>()(
  'write the flows of a packed table',
  counted,
  `UNWIND $flowRows AS row
   MATCH (industry:Sector {id: row.industry})<-[figures:HAS_INDUSTRY]-(:InputOutputTable {id: $table})
   SET figures.flows = row.flows
   RETURN count(figures) AS count`,
)

/**
 * Writes a table in the place of what was there under its id. Industries that are there are classes which editions share:
 * they stay as they are, and the table's figures stand on its relationships. The source's node has to be in the graph.
 */
export async function writeTable(
  transaction: GraphTransaction,
  table: InputOutputTable,
  provenance: Provenance,
  edition: Classified,
  progress: Progress = silent,
): Promise<void> {
  await transaction.write(forgetFlows, { table: tableNodeId(table.id) })
  await transaction.write(forgetFigures, { table: tableNodeId(table.id) })
  const { nodes, relationships } = tableElements(table, provenance, edition)
  const ids = nodes.filter(({ label }) => label === 'Sector').map(({ id }) => id)
  const there = await idsInGraph(transaction, ids)
  await writeElements(transaction, { nodes: nodes.filter(({ id }) => !there.has(id)), relationships })
  if (isPacked(table.industries.length)) await writePackedFlows(transaction, table, progress)
}

/** Numbers of one statement: some 2 MB. */
const FLOWS_A_STATEMENT = 200_000

async function writePackedFlows(
  transaction: GraphTransaction,
  { id, industries, flows }: InputOutputTable,
  progress: Progress,
): Promise<void> {
  const rows = Math.max(1, Math.floor(FLOWS_A_STATEMENT / industries.length))
  for (let begin = 0; begin < industries.length; begin += rows) {
    const flowRows = industries.slice(begin, begin + rows).map(({ code }, index) => ({
      industry: industryNodeId(id, code),
      flows: Array.from(flows[begin + index] ?? []),
    }))
    await transaction.write(writeFlows, { table: tableNodeId(id), flowRows })
    progress.reach(begin + flowRows.length)
  }
}

/**
 * Stores a table that a user has as files, with a source made of what it says of itself; says whether one was there under
 * its id, in whose place it is now.
 */
export async function storeTable(
  { graph, edition }: Knowledge<Graph>,
  table: InputOutputTable,
  recordedAt: string,
  progress: Progress = silent,
): Promise<{ replaced: boolean }> {
  const source = sourceOf(table, recordedAt)
  progress.begin(table.industries.length)
  try {
    return await graph.transaction(async (transaction) => {
      const there = await idsInGraph(transaction, [tableNodeId(table.id)])
      await writeElements(transaction, { nodes: [source], relationships: [] })
      await writeTable(transaction, table, source.provenance, edition, progress)
      return { replaced: there.size > 0 }
    })
  } finally {
    progress.end()
  }
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
