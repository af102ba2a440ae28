import { type RegionalEmployment, sectionsOfGroup } from '../model/regional-employment.js'

/** A group of industries with how many are employed in it. */
export interface EmploymentGroup {
  readonly code: string
  readonly sections: readonly string[]
  /** Codes, of the table that the key is for. */
  readonly industries: readonly string[]
  /** In the region; null where neither it nor one of its own counties is told. */
  readonly region: number | null
  readonly nation: number
  readonly counties: readonly EmployedThere[]
}

/** How many are employed in a county, by its id. */
export interface EmployedThere {
  readonly county: string
  readonly employed: number
}

/** The groups of a table of employment, in its own order. */
export function groupsOf({
  groups,
  nation,
  region,
  counties,
  regionCounties,
  industries,
}: RegionalEmployment): EmploymentGroup[] {
  return groups.map((code, group) => {
    const inCounties = [...counties].map(([county, employed]) => ({ county, employed: employed[group] ?? 0 }))
    const own = inCounties.filter(({ county }) => regionCounties.includes(county))
    const named = [...(industries ?? [])].flatMap(([industry, of]) => (of === code ? [industry] : []))
    return {
      code,
      sections: named.length > 0 ? [] : (sectionsOfGroup(code) ?? []),
      industries: named,
      region: region?.[group] ?? (own.length > 0 ? own.reduce((sum, { employed }) => sum + employed, 0) : null),
      nation: nation[group] ?? 0,
      counties: inCounties,
    }
  })
}
