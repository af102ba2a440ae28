import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { householdIncomes } from '../../src/edition/assumption-kinds.js'
import { householdClosure, inducedRounds } from '../../src/spillover/model/households.js'
import { dot, leontiefInverse, type Matrix } from '../../src/spillover/model/linear-algebra/leontief.js'
import { inverseSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'
import { reportAssumptions } from '../edition.js'
import { industry, table, tables, twoSectors } from './example-tables.js'
import { technicalCoefficients } from './technical-coefficients.js'
import { typeIIInverse } from './type-two-inverse.js'

/** A bordered by the household column and row, with nothing bought by households from households. */
const closed = (coefficients: Matrix, row: readonly number[], column: readonly number[]): number[][] => [
  ...coefficients.map((line, i) => [...line, column[i] ?? 0]),
  [...row, 0],
]

describe('the household closure', () => {
  it.each([
    ['DISPOSABLE_WAGES', [0.3 * 0.68, 0.25 * 0.68], [0.05, 0.4]],
    ['WAGES', [0.3, 0.25], [0.05, 0.4]],
    ['LABOUR_COST', [0.4, 0.3], [0.05, 0.4]],
    ['ALL_INCOME', [0.4, 0.3], [0.025, 0.2]],
  ] as const)('%s', (householdIncome, row, column) => {
    const { incomeRow, purchaseColumn } = householdClosure(twoSectors, { householdIncome, incomeTax: 0.32 })
    row.forEach((value, i) => {
      expect(incomeRow[i]).toBeCloseTo(value, 12)
    })
    column.forEach((value, i) => {
      expect(purchaseColumn[i]).toBeCloseTo(value, 12)
    })
  })

  it('leaves imputed rent out of the column and of all consumption', () => {
    const [first, second] = twoSectors.industries
    const rented = table(
      [first, second]
        .flatMap((each) => each ?? [])
        .concat(
          industry('rent', 500, { employed: 0, wages: 0, labourCost: 0, householdPurchases: 500, imputedRent: true }),
        ),
      [
        [150, 500, 0],
        [200, 100, 0],
        [0, 0, 0],
      ],
      { householdConsumption: 1500 },
    )
    const { purchaseColumn } = householdClosure(rented, { householdIncome: 'WAGES', incomeTax: 0 })
    expect(purchaseColumn).toEqual([0.05, 0.4, 0])
  })

  it.each([
    ['wages', 'WAGES', { wages: null }],
    ['labourCost', 'LABOUR_COST', { labourCost: null }],
    ['householdPurchases', 'ALL_INCOME', { householdPurchases: null }],
  ] as const)('names the column %s where the table lacks it', (column, householdIncome, unknown) => {
    const lacking = { ...twoSectors, industries: twoSectors.industries.map((each) => ({ ...each, ...unknown })) }
    expect(() => householdClosure(lacking, { householdIncome, incomeTax: 0 })).toThrow(
      expect.objectContaining({ argument: 'householdIncome', message: expect.stringContaining(`${column} of 1, 2`) }),
    )
  })

  it.each([
    ['householdConsumption', 'WAGES'],
    ['householdIncome', 'ALL_INCOME'],
  ] as const)('names %s where the table lacks it', (total, householdIncome) => {
    expect(() => householdClosure({ ...twoSectors, [total]: null }, { householdIncome, incomeTax: 0 })).toThrow(total)
  })
})

describe('the truncated type II inverse', () => {
  it("is the book's for its closed example (Miller & Blair, section 2.5)", () => {
    // Households there buy 0.05 from households, which is the same as all of their income rising by 1 / 0.95.
    const closure = { incomeRow: [0.3 / 0.95, 0.25 / 0.95], purchaseColumn: [0.05, 0.4] }
    const [first = [], second = []] = typeIIInverse(leontiefInverse(technicalCoefficients(twoSectors)), closure)
    expect(first[0]).toBeCloseTo(1.365, 3)
    expect(first[1]).toBeCloseTo(0.425, 3)
    expect(second[0]).toBeCloseTo(0.527, 3)
    expect(second[1]).toBeCloseTo(1.348, 3)
  })

  it('is the inverse of the closed matrix without its last row and column, and type II / type I income is κ', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...householdIncomes), (each, householdIncome) => {
        const closure = householdClosure(each, { ...reportAssumptions, householdIncome })
        const inverse = leontiefInverse(technicalCoefficients(each))
        const truncated = typeIIInverse(inverse, closure)
        const whole = leontiefInverse(closed(technicalCoefficients(each), closure.incomeRow, closure.purchaseColumn))
        truncated.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBeCloseTo(whole[i]?.[j] ?? Number.NaN, 9)
          })
        })

        const { kappa } = inducedRounds(inverseSystem(inverse), closure)
        each.industries.forEach((_, k) => {
          const incomeOf = (matrix: Matrix) =>
            dot(
              closure.incomeRow,
              matrix.map((row) => row[k] ?? 0),
            )
          expect(incomeOf(truncated)).toBeCloseTo(kappa * incomeOf(inverse), 9)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('is refused where spending feeds itself without end', () => {
    const closure = { incomeRow: [2, 2], purchaseColumn: [0.5, 0.5] }
    expect(() =>
      inducedRounds(
        inverseSystem([
          [1, 0],
          [0, 1],
        ]),
        closure,
      ),
    ).toThrow('the rounds have no end')
  })
})
