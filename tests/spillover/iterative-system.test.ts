import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../../src/kernel/turns.js'
import { totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { type Product, solver } from '../../src/spillover/model/linear-algebra/gmres.js'
import { iterativeSystem } from '../../src/spillover/model/linear-algebra/iterative-system.js'
import { leontiefInverse, scaledCoefficients } from '../../src/spillover/model/linear-algebra/leontief.js'
import { inverseSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'
import { regionalModel, sharesBefore } from '../../src/spillover/model/regional-model.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { preparedArea } from './at-once.js'
import { tableAndShocks, tables } from './example-tables.js'
import { largeTable } from './large-table.js'
import { reportTable } from './ventures.js'

const coefficientsOf = ({ flows, industries }: InputOutputTable) =>
  scaledCoefficients(
    flows,
    industries.map(({ output }) => output),
  )

const sameNumbers = (found: ArrayLike<number>, expected: ArrayLike<number>) => {
  expect(found).toHaveLength(expected.length)
  const size = Math.max(...Array.from(expected, Math.abs), 1)
  const worst = Array.from(found, (value, i) => Math.abs(value - (expected[i] ?? Number.NaN)))
  expect(Math.max(...worst) / size).toBeLessThan(1e-10)
}

const inOneStep = (product: (from: Float64Array, to: Float64Array) => void): Product =>
  function* (from, to) {
    product(from, to)
    yield
  }

function sameAnswers(table: InputOutputTable): void {
  const coefficients = coefficientsOf(table)
  const dense = inverseSystem(leontiefInverse(coefficients))
  const iterative = iterativeSystem(coefficients)
  const numbers = table.industries.map((_, i) => Math.cos(i * i))
  for (const i of [0, table.industries.length - 1]) sameNumbers(iterative.column(i), dense.column(i))
  sameNumbers(iterative.outputOf(numbers), dense.outputOf(numbers))
  sameNumbers(iterative.contentOf(numbers), dense.contentOf(numbers))
  const fewer = numbers.map((value) => value * 0.68)
  sameNumbers(iterative.contentOf(fewer), dense.contentOf(fewer))
}

describe('the Leontief inverse that is solved for', () => {
  it('is the dense one to 1e-10', () => {
    fc.assert(fc.property(tables, sameAnswers), { numRuns: 200 })
    sameAnswers(reportTable)
    sameAnswers(largeTable(180, 2))
  })

  it('gives the same effects under every reading, closure and cut', () => {
    fc.assert(
      fc.property(
        tableAndShocks,
        fc.constantFrom('FINAL_DEMAND', 'OUTPUT'),
        fc.constantFrom('AFTER', 'IN_COEFFICIENTS'),
        ([table, shocks], shock, apply) => {
          const retention = { share: 0.4, apply, nationalIndustries: null }
          const assumptions = {
            shock,
            closure: 'TYPE_II',
            householdIncome: 'WAGES',
            incomeTax: 0.3,
            retention,
            regionalisation: null,
            displacement: null,
          } as const
          const dense = prepareTable(table, assumptions)
          const model = regionalModel(table, sharesBefore(table, assumptions, null))
          const system = iterativeSystem(model.coefficients)
          const iterative = prepareTable(table, assumptions, {
            makeArea: (making) => preparedArea(making, { ...model, system }),
          })
          const [expected, found] = [dense, iterative].map((each) => totalEffects(each.effects(shocks)))
          sameNumbers(Object.values(found ?? {}), Object.values(expected ?? {}))
        },
      ),
    )
  })

  it('is of a cycle of industries what its series adds up to, though restarts alone would take hundreds', () => {
    const size = 150
    const share = 0.97
    const coefficients = Array.from({ length: size }, (_, i) => {
      const row = new Float64Array(size)
      row[(i + 1) % size] = share
      return row
    })
    const column = iterativeSystem(coefficients).column(0)
    const rounds = Array.from(column, (_, i) => share ** ((size - i) % size) / (1 - share ** size))
    sameNumbers(column, rounds)
  })

  it('takes fewer products than the power series', () => {
    const coefficients = coefficientsOf(largeTable(120, 3))
    let products = 0
    const multiply = (from: Float64Array, to: Float64Array) => {
      products += 1
      coefficients.forEach((row, i) => {
        to[i] = row.reduce((sum, value, j) => sum + value * (from[j] ?? 0), 0)
      })
    }
    const demand = Float64Array.from(coefficients, (_, i) => 1 + (i % 7))
    const solved = atOnce(solver(120, inOneStep(multiply))(demand))
    const needed = products
    const image = new Float64Array(120)
    let sum = Float64Array.from(demand)
    for (products = 0; Math.max(...sum.map((value, i) => Math.abs(value - (solved[i] ?? 0)))) > 1e-10; ) {
      multiply(sum, image)
      sum = image.map((value, i) => value + (demand[i] ?? 0))
    }
    expect(needed).toBeLessThan(products)
  })

  it('is nothing where nothing is demanded', () => {
    const nothing = inOneStep((_, to) => to.fill(0))
    expect(atOnce(solver(3, nothing)(new Float64Array(3)))).toEqual(new Float64Array(3))
  })
})
