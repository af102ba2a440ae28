import type { Mining } from '../../edition/assumption-kinds.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { sum } from '../../kernel/sum.js'
import { binaryLogarithm } from './elementary.js'
import { type RegionalEmployment, type SectionsBToE, sectionsOfGroup } from './regional-employment.js'
import type { InputOutputTable } from './table.js'

/** Employed by group in an area and in the nation, with the group of each industry. */
export interface EmployedByGroup {
  readonly groups: readonly string[]
  /** In the order of `groups`. */
  readonly area: readonly number[]
  /** In the order of `groups`. */
  readonly nation: readonly number[]
  /** Of each industry of the table (length n) its group's place in `groups`; null where no group holds it. */
  readonly groupOf: readonly (number | null)[]
}

/** How much of each industry an area has, by location quotients. */
export interface RegionalQuotients {
  /** SLQ_i = (E_i^R / E^R) / (E_i^N / E^N), of each industry that of its group (length n). */
  readonly slq: readonly number[]
  /** log₂(1 + E^R / E^N), over all groups: 1 where the area is the nation. */
  readonly size: number
  /** Positions of industries of which nothing is known: no group holds them, or nobody is employed in it. Their SLQ is 1. */
  readonly withoutEmployment: readonly number[]
}

/**
 * The quotients of an area.
 * @param counties ids of the area's counties; null for the region as a whole.
 * @throws BadUserInputError for a county that is not told, or mining that cannot be told apart.
 */
export function quotientsOf(
  table: InputOutputTable,
  employment: RegionalEmployment,
  counties: readonly string[] | null,
  mining: Mining,
): RegionalQuotients {
  const { area, nation, groupOf } = employedByGroup(table, employment, counties, mining)
  const [allOfArea, allOfNation] = [sum(area), sum(nation)]
  const ofGroups = groupQuotients({ area, nation })
  const slq: number[] = []
  const withoutEmployment: number[] = []
  for (const [i, group] of groupOf.entries()) {
    const known = group === null ? null : (ofGroups[group] ?? null)
    if (known === null) withoutEmployment.push(i)
    slq.push(known ?? 1)
  }
  return { slq, size: binaryLogarithm(1 + allOfArea / allOfNation), withoutEmployment }
}

/** The quotient of each group of an area, in the order of `groups`; null where nobody of the nation is employed in it. */
export function groupQuotients({ area, nation }: Pick<EmployedByGroup, 'area' | 'nation'>): readonly (number | null)[] {
  const [allOfArea, allOfNation] = [sum(area), sum(nation)]
  return nation.map((employed, group) =>
    employed === 0 ? null : (area[group] ?? 0) / allOfArea / (employed / allOfNation),
  )
}

/**
 * Employed by group, where mining is told apart with a group of mining and one of manufacturing in the place of both.
 * @throws BadUserInputError as `quotientsOf` does.
 */
export function employedByGroup(
  table: InputOutputTable,
  employment: RegionalEmployment,
  counties: readonly string[] | null,
  mining: Mining,
): EmployedByGroup {
  const ids = counties ?? employment.regionCounties
  const places = counties === null && employment.region !== null ? [employment.region] : ids.map(countyIn(employment))
  const merged = {
    groups: employment.groups,
    area: employment.groups.map((_, group) => sum(places.map((employed) => employed[group] ?? 0))),
    nation: employment.nation,
  }
  const told = mining === 'APART' ? miningApart(table, employment, counties, merged) : merged
  if (!(sum(told.area) > 0) || !(sum(told.nation) > 0)) {
    throw new BadUserInputError('regionalisation', `By ${employment.id} nobody is employed there.`)
  }
  return { ...told, groupOf: groupsOfIndustries(table, employment, told.groups) }
}

function countyIn({ id, counties, region }: RegionalEmployment): (county: string) => readonly number[] {
  return (county) => {
    const employed = counties.get(county)
    if (employed !== undefined) return employed
    const why =
      region === null
        ? `does not tell who is employed in ${county}`
        : 'tells of the region as a whole alone: ask with area TOGETHER'
    throw new BadUserInputError('regionalisation.area', `${id} ${why}.`)
  }
}

/**
 * Of each industry (length n), its group's place: by the key of its table, its own code or its section; null where no group
 * holds it.
 * @param groups codes; left out, those of the employment.
 * @throws BadUserInputError for an industry that the key of its table leaves out.
 */
