import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  leontiefInverse,
  type Matrix,
  matrixTimesColumn,
  scaledCoefficients,
  spectralRadiusBound,
} from '../../src/spillover/model/leontief.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { industry, table, tables } from './example-tables.js'
import { powerSeries } from './power-series.js'

const coefficientsOf = ({ flows, industries }: InputOutputTable) => {
  const output = industries.map((each) => each.output)
  return scaledCoefficients(flows, output).map((row) => Array.from(row))
}

describe('the Leontief inverse', () => {
  it('is the power series', () => {
    fc.assert(
      fc.property(tables, (each) => {
        const coefficients = coefficientsOf(each)
        const demand = each.industries.map((_, i) => i + 1)
        const solved = matrixTimesColumn(leontiefInverse(coefficients), demand)
        powerSeries(coefficients, demand).forEach((value, i) => {
          expect(solved[i]).toBeCloseTo(value, 9)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('leaves an industry of zero output alone, whatever its row and column hold', () => {
    const flows = [
      [10, 5],
      [20, 3],
    ]
    expect(coefficientsOf(table([industry('busy', 100), industry('idle', 0)], flows))).toEqual([
      [0.1, 0],
      [0, 0],
    ])
  })
})

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
