import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dominantModulus } from '../../src/spillover/model/linear-algebra/arnoldi.js'
import type { Matrix } from '../../src/spillover/model/linear-algebra/leontief.js'
import { spectralRadius, spectralRadiusBound } from '../../src/spillover/model/linear-algebra/spectral-radius.js'

describe('the bound of the spectral radius', () => {
  it.each<[string, Matrix, number]>([
    [
      'a matrix whose columns add up to 1',
      [
        [0.5, 0.3],
        [0.5, 0.7],
      ],
      1,
    ],
    [
      'a cycle',
      [
        [0, 2],
        [2, 0],
      ],
      2,
    ],
    [
      'one industry that needs more than it makes',
      [
        [0.2, 0],
        [0, 1.5],
      ],
      1.5,
    ],
  ])('is reached by %s', (_, matrix, radius) => {
    expect(spectralRadiusBound(matrix)).toBeCloseTo(radius, 6)
  })

  it.each<[string, Matrix]>([
    [
      'large coefficients without a cycle',
      [
        [0, 5, 0],
        [0, 0, 5],
        [0, 0, 0],
      ],
    ],
    [
      'a weak cycle of large and small',
      [
        [0, 9],
        [0.1, 0],
      ],
    ],
    ['nothing at all', [[0]]],
  ])('is below 1 for %s', (_, matrix) => {
    expect(spectralRadiusBound(matrix)).toBeLessThan(1)
  })
})

describe('the spectral radius of cells as large as numbers get', () => {
  it('is a number, or infinite', () => {
    for (const large of [1e300, 1e308]) {
      for (const matrix of [
        [[-large]],
        [
          [0.1, -large],
          [0.2, 0.1],
        ],
        [
          [large, large],
          [-large, 0.5],
        ],
      ]) {
        expect(spectralRadius(matrix)).toBeGreaterThan(1)
      }
    }
  })
})

const times = (left: Matrix, right: Matrix): number[][] =>
  left.map((row) =>
    right.map((_, j) => {
      let sum = 0
      for (let k = 0; k < row.length; k++) sum += (row[k] ?? 0) * (right[k]?.[j] ?? 0)
      return sum
    }),
  )

/** ‖A^k‖^(1/k) with k = 2^40, by squaring: the radius, but for 1e-9 of it (Gelfand). */
function radiusBySquaring(matrix: Matrix): number {
  let [power, logarithm] = [matrix.map((row) => Array.from(row)), 0]
  for (let squared = 0; squared < 40; squared++) {
    const norm = Math.max(...power.flat().map(Math.abs))
    if (norm === 0) return 0
    logarithm += Math.log(norm) / 2 ** squared
    const scaled = power.map((row) => row.map((cell) => cell / norm))
    power = times(scaled, scaled)
  }
  return Math.exp(logarithm)
}

const squares = (sizes: { min: number; max: number }, cell: fc.Arbitrary<number>): fc.Arbitrary<number[][]> =>
  fc
    .integer(sizes)
    .chain((size) =>
      fc.array(fc.array(cell, { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
    )
/** Tenths, so that no eigenvalue is nearly another without being it. */
const tenths = fc.integer({ min: -10, max: 10 }).map((value) => value / 10)

describe('the spectral radius', () => {
  it('is that of A itself where cells are negative, and not of |A|', () => {
    const rotation = [
      [0.6, -0.6],
      [0.6, 0.6],
    ]
    expect(spectralRadiusBound(rotation)).toBeCloseTo(1.2, 9)
    expect(spectralRadius(rotation)).toBeCloseTo(0.6 * Math.SQRT2, 12)
    const growing = [
      [0.2, -1.5],
      [-1.5, 0.2],
    ]
    expect(spectralRadius(growing)).toBeCloseTo(1.7, 12)
  })

  it('is below 1 exactly where powers of A fade', () => {
    fc.assert(
      fc.property(squares({ min: 1, max: 7 }, tenths), (matrix) => {
        const [found, truly] = [spectralRadius(matrix), radiusBySquaring(matrix)]
        // A defective eigenvalue of size k is known to the k-th root of rounding.
        if (Math.abs(truly - 1) < 0.02) return
        expect(found < 1).toBe(truly < 1)
        if (!(found < 1)) expect(Math.abs(found - truly)).toBeLessThan(0.02)
        expect(spectralRadiusBound(matrix)).toBeGreaterThan(truly - 0.02)
      }),
      { numRuns: 300 },
    )
  })

  it('of a large A is closed in on: as all of its eigenvalues have it', () => {
    fc.assert(
      fc.property(squares({ min: 50, max: 70 }, fc.double({ min: -1, max: 1, noNaN: true })), (matrix) => {
        const found = dominantModulus(matrix)
        expect(Math.abs((found ?? Number.NaN) / radiusBySquaring(matrix) - 1)).toBeLessThan(1e-6)
      }),
      { numRuns: 3 },
    )
  })

  it('of more industries than are decomposed is that of A too: blocks that turn, each alone', () => {
    const size = 302
    const blocks = Array.from({ length: size }, (_, i) => {
      const row = new Float64Array(size)
      const pair = i % 2 === 0 ? i + 1 : i - 1
      const scale = 0.7 + 0.3 * ((i - (i % 2)) / size)
      row[i] = 0.8 * scale
      row[pair] = (i % 2 === 0 ? -0.6 : 0.6) * scale
      return row
    })
    expect(spectralRadiusBound(blocks)).toBeGreaterThan(1)
    expect(spectralRadius(blocks)).toBeCloseTo(0.7 + 0.3 * (300 / size), 6)
  })

  it.each<[string, Matrix]>([
    ['not a number', [[Number.NaN]]],
    [
      'infinite',
      [
        [0, Number.POSITIVE_INFINITY],
        [0, 0],
      ],
    ],
    [
      'too large to be added up',
      [
        [1e308, 1e308],
        [1e308, 1e308],
      ],
    ],
  ])('is infinite, and never NaN, where a cell is %s', (_, matrix) => {
    expect(spectralRadius(matrix)).toBe(Number.POSITIVE_INFINITY)
  })

  it('is never NaN where industries fade beside others', () => {
    const fading = [
      [2, 0, 0],
      [0, 1e-3, 0],
      [0, 0, 2.000001],
    ]
    expect(spectralRadius(fading)).toBeCloseTo(2.000001, 6)
    expect(spectralRadiusBound(fading)).toBeGreaterThanOrEqual(2.000001)
  })
})
