import { idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { BadUserInputError, NotFoundError, requireBetween } from '../../kernel/input-errors.js'
import { requireEmployed } from '../model/households.js'
import { MOST_JOBS, type Shock } from '../model/shocks.js'
import { industriesOfSector, onlyIndustry } from '../table/industry-of-sector.js'
import type { StoredTable } from '../table/stored-table.js'
import { industryNodeId } from '../table/table-elements.js'
import { type VentureRow, ventures } from './queries.js'
import type { AskedScenario } from './scenario.js'
import type { AdjustmentInput, SpilloverInput } from './spillover-input.js'
import { checkYear } from './years.js'

/** What the ventures of a question add, and whether their jobs are those that the graph states, all of them. */
export interface VentureShocks {
  readonly shocks: readonly Shock[]
  /** No venture and no year left out, and none adjusted. */
  readonly asStated: boolean
}

/**
 * The ventures' new jobs a year as shocks to the industries that their sectors are. A scenario's adjustments come first,
 * and those of the question in their place.
 * @throws NotFoundError for an unknown venture; BadUserInputError for jobs that cannot be, for a venture adjusted
 * twice or left out and adjusted, and for a table that does not state employed; AmbiguousSectorError where a venture's sector is coarser than the table.
 */
export async function ventureShocks(
  graph: GraphReader,
  table: StoredTable,
  { establishments, years, adjust }: SpilloverInput,
  { adjustments }: Pick<AskedScenario, 'adjustments'>,
): Promise<VentureShocks> {
  const known = await graph.read(ventures, {})
  const all = known.map(({ venture }) => venture)
  const chosen = chosenVentures(all, establishments)
  const adjusted = new Map<string, YearlyJobs>()
  for (const { establishment, ...jobs } of [...adjustments, ...ownAdjustments(all, chosen, adjust ?? [])]) {
    adjusted.set(establishment, jobs)
  }
  const planned = chosen.map((venture) => ({ ...venture, ...inYears(adjusted.get(venture.id) ?? venture, years) }))
  if (planned.some((venture) => venture.years.length > 0)) requireEmployed(table.table, 'input.table')
  return {
    shocks: planned.flatMap((venture) => shocksOf(table, venture)),
    asStated: JSON.stringify(planned) === JSON.stringify(all),
  }
}

/** New jobs of years, in the same order. */
interface YearlyJobs {
  readonly years: readonly number[]
  readonly jobs: readonly number[]
}

const inYears = ({ years, jobs }: YearlyJobs, asked: SpilloverInput['years']): YearlyJobs => ({
  years: years.filter((year) => !asked || asked.includes(year)),
  jobs: jobs.filter((_, index) => !asked || asked.includes(years[index] ?? 0)),
})

function chosenVentures(known: readonly VentureRow[], ids: SpilloverInput['establishments']): readonly VentureRow[] {
  if (!ids) return known
  return [...new Set(ids)].sort().map((id) => ventureCalled(known, id, 'input.establishments'))
}

function ventureCalled(known: readonly VentureRow[], id: string, argument: string): VentureRow {
  const asked = idOfKind('establishment', id, argument)
  const venture = known.find((each) => each.id === asked)
  if (!venture) throw new NotFoundError(id)
  return venture
}

function ownAdjustments(
  all: readonly VentureRow[],
  chosen: readonly VentureRow[],
  adjustments: readonly AdjustmentInput[],
): (YearlyJobs & { establishment: string })[] {
  const seen = new Set<string>()
  return adjustments.map(({ establishment, jobs }, index) => {
    const at = `input.adjust[${index}]`
    const venture = ventureCalled(all, establishment, `${at}.establishment`)
    if (!chosen.includes(venture)) {
      throw new BadUserInputError(`${at}.establishment`, `${establishment} is not among input.establishments.`)
    }
    if (seen.has(establishment)) {
      throw new BadUserInputError(`${at}.establishment`, `${establishment} is adjusted more than once.`)
    }
    seen.add(establishment)
    return { establishment, ...yearlyJobs(jobs, `${at}.jobs`) }
  })
}

/** Yearly jobs in the order of their years. */
function yearlyJobs(inputs: AdjustmentInput['jobs'], at: string): YearlyJobs {
  for (const [index, { year, jobs }] of inputs.entries()) {
    checkYear(`${at}[${index}].year`, year)
    requireBetween(`${at}[${index}].jobs`, jobs, 0, MOST_JOBS)
    if (inputs.findIndex((other) => other.year === year) !== index) {
      throw new BadUserInputError(`${at}[${index}].year`, `${at} names ${year} more than once.`)
    }
  }
  const ordered = inputs.toSorted((left, right) => left.year - right.year)
  return { years: ordered.map(({ year }) => year), jobs: ordered.map(({ jobs }) => jobs) }
}

/** A venture's new jobs a year as shocks to the industry that its sector is. */
function shocksOf(
  { table }: StoredTable,
  { id, sector, county, years, jobs }: Omit<VentureRow, keyof YearlyJobs> & YearlyJobs,
): Shock[] {
  if (years.length === 0) return []
  const idOf = (code: string) => industryNodeId(table.id, code)
  const candidates = industriesOfSector(table, sector)
  if (candidates.length === 0) {
    const reason = `input.table: the table leaves the sector ${sector} of ${id} out. Leave the venture out too: establishments names those that take part, and [] none.`
    throw new BadUserInputError('input.table', reason)
  }
  const industry = onlyIndustry(candidates, `the sector ${sector} of ${id}`, 'input.table', idOf).code
  return years.map((year, index) => ({ industry, county, year, establishment: id, jobs: jobs[index] ?? 0 }))
}
