import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retentionRules, shockKinds } from '../../src/edition/assumption-kinds.js'
import type { Assumptions } from '../../src/spillover/model/assumptions.js'
import { totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import type { Shock } from '../../src/spillover/model/shocks.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { reportAssumptions } from '../edition.js'
import { pathNetwork, structuralPaths } from './at-once.js'
import { industry, shocksTo, table, tables, twoSectors } from './example-tables.js'
import { reportShocks, reportTable } from './ventures.js'

const smallTables = tables.filter(({ industries }) => industries.length <= 3)
const assumptionsOf = (shock: Assumptions['shock'], apply: Assumptions['retention']['apply']): Assumptions => ({
  ...reportAssumptions,
  shock,
  retention: { share: 0.27, apply, nationalIndustries: null },
})

function pathsUnder(of: InputOutputTable, assumptions: Assumptions, shocks: readonly Shock[], first: number) {
  const prepared = prepareTable(of, assumptions)
  const effects = prepared.effects(shocks)
  return {
    paths: structuralPaths(pathNetwork(prepared, prepared.areaOf('county:25'), effects.byShock), first),
    indirect: totalEffects(effects).indirect,
  }
}

const DEEPEST = 8
const TOO_SMALL = 1e-300

/** Every path of up to eight steps, by the definition: a purchase after the other, whatever comes of it. */
function everyPath(
  { industries, flows }: InputOutputTable,
  { shock: reading, retention }: Assumptions,
  shocks: readonly Shock[],
): ReadonlyMap<string, number> {
  const kept = industries.map(({ scope }) => (scope === 'NATIONAL' ? retention.share : 1))
  const before = retention.apply === 'IN_COEFFICIENTS'
  const jobsOf = (i: number) =>
    ((industries[i]?.employed ?? 0) / (industries[i]?.output ?? 1)) * (before ? 1 : (kept[i] ?? 1))
  const bought = (i: number, k: number) =>
    ((flows[i]?.[k] ?? 0) / (industries[k]?.output ?? 1)) * (before ? (kept[i] ?? 1) : 1)
  const outputs = new Map<number, number>()
  for (const { industry: code, jobs } of shocks) {
    const k = industries.findIndex((each) => each.code === code)
    const output = ((jobs ?? 0) * (industries[k]?.output ?? 0)) / (industries[k]?.employed ?? 1)
    if (output > 0) outputs.set(k, (outputs.get(k) ?? 0) + output)
  }
  const paths = new Map<string, number>()
  const follow = (path: readonly number[], output: number) => {
    if (path.length > 1) paths.set(path.join(' '), output * jobsOf(path.at(-1) ?? 0))
    if (path.length > DEEPEST) return
    for (let i = 0; i < industries.length; i++) {
      if (reading === 'OUTPUT' && outputs.has(i)) continue
      const value = output * bought(i, path.at(-1) ?? 0)
      if (value > 0) follow([...path, i], value)
    }
  }
  for (const [k, output] of outputs) follow([k], output)
  return paths
}

describe('structural paths', () => {
  it('of an example by hand: ten jobs in 1 are output of 1 000, of which 2 supplies 200', () => {
    const shocks = [{ industry: '1', county: 'county:25', year: 2022, establishment: null, jobs: 10 }]
    const { paths } = pathsUnder(twoSectors, assumptionsOf('FINAL_DEMAND', 'AFTER'), shocks, 4)
    // e = (0.01, 0.05), 2 is national: 200 · 0.05 · 0.27, 150 · 0.01, 0.25 · 200 · 0.01 by 2, 0.2 · 150 · 0.05 · 0.27 by 1.
    expect(paths).toEqual([
      { industries: [0, 1], jobs: expect.closeTo(2.7, 12) },
      { industries: [0, 0], jobs: expect.closeTo(1.5, 12) },
      { industries: [0, 1, 0], jobs: expect.closeTo(0.5, 12) },
      { industries: [0, 0, 1], jobs: expect.closeTo(0.405, 12) },
    ])
  })

  it('are the largest of all, whatever the reading and the retention', () => {
    const asked = smallTables.chain((each) => fc.tuple(fc.constant(each), shocksTo(each)))
    fc.assert(
      fc.property(
        asked,
        fc.constantFrom(...shockKinds),
        fc.constantFrom(...retentionRules),
        fc.integer({ min: 1, max: 30 }),
        ([of, shocks], reading, apply, first) => {
          const assumptions = assumptionsOf(reading, apply)
          const all = everyPath(of, assumptions, shocks)
          const largest = [...all.values()].filter((jobs) => jobs > 0).sort((left, right) => right - left)
          const { paths } = pathsUnder(of, assumptions, shocks, first)

          expect(paths.length).toBeGreaterThanOrEqual(
            Math.min(first, largest.filter((j) => j > (largest[0] ?? 0) * 1e-9).length),
          )
          for (const [index, { industries, jobs }] of paths.entries()) {
            // Numbers that are too small to be kept to the digit have no share of themselves to be within.
            expect(jobs).toBeGreaterThanOrEqual((largest[index] ?? 0) * (1 - 1e-9) - TOO_SMALL)
            expect(jobs).toBeLessThanOrEqual((paths[index - 1]?.jobs ?? Number.POSITIVE_INFINITY) * (1 + 1e-9))
            const named = all.get(industries.join(' '))
            if (industries.length - 1 <= DEEPEST)
              expect(Math.abs(jobs - (named ?? -1))).toBeLessThanOrEqual(1e-9 * jobs + TOO_SMALL)
          }
          expect(new Set(paths.map(({ industries }) => industries.join(' '))).size).toBe(paths.length)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('add up to the indirect jobs: what eight steps do not reach halves with each', () => {
    const asked = smallTables.chain((each) => fc.tuple(fc.constant(each), shocksTo(each)))
    fc.assert(
      fc.property(
        asked,
        fc.constantFrom(...shockKinds),
        fc.constantFrom(...retentionRules),
        ([of, shocks], reading, apply) => {
          const assumptions = assumptionsOf(reading, apply)
          const { indirect } = pathsUnder(of, assumptions, shocks, 1)
          const reached = [...everyPath(of, assumptions, shocks).values()].reduce((sum, jobs) => sum + jobs, 0)
          expect(reached).toBeLessThanOrEqual(indirect + 1e-9 * Math.max(1, indirect))
          // Columns of A add up to at most a half, so the output of each round is at most half of the one before.
          const jobsPerOutput = of.industries.map(({ employed, output }) => (employed ?? 0) / output)
          const output = shocks.reduce((sum, { industry: code, jobs }) => {
            const made = of.industries.find((each) => each.code === code)
            return sum + ((jobs ?? 0) * (made?.output ?? 0)) / (made?.employed ?? 1)
          }, 0)
          expect(indirect - reached).toBeLessThanOrEqual(Math.max(...jobsPerOutput) * output * 0.5 ** DEEPEST + 1e-9)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('begin with a venture’s own purchases where those are known', () => {
    const shock = { industry: '1', county: 'county:25', year: 2022, establishment: null, jobs: 10 }
    const purchases = [{ industry: '2', share: 0.5, local: 0.8 }]
    const shocks = [shock, { ...shock, purchases }]
    const { paths, indirect } = pathsUnder(twoSectors, assumptionsOf('FINAL_DEMAND', 'AFTER'), shocks, 20_000)
    // 200 of the one by its industry's average and 400 of the other by its recipe, which buys nothing of 1.
    expect(paths[0]).toEqual({ industries: [0, 1], jobs: expect.closeTo(600 * 0.05 * 0.27, 9) })
    expect(paths.find(({ industries }) => industries.join() === '0,0')?.jobs).toBeCloseTo(1.5, 9)
    expect(paths.reduce((sum, { jobs }) => sum + jobs, 0)).toBeCloseTo(indirect, 3)
  })

  it('end where nothing more is bought', () => {
    const chain = table(
      ['a', 'b', 'c'].map((code) => industry(code, 100, { employed: 100, wages: 10, householdPurchases: 1 })),
      [
        [0, 0, 0],
        [50, 0, 0],
        [0, 50, 0],
      ],
      { householdConsumption: 100 },
    )
    const shocks = [{ industry: 'a', county: 'county:25', year: 2022, establishment: null, jobs: 8 }]
    const { paths } = pathsUnder(chain, assumptionsOf('FINAL_DEMAND', 'AFTER'), shocks, 200)
    expect(paths).toEqual([
      { industries: [0, 1], jobs: 4 },
      { industries: [0, 1, 2], jobs: 2 },
    ])
  })

  it('name one of few jobs on the way to one of many, beyond which nothing is bought', () => {
    const chain = table(
      ['a', 'b', 'c'].map((code) =>
        industry(code, 100, { employed: code === 'b' ? 1 : 100, wages: 10, householdPurchases: 1 }),
      ),
      [
        [0, 0, 0],
        [50, 0, 0],
        [0, 50, 0],
      ],
      { householdConsumption: 100 },
    )
    const shocks = [{ industry: 'a', county: 'county:25', year: 2022, establishment: null, jobs: 8 }]
    const { paths } = pathsUnder(chain, assumptionsOf('FINAL_DEMAND', 'AFTER'), shocks, 200)
    expect(paths).toEqual([
      { industries: [0, 1, 2], jobs: 2 },
      { industries: [0, 1], jobs: 0.04 },
    ])
  })

  it('are ordered by size where a coefficient is negative, which the ceiling allows for', () => {
    const corrected = {
      ...twoSectors,
      flows: [
        [150, -500],
        [200, 100],
      ],
    }
    const shocks = [{ industry: '1', county: 'county:25', year: 2022, establishment: null, jobs: 10 }]
    const { paths, indirect } = pathsUnder(corrected, assumptionsOf('FINAL_DEMAND', 'AFTER'), shocks, 20_000)
    expect(paths.slice(0, 3).map(({ jobs }) => jobs)).toEqual([2.7, 1.5, -0.5].map((jobs) => expect.closeTo(jobs, 12)))
    expect(paths.reduce((sum, { jobs }) => sum + jobs, 0)).toBeCloseTo(indirect, 3)
  })

  it('of the report begin with what construction buys of consultants', () => {
    const { paths, indirect } = pathsUnder(reportTable, reportAssumptions, reportShocks, 200)
    expect(paths).toHaveLength(200)
    const [of, by] = ['F', 'M69-72'].map((code) => reportTable.industries.findIndex((each) => each.code === code))
    const [builders, consultants] = [reportTable.industries[of ?? -1], reportTable.industries[by ?? -1]]
    // 8 000 direct jobs of F are so much of its purchases from M69–72, and of the jobs that those take.
    const bought = (8000 / (builders?.employed ?? 1)) * (reportTable.flows[by ?? -1]?.[of ?? -1] ?? 0)
    const jobs = (bought * (consultants?.employed ?? 0)) / (consultants?.output ?? 1)
    expect(paths[0]).toEqual({ industries: [of, by], jobs: expect.closeTo(jobs, 6) })
    const explained = paths.reduce((sum, path) => sum + path.jobs, 0) / indirect
    expect(explained).toBeGreaterThan(0.5)
    expect(explained).toBeLessThan(1)
  })
})
