import type { ExplorerStartFirmsQuery, ExplorerStartQuery } from '../../generated/graphql.js'
import type { Counted } from '../../map/areas.js'

type Cell = ExplorerStartQuery['supportCoverage']['cells'][number]

/** Whether a need in a place is met for nobody: what has terms is there for some. */
export const isMissing = ({ level, restricted }: Pick<Cell, 'level' | 'restricted'>): boolean =>
  level === 'NONE' && restricted === 0

/**
 * How much of what is counted there is in a municipality, by its id; null while that is not known yet. Gaps count by the jobs at
 * stake behind them.
 * @param firms null until they were asked for and answered.
 */
export function counts(
  of: Counted,
  { establishments, supportCoverage }: ExplorerStartQuery,
  firms: ExplorerStartFirmsQuery | null,
): (municipality: string) => number | null {
  const sums = new Map<string, number>()
  const add = (place: string, count: number) => sums.set(place, (sums.get(place) ?? 0) + count)
  if (of === 'jobs') {
    for (const { municipality, totalJobs } of establishments.nodes) if (municipality) add(municipality.id, totalJobs)
  } else if (of === 'gaps') {
    // The same jobs stand behind several needs of a place: the most that one of them holds back.
    for (const cell of supportCoverage.cells.filter(isMissing)) {
      sums.set(cell.place.id, Math.max(sums.get(cell.place.id) ?? 0, cell.jobsAtStake))
    }
  } else {
    for (const county of firms?.nodes ?? []) {
      if (county?.__typename !== 'County') continue
      for (const { id, firms: here } of county.municipalities.nodes) add(id, here.totalCount)
    }
  }
  return (municipality) => (of === 'firms' && firms === null ? null : Math.round(sums.get(municipality) ?? 0))
}
