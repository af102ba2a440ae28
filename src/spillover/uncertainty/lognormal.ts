import { exponential, logarithm, polynomialAt } from '../model/elementary.js'

/**
 * The standard normal distribution's quantile, to about 1e-15: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37
 * (1988), 477–484, without its far tail.
 * @param p from 2⁻³³ to 1 − 2⁻³³.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomialAt(centralAbove, r)) / polynomialAt(centralBelow, r)
  }
  const r = Math.sqrt(-logarithm(q < 0 ? p : 1 - p)) - 1.6
  const tail = polynomialAt(tailAbove, r) / polynomialAt(tailBelow, r)
  return q < 0 ? -tail : tail
}

/**
 * A factor whose logarithm is normal with standard deviation `spread`, and whose mean is 1: exp(σ z − σ²/2).
 * @param p which of its quantiles.
 */
export const lognormalFactor = (spread: number, p: number): number =>
  exponential(spread * normalQuantile(p) - (spread * spread) / 2)

/** Coefficients of what Wichura gives for |p − 1/2| ≤ 0.425, that of the highest power first. */
const centralAbove = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
]
const centralBelow = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1.0,
]

/** Of what he gives for √(−ln p) ≤ 5. */
const tailAbove = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
]
const tailBelow = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1.0,
]
