import { areaWords } from './rule-sentences.js'
import { type Circumstances, type WayFollowed, wayRules } from './way-rules.js'
import { type Multiplier, multiplies } from './weighed.js'

/** How well a way fits a need, and by what rules: the product of their factors. */
export interface WayFit {
  readonly followed: WayFollowed
  readonly fit: number
  readonly weighed: readonly Multiplier[]
}

/**
 * fit = strength · kind of help · evidence · circumstances. Of a way of which no more is known than its area, that alone.
 */
export function fitOf(followed: WayFollowed, circumstances: Circumstances): WayFit {
  const { area } = followed.to
  const weighed =
    area === null
      ? wayRules.map((rule) => rule(followed, circumstances)).filter((rule) => rule !== null)
      : [multiplies('AREA', circumstances.weights.evidence.area, () => areaWords(area))]
  return { followed, weighed, fit: weighed.reduce((product, { factor }) => product * factor, 1) }
}
