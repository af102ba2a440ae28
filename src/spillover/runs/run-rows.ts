import {
  type CountyRow,
  type EstablishmentRow,
  judgedScopes,
  type SectorRow,
  withCumulative,
  type YearRow,
} from '../question/effect-rows.js'
import { industryNodeId, tableNodeId } from '../table/table-elements.js'
import type { RunLoader } from './run-loader.js'

/** A run's effects by industry, in the order of its table; group and scope are the table's of today. */
export async function runSectorRows(runs: RunLoader, run: string): Promise<SectorRow[]> {
  const [{ tableId, assumptions }, cut] = await Promise.all([runs.assumptions(run), runs.cut(run, 'sector')])
  const table = await runs.table(tableNodeId(tableId))
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

export const runCountyRows = async (runs: RunLoader, run: string): Promise<CountyRow[]> =>
  [...(await runs.cut(run, 'county'))].map(([key, effects]) => ({ ...effects, county: String(key) }))

export const runYearRows = async (runs: RunLoader, run: string): Promise<YearRow[]> =>
  withCumulative([...(await runs.cut(run, 'year'))].map(([key, effects]) => ({ ...effects, year: Number(key) })))

export const runEstablishmentRows = async (runs: RunLoader, run: string): Promise<EstablishmentRow[]> =>
  [...(await runs.cut(run, 'establishment'))].map(([key, effects]) => ({
    ...effects,
    establishment: key === null ? null : String(key),
  }))
