import { LRUCache } from 'lru-cache'
import type { GraphReader } from '../graph/graph.js'
import { NotFoundError } from '../input-errors.js'
import type { Assumptions } from './assumptions.js'
import { type PreparedTable, prepareTable } from './effects.js'
import { flowsOfTable, industriesOfTable, tableById } from './queries.js'
import type { InputOutputTable } from './table.js'
import { tableFromRows } from './table-rows.js'

/** A table as the graph holds it. */
export interface StoredTable {
  /** Of its node. */
  readonly id: string
  /** Changes when anything in the table does. */
  readonly digest: string
  readonly table: InputOutputTable
}

/** By digest, so that whatever graph holds the same figures is answered from the same table. */
const tables = new LRUCache<string, StoredTable>({ max: 8 })
const prepared = new LRUCache<string, PreparedTable>({ max: 64 })

/**
 * Reads a table from the graph; one that was read before costs one small statement.
 * @throws NotFoundError
 */
export async function readTable(graph: GraphReader, id: string): Promise<StoredTable> {
  const [found] = await graph.read(tableById, { table: id })
  if (!found) throw new NotFoundError(id)
  const { digest, ...row } = found.table
  const kept = tables.get(digest)
  if (kept) return kept
  const [industries, flows] = await Promise.all([
    graph.read(industriesOfTable, { table: id }),
    graph.read(flowsOfTable, { table: id }),
  ])
  const table = tableFromRows(
    row,
    industries.map(({ industry }) => industry),
    flows.map(({ flow }) => flow),
  )
  const stored = { id, digest, table }
  tables.set(digest, stored)
  return stored
}

/** The table made ready under some assumptions: inverted once for each. */
export function preparedTable({ table, digest }: StoredTable, assumptions: Assumptions): PreparedTable {
  const key = `${digest} ${JSON.stringify(assumptions)}`
  const kept = prepared.get(key)
  if (kept) return kept
  const ready = prepareTable(table, assumptions)
  prepared.set(key, ready)
  return ready
}
