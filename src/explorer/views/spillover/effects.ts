/** Jobs of something, by effect. */
export interface Effects {
  readonly indirect: number
  readonly induced: number
}

/** The effects in the order in which tables have them, with the sum of those beside the ventures. */
export const allEffects = ['indirect', 'induced', 'spillover', 'direct'] as const

export const sumOf = ({ indirect, induced }: Effects): number => indirect + induced

/** The colours of effects, which one meaning has everywhere. */
export const effectColours = {
  domain: ['indirect', 'induced'],
  range: ['var(--indirect)', 'var(--induced)'],
}

/** A part of a bar, from where to where. */
export interface Stacked {
  readonly effect: 'indirect' | 'induced' | 'spillover'
  readonly from: number
  readonly to: number
}

/** The effects of a row one after the other; where they have different signs each begins at nothing. */
export function stackedEffects({ indirect, induced }: Effects): readonly Stacked[] {
  const begin = indirect * induced < 0 ? 0 : indirect
  return [
    { effect: 'indirect', from: 0, to: indirect },
    { effect: 'induced', from: begin, to: begin + induced },
  ]
}
