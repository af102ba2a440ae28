import { z } from 'zod'
import { localEditor, type Viewer } from '../../accounts/viewer.js'
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
import type { Changed } from '../../writing/changes/apply.js'
import { differences } from '../../writing/changes/difference.js'
import { FileChange } from '../../writing/changes/file-change.js'
import { type EntityState, readStates } from '../../writing/statements/states.js'

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

/** Takes away what a table may state or not, so that what an earlier file stated does not stay where a later one is silent. */
const forgetFacts = query<{ table: string }>()(
  'forget the facts of a table',
  counted,
  `MATCH (table:InputOutputTable {id: $table})
   SET table.kind = null, table.satellites = null, table.householdConsumption = null, table.householdIncome = null
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
  await transaction.write(forgetFacts, { table: tableNodeId(table.id) })
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

/** Counts how often a table was stored. */
const countRevision = query<{ table: string; revision: number }>()(
  'count the revision of a table',
  counted,
  `MATCH (table:InputOutputTable {id: $table})
   SET table.revision = $revision
   RETURN count(*) AS count`,
)

/**
 * Stores a table that a user has as files, as one change of the table, with a source made of what it says of itself; says whether one was there under
 * its id, in whose place it is now.
 */
export async function storeTable(
  { graph, edition }: Knowledge<Graph>,
  table: InputOutputTable,
  recordedAt: string,
  progress: Progress = silent,
  { name: by }: Pick<Viewer, 'name'> = localEditor,
): Promise<{ replaced: boolean }> {
  const source = sourceOf(table, recordedAt)
  const id = tableNodeId(table.id)
  const replaced = (await idsInGraph(graph, [id])).size > 0
  const counts = { added: replaced ? 0 : 1, changed: replaced ? 1 : 0, gone: 0 }
  const about = { at: recordedAt, operation: 'IMPORT', entity: id, for: null, by, source: source.id, counts } as const
  progress.begin(table.industries.length)
  try {
    await new FileChange(graph, about).batch(async (transaction) => {
      const before = (await readStates(transaction, [id])).get(id)
      await writeElements(transaction, { nodes: [source], relationships: [] })
      await writeTable(transaction, table, source.provenance, edition, progress)
      const after = (await readStates(transaction, [id])).get(id)
      return { changed: after ? [await changedTable(transaction, before, after)] : [], made: [] }
    })
    return { replaced }
  } finally {
    progress.end()
  }
}

/** What a table's change records: what it says of itself, and none of its industries and flows, which stand in the files. */
async function changedTable(
  transaction: GraphTransaction,
  before: EntityState | undefined,
  { id, label, statements }: EntityState,
): Promise<Changed> {
  const [after = null] = statements
  const revision = before ? before.revision + 1 : 1
  await transaction.write(countRevision, { table: id, revision })
  const [earlier = null] = before?.statements ?? []
  const made = { of: 'LIFE', entity: id, label, before: 'NONE', after: 'ENTITY', now: null } as const
  const said = { of: 'STATEMENT', entity: id, before: earlier, after } as const
  const differed = differences(earlier?.values ?? {}, after?.values ?? {})
  return { entity: id, label, pieces: before ? [said] : [made, said], revision, differed, isFormer: false }
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
