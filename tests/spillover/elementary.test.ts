import { describe, expect, it } from 'vitest'
import { binaryLogarithm, exponential, logarithm, power } from '../../src/spillover/model/elementary.js'

/** Expects the same number up to some units of the fifteenth digit. */
function expectNear(own: number, theirs: number) {
  expect(Math.abs(own / theirs - 1)).toBeLessThan(1e-14)
}

describe('elementary functions by +, −, × and ÷ alone', () => {
  it('e^x over the whole range that a double holds', () => {
    for (let x = -700; x <= 700; x += 0.37) expectNear(exponential(x), Math.exp(x))
    for (let x = -2; x <= 2; x += 0.0137) expectNear(exponential(x), Math.exp(x))
    expect(exponential(0)).toBe(1)
  })

  it('ln x and log₂ x from the smallest to the largest', () => {
    for (let x = 1e-300; x < 1e300; x *= 7.3) {
      expectNear(logarithm(x), Math.log(x))
      expectNear(binaryLogarithm(x), Math.log2(x))
    }
    for (let x = 2 ** -33; x < 0.99; x *= 1.7) expectNear(logarithm(x), Math.log(x))
    expect(logarithm(1)).toBe(0)
    expect(binaryLogarithm(2)).toBe(1)
  })

  it('powers of shares', () => {
    for (let base = 1e-9; base < 1; base *= 1.7) {
      for (let exponent = 0; exponent < 1; exponent += 0.07) expectNear(power(base, exponent), base ** exponent)
    }
    expect([power(1, 0.3), power(0.4, 0), power(0, 0.3), power(0, 0)]).toEqual([1, 1, 0, 1])
  })
})
