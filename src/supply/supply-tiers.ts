import type { GraphReader } from '../graph/graph.js'
import { suppliesTo } from './queries.js'

/** The most firms that are looked at, and the most relationships of one tier. */
export const MOST_FIRMS = 5_000
const MOST_RELATIONSHIPS = 20_000

export interface Supply {
  readonly supplier: string
  readonly buyer: string
  /** Null where it is not known. */
  readonly category: string | null
}

/** The known suppliers of one buyer, theirs, and so on. */
export interface SupplyTiers {
  /** The firms of each tier, nearest first; a firm stands at the nearest. */
  readonly tiers: readonly (readonly string[])[]
  /** To buyers of tiers whose suppliers were all read. */
  readonly supplies: readonly Supply[]
  /** Whether the bound left anything out within the depth. */
  readonly truncated: boolean
}

/** Follows supplies upstream, a tier at a time: each tier is one statement that is bounded in the database. */
export async function readSupplyTiers(
  graph: GraphReader,
  of: string,
  depth: number,
  asOf: string,
): Promise<SupplyTiers> {
  const seen = new Set([of])
  const tiers: string[][] = []
  const supplies: Supply[] = []
  let buyers: readonly string[] = [of]
  let truncated = false
  while (tiers.length < depth && buyers.length > 0 && !truncated) {
    const rows = await graph.read(suppliesTo, { buyers, asOf, limit: MOST_RELATIONSHIPS + 1 })
    const found = [...new Set(rows.map(({ firm }) => firm))].filter((firm) => !seen.has(firm))
    const shown = found.slice(0, MOST_FIRMS + 1 - seen.size)
    truncated = rows.length > MOST_RELATIONSHIPS || shown.length < found.length
    if (!truncated) supplies.push(...rows.map(({ firm, ...row }) => ({ ...row, supplier: firm })))
    for (const firm of shown) seen.add(firm)
    if (shown.length > 0) tiers.push(shown)
    buyers = shown
  }
  return { tiers, supplies, truncated }
}
