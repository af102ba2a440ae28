import type { SpilloverReport } from './spillover-answer.js'
import type { CutRow } from './spillover-rows.js'

/** A row of what tells of people: where it stands, and figures that each have a column of their own. */
export interface PeopleRow extends Pick<CutRow, 'cut' | 'key' | 'name'> {
  readonly county: string | null
  readonly group: string | null
  readonly [figure: string]: string | number | null
}

/** The columns of such rows, beside those of effects. */
export const peopleColumns = [
  ...['county', 'group', 'year', 'needed', 'employed', 'share', 'taken', 'lost', 'netDirect', 'net'],
] as const

/** What is left where ventures hire from the region's firms, in all and by county and group of industries. */
export function displacementRows({ displacement }: SpilloverReport): PeopleRow[] {
  if (displacement === null) return []
  const { direct, taken, lost, netDirect, spillover, net, byCountyAndGroup = [] } = displacement
  const all = { direct, taken, lost, netDirect, spillover, net }
  return [
    { cut: 'displacement', key: 'total', name: 'Total', county: null, group: null, ...all },
    ...byCountyAndGroup.map(({ county, group, ...figures }) => ({
      ...cell('displacement-county-group', county, group),
      ...figures,
    })),
  ]
}

/** Jobs that are needed against those employed by county and group, and the same year by year, where `share` is of all years until then. */
export function capacityRows({ capacity }: SpilloverReport): PeopleRow[] {
  const rows = capacity?.rows ?? []
  return [
    ...rows.map(({ county, group, byYear: _, isBeyondBound: __, ...figures }) => ({
      ...cell('capacity', county, group),
      ...figures,
    })),
    ...rows.flatMap(({ county, group, employed, byYear }) =>
      byYear.map(({ cumulativeShare, ...figures }) => ({
        ...cell('capacity-year', county, group),
        ...figures,
        employed,
        share: cumulativeShare,
      })),
    ),
  ]
}

function cell(cut: string, county: { readonly id: string; readonly name: string } | null, group: string | null) {
  const key = [county?.id ?? '', group ?? 'unknown'].join(' ').trim()
  return { cut, key, name: `${county?.name ?? ''} ${group ?? 'Unknown'}`.trim(), county: county?.id ?? null, group }
}
