import type { MatchingWeights } from '../../edition/matching-part.js'
import { levelOf } from '../facts/reach.js'
import type { WayFit } from './fit-rule.js'
import { nearnessWords, otherNeedsWords } from './rule-sentences.js'
import { added, type WeighedRule } from './weighed.js'

export interface Score {
  readonly score: number
  /** All factors multiplied, and all that is added to that, make the score. */
  readonly weighed: readonly WeighedRule[]
}

/**
 * score = the highest fit + a part of the mean fit of the other needs asked + nearness.
 * @param fits the best of an actor's ways to each need that it meets, at least one.
 * @param asked how many needs are asked about.
 */
export function scoreOf(fits: readonly WayFit[], asked: number, weights: MatchingWeights): Score {
  const [best, ...others] = fits.toSorted((left, right) => right.fit - left.fit)
  if (!best) return { score: 0, weighed: [] }
  const rest = others.reduce((sum, { fit }) => sum + fit, 0)
  const mean = asked > 1 ? rest / (asked - 1) : 0
  const { way, judged } = best.followed
  // A way by a buyer elsewhere is near nobody.
  const level = way.viaBuyer ? 'NATIONAL' : levelOf(judged.limits.places)
  const weighed = [
    ...best.weighed,
    ...(mean > 0 ? [added('OTHER_NEEDS', weights.otherNeeds * mean, otherNeedsWords(others.length))] : []),
    added('NEARNESS', weights.nearness[level], nearnessWords[level]),
  ]
  const sum = weighed.reduce((total, { adds }) => total + (adds ?? 0), best.fit)
  return { score: sum, weighed }
}
