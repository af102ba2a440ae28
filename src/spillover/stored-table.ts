import { LRUCache } from 'lru-cache'
import type { GraphReader } from '../graph/graph.js'
import { NotFoundError } from '../input-errors.js'
import { type Assumptions, checkAssumptions } from './assumptions.js'
import { type PreparedTable, prepareTable } from './effects.js'
import { flowsOfTable, industriesOfTable, tableById } from './queries.js'
import { type RegionalModel, regionalModel, scalingBefore } from './regional-model.js'
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
/** By digest and scaling: assumptions that differ in nothing else share an inverse. */
const models = new LRUCache<string, RegionalModel>({ max: 16 })

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

/**
 * The table made ready under some assumptions, and kept.
 * @throws BadUserInputError as `prepareTable` does.
 */
export function preparedTable(stored: StoredTable, assumptions: Assumptions): PreparedTable {
  const key = `${stored.digest} ${JSON.stringify(assumptions)}`
  const kept = prepared.get(key)
  if (kept) return kept
  checkAssumptions(stored.table, assumptions)
  const ready = prepareTable(stored.table, assumptions, keptModel(stored, assumptions))
  prepared.set(key, ready)
  return ready
}

function keptModel({ table, digest }: StoredTable, assumptions: Assumptions): RegionalModel {
  const scaling = scalingBefore(table, assumptions)
  const key = `${digest} ${JSON.stringify(scaling)}`
  const kept = models.get(key)
  if (kept) return kept
  const model = regionalModel(table, scaling)
  models.set(key, model)
  return model
}
