import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  leontiefInverse,
  matrixTimesColumn,
  scaledCoefficients,
} from '../../src/spillover/model/linear-algebra/leontief.js'
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
