/*
 * Elementary functions by addition, multiplication and division alone, which IEEE 754 defines to the last bit: Math.log,
 * Math.exp and Math.pow may differ from one JavaScript engine to the next. Each to about 1e-15.
 */

type Polynomial = readonly number[]

/** 1 / k! from k = 13 down. */
const seriesOfExponential: Polynomial = [
  1 / 6227020800,
  1 / 479001600,
  1 / 39916800,
  1 / 3628800,
  1 / 362880,
  1 / 40320,
  1 / 5040,
  1 / 720,
  1 / 120,
  1 / 24,
  1 / 6,
  1 / 2,
  1,
  1,
]

/** ln 2 in two parts, of which the first has so few digits that its multiples are exact. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10

/** e^x for |x| ≤ 700: with x = k ln 2 + r, the power series of r, doubled k times. */
export function exponential(x: number): number {
  let doublings = Math.round(x / Math.LN2)
  let power = polynomialAt(seriesOfExponential, x - doublings * LN2_HIGH - doublings * LN2_LOW)
  for (; doublings > 0; doublings--) power *= 2
  for (; doublings < 0; doublings++) power /= 2
  return power
}

/** 1 / k for odd k from 23 down. */
const seriesOfLogarithm: Polynomial = [
  1 / 23,
  1 / 21,
  1 / 19,
  1 / 17,
  1 / 15,
  1 / 13,
  1 / 11,
  1 / 9,
  1 / 7,
  1 / 5,
  1 / 3,
  1,
]

/** ln x for any x > 0: halvings counted, and the series 2 (s + s³/3 + s⁵/5 + …) of s = (x − 1) / (x + 1) for the rest. */
export function logarithm(x: number): number {
  let halvings = 0
  let rest = x
  for (; rest < Math.SQRT1_2; halvings++) rest *= 2
  for (; rest > Math.SQRT2; halvings--) rest /= 2
  const s = (rest - 1) / (rest + 1)
  return 2 * s * polynomialAt(seriesOfLogarithm, s * s) - halvings * Math.LN2
}

/** log₂ x for any x > 0. */
export const binaryLogarithm = (x: number): number => logarithm(x) / Math.LN2

/** base^exponent for a base above 0, or of 0 where the exponent is above 0; base⁰ is 1. */
export function power(base: number, exponent: number): number {
  if (exponent === 0) return 1
  return base === 0 ? 0 : exponential(exponent * logarithm(base))
}

/** @param polynomial the coefficient of the highest power first. */
export function polynomialAt(polynomial: Polynomial, x: number): number {
  let value = 0
  for (let index = 0; index < polynomial.length; index++) value = value * x + (polynomial[index] ?? 0)
  return value
}
