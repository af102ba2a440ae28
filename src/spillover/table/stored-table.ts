import { LRUCache } from 'lru-cache'
import type { GraphReader } from '../../graph/graph.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import { nextTurn } from '../../kernel/turns.js'
import { type Assumptions, checkAssumptions } from '../model/assumptions.js'
import { type PreparedTable, prepareTable } from '../model/effects.js'
import { type RegionalModel, regionalModel, scalingBefore } from '../model/regional-model.js'
import type { Shock } from '../model/shocks.js'
import { type InputOutputTable, isPacked } from '../model/table.js'
import { flowsOfTable, industriesOfTable, tableById } from './queries.js'
import { type IndustryRow, tableFromRows } from './table-rows.js'

/** A table as the graph holds it. */
export interface StoredTable {
  /** Of its node. */
  readonly id: string
  /** Changes when anything in the table does. */
  readonly digest: string
  readonly table: InputOutputTable
}

/** What is calculated on a table in the graph. */
export interface TableQuestion {
  readonly table: StoredTable
  readonly assumptions: Assumptions
  /** Jobs that stay. */
  readonly shocks: readonly Shock[]
}

/** Cells of n × n that are kept of tables, and as many of their models: of two tables of 3 000 industries. */
const MOST_CELLS = 20_000_000

const cellsOf = ({ industries }: InputOutputTable): number => Math.max(1, industries.length ** 2)

/** By digest, so that whatever graph holds the same figures is answered from the same table. */
const tables = new LRUCache<string, StoredTable>({
  max: 8,
  maxSize: MOST_CELLS,
  sizeCalculation: ({ table }) => cellsOf(table),
})
/** By the model that they hold, so that a model which is kept no longer is not kept by them. */
const prepared = new WeakMap<RegionalModel, LRUCache<string, PreparedTable>>()
const PREPARED_OF_MODEL = 32
/** By digest and scaling: assumptions that differ in nothing else share an inverse. */
const models = new LRUCache<string, RegionalModel>({
  max: 16,
  maxSize: MOST_CELLS,
  sizeCalculation: ({ table }) => cellsOf(table),
})

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
  const industries = await readIndustries(graph, id)
  const isPacked = industries.some(({ figures }) => figures.flows)
  const flows = isPacked ? [] : await graph.read(flowsOfTable, { table: id })
  const table = tableFromRows(
    row,
    industries,
    flows.map(({ flow }) => flow),
  )
  const stored = { id, digest, table }
  tables.set(digest, stored)
  return stored
}

/** The most industries of one statement: each of a packed table carries a row of its flows. */
const INDUSTRIES_A_PAGE = 100

async function readIndustries(graph: GraphReader, table: string): Promise<IndustryRow[]> {
  const industries: IndustryRow[] = []
  let isMore = true
  for (let begin = 0; isMore; begin += INDUSTRIES_A_PAGE) {
    const rows = await graph.read(industriesOfTable, { table, begin, end: begin + INDUSTRIES_A_PAGE })
    industries.push(...rows.map(({ industry }) => industry))
    isMore = rows.length === INDUSTRIES_A_PAGE
  }
  return industries
}

/**
 * The table made ready under some assumptions, and kept.
 * @throws BadUserInputError as `prepareTable` does.
 */
export function preparedTable(stored: StoredTable, assumptions: Assumptions): PreparedTable {
  checkAssumptions(stored.table, assumptions)
  const model = keptModel(stored, assumptions)
  const ofModel = prepared.get(model) ?? new LRUCache<string, PreparedTable>({ max: PREPARED_OF_MODEL })
  prepared.set(model, ofModel)
  const key = JSON.stringify(assumptions)
  const kept = ofModel.get(key)
  if (kept) return kept
  const ready = prepareTable(stored.table, assumptions, model)
  ofModel.set(key, ready)
  return ready
}

/**
 * Solves for what shocks ask of a large table, one industry at a time, so that others are answered in between and a
 * request that is given up ends; what is solved for is kept. A small table is answered at once.
 * @throws the signal's reason once it is aborted.
 */
export async function solveInTurns(
  { table, assumptions, shocks }: TableQuestion,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { industries } = table.table
  if (!isPacked(industries.length)) return
  await nextTurn(signal)
  const { system } = preparedTable(table, assumptions).model
  const shocked = new Set(shocks.map(({ industry }) => industry))
  for (const [position, { code }] of industries.entries()) {
    if (!shocked.has(code)) continue
    await nextTurn(signal)
    system.column(position)
  }
}

/** The table factored as some assumptions have it, and kept. */
export function keptModel({ table, digest }: StoredTable, assumptions: Assumptions): RegionalModel {
  const scaling = scalingBefore(table, assumptions)
  const key = `${digest} ${JSON.stringify(scaling)}`
  const kept = models.get(key)
  if (kept) return kept
  const model = regionalModel(table, scaling)
  models.set(key, model)
  return model
}
