import fc from 'fast-check'
import { lusolve } from 'mathjs'
import { describe, expect, it } from 'vitest'
import { closures, shockKinds } from '../../src/edition/assumption-kinds.js'
import { atOnce } from '../../src/kernel/turns.js'
import type { Assumptions } from '../../src/spillover/model/assumptions.js'
import { totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { householdClosure } from '../../src/spillover/model/households.js'
import type { Shock } from '../../src/spillover/model/shocks.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { jobYears, type TemporaryYear, temporaryYearsInSteps } from '../../src/spillover/model/temporary-work.js'
import { reportAssumptions } from '../edition.js'
import { tableAndShocks } from './example-tables.js'
import { technicalCoefficients } from './technical-coefficients.js'
import { reportTable } from './ventures.js'

const yearsOf = (table: InputOutputTable, assumptions: Assumptions, shocks: readonly Shock[]): TemporaryYear[] =>
  atOnce(temporaryYearsInSteps(prepareTable(table, assumptions).effects, assumptions.shock, shocks))

/**
 * All jobs of shocks that run at once, from linear equations: the ventures' industries make what is given, or more under
 * FINAL_DEMAND, and households are an industry of their own, whose part of the ventures' industries comes beside.
 */
function jobsTogether(table: InputOutputTable, assumptions: Assumptions, shocks: readonly Shock[]): number {
  const a = technicalCoefficients(table)
  const e = table.industries.map(({ employed, output }) => (employed ?? 0) / output)
  const made = a.map(() => 0)
  for (const { industry, jobs = 0 } of shocks) {
    const k = table.industries.findIndex(({ code }) => code === industry)
    made[k] = (made[k] ?? 0) + jobs / (e[k] ?? 0)
  }
  const isGiven = (i: number) => assumptions.shock === 'OUTPUT' && (made[i] ?? 0) > 0
  const solve = (matrix: number[][], right: number[]) => lusolve(matrix, right).flat().map(Number)
  const identityLess = (i: number, j: number) => (i === j ? 1 : 0) - (a[i]?.[j] ?? 0)
  // Rows of industries whose output is given say so; the others' say that they make what is bought of them.
  const x = solve(
    a.map((row, i) => row.map((_, j) => (isGiven(i) ? (i === j ? 1 : 0) : identityLess(i, j)))),
    made,
  )
  const kept = table.industries.map(({ scope }) => (scope === 'NATIONAL' ? assumptions.retention.share : 1))
  let jobs = a.reduce(
    (sum, _, i) => sum + (e[i] ?? 0) * ((made[i] ?? 0) + (kept[i] ?? 0) * ((x[i] ?? 0) - (made[i] ?? 0))),
    0,
  )
  if (assumptions.closure === 'TYPE_II') {
    const { incomeRow, purchaseColumn } = householdClosure(table, assumptions)
    const n = a.length
    const closed = Array.from({ length: n + 1 }, (_, i) =>
      Array.from({ length: n + 1 }, (__, j) => {
        if (i < n && j < n) return identityLess(i, j)
        if (i < n) return -(purchaseColumn[i] ?? 0)
        return j < n ? -(incomeRow[j] ?? 0) : 1
      }),
    )
    const income = x.reduce((sum, value, i) => sum + (incomeRow[i] ?? 0) * value, 0)
    const induced = solve(closed, [...a.map(() => 0), income])
    jobs += a.reduce((sum, _, i) => sum + (e[i] ?? 0) * (kept[i] ?? 0) * (induced[i] ?? 0), 0)
  }
  return jobs
}

describe('work that ends', () => {
  it('is in each calendar year what the shocks that run then set off together', () => {
    fc.assert(
      fc.property(
        tableAndShocks,
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 }),
        fc.constantFrom(...shockKinds),
        fc.constantFrom(...closures),
        ([table, drawn], durations, shock, closure) => {
          const assumptions = { ...reportAssumptions, shock, closure }
          const shocks = drawn.map((each, index) => ({ ...each, durationYears: durations[index] ?? 1 }))
          const years = yearsOf(table, assumptions, shocks)
          for (let year = 2020; year < 2035; year++) {
            const running = shocks.filter((each) => each.year <= year && year < each.year + each.durationYears)
            const found = years.filter((each) => each.year === year)
            expect(found).toHaveLength(running.length > 0 ? 1 : 0)
            const [{ jobs, direct, indirect, induced } = { jobs: 0, direct: 0, indirect: 0, induced: 0 }] = found
            const expected = jobsTogether(table, assumptions, running)
            expect(Math.abs(jobs - expected)).toBeLessThan(1e-6 * (1 + Math.abs(expected)))
            expect(direct).toBeCloseTo(
              running.reduce((sum, each) => sum + each.jobs, 0),
              6,
            )
            expect(direct + indirect + induced).toBeCloseTo(jobs, 6)
          }
          expect(years.map(({ year }) => year)).toEqual(years.map(({ year }) => year).toSorted())
        },
      ),
      { numRuns: 60 },
    )
  })

  const building: Shock = {
    ...{ industry: 'F', county: 'county:25', year: 2026, establishment: null, jobs: 400, durationYears: 2 },
  }

  it('is 1 412 job-years for 400 jobs of F in two years, as many in each', () => {
    const years = yearsOf(reportTable, reportAssumptions, [building])
    expect(jobYears(years)).toBeCloseTo(1_412.16, 2)
    expect(years.map(({ year }) => year)).toEqual([2026, 2027])
    expect(years[0]?.jobs).toBe(years[1]?.jobs)
  })

  it('is, under OUTPUT, more than solved as if all of it ran at once, and less than each by itself', () => {
    const assumptions = { ...reportAssumptions, shock: 'OUTPUT' } as const
    const steel = { ...building, industry: 'C24', year: 2027 }
    const { effects } = prepareTable(reportTable, assumptions)
    const jobsOf = (...shocks: Shock[]) => {
      const { direct, spillover } = totalEffects(effects(shocks))
      return direct + spillover
    }
    const all = jobYears(yearsOf(reportTable, assumptions, [building, steel]))
    expect(all).toBeCloseTo(jobsOf(building) + jobsOf(building, steel) + jobsOf(steel), 6)
    expect(all).toBeGreaterThan(2 * jobsOf(building, steel))
    expect(all).toBeLessThan(2 * jobsOf(building) + 2 * jobsOf(steel))
  })

  it('solves each set of shocks that run together once', () => {
    const asked: (readonly Shock[])[] = []
    const { effects } = prepareTable(reportTable, reportAssumptions)
    const watched = (shocks: readonly Shock[]) => {
      asked.push(shocks)
      return effects(shocks)
    }
    const steel = { ...building, industry: 'C24', year: 2030, durationYears: 50 }
    const years = atOnce(temporaryYearsInSteps(watched, 'OUTPUT', [{ ...building, durationYears: 20 }, steel]))
    expect(years).toHaveLength(54)
    expect(asked.map((shocks) => shocks.length)).toEqual([1, 2, 1])
  })

  it('is nothing where nothing ends', () => {
    expect(yearsOf(reportTable, reportAssumptions, [])).toEqual([])
  })
})
