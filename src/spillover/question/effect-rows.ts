import type { SectorGroup } from '../../classification/sector-group.js'
import { type EffectsRow, effectsBy, type SpilloverCell, type TotalEffects } from '../model/cube.js'
import type { Scope } from '../model/table.js'
import { industryNodeId } from '../table/table-elements.js'
import type { FilledQuestion, SpilloverAnswer } from './question.js'

/** Effects in one industry, which is named by its id. */
export interface SectorRow extends TotalEffects {
  readonly sector: string
  readonly group: SectorGroup | null
  readonly scope: Scope | null
}

/** Effects in one county, which is named by its id. */
export interface CountyRow extends TotalEffects {
  readonly county: string
}

export interface YearRow extends TotalEffects {
  readonly year: number
  /** The spillover of this year and all before it. */
  readonly cumulativeSpillover: number
}

/** Effects of one venture, which is named by its id; null for all other shocks. */
export interface EstablishmentRow extends TotalEffects {
  readonly establishment: string | null
}

/** A cell of a cut, with the id of the table whose industries it names. */
export type TableCell = SpilloverCell & { readonly table: string }

/** Effects by industry, in the table's order, with the scope that the calculation judged it by. */
export function sectorRows({ table, assumptions, effects }: SpilloverAnswer): SectorRow[] {
  const scopes = judgedScopes({ table, assumptions })
  return effectsBy(effects, ['SECTOR', 'SECTOR_GROUP']).flatMap(({ industry, ...row }) =>
    industry === null
      ? []
      : [{ ...row, sector: industryNodeId(table.table.id, industry), scope: scopes.get(industry) ?? null }],
  )
}

/**
 * How a calculation judges each industry, by its code. An industry of unknown scope that nobody names stays unknown, as all do
 * where location quotients say what stays.
 */
export function judgedScopes({
  table,
  assumptions,
}: Pick<FilledQuestion, 'table' | 'assumptions'>): ReadonlyMap<string, Scope | null> {
  if (assumptions.regionalisation !== null) return new Map()
  const national = new Set(assumptions.retention.nationalIndustries ?? [])
  return new Map(
    table.table.industries.map(({ code, scope }) => [
      code,
      national.has(code) ? 'NATIONAL' : scope === null ? null : 'LOCAL',
    ]),
  )
}

export const countyRows = ({ effects }: SpilloverAnswer): CountyRow[] =>
  effectsBy(effects, ['COUNTY']).flatMap(({ county, ...row }) => (county === null ? [] : [{ ...row, county }]))

export const yearRows = ({ effects }: SpilloverAnswer): YearRow[] =>
  withCumulative(effectsBy(effects, ['YEAR']).flatMap(({ year, ...row }) => (year === null ? [] : [{ ...row, year }])))

export const establishmentRows = ({ effects }: SpilloverAnswer): EstablishmentRow[] =>
  effectsBy(effects, ['ESTABLISHMENT'])

export const groupRows = ({ effects }: SpilloverAnswer): EffectsRow[] => effectsBy(effects, ['SECTOR_GROUP'])

/** Adds to each year, in order, the spillover of those before it. */
export function withCumulative(rows: readonly Omit<YearRow, 'cumulativeSpillover'>[]): YearRow[] {
  let cumulativeSpillover = 0
  return rows.map((row) => {
    cumulativeSpillover += row.spillover
    return { ...row, cumulativeSpillover }
  })
}
