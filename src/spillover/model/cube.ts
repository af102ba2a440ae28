import { type SectorGroup, sectorGroups } from '../../classification/sector-group.js'
import { grouped } from '../../kernel/grouped.js'
import { sum } from '../../kernel/sum.js'
import { atOnce, type Steps } from '../../kernel/turns.js'
import type { SpilloverEffects } from './effects.js'
import { countyParts } from './placement.js'

export const spilloverDimensions = ['COUNTY', 'YEAR', 'SECTOR', 'SECTOR_GROUP', 'ESTABLISHMENT', 'EFFECT'] as const
/** By what effects can be cut. */
export type SpilloverDimension = (typeof spilloverDimensions)[number]
/** By what rows are cut, which tell all effects. */
export type RowDimension = Exclude<SpilloverDimension, 'EFFECT'>

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
export function totalEffects({ byShock }: Pick<SpilloverEffects, 'byShock'>): TotalEffects {
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

/** Rows that one step makes, or shocks' industries that it adds up: some milliseconds' worth. */
const ROWS_A_STEP = 20_000

/**
 * Effects added up by any combination of dimensions, one row for each combination that occurs. Direct jobs stand at the
 * venture's own industry. Ordered by county, year, the table's order of industries, group and establishment.
 */
export const effectsBy = (effects: SpilloverEffects, by: readonly RowDimension[]): EffectsRow[] =>
  atOnce(effectsByInSteps(effects, by))

/** The same in steps: of a large table the rows are many. */
export function* effectsByInSteps(effects: SpilloverEffects, by: readonly RowDimension[]): Steps<EffectsRow[]> {
  const asked = new Set<SpilloverDimension>(by)
  const slots = slotsOf(effects, asked)
  const rows: EffectsRow[] = []
  let sinceStep = 0
  for (const together of byCountyAndYear(yield* summedInSteps(effects, asked, slots))) {
    for (const [slot, place] of slots.places.entries()) {
      for (const { county, year, establishment, ...sums } of together) {
        const [direct = 0, indirect = 0, induced = 0] = [sums.direct[slot], sums.indirect[slot], sums.induced[slot]]
        rows.push({ county, year, ...place, establishment, direct, indirect, induced, spillover: indirect + induced })
      }
      sinceStep += together.length
      if (sinceStep > ROWS_A_STEP) {
        yield
        sinceStep = 0
      }
    }
  }
  return rows
}

/** Where effects of an industry are added up: a slot for each combination of what is asked of industries. */
interface Slots {
  /** In the order of rows. */
  readonly places: readonly Pick<EffectsPlace, 'industry' | 'group'>[]
  /** By the positions of industries (length n). */
  readonly ofIndustry: Int32Array
}

function slotsOf({ industries }: SpilloverEffects, asked: ReadonlySet<SpilloverDimension>): Slots {
  const groupOf = (group: SectorGroup | null) => (asked.has('SECTOR_GROUP') ? group : null)
  if (asked.has('SECTOR')) {
    const places = industries.map(({ code, group }) => ({ industry: code, group: groupOf(group) }))
    return { places, ofIndustry: Int32Array.from(industries, (_, i) => i) }
  }
  const there = new Set(industries.map(({ group }) => groupOf(group)))
  const groups = [...sectorGroups, null].filter((group) => there.has(group))
  return {
    places: groups.map((group) => ({ industry: null, group })),
    ofIndustry: Int32Array.from(industries, ({ group }) => groups.indexOf(groupOf(group))),
  }
}

/** Effects of one county, year and establishment, as far as these are asked for, by slot. */
interface Sums extends Pick<EffectsPlace, 'county' | 'year' | 'establishment'> {
  readonly direct: Float64Array
  readonly indirect: Float64Array
  readonly induced: Float64Array
}

function* summedInSteps(
  { byShock, residence }: SpilloverEffects,
  asked: ReadonlySet<SpilloverDimension>,
  { places, ofIndustry }: Slots,
): Steps<Sums[]> {
  const nothing = () => new Float64Array(places.length)
  const sums = new Map<string, Sums>()
  let sinceStep = 0
  for (const { shock, direct, indirect, induced } of byShock) {
    const year = asked.has('YEAR') ? shock.year : null
    const establishment = asked.has('ESTABLISHMENT') ? shock.establishment : null
    const parts = asked.has('COUNTY')
      ? countyParts(shock, residence ?? null)
      : [{ county: null, production: 1, spending: 1 }]
    for (const { county, production, spending } of parts) {
      const key = JSON.stringify([county, year, establishment])
      const into = sums.get(key) ?? {
        ...{ county, year, establishment },
        ...{ direct: nothing(), indirect: nothing(), induced: nothing() },
      }
      sums.set(key, into)
      add(into.direct, ofIndustry[direct.position], production * direct.jobs)
      for (let i = 0; i < ofIndustry.length; i++) {
        add(into.indirect, ofIndustry[i], production * (indirect[i] ?? 0))
        add(into.induced, ofIndustry[i], spending * (induced[i] ?? 0))
      }
      sinceStep += ofIndustry.length
      if (sinceStep > ROWS_A_STEP) {
        yield
        sinceStep = 0
      }
    }
  }
  return [...sums.values()]
}

function add(to: Float64Array, slot: number | undefined, jobs: number): void {
  if (slot !== undefined) to[slot] = (to[slot] ?? 0) + jobs
}

/** Sums of the same county and year together, by their establishments; all in the order of rows. */
function byCountyAndYear(sums: readonly Sums[]): readonly (readonly Sums[])[] {
  const inOrder = sums.toSorted(
    (left, right) =>
      compared(left.county, right.county) ||
      compared(left.year, right.year) ||
      compared(left.establishment, right.establishment),
  )
  return [...grouped(inOrder, ({ county, year }) => JSON.stringify([county, year])).values()]
}

/** Null comes last. */
function compared<Key extends string | number>(left: Key | null, right: Key | null): number {
  if (left === right) return 0
  if (left === null) return 1
  if (right === null) return -1
  return left < right ? -1 : 1
}

/**
 * The cube: one cell for each combination of the dimensions asked for. With EFFECT each combination has an INDIRECT and
 * an INDUCED cell, and a DIRECT one where ventures stand; all cells but DIRECT add up to the total spillover.
 */
export const spilloverCube = (effects: SpilloverEffects, by: readonly SpilloverDimension[]): SpilloverCell[] =>
  atOnce(spilloverCubeInSteps(effects, by, {}))

/**
 * The same in steps: of a large table the cells are many.
 * @param beside what every cell says too.
 */
export function* spilloverCubeInSteps<Beside>(
  effects: SpilloverEffects,
  by: readonly SpilloverDimension[],
  beside: Beside,
): Steps<(SpilloverCell & Beside)[]> {
  const rows = yield* effectsByInSteps(
    effects,
    by.filter((dimension) => dimension !== 'EFFECT'),
  )
  const cells: (SpilloverCell & Beside)[] = []
  for (const [index, { direct, indirect, induced, spillover, ...place }] of rows.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield
    const cell = (effect: Effect | null, jobs: number) => cells.push({ ...place, effect, jobs, ...beside })
    if (by.includes('EFFECT')) {
      if (direct > 0) cell('DIRECT', direct)
      cell('INDIRECT', indirect)
      cell('INDUCED', induced)
    } else {
      cell(null, spillover)
    }
  }
  return cells
}
