import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { readTableFiles } from '#built/import/input-output/table-files.js'
import type { Shock } from '#built/spillover/model/shocks.js'
import type { Industry, InputOutputTable } from '#built/spillover/model/table.js'
import type { FilledQuestion } from '#built/spillover/question/question.js'
import { openDrawWorkers } from '#built/spillover/uncertainty/draw-workers.js'
import { uncertainty } from '#built/spillover/uncertainty/uncertainty.js'
import { edition, reportAssumptions } from '../tests/edition.js'

/** What random draws from one table took. */
export interface DrawTimes {
  readonly table: string
  readonly draws: number
  readonly ms: number
  /** For how long at most the thread that answers requests did nothing else. */
  readonly longestBlockMs: number
}

const DRAWS = 10_000
const PUBLISHED_INDUSTRIES = 59
const seedTable = fileURLToPath(new URL('../seed/tables/scb-2016-44', import.meta.url))

/** Draws from the seed's table, and from one as large as Statistics Sweden publishes, which is not part of the project. */
export async function measureDraws(): Promise<DrawTimes[]> {
  const table = await readTableFiles(seedTable, edition)
  return [
    await drawsFrom('44 industries, the seed’s', table),
    await drawsFrom('59 industries, the seed’s with some of them twice', enlarged(table, PUBLISHED_INDUSTRIES)),
  ]
}

async function drawsFrom(title: string, table: InputOutputTable): Promise<DrawTimes> {
  const workers = openDrawWorkers()
  const shocks: Shock[] = ['B', 'C24', 'C27', 'F'].map((industry) => ({
    industry,
    county: 'county:25',
    year: 2027,
    establishment: null,
    jobs: 1000,
  }))
  const question: FilledQuestion = {
    table: { id: `table:${table.id}`, digest: title, table, odd: { Sv: [], En: [] } },
    assumptions: reportAssumptions,
    regionalEmployment: null,
    placement: 'VENTURE',
    residence: null,
    smeShares: new Map(),
    scenario: null,
    establishments: [],
    shocks,
    temporary: [],
    asStated: false,
  }
  const ask = (draws: number) => uncertainty(question, { draws, seed: 1 }, workers)
  await ask(DRAWS / 100)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const start = performance.now()
  await ask(DRAWS)
  const ms = performance.now() - start
  delay.disable()
  await workers.end()
  return { table: title, draws: DRAWS, ms, longestBlockMs: delay.max / 1e6 }
}

/** The table with its first industries once more, each of the two with half of what the one had. */
function enlarged(table: InputOutputTable, size: number): InputOutputTable {
  const { industries, flows } = table
  const twice = size - industries.length
  const from = Array.from({ length: size }, (_, i) => i % industries.length)
  const part = (i: number) => (i < twice ? 0.5 : 1)
  const half = (figure: number | null, i: number) => (figure === null ? null : figure * part(i))
  return {
    ...table,
    id: `${table.id}-enlarged`,
    industries: from.flatMap((i, index): Industry[] => {
      const industry = industries[i]
      if (industry === undefined) return []
      const { code, output, employed, wages, householdPurchases } = industry
      return [
        {
          ...industry,
          code: index < industries.length ? code : `${code}-again`,
          output: output * part(i),
          employed: half(employed, i),
          wages: half(wages, i),
          householdPurchases: half(householdPurchases, i),
        },
      ]
    }),
    flows: from.map((i) => from.map((j) => (flows[i]?.[j] ?? 0) * part(i) * part(j))),
  }
}
