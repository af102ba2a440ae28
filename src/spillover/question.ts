import { idOfKind } from '../entity-ids.js'
import type { GraphReader } from '../graph/graph.js'
import { BadUserInputError, NotFoundError } from '../input-errors.js'
import { type Assumptions, reportAssumptions } from './assumptions.js'
import type { Shock, SpilloverEffects } from './effects.js'
import { industriesOfSector } from './industry-of-sector.js'
import { industriesById, type VentureRow, ventures } from './queries.js'
import { preparedTable, readTable, type StoredTable } from './stored-table.js'

export const REPORT_TABLE = 'table:scb-2016-44'

/** What a client may leave out of a question; null and undefined stand for the report's own setting. */
export interface SpilloverInput {
  readonly table?: string | null | undefined
  readonly establishments?: readonly string[] | null | undefined
  readonly years?: readonly number[] | null | undefined
  readonly shock?: Assumptions['shock'] | null | undefined
  readonly closure?: Assumptions['closure'] | null | undefined
  readonly householdIncome?: Assumptions['householdIncome'] | null | undefined
  readonly incomeTax?: number | null | undefined
  readonly retention?:
    | {
        readonly share?: number | null | undefined
        readonly apply?: Assumptions['retention']['apply'] | null | undefined
        readonly nationalSectors?: readonly string[] | null | undefined
      }
    | null
    | undefined
}

/** A calculation with all that went into it. */
export interface SpilloverAnswer {
  readonly table: StoredTable
  /** `nationalIndustries` is always listed, in the table's order. */
  readonly assumptions: Assumptions
  /** Ids of the ventures that take part, in order. */
  readonly establishments: readonly string[]
  readonly shocks: readonly Shock[]
  readonly effects: SpilloverEffects
}

/**
 * Calculates what ventures set off, from the table and the ventures in the graph.
 * @throws NotFoundError for an unknown table, venture or industry; BadUserInputError for a value out of range.
 */
export async function spillover(graph: GraphReader, input: SpilloverInput): Promise<SpilloverAnswer> {
  const [table, known] = await Promise.all([
    readTable(graph, idOfKind('table', input.table, 'input.table') ?? REPORT_TABLE),
    graph.read(ventures, {}),
  ])
  const chosen = chosenVentures(
    known.map(({ venture }) => venture),
    input.establishments,
  )
  const assumptions = await filledAssumptions(graph, table, input)
  const shocks = chosen.flatMap((venture) => shocksOf(table, venture, input.years))
  try {
    return {
      table,
      assumptions,
      establishments: chosen.map(({ id }) => id),
      shocks,
      effects: preparedTable(table, assumptions).effects(shocks),
    }
  } catch (error) {
    if (error instanceof BadUserInputError) throw new BadUserInputError(`input.${error.argument}`, error.message)
    throw error
  }
}

function chosenVentures(known: readonly VentureRow[], ids: SpilloverInput['establishments']): readonly VentureRow[] {
  if (!ids) return known
  const byId = new Map(known.map((venture) => [venture.id, venture]))
  return [...new Set(ids)].sort().map((id) => {
    const venture = byId.get(idOfKind('establishment', id, 'input.establishments'))
    if (!venture) throw new NotFoundError(id)
    return venture
  })
}

async function filledAssumptions(
  graph: GraphReader,
  { table }: StoredTable,
  { shock, closure, householdIncome, incomeTax, retention }: SpilloverInput,
): Promise<Assumptions> {
  const named = retention?.nationalSectors
  const codes = named ? new Set(await codesOf(graph, named)) : null
  return {
    shock: shock ?? reportAssumptions.shock,
    closure: closure ?? reportAssumptions.closure,
    householdIncome: householdIncome ?? reportAssumptions.householdIncome,
    incomeTax: incomeTax ?? reportAssumptions.incomeTax,
    retention: {
      share: retention?.share ?? reportAssumptions.retention.share,
      apply: retention?.apply ?? reportAssumptions.retention.apply,
      nationalIndustries: codes
        ? [...codes]
        : table.industries.filter(({ scope }) => scope === 'NATIONAL').map(({ code }) => code),
    },
  }
}

async function codesOf(graph: GraphReader, ids: readonly string[]): Promise<string[]> {
  const found = new Map((await graph.read(industriesById, { ids })).map(({ id, code }) => [id, code]))
  return ids.map((id) => {
    const code = found.get(idOfKind('sector', id, 'input.retention.nationalSectors'))
    if (code === undefined) throw new NotFoundError(id)
    return code
  })
}

/** A venture's new jobs a year as shocks to the industry that its sector belongs to. */
function shocksOf({ id, table }: StoredTable, venture: VentureRow, years: SpilloverInput['years']): Shock[] {
  const [industry, ...others] = industriesOfSector(table, venture.sector)
  if (!industry || others.length > 0) {
    const found = industry ? `could be ${[industry, ...others].map(({ code }) => code).join(', ')}` : 'is not'
    throw new BadUserInputError('input.table', `the sector ${venture.sector} of ${venture.id} ${found} in ${id}`)
  }
  return venture.years.flatMap((year, index) => {
    const jobs = venture.jobs[index] ?? 0
    if (years && !years.includes(year)) return []
    return [{ industry: industry.code, county: venture.county, year, establishment: venture.id, jobs }]
  })
}
