import { type SectorGroup, sectorGroups } from '../../classification/sector-group.js'
import type { SpilloverEffects } from './effects.js'
import { countyParts } from './placement.js'

export const spilloverDimensions = ['COUNTY', 'YEAR', 'SECTOR', 'SECTOR_GROUP', 'ESTABLISHMENT', 'EFFECT'] as const
/** By what effects can be cut. */
export type SpilloverDimension = (typeof spilloverDimensions)[number]

export const effects = ['DIRECT', 'INDIRECT', 'INDUCED'] as const
export type Effect = (typeof effects)[number]

/** Jobs in the table's employment unit; `spillover` = indirect + induced, after retention. */
export interface TotalEffects {
  readonly direct: number
  readonly indirect: number
  readonly induced: number
  readonly spillover: number
}

/** Where effects fall. What was not asked for, or is not known of a shock or industry, is null. */
export interface EffectsPlace {
  readonly county: string | null
  readonly year: number | null
  /** The table's code of the industry. */
  readonly industry: string | null
  readonly group: SectorGroup | null
  readonly establishment: string | null
}

export type EffectsRow = EffectsPlace & TotalEffects

/** A cell of the cube. Without EFFECT `jobs` is indirect + induced. */
export interface SpilloverCell extends EffectsPlace {
  readonly effect: Effect | null
  readonly jobs: number
}

/** All effects added up. */
export function totalEffects({ byShock }: SpilloverEffects): TotalEffects {
  let direct = 0
  let indirect = 0
  let induced = 0
  for (const effects of byShock) {
    direct += effects.direct.jobs
    indirect += sum(effects.indirect)
    induced += sum(effects.induced)
  }
  return { direct, indirect, induced, spillover: indirect + induced }
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

interface SummedRow {
  readonly place: EffectsPlace
  direct: number
  indirect: number
  induced: number
}

/**
 * Effects added up by any combination of dimensions, one row for each combination that occurs. Direct jobs stand at the
 * venture's own industry. Ordered by county, year, the table's order of industries, group and establishment.
 */
export function effectsBy(
  { industries, byShock, residence }: SpilloverEffects,
  by: readonly Exclude<SpilloverDimension, 'EFFECT'>[],
): EffectsRow[] {
  const asked = new Set<SpilloverDimension>(by)
  const slots = industries.map((each) => ({
    industry: asked.has('SECTOR') ? each.code : null,
    group: asked.has('SECTOR_GROUP') ? each.group : null,
  }))
  const slotKeys = slots.map(({ industry, group }) => JSON.stringify([industry, group]))
  /** By shock and then by slot: an industry's row is found without making a text for each. */
  const rowsOfShocks = new Map<string, Map<string, SummedRow>>()
  for (const { shock, direct, indirect, induced } of byShock) {
    const year = asked.has('YEAR') ? shock.year : null
    const establishment = asked.has('ESTABLISHMENT') ? shock.establishment : null
    const parts = asked.has('COUNTY')
      ? countyParts(shock, residence ?? null)
      : [{ county: null, production: 1, spending: 1 }]
    for (const { county, production, spending } of parts) {
      const shockKey = JSON.stringify([county, year, establishment])
      const rows = rowsOfShocks.get(shockKey) ?? new Map<string, SummedRow>()
      rowsOfShocks.set(shockKey, rows)
      slots.forEach((slot, i) => {
        const key = slotKeys[i] ?? ''
        let row = rows.get(key)
        if (row === undefined) {
          row = { place: { county, year, ...slot, establishment }, direct: 0, indirect: 0, induced: 0 }
          rows.set(key, row)
        }
        if (i === direct.position) row.direct += production * direct.jobs
        row.indirect += production * (indirect[i] ?? 0)
        row.induced += spending * (induced[i] ?? 0)
      })
    }
  }
  const position = new Map(industries.map(({ code }, i) => [code, i]))
  return [...rowsOfShocks.values()]
    .flatMap((rows) => [...rows.values()])
    .map(({ place, ...jobs }) => ({ ...place, ...jobs, spillover: jobs.indirect + jobs.induced }))
    .sort((left, right) => inOrder(placeKeys(left, position), placeKeys(right, position)))
}

/**
 * The cube: one cell for each combination of the dimensions asked for. With EFFECT each combination has an INDIRECT and
 * an INDUCED cell, and a DIRECT one where ventures stand; all cells but DIRECT add up to the total spillover.
 */
export function spilloverCube(effects: SpilloverEffects, by: readonly SpilloverDimension[]): SpilloverCell[] {
  const rows = effectsBy(
    effects,
    by.filter((dimension) => dimension !== 'EFFECT'),
  )
  return rows.flatMap(({ direct, indirect, induced, spillover, ...place }): SpilloverCell[] => {
    if (!by.includes('EFFECT')) return [{ ...place, effect: null, jobs: spillover }]
    const cells: SpilloverCell[] = [
      { ...place, effect: 'INDIRECT', jobs: indirect },
      { ...place, effect: 'INDUCED', jobs: induced },
    ]
    return direct > 0 ? [{ ...place, effect: 'DIRECT', jobs: direct }, ...cells] : cells
  })
}

type OrderKey = string | number | null

const placeKeys = (place: EffectsPlace, position: ReadonlyMap<string, number>): readonly OrderKey[] => [
  place.county,
  place.year,
  place.industry === null ? null : (position.get(place.industry) ?? null),
  place.group === null ? null : sectorGroups.indexOf(place.group),
  place.establishment,
]

/** Orders lists of keys by their first difference; null comes last. */
function inOrder(left: readonly OrderKey[], right: readonly OrderKey[]): number {
  for (const [index, key] of left.entries()) {
    const other = right[index] ?? null
    if (key === other) continue
    if (key === null) return 1
    if (other === null) return -1
    return key < other ? -1 : 1
  }
  return 0
}
