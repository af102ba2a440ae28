import type { FirmCounts } from '../../reference/firm-counts.js'
import type { StatedNeeds } from './jobs-at-stake-rule.js'

/** How many SMEs the graph knows, and how many of them state needs; of some sectors where these are named. */
export interface SmeCounts extends StatedNeeds {
  in(place: string, sectors?: Iterable<string>): number
  withNeedIn(place: string, need: string, sectors?: Iterable<string>): number
}

/** SMEs among the firms that are counted. */
export function smeCounts(firms: FirmCounts): SmeCounts {
  const ofSectors = (sectors: Iterable<string>, count: (sector: string) => number) =>
    [...sectors].reduce((sum, sector) => sum + count(sector), 0)
  return {
    in: (place, sectors) => (sectors ? ofSectors(sectors, (sector) => firms.in(place, { sector })) : firms.in(place)),
    statingIn: (place) => firms.statingIn(place),
    withNeedIn: (place, need, sectors) =>
      sectors ? ofSectors(sectors, (sector) => firms.in(place, { sector, need })) : firms.in(place, { need }),
  }
}
