import { describe, expect, it } from 'vitest'
import { type Assumptions, nothingCutAfter } from '../../src/spillover/model/assumptions.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { drawModel } from '../../src/spillover/uncertainty/draw-model.js'
import { drawn } from '../../src/spillover/uncertainty/draws.js'
import { rangesAround } from '../../src/spillover/uncertainty/ranges.js'
import { reportAssumptions } from '../edition.js'
import { type Simulated, simulated } from './plain-simulation.js'
import { reportEmployment } from './regional-employment.js'
import { reportShocks, reportTable } from './ventures.js'

const correlations = [0.25, 0, 1]
const DRAWS = 8_000
const SIMULATED = 3_000

/** Total spillover of each draw that stands at each correlation, in order of size. */
function totalsUnder(assumptions: Assumptions): number[][] {
  const prepared = prepareTable(reportTable, assumptions, { regionalEmployment: reportEmployment })
  const model = drawModel(prepared, reportShocks, rangesAround(assumptions), correlations)
  const results = drawn({ model, seed: 2026, from: 0, to: DRAWS })
  const groups = model.groups.length
  const columns = groups + correlations.length - 1
  return correlations.map((_, index) => {
    const ofDraw = (draw: number) => {
      const row = results.subarray(draw * columns, (draw + 1) * columns)
      return index === 0 ? row.subarray(0, groups).reduce((sum, jobs) => sum + jobs, 0) : (row[groups + index - 1] ?? 0)
    }
    const standing = Array.from({ length: DRAWS }, (__, draw) => ofDraw(draw)).filter((total) => !Number.isNaN(total))
    return standing.sort((one, other) => one - other)
  })
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * sorted.length)))] ?? Number.NaN

/** Within the error that the published quantiles state for 8 000 draws, of which only one 95 % quantile is less sure. */
function expectPublished(given: readonly number[] | undefined, published: readonly number[], ofLast = 0.011) {
  for (const [at, share] of [0.05, 0.5, 0.95].entries()) {
    const off = Math.abs(quantile(given ?? [], share) / (published[at] ?? 0) - 1)
    expect(off).toBeLessThan(share === 0.95 ? ofLast : 0.011)
  }
}

/** Expects two simulations to agree within four standard errors of what they differ by. */
function expectSame(given: readonly number[] | undefined, plain: readonly number[]) {
  for (const at of [0.05, 0.25, 0.5, 0.75, 0.95]) {
    const slack = 4 * Math.sqrt(at * (1 - at) * (1 / plain.length + 1 / DRAWS))
    const value = quantile(given ?? [], at)
    expect(value).toBeGreaterThan(quantile(plain, at - slack))
    expect(value).toBeLessThan(quantile(plain, at + slack))
  }
}

const asked: Omit<Simulated, 'correlation' | 'seed'> = {
  ...{ table: reportTable, shocks: reportShocks, draws: SIMULATED },
  ...{ tax: [0.25, 0.4], share: [0.135, 0.405] },
}

describe('the report’s setting', () => {
  const given = totalsUnder(reportAssumptions)

  it('at each correlation is what numpy gives', () => {
    expectPublished(given[1], [20_730, 23_363, 26_434])
    expectPublished(given[0], [16_919, 23_156, 33_185])
    expectPublished(given[2], [12_912, 22_472, 47_736], 0.031)
  })

  it.each([...correlations.entries()])('agrees with a simulation of plain loops (%d: %d)', (index, correlation) => {
    expectSame(given[index], simulated({ ...asked, correlation, seed: 5 + index }))
  })
})

describe('location quotients (FLQ, δ 0.25)', () => {
  const flq = { method: 'FLQ', delta: 0.25, householdDelta: 0.125 } as const
  const given = totalsUnder({
    ...reportAssumptions,
    retention: nothingCutAfter,
    regionalisation: { ...flq, area: 'TOGETHER', mining: 'MERGED', employment: reportEmployment.id },
  })

  it('at each correlation is what numpy gives', () => {
    expectPublished(given[1], [6_806, 9_150, 12_540])
    expectPublished(given[0], [6_277, 9_080, 13_669])
    expectPublished(given[2], [5_320, 8_910, 16_164])
  })

  // SLQ and λ by plain sums of the figures.
  const [north, south] = [...reportEmployment.counties.values()]
  const here = reportEmployment.groups.map((_, group) => (north?.[group] ?? 0) + (south?.[group] ?? 0))
  const add = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0)
  const share = add(here) / add(reportEmployment.nation)
  const slq = reportTable.industries.map(({ section }) => {
    const group = reportEmployment.groups.findIndex((code) => code.split('+').includes(section ?? ''))
    return (here[group] ?? 0) / (reportEmployment.nation[group] ?? 0) / share
  })
  const trade: Simulated['trade'] = (uniform) => {
    const delta = 0.15 + 0.2 * uniform
    const lambda = Math.log2(1 + share) ** delta
    return {
      cell: (i, j) => Math.min(1, lambda * (slq[i] ?? 1) * (i === j ? 1 : 1 / (slq[j] ?? 1))),
      household: (i) => Math.min(1, Math.log2(1 + share) ** (delta / 2) * (slq[i] ?? 1)),
    }
  }

  it.each([...correlations.entries()])('agrees with a simulation of plain loops (%d: %d)', (index, correlation) => {
    expectSame(given[index], simulated({ ...asked, correlation, trade, seed: 15 + index }))
  })
})
