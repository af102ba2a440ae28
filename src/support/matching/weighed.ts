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

/** A rule that multiplies. What is said of it is made for the few ways that decide, since most are only compared. */
export interface Multiplier {
  readonly rule: MatchRule
  readonly factor: number
  readonly say: () => Sentence
}

/** A rule that multiplies by a factor, and what to say of it. */
export const multiplies = (rule: MatchRule, factor: number, say: () => Sentence): Multiplier => ({ rule, factor, say })

/** A rule that multiplied, with what is said of it. */
export const weighedBy = ({ rule, factor, say }: Multiplier): WeighedRule => ({ rule, factor, adds: null, ...say() })

/** A rule that adds. */
export const added = (rule: MatchRule, adds: number, said: Sentence): WeighedRule => ({
  ...{ rule, factor: null, adds },
  ...said,
})
