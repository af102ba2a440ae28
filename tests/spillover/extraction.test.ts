import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import {
  type Economy,
  type ExtractionKind,
  extractionKinds,
  extractionLoss,
} from '../../src/spillover/model/extraction.js'
import { householdClosure, inducedRounds } from '../../src/spillover/model/households.js'
import { iterativeSystem } from '../../src/spillover/model/linear-algebra/iterative-system.js'
import { dot, leontiefInverse, matrixTimesColumn } from '../../src/spillover/model/linear-algebra/leontief.js'
import { regionalModel } from '../../src/spillover/model/regional-model.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { sharesOfSuppliers } from '../../src/spillover/model/trade-shares.js'
import { reportAssumptions } from '../edition.js'
import { tables } from './example-tables.js'
import { reportTable } from './ventures.js'

/** A table's own economy, of its whole area. */
function economyOf(table: InputOutputTable, closure: 'TYPE_I' | 'TYPE_II'): Economy {
  const model = regionalModel(table, sharesOfSuppliers(table.industries.map(() => 1)))
  const household = closure === 'TYPE_II' ? householdClosure(table, reportAssumptions) : null
  return {
    coefficients: model.coefficients,
    system: model.system,
    rounds: household === null ? null : inducedRounds(model.system, household),
    incomeRow: household?.incomeRow ?? [],
    output: table.industries.map(({ output }) => output),
  }
}

/** x − x*, with rows and columns of all that is solved for made zero: households, where they are, stand after the industries. */
function byForce(
  table: InputOutputTable,
  closure: 'TYPE_I' | 'TYPE_II',
  extracted: readonly number[],
  kind: ExtractionKind,
) {
  const { coefficients, output } = economyOf(table, closure)
  const { incomeRow, purchaseColumn } = householdClosure(table, reportAssumptions)
  const size = output.length
  const isClosed = closure === 'TYPE_II'
  const matrix = [
    ...coefficients.map((row, i) => [...row, ...(isClosed ? [purchaseColumn[i] ?? 0] : [])]),
    ...(isClosed ? [[...incomeRow, 0]] : []),
  ]
  const all = isClosed ? [...output, dot(incomeRow, output)] : [...output]
  const demand = matrixTimesColumn(matrix, all).map((used, i) => (all[i] ?? 0) - used)
  const isGone = (i: number) => extracted.includes(i)
  const left = matrix.map((row, i) =>
    row.map((each, j) => ((kind !== 'COLUMN' && isGone(i)) || (kind !== 'ROW' && isGone(j)) ? 0 : each)),
  )
  const demanded = demand.map((each, i) => (kind === 'WHOLE' && isGone(i) ? 0 : each))
  const remaining = matrixTimesColumn(leontiefInverse(left), demanded)
  return Array.from({ length: size }, (_, i) => (output[i] ?? 0) - (remaining[i] ?? 0))
}

const jobsIn = (table: InputOutputTable, loss: ArrayLike<number>) =>
  table.industries.reduce((sum, { employed, output }, i) => sum + ((employed ?? 0) / output) * (loss[i] ?? 0), 0)

const at = (code: string) => reportTable.industries.findIndex((industry) => industry.code === code)

describe('an industry taken out of a nation', () => {
  it.each([
    ['B', 'WHOLE', 22_564.858],
    ['F', 'WHOLE', 518_648.37],
    ['B', 'COLUMN', 14_786.47],
    ['F', 'COLUMN', 181_203.802],
    ['B', 'ROW', 11_649.13],
    ['F', 'ROW', 149_398.123],
  ] as const)('%s, %s: %d jobs', (code, kind, jobs) => {
    const loss = extractionLoss(economyOf(reportTable, 'TYPE_I'), [at(code)], kind)
    expect(jobsIn(reportTable, loss)).toBeCloseTo(jobs, 3)
  })

  const several = fc
    .tuple(tables, fc.constantFrom(...extractionKinds), fc.constantFrom('TYPE_I', 'TYPE_II'))
    .chain(([table, kind, closure]) =>
      fc.record({
        table: fc.constant(table),
        kind: fc.constant(kind),
        closure: fc.constant(closure),
        extracted: fc.subarray(
          table.industries.map((_, i) => i),
          { minLength: 1 },
        ),
      }),
    )

  it('is the model solved anew without it, whichever are taken out together', () => {
    fc.assert(
      fc.property(several, ({ table, kind, closure, extracted }) => {
        const economy = economyOf(table, closure)
        const expected = byForce(table, closure, extracted, kind)
        const scale = Math.max(...economy.output)
        const loss = extractionLoss(economy, extracted, kind)
        const iterated = extractionLoss({ ...economy, system: iterativeSystem(economy.coefficients) }, extracted, kind)
        for (const [i, each] of expected.entries()) {
          expect(Math.abs((loss[i] ?? 0) - each)).toBeLessThanOrEqual(1e-8 * scale)
          expect(Math.abs((iterated[i] ?? 0) - each)).toBeLessThanOrEqual(1e-6 * scale)
        }
      }),
    )
  })

  it.each(extractionKinds)('is the model solved anew on the report’s table, %s', (kind) => {
    for (const closure of ['TYPE_I', 'TYPE_II'] as const) {
      for (const extracted of [[at('B')], [at('F')], [at('C24'), at('D35'), at('B')]]) {
        const loss = jobsIn(reportTable, extractionLoss(economyOf(reportTable, closure), extracted, kind))
        const expected = jobsIn(reportTable, byForce(reportTable, closure, extracted, kind))
        expect(Math.abs(loss / expected - 1)).toBeLessThan(1e-6)
      }
    }
  })

  it('sets off with others what its whole output does as a venture’s under OUTPUT', () => {
    const retention = { ...reportAssumptions.retention, share: 1, apply: 'AFTER' } as const
    const assumptions = { ...reportAssumptions, retention, shock: 'OUTPUT', closure: 'TYPE_I' } as const
    for (const code of ['B', 'F', 'C24']) {
      const { employed, output } = reportTable.industries[at(code)] ?? { employed: 0, output: 0 }
      const shock = { industry: code, county: 'county:24', year: 2022, establishment: null, output }
      const { indirect } = totalEffects(prepareTable(reportTable, assumptions).effects([shock]))
      const loss = jobsIn(reportTable, extractionLoss(economyOf(reportTable, 'TYPE_I'), [at(code)], 'WHOLE'))
      expect((loss - (employed ?? 0)) / indirect).toBeCloseTo(1, 9)
    }
  })

  it('is everything where all go, and nothing where none does', () => {
    const economy = economyOf(reportTable, 'TYPE_II')
    const everything = reportTable.industries.map((_, i) => i)
    expect([...extractionLoss(economy, everything, 'WHOLE')]).toEqual(economy.output)
    expect(extractionLoss(economy, [], 'WHOLE').every((each) => each === 0)).toBe(true)
  })
})
