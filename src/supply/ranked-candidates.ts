import { compare } from '../graph/sort-name.js'
import type { KeptCandidate } from './kept-candidates.js'
import { requirementShares, type Stance, standingOf } from './supplier-score.js'
import type { SeekingVenture } from './venture.js'

/** A firm that could supply a venture with a category, as it stands among the others. */
export interface RankedCandidate {
  readonly firm: string
  readonly sortName: string
  readonly category: string
  readonly weight: number
  readonly distanceKm: number | null
  readonly score: number
  readonly stances: readonly Stance[]
}

/** Best score first, then by the firm's name and id, then by category. */
export function byScore(left: Rank, right: Rank): number {
  return (
    right.score - left.score ||
    compare(left.sortName, right.sortName) ||
    compare(left.firm, right.firm) ||
    compare(left.category, right.category)
  )
}

/** Where a candidate stands in the order. */
export type Rank = Pick<RankedCandidate, 'score' | 'sortName' | 'firm' | 'category'>

/**
 * Scores the firms that could supply a venture with a category, as the database does where they are too many:
 * weight of the best basis + 0.4 · fulfilled / asked + 0.1 / (1 + km / 100).
 * @param suppliers those that supply it with the category already.
 * @param withinKm the furthest distance; null for any, which a firm whose municipality is not known has as well.
 */
export function ranked(
  category: string,
  candidates: readonly KeptCandidate[],
  suppliers: readonly KeptCandidate[],
  { kilometres, requirements }: Pick<SeekingVenture, 'kilometres' | 'requirements'>,
  withinKm: number | null,
): RankedCandidate[] {
  const supplying = new Set(suppliers.map(({ firm }) => firm))
  const shares = requirementShares(requirements.length)
  const fulfilled = new Map<readonly Stance[], number>()
  const found: RankedCandidate[] = []
  const add = ({ firm, sortName, weight, municipalities, stances }: KeptCandidate) => {
    const distanceKm = nearest(municipalities, kilometres)
    if (withinKm !== null && (distanceKm === null || distanceKm > withinKm)) return
    // Firms of which the same is known share the list.
    const known = fulfilled.get(stances) ?? standingOf(requirements, stances).fulfils.length
    fulfilled.set(stances, known)
    const score = weight + (shares[known] ?? 0) + (distanceKm === null ? 0 : 0.1 / (1 + distanceKm / 100))
    found.push({ firm, sortName, category, weight, distanceKm, score, stances })
  }
  for (const each of suppliers) add(each)
  for (const each of candidates) if (!supplying.has(each.firm)) add(each)
  return found
}

/** The first of some candidates after one, in their order. */
export function firstAfter(candidates: readonly RankedCandidate[], after: Rank, most: number): RankedCandidate[] {
  const further = candidates.filter((each) => byScore(after, each) < 0)
  const scores = Float64Array.from(further, ({ score }) => score).sort()
  const least = scores[Math.max(0, scores.length - most)] ?? 0
  return further
    .filter(({ score }) => score >= least)
    .toSorted(byScore)
    .slice(0, most)
}

function nearest(municipalities: readonly string[], kilometres: Readonly<Record<string, number>>): number | null {
  const known = municipalities.flatMap((municipality) => kilometres[municipality] ?? [])
  return known.length > 0 ? Math.min(...known) : null
}
