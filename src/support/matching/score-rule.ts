import type { MatchingWeights } from '../../edition/matching-part.js'
import { grouped } from '../../kernel/grouped.js'
import type { Level } from '../facts/limits.js'
import { levelOf, nearestLevel } from '../facts/reach.js'
import type { WayFit } from './fit-rule.js'
import { nearnessWords, otherNeedsWords } from './rule-sentences.js'
import { added, type WeighedRule, weighedBy } from './weighed.js'

export interface Score {
  readonly score: number
  /** All factors multiplied, and all that is added to that, make the score. */
  readonly weighed: readonly WeighedRule[]
}

/**
 * score = the highest fit + a part of the mean fit of the other needs asked + nearness, that of the nearest way: so one
 * way more never lowers it.
 * @param fits of all of an actor's ways, those to each need together and the best of them first; at least one.
 * @param asked how many needs are asked about.
 */
export function scoreOf(fits: readonly WayFit[], asked: number, weights: MatchingWeights): Score {
  const bestToEachNeed = [...grouped(fits, ({ followed }) => followed.to.need.id).values()].flatMap(
    ([each]) => each ?? [],
  )
  const [best, ...others] = bestToEachNeed.toSorted((left, right) => right.fit - left.fit)
  if (!best) return { score: 0, weighed: [] }
  const rest = others.reduce((sum, { fit }) => sum + fit, 0)
  const mean = asked > 1 ? rest / (asked - 1) : 0
  const level = nearestLevel(fits.map(nearnessOf)) ?? 'NATIONAL'
  const weighed = [
    ...best.weighed.map(weighedBy),
    ...(mean > 0 ? [added('OTHER_NEEDS', weights.otherNeeds * mean, otherNeedsWords(others.length))] : []),
    added('NEARNESS', weights.nearness[level], nearnessWords[level]),
  ]
  const sum = weighed.reduce((total, { adds }) => total + (adds ?? 0), best.fit)
  return { score: sum, weighed }
}

/** A way by a buyer elsewhere is near nobody. */
const nearnessOf = ({ followed: { way, judged } }: WayFit): Level =>
  way.viaBuyer ? 'NATIONAL' : levelOf(judged.limits.places)
