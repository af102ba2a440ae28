import { BadUserInputError } from '../../kernel/input-errors.js'
import { atOnce, type Steps } from '../../kernel/turns.js'
import { effectsByInSteps } from './cube.js'
import type { SpilloverEffects } from './effects.js'
import type { RegionalEmployment } from './regional-employment.js'

export const capacityDimensions = ['COUNTY', 'GROUP'] as const
/** By what jobs that are needed are held against those that are there. */
export type CapacityDimension = (typeof capacityDimensions)[number]

/** The share of the employed above which a place counts as pressed, where a question names none. */
export const DEFAULT_BOUND = 0.25

/** Jobs that are needed, in the table's employment unit. */
export interface NeededJobs {
  readonly direct: number
  readonly indirect: number
  readonly induced: number
  /** All three. */
  readonly needed: number
}

export interface CapacityYear extends NeededJobs {
  readonly year: number
  /** Of the employed, what is needed up to this year; null where `share` is. */
  readonly cumulativeShare: number | null
}

/** Jobs of all years against the employed of one year, in a county and group; null for what was not asked for. */
export interface CapacityRow extends NeededJobs {
  readonly county: string | null
  /** A group of the employment data; null too for industries that are in none. */
  readonly group: string | null
  /** Employed there; null where the data do not tell. */
  readonly employed: number | null
  /** Needed over employed; null where either is not known, or nobody is employed. */
  readonly share: number | null
  readonly isBeyondBound: boolean
  readonly byYear: readonly CapacityYear[]
}

/**
 * Direct, indirect and induced jobs held against the employed, by county and group of the employment data. Without COUNTY
 * the employed are those of the region's counties and of others where shocks are; what is needed in counties that are not
 * among them is in the jobs and in no share. In order of county and of the data's groups.
 * @param groupOf of each of the industries (length n) its group's place in the data; null for one in none.
 * @throws BadUserInputError for a bound that is not above 0 and at most 1.
 */
export const capacityRows = (...asked: Parameters<typeof capacityRowsInSteps>): CapacityRow[] =>
  atOnce(capacityRowsInSteps(...asked))

/** How many rows of a large table's cut are added up in a step. */
const ROWS_A_STEP = 2_000

/** The same in steps that others can go between. */
export function* capacityRowsInSteps(
  effects: SpilloverEffects,
  employment: RegionalEmployment,
  groupOf: readonly (number | null)[],
  by: readonly CapacityDimension[],
  bound: number,
): Steps<CapacityRow[]> {
  if (!(bound > 0 && bound <= 1)) {
    throw new BadUserInputError('bound', `bound is ${bound}; it is a share of the employed, above 0 and at most 1.`)
  }
  const asked = new Set(by)
  const counties = toldCounties(effects, employment)
  const groups = new Map(effects.industries.map(({ code }, i) => [code, groupOf[i] ?? null]))
  const cells = new Map<string, Cell>()
  if (asked.size === 0) cells.set(JSON.stringify([null, null]), { county: null, group: null, years: new Map() })
  const cut = yield* effectsByInSteps(effects, ['COUNTY', 'YEAR', 'SECTOR'])
  for (const [index, row] of cut.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield
    const county = asked.has('COUNTY') ? row.county : null
    const place = asked.has('GROUP') ? (groups.get(row.industry ?? '') ?? null) : null
    const group = place === null ? null : (employment.groups[place] ?? null)
    const key = JSON.stringify([county, group])
    const cell = cells.get(key) ?? { county, group, years: new Map<number, YearSums>() }
    cells.set(key, cell)
    const year = row.year ?? 0
    const sums = cell.years.get(year) ?? { direct: 0, indirect: 0, induced: 0, told: 0 }
    cell.years.set(year, sums)
    sums.direct += row.direct
    sums.indirect += row.indirect
    sums.induced += row.induced
    if (county !== null || counties === null || counties.has(row.county ?? '')) {
      sums.told += row.direct + row.indirect + row.induced
    }
  }
  const place = (group: string | null) => (group === null ? employment.groups.length : employment.groups.indexOf(group))
  return [...cells.values()]
    .map((cell) => ofCell(cell, employedIn(cell, asked.has('GROUP'), employment, counties), bound))
    .sort(
      (left, right) =>
        (left.county ?? '').localeCompare(right.county ?? '', 'en') || place(left.group) - place(right.group),
    )
}

/** Jobs of a year; `told` those of counties that the employed are counted in. */
interface YearSums {
  direct: number
  indirect: number
  induced: number
  told: number
}

interface Cell {
  readonly county: string | null
  readonly group: string | null
  readonly years: Map<number, YearSums>
}

/** The counties that are the region together, and others where shocks are, as far as the data tell them; null where they tell the region alone. */
function toldCounties(
  { byShock }: SpilloverEffects,
  { counties, regionCounties, region }: RegionalEmployment,
): ReadonlySet<string> | null {
  if (region !== null) return null
  return new Set([...regionCounties, ...byShock.map(({ shock }) => shock.county)].filter((each) => counties.has(each)))
}

function employedIn(
  { county, group }: Cell,
  isByGroup: boolean,
  { groups, counties, region }: RegionalEmployment,
  told: ReadonlySet<string> | null,
): number | null {
  const places =
    county !== null ? [counties.get(county)] : told === null ? [region] : [...told].map((id) => counties.get(id))
  const known = places.flatMap((employed) => (employed ? [employed] : []))
  if (known.length === 0 || (isByGroup && group === null)) return null
  const position = group === null ? null : groups.indexOf(group)
  return known.reduce(
    (sum, employed) =>
      sum + (position === null ? employed.reduce((all, each) => all + each, 0) : (employed[position] ?? 0)),
    0,
  )
}

function ofCell({ county, group, years }: Cell, employed: number | null, bound: number): CapacityRow {
  const shareOf = (jobs: number) => (employed === null || employed === 0 ? null : jobs / employed)
  const sums = { direct: 0, indirect: 0, induced: 0, told: 0 }
  const byYear = [...years]
    .sort(([left], [right]) => left - right)
    .map(([year, { direct, indirect, induced, told }]): CapacityYear => {
      sums.direct += direct
      sums.indirect += indirect
      sums.induced += induced
      sums.told += told
      const needed = direct + indirect + induced
      return { year, direct, indirect, induced, needed, cumulativeShare: shareOf(sums.told) }
    })
  const { told, ...jobs } = sums
  const share = shareOf(told)
  return {
    county,
    group,
    ...jobs,
    needed: jobs.direct + jobs.indirect + jobs.induced,
    employed,
    share,
    isBeyondBound: share === null ? employed === 0 && told > 0 : share > bound,
    byYear,
  }
}
