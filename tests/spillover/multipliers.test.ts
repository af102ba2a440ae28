import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closures, householdIncomes } from '../../src/edition/assumption-kinds.js'
import { householdClosure } from '../../src/spillover/model/households.js'
import { leontiefInverse, type Matrix } from '../../src/spillover/model/linear-algebra/leontief.js'
import { leontiefSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'
import type { MultiplierQuestion } from '../../src/spillover/model/multipliers.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { reportAssumptions } from '../edition.js'
import { multipliers } from './at-once.js'
import { industry, tables, twoSectors } from './example-tables.js'
import { technicalCoefficients } from './technical-coefficients.js'
import { typeIIInverse } from './type-two-inverse.js'

const multipliersOf = (table: InputOutputTable, question: MultiplierQuestion) =>
  multipliers(table, leontiefSystem(technicalCoefficients(table)), question)
const added = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

describe('multipliers and linkages', () => {
  it('are sums of columns and rows of the whole inverse', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(...closures),
        fc.constantFrom(...householdIncomes),
        (table, closure, householdIncome) => {
          const closed = householdClosure(table, { ...reportAssumptions, householdIncome })
          const inverse = leontiefInverse(technicalCoefficients(table))
          const whole: Matrix = closure === 'TYPE_II' ? typeIIInverse(inverse, closed) : inverse
          const x = table.industries.map(({ output }) => output)
          const e = table.industries.map(({ employed, output }) => (employed ?? 0) / output)
          const columns = x.map((_, j) => added(whole.map((row) => row[j] ?? 0)))
          const jobs = x.map((_, j) => added(whole.map((row, i) => (e[i] ?? 0) * (row[j] ?? 0))))
          const incomes = x.map((_, j) => added(whole.map((row, i) => (closed.incomeRow[i] ?? 0) * (row[j] ?? 0))))
          const ghosh = whole.map((row, i) => added(Array.from(row, (value, j) => (value * (x[j] ?? 0)) / (x[i] ?? 1))))
          const computed = multipliersOf(table, { closure, householdIncome })
          computed.forEach((of, j) => {
            const near = (value: number) => expect.closeTo(value, 8)
            const own = closed.incomeRow[j] ?? 0
            const largest = Math.max(...closed.incomeRow)
            const isTold = own > 1e-9 * largest
            expect(of).toEqual({
              industry: table.industries[j]?.code,
              output: near(columns[j] ?? 0),
              employmentEffect: expect.closeTo(jobs[j] ?? 0, 6),
              employmentMultiplier: expect.closeTo((jobs[j] ?? 0) / (e[j] ?? 1), 4),
              incomeEffect: near(incomes[j] ?? 0),
              incomeMultiplier: isTold ? of.incomeMultiplier : null,
              backwardLinkage: near(((columns[j] ?? 0) * x.length) / added(columns)),
              forwardLinkage: near(((ghosh[j] ?? 0) * x.length) / added(ghosh)),
              reasons: isTold ? [] : [expect.objectContaining({ field: 'incomeMultiplier' })],
            })
            if (isTold) expect((of.incomeMultiplier ?? 0) / ((incomes[j] ?? 0) / own)).toBeCloseTo(1, 9)
          })
          expect(added(computed.map(({ backwardLinkage }) => backwardLinkage ?? 0))).toBeCloseTo(x.length, 9)
          expect(added(computed.map(({ forwardLinkage }) => forwardLinkage ?? 0))).toBeCloseTo(x.length, 9)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('take no notice of an industry without output', () => {
    const idle: InputOutputTable = {
      ...twoSectors,
      industries: [...twoSectors.industries, industry('idle', 0)],
      flows: [
        [150, 500, 3],
        [200, 100, 3],
        [3, 3, 3],
      ],
    }
    const question = { closure: 'TYPE_II', householdIncome: 'WAGES' } as const
    const [first, second, third] = multipliersOf(idle, question)
    for (const [index, whole] of multipliersOf(twoSectors, question).entries()) {
      for (const [name, value] of Object.entries(whole)) {
        const computed = Object.entries([first, second][index] ?? {}).find(([other]) => other === name)?.[1]
        if (typeof value === 'number') expect(computed, name).toBeCloseTo(value, 12)
      }
    }
    const { industry: _, reasons = [], ...values } = third ?? {}
    expect(Object.values(values).every((value) => value === null)).toBe(true)
    expect(reasons.map(({ field }) => field)).toEqual(Object.keys(values))
    expect(new Set(reasons.map(({ textEn }) => textEn))).toEqual(new Set(['The industry has no output in the table.']))
  })

  it('are null where the table does not state employed or wages and no closure asks for them', () => {
    const bare = {
      ...twoSectors,
      industries: twoSectors.industries.map((each) => ({ ...each, employed: null, wages: null })),
    }
    const [first] = multipliersOf(bare, { closure: 'TYPE_I' })
    expect(first).toMatchObject({ employmentEffect: null, employmentMultiplier: null, incomeMultiplier: null })
    expect(first?.output).toBeCloseTo(1.518, 3)
    expect(first?.reasons.map(({ field, textEn }) => [field, textEn])).toEqual([
      ['employmentEffect', 'The table does not state employed of any industry.'],
      ['employmentMultiplier', 'The table does not state employed of any industry.'],
      ['incomeEffect', 'The table does not state wages of any industry.'],
      ['incomeMultiplier', 'The table does not state wages of any industry.'],
    ])
  })

  it.each([
    ['wages', { closure: 'TYPE_II' }],
    ['wages', { closure: 'TYPE_I', householdIncome: 'WAGES' }],
    ['labourCost', { closure: 'TYPE_II', householdIncome: 'ALL_INCOME' }],
    ['householdPurchases', { closure: 'TYPE_II', householdIncome: 'LABOUR_COST' }],
  ] as const)('name the column %s where the table lacks it and %o asks for it', (column, question) => {
    const lacking = { ...twoSectors, industries: twoSectors.industries.map((each) => ({ ...each, [column]: null })) }
    expect(() => multipliersOf(lacking, question)).toThrow(
      expect.objectContaining({ argument: 'householdIncome', message: expect.stringContaining(column) }),
    )
  })
})
