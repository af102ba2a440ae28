import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closures, householdIncomes, retentionRules, shockKinds } from '../../src/edition/assumption-kinds.js'
import { silent } from '../../src/kernel/progress.js'
import type { Assumptions } from '../../src/spillover/model/assumptions.js'
import { spilloverCube, totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { eliminate } from '../../src/spillover/model/linear-algebra/elimination.js'
import { spectralRadiusBound } from '../../src/spillover/model/linear-algebra/spectral-radius.js'
import type { Shock } from '../../src/spillover/model/shocks.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import type { FilledQuestion } from '../../src/spillover/question/question.js'
import { drawsOfJob, mostDraws } from '../../src/spillover/uncertainty/draw-bounds.js'
import { drawModel } from '../../src/spillover/uncertainty/draw-model.js'
import { type DrawWorkers, openDrawWorkers } from '../../src/spillover/uncertainty/draw-workers.js'
import { drawn } from '../../src/spillover/uncertainty/draws.js'
import { normalQuantile } from '../../src/spillover/uncertainty/lognormal.js'
import { type Range, type Ranges, rangesAround } from '../../src/spillover/uncertainty/ranges.js'
import { quantile, uncertainty } from '../../src/spillover/uncertainty/uncertainty.js'
import { reportAssumptions } from '../edition.js'
import { industry, table, twoSectors } from './example-tables.js'
import { reportShocks, reportTable } from './ventures.js'

const exactly = (value: number): Range => ({ low: value, high: value })

/** Nothing is uncertain: every draw is the calculation itself. */
const noUncertainty = ({ householdIncome, incomeTax, retention, regionalisation }: Assumptions): Ranges => ({
  incomeTax: exactly(householdIncome === 'DISPOSABLE_WAGES' ? incomeTax : 0),
  retentionShare: exactly(retention.share),
  delta: exactly(regionalisation?.delta ?? 0),
  coefficientSpread: 0,
  employmentSpread: 0,
})

const ownShocks: readonly Shock[] = [
  {
    industry: 'C24',
    county: 'county:25',
    year: 2027,
    establishment: null,
    jobs: 300,
    purchases: [
      { industry: 'D35', share: 0.3, local: 1 },
      { industry: 'B', share: 0.2, local: 0.5 },
    ],
  },
  {
    industry: 'C24',
    county: 'county:25',
    year: 2028,
    establishment: null,
    output: 2000,
    purchases: [{ industry: 'H49', share: 0.1, local: 1 }],
  },
  { industry: 'J61', county: 'county:24', year: 2028, establishment: null, output: 500 },
]

let question: FilledQuestion
let workers: DrawWorkers
beforeAll(() => {
  question = asked(reportTable, reportShocks)
  workers = openDrawWorkers(2)
})
afterAll(() => workers.end())

/** A question on a table that no graph holds. */
const asked = (
  of: InputOutputTable,
  shocks: readonly Shock[],
  assumptions: Assumptions = reportAssumptions,
): FilledQuestion => ({
  table: { id: `table:${of.id}`, digest: JSON.stringify(of), table: of, odd: { Sv: [], En: [] } },
  assumptions,
  regionalEmployment: null,
  placement: 'VENTURE',
  residence: null,
  smeShares: new Map(),
  scenario: null,
  establishments: [],
  shocks,
  temporary: [],
  asStated: false,
})

describe('with nothing uncertain', () => {
  const any = fc.record({
    shock: fc.constantFrom(...shockKinds),
    closure: fc.constantFrom(...closures),
    householdIncome: fc.constantFrom(...householdIncomes.filter((income) => income !== 'ALL_INCOME')),
    incomeTax: fc.double({ min: 0, max: 1, noNaN: true }),
    retention: fc.record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      apply: fc.constantFrom(...retentionRules),
      nationalIndustries: fc.constantFrom(null, ['C24', 'B', 'H49'], []),
    }),
    regionalisation: fc.constant(null),
    displacement: fc.constant(null),
  })

  it('a draw is the calculation itself, under any assumptions and with recipes of shocks’ own', () => {
    fc.assert(
      fc.property(any, fc.boolean(), (assumptions, withOwn) => {
        const shocks = withOwn ? [...reportShocks, ...ownShocks] : reportShocks
        const prepared = prepareTable(reportTable, assumptions)
        const effects = prepared.effects(shocks)
        const model = drawModel(prepared, shocks, noUncertainty(assumptions), [0.25, 0, 1])
        const results = drawn({ model, seed: 1, from: 0, to: 1 })
        const groups = spilloverCube(effects, ['SECTOR_GROUP'])
        for (const [index, group] of model.groups.entries()) {
          expect(results[index]).toBeCloseTo(groups.find((cell) => cell.group === group)?.jobs ?? Number.NaN, 5)
        }
        for (const total of results.subarray(model.groups.length)) {
          expect(total).toBeCloseTo(totalEffects(effects).spillover, 5)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('with one thing uncertain, quantiles are those of its distribution', () => {
  const DRAWS = 4000
  /** Four standard errors of the share of draws below a quantile. */
  const slack = (share: number) => 4 * Math.sqrt((share * (1 - share)) / DRAWS)
  const nothing = noUncertainty(reportAssumptions)
  const totalUnder = (changes: Partial<Assumptions>) =>
    totalEffects(prepareTable(reportTable, { ...reportAssumptions, ...changes }).effects(reportShocks)).spillover

  async function expectQuantiles(of: FilledQuestion, ranges: Ranges, totalAt: (share: number) => number) {
    const { total } = await uncertainty(of, { draws: DRAWS, seed: 11 }, workers, { ranges })
    for (const [share, value] of [
      [0.05, total.p5],
      [0.5, total.median],
      [0.95, total.p95],
    ] as const) {
      const [low, high] = [totalAt(share - slack(share)), totalAt(share + slack(share))]
      expect(value).toBeGreaterThan(low)
      expect(value).toBeLessThan(high)
    }
  }

  it('income tax: the more of it, the fewer jobs', () =>
    expectQuantiles(question, { ...nothing, incomeTax: { low: 0.25, high: 0.4 } }, (share) =>
      totalUnder({ incomeTax: 0.4 - 0.15 * share }),
    ))

  it('retention share', () =>
    expectQuantiles(question, { ...nothing, retentionShare: { low: 0.1, high: 0.9 } }, (share) =>
      totalUnder({ retention: { ...reportAssumptions.retention, share: 0.1 + 0.8 * share } }),
    ))

  // One industry, d jobs: a m / (1 − a m) · d beside them, with the factor m known by its quantiles.
  const alone = table([industry('1', 100, { employed: 10, group: 'INDUSTRY', scope: 'LOCAL' })], [[40]])
  const jobs: Shock = { industry: '1', county: 'county:25', year: 2027, establishment: null, jobs: 1000 }
  const output: Shock = { industry: '1', county: 'county:25', year: 2027, establishment: null, output: 10_000 }
  const typeI: Assumptions = { ...reportAssumptions, closure: 'TYPE_I' }
  const factor = (spread: number, share: number) => Math.exp(spread * normalQuantile(share) - spread ** 2 / 2)

  it('the one coefficient of a table', () =>
    expectQuantiles(asked(alone, [jobs], typeI), { ...noUncertainty(typeI), coefficientSpread: 0.3 }, (share) => {
      const coefficient = 0.4 * factor(0.3, share)
      return (1000 * coefficient) / (1 - coefficient)
    }))

  it('the one employment coefficient of a table, to which only output is converted', () =>
    expectQuantiles(
      asked(alone, [output], typeI),
      { ...noUncertainty(typeI), employmentSpread: 0.2 },
      (share) => ((1000 * 0.4) / 0.6) * factor(0.2, share),
    ))

  it('rejects and counts the draws at which the rounds have no end', async () => {
    const near = table([industry('1', 100, { employed: 10, group: 'INDUSTRY', scope: 'LOCAL' })], [[80]])
    const ranges = { ...noUncertainty(typeI), coefficientSpread: 0.5 }
    const { draws, rejected } = await uncertainty(asked(near, [jobs], typeI), { draws: DRAWS, seed: 3 }, workers, {
      ranges,
    })
    // m > 1 / 0.8 where z > (ln 1.25 + 0.5² / 2) / 0.5 = 0.69629, which has a probability of 0.24313.
    expect(draws).toBe(DRAWS)
    expect(Math.abs(rejected / DRAWS - 0.24313)).toBeLessThan(slack(0.24313))
  })

  it('says so where every draw is rejected', async () => {
    const model = {
      ...drawModel(prepareTable(alone, typeI), [jobs], noUncertainty(typeI), [0]),
      coefficients: new Float64Array([1]),
    }
    expect([...drawn({ model, seed: 1, from: 0, to: 2 })]).toEqual([Number.NaN, Number.NaN])
    const without: DrawWorkers = { run: async () => new Float64Array(3).fill(Number.NaN), end: async () => {} }
    const refused = uncertainty(asked(alone, [jobs], typeI), { draws: 3, seed: 1 }, without)
    await expect(refused).rejects.toMatchObject({ argument: 'draws' })
  })
})

describe('the same seed', () => {
  const asks = { draws: 700, seed: 7 }
  const whole = async (asked: typeof asks & { correlation?: number }, by: DrawWorkers) => {
    const answer = await uncertainty(question, asked, by)
    return { ...answer, byCorrelation: await answer.byCorrelation() }
  }

  it('gives a correlation the same answer, whether it is asked for or shown beside another', async () => {
    const usual = await whole(asks, workers)
    const none = await whole({ ...asks, correlation: 0 }, workers)
    expect(usual.correlation).toBe(0.25)
    expect(usual.byCorrelation.map(({ correlation }) => correlation)).toEqual([0, 0.25, 1])
    expect(none.byCorrelation.map(({ correlation }) => correlation)).toEqual([0, 1])
    expect(usual.byCorrelation[0]?.total).toEqual(none.total)
    expect(usual.byCorrelation[1]?.total).toEqual(usual.total)
    expect(usual.byCorrelation[2]).toEqual(none.byCorrelation[1])
  })

  it('gives the same answer whatever the number of threads', async () => {
    const [one, three] = [openDrawWorkers(1), openDrawWorkers(3)]
    try {
      const answer = await whole(asks, one)
      expect(await whole(asks, three)).toEqual(answer)
      expect((await whole({ ...asks, seed: 8 }, three)).total).not.toEqual(answer.total)
      expect(answer.total.p5).toBeLessThan(answer.total.median)
      expect(answer.total.median).toBeLessThan(answer.total.p95)
    } finally {
      await Promise.all([one.end(), three.end()])
    }
  })

  it('makes each draw from its number alone, so that more draws begin with the same ones', () => {
    const model = drawModel(
      prepareTable(reportTable, reportAssumptions),
      reportShocks,
      {
        ...noUncertainty(reportAssumptions),
        coefficientSpread: 0.2,
      },
      [0.25, 0, 1],
    )
    const all = drawn({ model, seed: 5, from: 0, to: 8 })
    expect(drawn({ model, seed: 5, from: 3, to: 8 })).toEqual(all.subarray(3 * (model.groups.length + 2)))
  })

  it('changes nothing of the question’s table', async () => {
    const before = JSON.stringify(question.table)
    await uncertainty(question, { draws: 10, seed: 1 }, workers)
    expect(JSON.stringify(question.table)).toBe(before)
  })
})

describe('what is refused', () => {
  it.each([0, -1, 1.5, Number.NaN, 100_001, 1e6])('%d draws', async (draws) => {
    await expect(uncertainty(question, { draws, seed: 1 }, workers)).rejects.toMatchObject({ argument: 'draws' })
  })

  it.each([-0.01, 1.01, Number.NaN])('correlation %d', async (correlation) => {
    const refused = uncertainty(question, { draws: 10, seed: 1, correlation }, workers)
    await expect(refused).rejects.toMatchObject({ argument: 'correlation' })
  })

  it.each([0.5, Number.NaN, 2 ** 31])('seed %d', async (seed) => {
    await expect(uncertainty(question, { draws: 10, seed }, workers)).rejects.toMatchObject({ argument: 'seed' })
  })

  it('fewer draws are made from larger tables, and none from the largest', () => {
    const most = (industries: number, areas = 1) => mostDraws({ industries, areas })
    expect([most(59), most(100), most(1_000), most(3_000)]).toEqual([100_000, 25_000, 25, 0])
    expect(most(100, 2)).toBe(12_500)
    expect(mostDraws({ industries: 44, areas: 1 }, drawsOfJob)).toBe(3_000_000)
    expect(mostDraws({ industries: 3_000, areas: 1 }, drawsOfJob)).toBe(55)
  })

  it('a cancelled question, whose workers serve the next one', async () => {
    const leaving = new AbortController()
    const progress = { ...silent, reach: () => leaving.abort() }
    const cancelled = uncertainty(question, { draws: 100_000, seed: 1 }, workers, { signal: leaving.signal, progress })
    await expect(cancelled).rejects.toThrow(/abort/i)
    expect((await uncertainty(question, { draws: 50, seed: 1 }, workers)).draws).toBe(50)
  })

  it('nobody who waits for another’s draws, and has no turn once it goes away', async () => {
    const order: string[] = []
    const asked = (name: string, signal: AbortSignal = new AbortController().signal) => {
      const progress = {
        ...silent,
        begin: () => void order.push(`${name} begins`),
        end: () => void order.push(`${name} ends`),
      }
      return uncertainty(question, { draws: 50, seed: 1 }, workers, { signal, progress })
    }
    const leaving = new AbortController()
    const answers = [asked('first'), asked('second', leaving.signal), asked('third')]
    leaving.abort()
    const settled = await Promise.allSettled(answers)
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(order).toEqual(['first begins', 'first ends', 'third begins', 'third ends'])
  })

  it('a question whose workers end', async () => {
    const ending = openDrawWorkers(1)
    const progress = { ...silent, reach: () => void ending.end() }
    const refused = uncertainty(question, { draws: 100_000, seed: 1 }, ending, { progress })
    await expect(refused).rejects.toThrow('The workers have ended')
  })
})

describe('numbers that are the same on every machine', () => {
  it('the first draws of the report’s setting from seed 7, to the last bit', () => {
    const model = drawModel(
      prepareTable(reportTable, reportAssumptions),
      reportShocks,
      rangesAround(reportAssumptions),
      [0.25, 0, 1],
    )
    expect([...drawn({ model, seed: 7, from: 0, to: 2 })]).toEqual([
      7182.426574175746, 15393.921444333999, 2117.094856268583, 22469.475384576548, 27967.33090733221,
      8474.727246007009, 22645.16689454641, 2788.922136024623, 24591.78485455536, 50126.077443074675,
    ])
  })

  it('quantiles of the normal distribution as published (Abramowitz and Stegun, table 26.5)', () => {
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalQuantile(0.95)).toBeCloseTo(1.644853626951473, 13)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 13)
    expect(normalQuantile(1e-9)).toBeCloseTo(-5.997807015007687, 12)
  })

  it('a draw with cells below nothing stands where A has a spectral radius below 1, whatever |A| has', () => {
    // Of A 0.75, of |A| 1.05.
    const turning = table(
      twoSectors.industries.map((each) => ({ ...each, householdPurchases: 0 })),
      [
        [450, -1200],
        [600, 900],
      ],
      { householdConsumption: 1000 },
    )
    const prepared = prepareTable(turning, { ...reportAssumptions, closure: 'TYPE_I' })
    const shocks = [{ industry: '1', county: 'county:25', year: 2022, establishment: null, jobs: 5 }]
    const model = drawModel(prepared, shocks, rangesAround(prepared.assumptions), [0.25])
    const spillovers = [...drawn({ model, seed: 1, from: 0, to: 200 })]
    expect(spillovers.filter(Number.isNaN).length / spillovers.length).toBeLessThan(0.05)
  })

  it('elimination finds positive pivots exactly where the spectral radius is below 1', () => {
    const matrices = fc.integer({ min: 1, max: 6 }).chain((n) =>
      fc.array(fc.array(fc.double({ min: 0, max: 0.6, noNaN: true }), { minLength: n, maxLength: n }), {
        minLength: n,
        maxLength: n,
      }),
    )
    fc.assert(
      fc.property(matrices, (coefficients) => {
        const radius = spectralRadiusBound(coefficients)
        fc.pre(Math.abs(radius - 1) > 1e-6)
        const size = coefficients.length
        const matrix = Float64Array.from(coefficients.flatMap((row, i) => row.map((a, j) => (i === j ? 1 : 0) - a)))
        expect(eliminate(matrix, size)).toBe(radius < 1)
      }),
      { numRuns: 500 },
    )
  })

  it('quantiles of draws as numpy gives them', () => {
    const sorted = Float64Array.of(1, 2, 4, 8)
    expect(quantile(sorted, 0.05)).toBeCloseTo(1.15, 12)
    expect(quantile(sorted, 0.5)).toBe(3)
    expect(quantile(sorted, 0.95)).toBeCloseTo(7.4, 12)
  })
})
