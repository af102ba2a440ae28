import { describe, expect, it } from 'vitest'
import { totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { householdClosure, inducedRounds } from '../../src/spillover/model/households.js'
import { leontiefInverse } from '../../src/spillover/model/linear-algebra/leontief.js'
import { leontiefSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'
import { measuresOf } from '../../src/spillover/model/measures.js'
import { tableFaults } from '../../src/spillover/model/table-faults.js'
import { spilloverWarnings } from '../../src/spillover/question/spillover-warnings.js'
import { edition, reportAssumptions } from '../edition.js'
import { industry, table, twoSectors } from './example-tables.js'
import { technicalCoefficients } from './technical-coefficients.js'
import { typeIIInverse } from './type-two-inverse.js'
import { reportShocks, reportTable } from './ventures.js'

const coefficients = technicalCoefficients(reportTable)
const closure = householdClosure(reportTable, reportAssumptions)
const added = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Each is a mistake that packages of this field make, and what it would show here. */
describe('mistakes of the field', () => {
  it('households left in the totals: output multipliers add up the industries only', () => {
    const truncated = typeIIInverse(leontiefInverse(coefficients), closure)
    const closed = leontiefInverse([
      ...coefficients.map((row, i) => [...row, closure.purchaseColumn[i] ?? 0]),
      [...closure.incomeRow, 0],
    ])
    expect(truncated).toHaveLength(44)
    for (let k = 0; k < 44; k++) {
      const multiplier = added(truncated.map((row) => row[k] ?? 0))
      const withHouseholds = added(closed.map((row) => row[k] ?? 0))
      expect(multiplier).toBeCloseTo(withHouseholds - (closed[44]?.[k] ?? 0), 9)
    }
    const { inducedOutput, indirectOutput } = sums()
    const [output] = measuresOf(
      reportTable,
      prepareTable(reportTable, reportAssumptions).effects(reportShocks),
    ).measures.filter(({ name }) => name === 'output')
    expect(output?.indirect).toBeCloseTo(indirectOutput, 6)
    expect(output?.induced).toBeCloseTo(inducedOutput, 6)
  })

  it('a column of zero output divided: the industry takes no part, and nothing is NaN', () => {
    const idle = table(
      [...twoSectors.industries, industry('idle', 0)],
      [
        [150, 500, 3],
        [200, 100, 3],
        [3, 3, 3],
      ],
      { householdConsumption: 1000 },
    )
    const total = totalEffects(prepareTable(idle, reportAssumptions).effects([shockTo('1', 10)]))
    expect(total).toEqual(totalEffects(prepareTable(twoSectors, reportAssumptions).effects([shockTo('1', 10)])))
    expect(Object.values(total).every(Number.isFinite)).toBe(true)
  })

  it('a total row read as an industry: such a table is refused by name', () => {
    // The total of each column as a further row, and of each row as a further column.
    const flows = [
      [150, 500, 650],
      [200, 100, 300],
      [350, 600, 950],
    ]
    const withTotal = table([...twoSectors.industries, industry('total', 950)], flows)
    expect(tableFaults(withTotal).map(({ reason }) => reason)).toEqual([
      expect.stringContaining('is no industry but the sum of the others: its row comes to 950 against 950'),
    ])
  })

  it('total instead of domestic A: imports bought are not supplied at home', () => {
    // Domestic purchases and imports of an industry together with value added are its output.
    for (const [k, { code, output, satellites }] of reportTable.industries.entries()) {
      const domestic = added(reportTable.flows.map((row) => row[k] ?? 0))
      const { imports, valueAdded } = satellites
      if (output > 0) expect(domestic + (imports ?? 0) + (valueAdded ?? 0), code).toBeLessThanOrEqual(output * 1.001)
      expect(domestic, code).toBeLessThanOrEqual((satellites.intermediateConsumption ?? 0) * 1.001 + 2)
    }
  })

  it('heads mixed with full-time equivalents: hours are carried apart from heads, and a warning says so', () => {
    const effects = prepareTable(reportTable, reportAssumptions).effects(reportShocks)
    const { measures } = measuresOf(reportTable, effects)
    const of = (name: string) => measures.find((measure) => measure.name === name)
    expect(of('employed')?.indirect).not.toBeCloseTo(of('fullTimeEquivalents')?.indirect ?? 0, 0)
    const answer = {
      table: reportTable,
      assumptions: reportAssumptions,
      effects,
      odd: { Sv: [], En: [] },
      accountsLeftOut: [],
      asStated: true,
      hasWorkThatEnds: false,
    }
    expect(spilloverWarnings(answer, edition.spillover.warnings).map(({ code }) => code)).toContain(
      'HEADS_AND_FULL_TIME_EQUIVALENTS',
    )
  })

  it('a multiplier used where an effect is meant: jobs set output off by their own industry’s coefficient', () => {
    // Ten jobs in 1 (0.01 a unit) are output of 1 000, ten jobs in 2 (0.05 a unit) of 200.
    const [first] = prepareTable(twoSectors, reportAssumptions).effects([shockTo('1', 10)]).byShock
    const [second] = prepareTable(twoSectors, reportAssumptions).effects([shockTo('2', 10)]).byShock
    expect(first?.direct.output).toBeCloseTo(1000, 9)
    expect(second?.direct.output).toBeCloseTo(200, 9)
    const inverse = leontiefInverse(technicalCoefficients(twoSectors))
    expect(second?.indirect[0]).toBeCloseTo(0.01 * (inverse[0]?.[1] ?? 0) * 200, 9)
  })

  it('wages as the denominator where the published table uses all household income: ALL_INCOME takes that', () => {
    const kappaOf = (householdIncome: 'WAGES' | 'LABOUR_COST' | 'ALL_INCOME') => {
      const system = leontiefSystem(technicalCoefficients(twoSectors))
      return inducedRounds(system, householdClosure(twoSectors, { householdIncome, incomeTax: 0 })).kappa
    }
    // Purchases of 50 and 400 over all income of 2 000, not over wages of 800 or consumption of 1 000.
    const { purchaseColumn } = householdClosure(twoSectors, { householdIncome: 'ALL_INCOME', incomeTax: 0 })
    expect(purchaseColumn).toEqual([0.025, 0.2])
    expect(kappaOf('ALL_INCOME')).toBeLessThan(kappaOf('LABOUR_COST'))
  })
})

const shockTo = (code: string, jobs: number) => ({
  ...{ industry: code, county: 'county:25', year: 2022, establishment: null, jobs },
})

/** Output of the report's ventures by effect, added up over industries after retention. */
function sums() {
  const { byShock } = prepareTable(reportTable, reportAssumptions).effects(reportShocks)
  return {
    indirectOutput: added(byShock.flatMap(({ indirectOutput }) => [...indirectOutput])),
    inducedOutput: added(byShock.flatMap(({ inducedOutput }) => [...inducedOutput])),
  }
}
