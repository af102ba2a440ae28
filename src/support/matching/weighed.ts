import type { Sentence } from '../../language/wording.js'

/** The rules by which those who can help are ordered, in the order in which they are read. */
export type MatchRule =
  | 'STRENGTH'
  | 'HELP'
  | 'EVIDENCE'
  | 'TERMS'
  | 'RESERVATIONS'
  | 'SECURITY'
  | 'EXPORTS'
  | 'LARGE_SCALE'
  | 'INCUBATOR'
  | 'BUYER'
  | 'UNIVERSITY'
  | 'AREA'
  | 'OTHER_NEEDS'
  | 'NEARNESS'

/** A rule that weighed, and how much: it multiplies or it adds. */
export interface WeighedRule extends Sentence {
  readonly rule: MatchRule
  readonly factor: number | null
  readonly adds: number | null
}

/** A rule that multiplies. */
export const multiplies = (rule: MatchRule, factor: number, said: Sentence): WeighedRule => ({
  ...{ rule, factor, adds: null },
  ...said,
})

/** A rule that adds. */
export const added = (rule: MatchRule, adds: number, said: Sentence): WeighedRule => ({
  ...{ rule, factor: null, adds },
  ...said,
})
