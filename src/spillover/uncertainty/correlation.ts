import { BadUserInputError } from '../../kernel/input-errors.js'

/**
 * How far errors of coefficients go together where nobody says: a quarter of their variance is common to all. Were each drawn
 * by itself they would cancel in what a whole final demand sets off, and the answer would look surer than it is; were all of
 * them one, it would say that a table is wrong as a whole. This project's judgement, no estimate.
 */
export const USUAL_CORRELATION = 0.25

/** The correlation that is asked for, or the usual one. @throws BadUserInputError for one that is not between 0 and 1. */
export function askedCorrelation(asked: number | null | undefined, argument = 'correlation'): number {
  const correlation = asked ?? USUAL_CORRELATION
  if (correlation >= 0 && correlation <= 1) return correlation
  throw new BadUserInputError(argument, `${argument} is ${correlation}; it lies between 0 and 1.`)
}

/** At which correlations draws are made for an answer: the one that is asked for, each error by itself, and all together. */
export const correlationsShown = (asked: number): number[] => [...new Set([asked, 0, 1])]

/** By what the error common to all and that of a cell by itself are multiplied; of squares that add up to 1. */
export const partsOf = (correlation: number): { readonly common: number; readonly own: number } => ({
  common: Math.sqrt(correlation),
  own: Math.sqrt(1 - correlation),
})
