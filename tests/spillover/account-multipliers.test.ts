import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closures } from '../../src/edition/assumption-kinds.js'
import { householdClosure } from '../../src/spillover/model/households.js'
import { leontiefInverse } from '../../src/spillover/model/linear-algebra/leontief.js'
import { leontiefSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'
import type { MultiplierQuestion } from '../../src/spillover/model/multipliers.js'
import type { Industry, InputOutputTable } from '../../src/spillover/model/table.js'
import { reportAssumptions } from '../edition.js'
import { accountMultipliers, multipliers } from './at-once.js'
import { tables, twoSectors } from './example-tables.js'
import { technicalCoefficients } from './technical-coefficients.js'
import { typeIIInverse } from './type-two-inverse.js'
import { reportTable } from './ventures.js'

const systemOf = (table: InputOutputTable) => leontiefSystem(technicalCoefficients(table))
const accountsOf = (table: InputOutputTable, question: MultiplierQuestion, names?: readonly string[]) =>
  accountMultipliers(table, systemOf(table), question, names)
const added = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
/** The first example with other figures of its industries. */
const changed = (change: (industry: Industry, i: number) => Partial<Industry>): InputOutputTable => ({
  ...twoSectors,
  industries: twoSectors.industries.map((each, i) => ({ ...each, ...change(each, i) })),
})

describe('multipliers of accounts', () => {
  // Independent figures, calculated with numpy from the seed's table.
  it.each([
    ['B', 'wages', 0.106814, 0.254431, 2.381997, 0.303324, 2.839736],
    ['B', 'valueAdded', 0.415788, 0.763214, 1.835585, 0.879727, 2.115805],
    ['F', 'wages', 0.256663, 0.396324, 1.544139, 0.472484, 1.840871],
    ['F', 'valueAdded', 0.47237, 0.793783, 1.680427, 0.975272, 2.064637],
  ])('of %s, %s', (code, name, coefficient, effect, multiplier, effectII, multiplierII) => {
    const j = reportTable.industries.findIndex((industry) => industry.code === code)
    for (const [closure, of, times] of [
      ['TYPE_I', effect, multiplier],
      ['TYPE_II', effectII, multiplierII],
    ] as const) {
      const [found] = accountsOf(reportTable, { closure }, [name])[j] ?? []
      expect(found).toMatchObject({ name, unit: 'MSEK', reason: null })
      expect(Math.abs((found?.coefficient ?? Number.NaN) - coefficient)).toBeLessThan(1e-6)
      expect(Math.abs((found?.effect ?? Number.NaN) - of)).toBeLessThan(1e-6)
      expect(Math.abs((found?.multiplier ?? Number.NaN) - times)).toBeLessThan(1e-6)
    }
  })

  it('are sums of columns of the whole inverse, weighted by the account', () => {
    const withWater = tables.chain((table) =>
      fc.array(fc.double({ min: -5, max: 500, noNaN: true }), { minLength: 6, maxLength: 6 }).map((water) => ({
        ...table,
        industries: table.industries.map((each, i) => ({ ...each, satellites: { water: water[i] ?? 0 } })),
      })),
    )
    fc.assert(
      fc.property(withWater, fc.constantFrom(...closures), (table, closure) => {
        const householdIncome = 'WAGES'
        const closed = householdClosure(table, { ...reportAssumptions, householdIncome })
        const inverse = leontiefInverse(technicalCoefficients(table))
        const whole = closure === 'TYPE_II' ? typeIIInverse(inverse, closed) : inverse
        const found = accountsOf(table, { closure, householdIncome })
        const figures: Readonly<Record<string, (industry: Industry) => number>> = {
          employed: ({ employed }) => employed ?? 0,
          output: ({ output }) => output,
          wages: ({ wages }) => wages ?? 0,
          labourCost: ({ labourCost }) => labourCost ?? 0,
          water: ({ satellites }) => satellites.water ?? 0,
        }
        for (const [at, [name, figure]] of Object.entries(figures).entries()) {
          const v = table.industries.map((each) => figure(each) / each.output)
          const size = Math.max(...v.map(Math.abs), 1)
          for (const [j, accounts] of found.entries()) {
            const effect = added(whole.map((row, i) => (v[i] ?? 0) * (row[j] ?? 0)))
            const of = accounts[at]
            expect(of?.name).toBe(name)
            expect(of?.coefficient).toBe(v[j])
            expect(Math.abs((of?.effect ?? Number.NaN) - effect)).toBeLessThan(1e-8 * size)
            if (of?.multiplier !== null) expect(of?.multiplier).toBe((of?.effect ?? 0) / (v[j] ?? 0))
            else expect(Math.abs(v[j] ?? 0)).toBeLessThanOrEqual(1e-9 * Math.max(...v.map(Math.abs)))
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('say the same of output and employed as the fields of the same meaning', () => {
    const question = { closure: 'TYPE_II', householdIncome: 'WAGES' } as const
    const found = accountsOf(twoSectors, question, ['employed', 'output', 'wages'])
    for (const [j, of] of multipliers(twoSectors, systemOf(twoSectors), question).entries()) {
      const [jobs, output, wages] = found[j] ?? []
      expect(output).toMatchObject({ coefficient: 1, effect: of.output, multiplier: of.output })
      expect(jobs).toMatchObject({ effect: of.employmentEffect, multiplier: of.employmentMultiplier, unit: 'persons' })
      expect(wages?.effect).toBeCloseTo(of.incomeEffect ?? Number.NaN, 12)
      expect(wages?.multiplier).toBeCloseTo(of.incomeMultiplier ?? Number.NaN, 12)
    }
  })

  it('find value added by whatever name, and letters are all that counts', () => {
    const named = changed(() => ({ satellites: { GVA: 500, 'co2 kt': 3 } }))
    expect(accountsOf(named, { closure: 'TYPE_I' }, ['valueAdded', 'CO2-kt'])[0]).toMatchObject([
      { name: 'GVA', unit: 'MSEK', coefficient: 0.5 },
      { name: 'co2 kt', coefficient: 0.003 },
    ])
    const refused = () => accountsOf(named, { closure: 'TYPE_I' }, ['water'])
    expect(refused).toThrow('employed, output, wages, labourCost, GVA, co2 kt')
    expect(refused).toThrow(expect.objectContaining({ argument: 'names' }))
  })

  it('are given without employed, of which it is said who does not state it', () => {
    const question = { closure: 'TYPE_I' } as const
    const partly = changed(({ employed }, i) => ({
      employed: i === 1 ? null : employed,
      satellites: { valueAdded: 400 },
    }))
    const [first, second] = accountsOf(partly, question)
    expect(first?.map(({ name, effect }) => [name, effect === null])).toEqual([
      ['employed', true],
      ...['output', 'wages', 'labourCost', 'valueAdded'].map((name) => [name, false]),
    ])
    const reason = {
      textSv: 'Tabellen anger inte employed för 2.',
      textEn: 'The table does not state employed of 2.',
    }
    expect(first?.[0]).toMatchObject({ coefficient: 0.01, effect: null, multiplier: null, reason })
    expect(second?.[0]).toMatchObject({ coefficient: null, effect: null, multiplier: null, reason })
  })

  it.each([
    ['nothing', 0, 'The industry has none of wages to divide by.'],
    ['next to nothing', 1e-8, 'below a billionth of the largest'],
  ])('are effects alone where an industry has %s of its own', (_, wages, said) => {
    const [first, second] = accountsOf(
      changed((each, i) => ({ wages: i === 0 ? wages : each.wages })),
      { closure: 'TYPE_I' },
      ['wages'],
    )
    expect(first?.[0]?.effect).toBeGreaterThan(0.05)
    expect(first?.[0]).toMatchObject({ coefficient: wages / 1000, multiplier: null })
    expect(first?.[0]?.reason?.textEn).toContain(said)
    expect(second?.[0]).toMatchObject({ coefficient: 0.25, reason: null })
  })

  it('are not divided by what a speck of output gives, nor is anything else by it', () => {
    const speck = changed((each, i) => (i === 0 ? { output: 1e-7, wages: 3e-8, employed: 1e-9 } : each))
    const table = {
      ...speck,
      flows: [
        [0, 0],
        [0, 100],
      ],
    }
    const [first, second] = accountsOf(table, { closure: 'TYPE_I' }, ['wages'])
    expect(first?.[0]).toMatchObject({ multiplier: null })
    expect(first?.[0]?.reason?.textEn).toContain('output is below a billionth of the largest')
    expect(second?.[0]?.multiplier).toBeCloseTo(1 / 0.95, 9)
    const [of] = multipliers(table, systemOf(table), { closure: 'TYPE_I', householdIncome: 'WAGES' })
    expect(of?.reasons.map(({ field }) => field)).toEqual(['employmentMultiplier', 'incomeMultiplier'])
  })
})
