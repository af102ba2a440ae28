import { describe, expect, it } from 'vitest'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { householdClosure, inducedRounds } from '../../src/spillover/model/households.js'
import {
  leontiefInverse,
  type Matrix,
  matrixTimesColumn,
  scaledCoefficients,
} from '../../src/spillover/model/linear-algebra/leontief.js'
import { demandForOutputs, leontiefSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'
import { reportAssumptions } from '../edition.js'
import { multipliers, pathNetwork, structuralPaths } from '../spillover/at-once.js'
import { industry, table } from '../spillover/example-tables.js'
import { typeIIInverse } from '../spillover/type-two-inverse.js'

/**
 * The two-sector example that runs through Miller & Blair, *Input–Output Analysis*, 2nd edition (2009). Households of its
 * section 2.5 also buy 0.05 from households, which a closure without that cell has as all incomes rising by 1 / 0.95.
 */
const twoSectors = table(
  [
    industry('1', 1000, { employed: 1000, wages: 300 / 0.95, labourCost: 300 / 0.95, householdPurchases: 50 }),
    industry('2', 2000, { employed: 2000, wages: 500 / 0.95, labourCost: 500 / 0.95, householdPurchases: 400 }),
  ],
  [
    [150, 500],
    [200, 100],
  ],
  { householdConsumption: 1000, householdIncome: 1000 },
)
const coefficients = scaledCoefficients(twoSectors.flows, [1000, 2000])
const system = leontiefSystem(coefficients)
const closure = householdClosure(twoSectors, { ...reportAssumptions, householdIncome: 'WAGES' })

/** As the book prints it. */
const printed = (computed: Matrix, decimals: number) =>
  computed.map((row) => Array.from(row, (value) => Number(value.toFixed(decimals))))

describe("Miller & Blair's two sectors", () => {
  it('section 2.3: A, and the Leontief inverse to four decimals', () => {
    expect(printed(coefficients, 4)).toEqual([
      [0.15, 0.25],
      [0.2, 0.05],
    ])
    expect(printed(leontiefInverse(coefficients), 4)).toEqual([
      [1.2541, 0.33],
      [0.264, 1.1221],
    ])
  })

  it('section 2.3: new final demand of 600 and 1 500 takes output of 1 247.5 and 1 841.6', () => {
    const output = matrixTimesColumn(leontiefInverse(coefficients), [600, 1500])
    expect(printed([output], 1)).toEqual([[1247.5, 1841.6]])
  })

  it('section 2.5: the inverse of the model closed with households, without its last row and column', () => {
    const truncated = typeIIInverse(leontiefInverse(coefficients), closure)
    expect(printed(truncated, 4)).toEqual([
      [1.3651, 0.4253],
      [0.5273, 1.3481],
    ])
  })

  it('section 6.2.1: simple output multipliers of 1.518 and 1.452, total ones of 1.892 and 1.773', () => {
    const of = (asked: 'TYPE_I' | 'TYPE_II') =>
      multipliers(twoSectors, system, { closure: asked, householdIncome: 'WAGES' }).map(({ output }) => output ?? 0)
    expect(printed([of('TYPE_I'), of('TYPE_II')], 3)).toEqual([
      [1.518, 1.452],
      [1.892, 1.773],
    ])
  })

  it('section 6.2.2: type I income multipliers of 1.47 and 1.52, type II of 1.90 and 1.96', () => {
    const of = (asked: 'TYPE_I' | 'TYPE_II') =>
      multipliers(twoSectors, system, { closure: asked, householdIncome: 'WAGES' }).map(
        ({ incomeMultiplier }) => incomeMultiplier ?? 0,
      )
    expect(printed([of('TYPE_I')], 2)).toEqual([[1.47, 1.52]])
    // The book's households have 0.3 and 0.25 of income, and their own purchases in the inverse: the same ratio.
    const { kappa } = inducedRounds(system, closure)
    const [first = 0, second = 0] = of('TYPE_I')
    expect(of('TYPE_II')).toEqual([expect.closeTo(kappa * first, 12), expect.closeTo(kappa * second, 12)])
    expect(printed([of('TYPE_II').map((value) => value / 0.95)], 2)).toEqual([[1.9, 1.96]])
  })

  it('section 13.2: output of 1 given as 1 000 leaves 2 with 0.2 · 1 000 / (1 − 0.05), and 1 with less final demand', () => {
    const [demand = 0] = demandForOutputs(system, [0], [1000])
    expect(matrixTimesColumn(leontiefInverse(coefficients), [demand, 0])).toEqual([
      expect.closeTo(1000, 9),
      expect.closeTo(200 / 0.95, 9),
    ])
    // f_1 = (1 − a_11) x̄_1 − a_12 x_2.
    expect(demand).toBeCloseTo(0.85 * 1000 - (0.25 * 200) / 0.95, 9)
  })

  it('section 2.4: the rounds of 600 and 1 500, path by path: 465 and 195, then 118.5 and 102.75', () => {
    const shocks = [
      { industry: '1', county: 'county:25', year: 2022, establishment: null, output: 600 },
      { industry: '2', county: 'county:25', year: 2022, establishment: null, output: 1500 },
    ]
    // One job for each unit of output, all kept, so that jobs are output.
    const prepared = prepareTable(twoSectors, { ...reportAssumptions, closure: 'TYPE_I' })
    const paths = structuralPaths(
      pathNetwork(prepared, prepared.areaOf('county:25'), prepared.effects(shocks).byShock),
      2000,
    )
    const ofRound = (tier: number, last: number) =>
      paths
        .filter(({ industries }) => industries.length === tier + 1 && industries.at(-1) === last)
        .reduce((sum, { jobs }) => sum + jobs, 0)
    expect([ofRound(1, 0), ofRound(1, 1)]).toEqual([expect.closeTo(465, 9), expect.closeTo(195, 9)])
    expect([ofRound(2, 0), ofRound(2, 1)]).toEqual([expect.closeTo(118.5, 9), expect.closeTo(102.75, 9)])
    // The largest of all is what 2 buys of 1: 0.25 · 1 500.
    expect(paths[0]).toEqual({ industries: [1, 0], jobs: expect.closeTo(375, 9) })
  })
})
