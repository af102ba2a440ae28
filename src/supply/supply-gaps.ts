import type { GraphReader } from '../graph/graph.js'
import { BadUserInputError } from '../kernel/input-errors.js'
import type { Warning } from '../kernel/warning.js'
import { candidatesByDistance } from './queries.js'
import { candidatesAsked, firmsWithin, type SuppliersQuestion } from './supplier-matches.js'
import { noFirms, nothingBought } from './supply-warnings.js'
import { readProcured, readVenture } from './venture.js'

export interface SupplyGapsQuestion extends SuppliersQuestion {
  /** 1 where it is left out: categories that no firm could supply. */
  readonly fewerThan?: number | null | undefined
}

/** A category that too few firms could supply; ids. */
export interface SupplyGap {
  readonly category: string
  readonly firms: number
  /** Of the nearest firm that could supply it, however far; null where no such distance is known. */
  readonly nearestKm: number | null
  /** Sectors that fit. */
  readonly sectors: readonly string[]
}

export interface SupplyGaps {
  readonly warnings: readonly Warning[]
  readonly gaps: readonly SupplyGap[]
  /** Municipalities in which the venture has a site. */
  readonly sites: readonly string[]
}

/**
 * What a venture buys and too few firms could supply, by name.
 * @throws BadUserInputError, NotFoundError as `readVenture`; BadUserInputError for `fewerThan` below 1.
 */
export async function supplyGaps(
  graph: GraphReader,
  { establishment, phase = null, withinKm = null, distances, fewerThan = 1, asOf }: SupplyGapsQuestion,
): Promise<SupplyGaps> {
  const most = fewerThan ?? 1
  if (most < 1) throw new BadUserInputError('fewerThan', 'fewerThan must be 1 or more')
  const [venture, sought] = await Promise.all([
    readVenture(graph, establishment, withinKm, distances),
    readProcured(graph, establishment, phase),
  ])
  if (sought.length === 0) return { warnings: [nothingBought], gaps: [], sites: venture.sites }
  const counted = await Promise.all(
    sought.map(async (category): Promise<SupplyGap> => {
      const rows = await graph.read(candidatesByDistance, candidatesAsked(venture, category, phase, asOf))
      const distances = rows.flatMap(({ distanceKm }) => distanceKm ?? [])
      return {
        category: category.category,
        firms: firmsWithin(rows, withinKm),
        nearestKm: distances.length > 0 ? Math.min(...distances) : null,
        sectors: category.sectors,
      }
    }),
  )
  return {
    warnings: counted.every(({ firms }) => firms === 0) ? [noFirms] : [],
    gaps: counted.filter(({ firms }) => firms < most),
    sites: venture.sites,
  }
}
