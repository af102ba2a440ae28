import fc from 'fast-check'
import { inv, lusolve } from 'mathjs'
import { describe, expect, it } from 'vitest'
import { invert, solved } from '../../src/spillover/model/linear-algebra/gauss-jordan.js'

const cell = fc.double({ min: -1, max: 1, noNaN: true })

/** Matrices of any signs whose diagonal outweighs the rest, with their rows in another order: none goes without exchanges. */
const matrices = fc.integer({ min: 1, max: 13 }).chain((size) =>
  fc
    .tuple(
      fc.array(fc.array(cell, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
      fc.shuffledSubarray(
        Array.from({ length: size }, (_, i) => i),
        { minLength: size },
      ),
      fc.array(cell, { minLength: size, maxLength: size }),
    )
    .map(([cells, order, right]) => ({
      matrix: order.map((i) => (cells[i] ?? []).map((value, j) => (i === j ? 2 : value / size))),
      right,
    })),
)

const inverseOf = (matrix: readonly (readonly number[])[]): number[][] => {
  const size = matrix.length
  const cells = Float64Array.from(matrix.flat())
  invert(cells, size)
  return matrix.map((_, i) => Array.from(cells.subarray(i * size, (i + 1) * size)))
}

const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12))

describe('elimination', () => {
  it('inverts what another library inverts, to the same figures', () => {
    fc.assert(
      fc.property(matrices, ({ matrix }) => {
        expect(inverseOf(matrix)).toEqual(inv(matrix).map(near))
      }),
    )
  })

  it('solves what another library solves, to the same figures', () => {
    fc.assert(
      fc.property(matrices, ({ matrix, right }) => {
        expect(solved(matrix, right)).toEqual(near(lusolve(matrix, right).flat().map(Number)))
      }),
    )
  })

  it('exchanges rows where a pivot is zero', () => {
    const cycle = [
      [0, 0, 4],
      [2, 0, 0],
      [0, 1, 0],
    ]
    expect(inverseOf(cycle)).toEqual([
      [0, 0.5, 0],
      [0, 0, 1],
      [0.25, 0, 0],
    ])
    expect(solved(cycle, [4, 2, 3])).toEqual([1, 3, 1])
  })

  it('refuses a matrix without an inverse', () => {
    const singular = [
      [1, 2],
      [2, 4],
    ]
    expect(() => inverseOf(singular)).toThrow('singular')
    expect(() => solved(singular, [1, 2])).toThrow('singular')
  })
})
