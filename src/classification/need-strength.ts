/** Whether meeting a need is what an actor or initiative is there for, or something that it also does. */
export const needStrengths = ['CORE', 'SIDE'] as const
export type NeedStrength = (typeof needStrengths)[number]
