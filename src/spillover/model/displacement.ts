import { grouped } from '../../kernel/grouped.js'
import type { Displacement } from './assumptions.js'
import { effectsBy } from './cube.js'
import type { SpilloverEffects } from './effects.js'
import type { RegionalEmployment } from './regional-employment.js'
import type { Industry } from './table.js'

/** What hiring takes from the region's firms, in jobs. */
export interface DisplacedJobs {
  /** D. */
  readonly direct: number
  /** V: vacancies that hires leave in the region's firms, those that come of filling them again among them. */
  readonly taken: number
  /** (1 − r) V: those that are not filled again. */
  readonly lost: number
}

/**
 * A vacancy chain (White 1970; Persky, Felsenstein & Carlson 2004): of D hires a share s leaves a firm of the region, of the
 * vacancies a share r is filled again, and of those who fill them the share s leaves such a firm too. V = s (D + r V), so
 * V = s D / (1 − r s), and what is left of the direct jobs is D − lost = D (1 − s) / (1 − r s).
 */
export function displacedJobs(direct: number, { fromRegionalSmes, refilled }: Displacement): DisplacedJobs {
  const taken = (fromRegionalSmes * direct) / (1 - refilled * fromRegionalSmes)
  return { direct, taken, lost: (1 - refilled) * taken }
}

/** What is displaced in a county and group, beside what is set off there. */
export interface DisplacementCell extends DisplacedJobs {
  readonly county: string
  /** A group of the employment data; null for industries that are in none, and for what the data do not tell of a county. */
  readonly group: string | null
  /** Indirect and induced. What the lost jobs set off themselves is not taken off. */
  readonly spillover: number
}

/** Who is employed where, and in what firms. */
export interface EmployedInSmes {
  readonly employment: RegionalEmployment
  /** Of each industry (length n) its group's place in the data; null for one in none. */
  readonly groupOf: readonly (number | null)[]
  /** What part of a section's employed is in small and medium-sized firms; 1 where none is stated. */
  readonly smeShares: ReadonlyMap<string, number>
}

/**
 * What is displaced, by county and group. Jobs are taken in the county whose ventures hire, from its groups by how many
 * their small and medium-sized firms employ (`smeGroups`); direct jobs and spillover stand where they arise. Every cut adds
 * up. In order of county and of the data's groups.
 * @param known null where no employment is: then all of a county is in no group.
 */
export function displacementCells(
  effects: SpilloverEffects,
  displacement: Displacement,
  known: EmployedInSmes | null,
): DisplacementCell[] {
  const groups = known?.employment.groups ?? []
  const placeOf = new Map(effects.industries.map(({ code }, i) => [code, known?.groupOf[i] ?? null]))
  const counties = new Map<string, Map<number | null, Sums>>()
  for (const { county, industry, direct, spillover } of effectsBy(effects, ['COUNTY', 'SECTOR'])) {
    const cells = counties.get(county ?? '') ?? new Map<number | null, Sums>()
    counties.set(county ?? '', cells)
    const sums = cellAt(cells, placeOf.get(industry ?? '') ?? null)
    sums.direct += direct
    sums.spillover += spillover
  }
  return [...counties].flatMap(([county, cells]) => {
    const direct = [...cells.values()].reduce((sum, each) => sum + each.direct, 0)
    const { taken, lost } = displacedJobs(direct, displacement)
    for (const [place, share] of takenFrom(effects.industries, county, known)) {
      const sums = cellAt(cells, place)
      sums.taken += share * taken
      sums.lost += share * lost
    }
    return [...cells]
      .sort(([left], [right]) => (left ?? groups.length) - (right ?? groups.length))
      .map(([place, sums]): DisplacementCell => ({ county, group: groups[place ?? -1] ?? null, ...sums }))
  })
}

type Sums = { direct: number; taken: number; lost: number; spillover: number }

function cellAt(cells: Map<number | null, Sums>, place: number | null): Sums {
  const sums = cells.get(place) ?? { direct: 0, taken: 0, lost: 0, spillover: 0 }
  cells.set(place, sums)
  return sums
}

