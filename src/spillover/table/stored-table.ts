import { LRUCache } from 'lru-cache'
import type { GraphReader } from '../../graph/graph.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import { atOnce, inTurns, nextTurn, type Steps } from '../../kernel/turns.js'
import { type AreaInMaking, areasInMaking, type PreparedArea, preparedAreaInSteps } from '../model/areas.js'
import type { Assumptions } from '../model/assumptions.js'
import { type PreparedTable, prepareTable } from '../model/effects.js'
import type { Oddities } from '../model/oddities.js'
import type { RegionalEmployment } from '../model/regional-employment.js'
import { type RegionalModel, regionalModelInSteps } from '../model/regional-model.js'
import type { Shock } from '../model/shocks.js'
import { type InputOutputTable, isPacked } from '../model/table.js'
import type { TradeShares } from '../model/trade-shares.js'
import { flowsOfTable, industriesOfTable, tableById } from './queries.js'
import { type IndustryRow, tableFromRows } from './table-rows.js'

/** A table as the graph holds it. */
export interface StoredTable {
  /** Of its node. */
  readonly id: string
  /** Changes when anything in the table does. */
  readonly digest: string
  readonly table: InputOutputTable
  /** What was odd about it when it was taken. */
  readonly odd: Oddities
}

/** What is calculated on a table in the graph. */
export interface TableQuestion {
  readonly table: StoredTable
  readonly assumptions: Assumptions
  /** What location quotients rest on; null where no employment is known. */
  readonly regionalEmployment: RegionalEmployment | null
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
const prepared = new WeakMap<RegionalModel, LRUCache<string, PreparedArea>>()
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
  const odd = { Sv: row.oddSv ?? [], En: row.oddEn ?? [] }
  const stored = { id, digest, table, odd }
  tables.set(digest, stored)
  return stored
}

/** Industries of the first statement, when nothing tells yet how long a packed table's rows are. */
const FIRST_PAGE = 50
/** The most industries of one statement, and the most flows: some ten milliseconds' worth. */
const INDUSTRIES_A_PAGE = 100
const FLOWS_A_PAGE = 100_000

async function readIndustries(graph: GraphReader, table: string): Promise<IndustryRow[]> {
  const industries: IndustryRow[] = []
  let page = FIRST_PAGE
  let isMore = true
  while (isMore) {
    const begin = industries.length
    const rows = await graph.read(industriesOfTable, { table, begin, end: begin + page })
    industries.push(...rows.map(({ industry }) => industry))
    isMore = rows.length === page
    const flows = rows[0]?.industry.figures.flows?.length ?? 0
    page = Math.max(1, Math.min(INDUSTRIES_A_PAGE, Math.floor(FLOWS_A_PAGE / Math.max(1, flows))))
  }
  return industries
}

/**
 * The table made ready under some assumptions; what takes long of it is kept.
 * @throws BadUserInputError as `prepareTable` does.
 */
export const preparedTable = ({
  table,
  assumptions,
  regionalEmployment,
}: Omit<TableQuestion, 'shocks'>): PreparedTable =>
  prepareTable(table.table, assumptions, {
    regionalEmployment,
    makeArea: (making) => atOnce(keptAreaInSteps(table, making)),
  })

function* keptAreaInSteps(stored: StoredTable, making: AreaInMaking): Steps<PreparedArea> {
  const { assumptions, shares, county, quotients } = making
  const model = yield* keptModelInSteps(stored, shares)
  const ofModel = prepared.get(model) ?? new LRUCache<string, PreparedArea>({ max: PREPARED_OF_MODEL })
  prepared.set(model, ofModel)
  const { closure, householdIncome, incomeTax } = assumptions
  const key = JSON.stringify([county, closure, householdIncome, incomeTax, shares.households, quotients?.size])
  const kept = ofModel.get(key)
  if (kept) return kept
  const ready = yield* preparedAreaInSteps(making, model)
  ofModel.set(key, ready)
  return ready
}

/**
 * The table made ready as `preparedTable` has it, in turns, so that others are answered while a large one is.
 * @param counties whose shocks are asked for.
 * @throws BadUserInputError as `prepareTable` does; the signal's reason once it is aborted.
 */
export async function preparedInTurns(
  question: Omit<TableQuestion, 'shocks'>,
  counties: readonly string[],
  signal?: AbortSignal,
): Promise<PreparedTable> {
  const { table, assumptions, regionalEmployment } = question
  for (const making of areasInMaking(table.table, assumptions, regionalEmployment, counties)) {
    await inTurns(keptAreaInSteps(table, making), signal)
  }
  return preparedTable(question)
}

/**
 * Solves for what shocks ask of a large table, in turns, so that others are answered in between and a request that is given
 * up ends; what is solved for is kept. A small table is answered at once.
 * @throws BadUserInputError as `effects` of the prepared table does; the signal's reason once it is aborted.
 */
export async function solveInTurns(question: TableQuestion, signal: AbortSignal | undefined): Promise<void> {
  const { table, shocks } = question
  if (!isPacked(table.table.industries.length)) return
  await nextTurn(signal)
  const ready = await preparedInTurns(
    question,
    shocks.map(({ county }) => county),
    signal,
  )
  await inTurns(ready.solveInSteps(shocks), signal)
}

/** The table factored with what of it stays in the region, and kept. */
function* keptModelInSteps({ table, digest }: StoredTable, shares: TradeShares): Steps<RegionalModel> {
  const { supplier, buyer, own } = shares
  const key = `${digest} ${JSON.stringify([supplier, buyer, own])}`
  const kept = models.get(key)
  if (kept) return kept
  const model = yield* regionalModelInSteps(table, shares)
  models.set(key, model)
  return model
}
