import type { GraphReader } from '../graph/graph.js'
import { NotFoundError } from '../input-errors.js'
import {
  type CountyRow,
  type EstablishmentRow,
  judgedScopes,
  type SectorRow,
  withCumulative,
  type YearRow,
} from './effect-rows.js'
import { assumptionsOf } from './run-assumptions.js'
import { readRunCut } from './run-cuts.js'
import { assumptionsOfRun } from './run-queries.js'
import { readTable } from './stored-table.js'
import { industryNodeId } from './table-elements.js'

/** A run's effects by industry, in the order of its table; group and scope are the table's of today. */
export async function runSectorRows(graph: GraphReader, run: string): Promise<SectorRow[]> {
  const [[found], cut] = await Promise.all([graph.read(assumptionsOfRun, { run }), readRunCut(graph, run, 'sector')])
  if (!found) throw new NotFoundError(run)
  const table = await readTable(graph, found.run.table)
  const { tableId, assumptions } = assumptionsOf(found.run)
  const scopes = judgedScopes({ table, assumptions })
  const position = new Map(table.table.industries.map(({ code }, index) => [industryNodeId(tableId, code), index]))
  return [...cut]
    .map(([key, effects]): SectorRow & { readonly position: number } => {
      const place = position.get(String(key)) ?? table.table.industries.length
      const industry = table.table.industries[place]
      const scope = industry === undefined ? null : (scopes.get(industry.code) ?? null)
      return { ...effects, sector: String(key), group: industry?.group ?? null, scope, position: place }
    })
    .sort((left, right) => left.position - right.position)
}

export const runCountyRows = async (graph: GraphReader, run: string): Promise<CountyRow[]> =>
  [...(await readRunCut(graph, run, 'county'))].map(([key, effects]) => ({ ...effects, county: String(key) }))

export const runYearRows = async (graph: GraphReader, run: string): Promise<YearRow[]> =>
  withCumulative(
    [...(await readRunCut(graph, run, 'year'))].map(([key, effects]) => ({ ...effects, year: Number(key) })),
  )

export const runEstablishmentRows = async (graph: GraphReader, run: string): Promise<EstablishmentRow[]> =>
  [...(await readRunCut(graph, run, 'establishment'))].map(([key, effects]) => ({
    ...effects,
    establishment: key === null ? null : String(key),
  }))