/** From which groups a county's jobs are taken, with shares that add up to 1. */
function takenFrom(
  industries: readonly Industry[],
  county: string,
  known: EmployedInSmes | null,
): readonly (readonly [place: number | null, share: number])[] {
  const employed = known?.employment.counties.get(county) ?? known?.employment.region
  const shares = known && employed ? smeGroups(industries, employed, known) : []
  const taken = shares.flatMap((share, place) => (share > 0 ? [[place, share] as const] : []))
  return taken.length > 0 ? taken : [[null, 1]]
}

/**
 * In which groups a county's small and medium-sized firms employ: a share of each group, which add up to 1; zeros where there
 * are none. A group counts by its employed, times what part of it is in such firms: by its industries, as many as each employs
 * in the table, and none of public ones.
 * @param employed in the county, by group.
 */
export function smeGroups(
  industries: readonly Industry[],
  employed: readonly number[],
  { groupOf, smeShares }: Pick<EmployedInSmes, 'groupOf' | 'smeShares'>,
): readonly number[] {
  const all = employed.map(() => 0)
  const inSmes = employed.map(() => 0)
  for (const [i, industry] of industries.entries()) {
    const place = groupOf[i] ?? null
    if (place === null) continue
    const jobs = industry.employed ?? 0
    const share = industry.group === 'PUBLIC' ? 0 : (smeShares.get(industry.section ?? '') ?? 1)
    all[place] = (all[place] ?? 0) + jobs
    inSmes[place] = (inSmes[place] ?? 0) + share * jobs
  }
  const weights = employed.map((count, place) => {
    const ofTable = all[place] ?? 0
    return ofTable > 0 ? (count * (inSmes[place] ?? 0)) / ofTable : 0
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => (sum > 0 ? weight / sum : 0))
}

/**
 * Sections that count as if all of their employed were in small and medium-sized firms, since no share is stated; of an
 * industry without a section its code. In order.
 */
export function countedInFull(
  industries: readonly Industry[],
  { groupOf, smeShares }: Pick<EmployedInSmes, 'groupOf' | 'smeShares'>,
): readonly string[] {
  const counted = industries.filter(
    ({ group, section, employed }, i) =>
      (groupOf[i] ?? null) !== null && group !== 'PUBLIC' && (employed ?? 0) > 0 && !smeShares.has(section ?? ''),
  )
  return [...new Set(counted.map(({ section, code }) => section ?? code))].sort()
}

/** What remains once what is displaced is taken off, in jobs. */
export interface NetJobs extends DisplacedJobs {
  /** Direct less lost. */
  readonly netDirect: number
  readonly spillover: number
  /** Net direct and spillover. */
  readonly net: number
}

/** Cells added up. */
export function netOf(cells: readonly DisplacementCell[]): NetJobs {
  const sum = (field: 'direct' | 'taken' | 'lost' | 'spillover') =>
    cells.reduce((total, cell) => total + cell[field], 0)
  const [direct, taken, lost, spillover] = [sum('direct'), sum('taken'), sum('lost'), sum('spillover')]
  return { direct, taken, lost, netDirect: direct - lost, spillover, net: direct - lost + spillover }
}

/** What is left in a county. */
export interface CountyNet extends NetJobs {
  readonly county: string
}

/** What is left in a group; null for what is in none. */
export interface GroupNet extends NetJobs {
  readonly group: string | null
}

/** Cells added up by county. */
export const netByCounty = (cells: readonly DisplacementCell[]): CountyNet[] =>
  [...grouped(cells, ({ county }) => county)].map(([county, those]) => ({ county, ...netOf(those) }))

/** Cells added up by group, what is in none last. */
export const netByGroup = (cells: readonly DisplacementCell[]): GroupNet[] =>
  [...grouped(cells, ({ group }) => group)]
    .map(([group, those]) => ({ group, ...netOf(those) }))
    .sort((left, right) => Number(left.group === null) - Number(right.group === null))