export function groupsOfIndustries(
  { id, industries }: InputOutputTable,
  employment: RegionalEmployment,
  groups: readonly string[] = employment.groups,
): (number | null)[] {
  const sections = new Map<string, number>()
  for (const [group, code] of groups.entries()) {
    for (const section of sectionsOfGroup(code) ?? []) sections.set(section, group)
  }
  const key = employment.industries
  return industries.map(({ code, section }) => {
    if (key !== null) {
      const named = groups.indexOf(key.get(code) ?? '')
      const group = named >= 0 ? named : sections.get(section ?? '')
      if (group !== undefined && key.has(code)) return group
      const reason = `${employment.id} has no group for ${code} of ${id}: name employment that has a key for this table, or none.`
      throw new BadUserInputError('regionalisation.employment', reason)
    }
    const own = groups.indexOf(code)
    return own >= 0 ? own : section === null ? null : (sections.get(section) ?? null)
  })
}

type Told = Pick<EmployedByGroup, 'groups' | 'area' | 'nation'>

const MINING = 'B'
const MANUFACTURING = 'C'

/**
 * Mining apart from manufacturing. In a county r mining is what is left of sections B to E without C, D and E:
 * B_r = (B–E)_r − C_r − k E_r(D+E), where k is what the table counts of D and E for each employed of the nation there; the
 * share b_r = B_r / (B_r + C_r) of the group is mining, and of the nation's the table's own. As told where it is apart already.
 */
function miningApart(
  table: InputOutputTable,
  employment: RegionalEmployment,
  counties: readonly string[] | null,
  { groups, area, nation }: Told,
): Told {
  const both = groupOfBoth(table, employment, groups)
  if (both === null) return { groups, area, nation }
  if (counties === null && employment.region !== null) throw notTold(employment, 'the region as a whole')
  const sections = groups.map((code) => sectionsOfGroup(code) ?? [])
  const supplied = sections.flatMap((letters, group) => (letters.join() === 'D,E' || isOneOf(letters) ? [group] : []))
  const suppliedIn = (employed: readonly number[]) => sum(supplied.map((group) => employed[group] ?? 0))
  if (!(suppliedIn(nation) > 0)) throw notTold(employment, 'the nation: it has no group of D and E alone')
  const scale = employedInTable(table, ['D', 'E']) / suppliedIn(nation)
  const mined = (counties ?? employment.regionCounties).map((county) => {
    const counted = employment.mining?.get(county)
    if (counted === undefined || sections[both]?.length !== 2) throw notTold(employment, county)
    const employed = countyIn(employment)(county)
    return miningShare(counted, scale * suppliedIn(employed)) * (employed[both] ?? 0)
  })
  const [ofMining, ofBoth] = [employedInTable(table, [MINING]), employedInTable(table, [MINING, MANUFACTURING])]
  const apart = (employed: readonly number[], mining: number) =>
    employed.flatMap((count, group) => (group === both ? [mining, count - mining] : [count]))
  return {
    groups: groups.flatMap((code, group) => (group === both ? [MINING, MANUFACTURING] : [code])),
    area: apart(area, sum(mined)),
    nation: apart(nation, (ofMining / ofBoth) * (nation[both] ?? 0)),
  }
}

/** The place in `groups` of the one that holds industries of mining and of manufacturing; null where none does. */
function groupOfBoth(
  table: InputOutputTable,
  employment: RegionalEmployment,
  groups: readonly string[],
): number | null {
  const groupOf = groupsOfIndustries(table, employment, groups)
  const holding = (letter: string) => groupOf.filter((_, i) => table.industries[i]?.section === letter)
  const ofMining = new Set(holding(MINING))
  return holding(MANUFACTURING).find((group) => group !== null && ofMining.has(group)) ?? null
}

const isOneOf = (letters: readonly string[]): boolean => letters.join() === 'D' || letters.join() === 'E'

function miningShare({ minedToSupplied, made }: SectionsBToE, supplied: number): number {
  const mined = Math.max(0, minedToSupplied - made - supplied)
  return mined + made > 0 ? mined / (mined + made) : 0
}

const notTold = ({ id }: RegionalEmployment, county: string) =>
  new BadUserInputError(
    'regionalisation.mining',
    `${id} does not tell mining apart from manufacturing in ${county}: ask with mining MERGED.`,
  )

function employedInTable({ id, industries }: InputOutputTable, sections: readonly string[]): number {
  const those = industries.filter(({ section }) => section !== null && sections.includes(section))
  const employed = sum(those.map((industry) => industry.employed ?? 0))
  if (employed > 0 && those.every((industry) => industry.employed !== null)) return employed
  const reason = `Table ${id} does not state who is employed in ${sections.join(' and ')}, by which mining is told apart.`
  throw new BadUserInputError('regionalisation.mining', reason)
}
