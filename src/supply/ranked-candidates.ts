import { ableFirms, type CategoryCandidates, failedByAbility, failedByFirm, type KeptAbleFirm } from './able-firms.js'
import type { CheckedSupplierFilter } from './supplier-filter.js'
import { orderValue, type Rank, type SupplierOrder } from './supplier-order.js'
import { requirementShares, type ScoreParts, type Stance, scoreOf, scoreParts } from './supplier-score.js'
import type { SeekingVenture } from './venture.js'

/** A firm that could supply a venture with a category, as it stands among the others. */
export interface RankedCandidate extends Rank {
  readonly weight: number
  readonly distanceKm: number | null
  readonly fulfilled: number
  readonly parts: ScoreParts
  readonly score: number
  readonly stances: readonly Stance[]
}

/** How many of what the venture asks firms fulfil. */
export const fulfilledBy = (requirements: readonly string[], { standings }: Pick<KeptAbleFirm, 'standings'>): number =>
  requirements.filter((requirement) => standings.get(requirement) === 'FULFILLED').length

/**
 * Scores the firms that could supply a venture with a category and that a filter lets through, as the database does where
 * they are too many: weight of the best basis + 0.4 · fulfilled / asked + 0.1 / (1 + km / 100).
 */
export function ranked(
  list: CategoryCandidates,
  venture: Pick<SeekingVenture, 'kilometres' | 'requirements'>,
  filter: CheckedSupplierFilter,
  order: SupplierOrder,
): RankedCandidate[] {
  const shares = requirementShares(venture.requirements.length)
  return ableFirms([list], venture, filter).flatMap((able) => {
    const [ability] = able.abilities
    if (!ability || failedByFirm(filter, able) !== 0 || failedByAbility(filter, able, ability) !== 0) return []
    const { firm, sortName, employees, distanceKm, stances } = able
    const fulfilled = fulfilledBy(venture.requirements, able)
    const parts = scoreParts(ability.weight, shares, fulfilled, distanceKm)
    const score = scoreOf(parts)
    const value = orderValue(order, { score, employees, distanceKm })
    return { ...{ firm, sortName, value, distanceKm, stances, ...ability }, fulfilled, parts, score }
  })
}
