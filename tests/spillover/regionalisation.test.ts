import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minings, regionalAreas, regionalisationMethods, shockKinds } from '../../src/edition/assumption-kinds.js'
import { type Assumptions, nothingCutAfter, type Regionalisation } from '../../src/spillover/model/assumptions.js'
import { effectsBy, totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { employedByGroup, quotientsOf } from '../../src/spillover/model/location-quotients.js'
import { householdShare, sharesByQuotients, tradeShare } from '../../src/spillover/model/trade-shares.js'
import { reportAssumptions } from '../edition.js'
import { industry, table } from './example-tables.js'
import { employmentOf, reportEmployment } from './regional-employment.js'
import { reportShocks, reportTable } from './ventures.js'

const asked = (method: Regionalisation['method'], delta = 0, more: Partial<Regionalisation> = {}): Regionalisation => ({
  ...{ method, delta, householdDelta: delta / 2, area: 'TOGETHER', mining: 'MERGED', employment: 'employment:example' },
  ...more,
})

const under = (regionalisation: Regionalisation, shock: Assumptions['shock'] = 'FINAL_DEMAND'): Assumptions => ({
  ...reportAssumptions,
  ...{ shock, retention: nothingCutAfter, regionalisation },
})

const effectsUnder = (assumptions: Assumptions) =>
  prepareTable(reportTable, assumptions, { regionalEmployment: reportEmployment }).effects(reportShocks)

/** To the last digit that is printed. */
const printed = (value: number | undefined, text: string) => {
  const digits = text.split('.')[1]?.length ?? 0
  expect(Math.abs((value ?? Number.NaN) - Number(text))).toBeLessThan(0.5001 * 10 ** -digits)
}

describe('the worked example of three industries', () => {
  const a = [
    [0.1, 0.2, 0.05],
    [0.15, 0.1, 0.2],
    [0.05, 0.1, 0.15],
  ]
  const bought = [0.05, 0.2, 0.4]
  const wages = [0.3, 0.2, 0.4]
  const example = table(
    wages.map((share, i) =>
      industry(String(i + 1), 1000, {
        ...{ employed: 100, wages: share * 1000, householdPurchases: (bought[i] ?? 0) * 1000 },
      }),
    ),
    a.map((row) => row.map((cell) => cell * 1000)),
    { householdConsumption: 1000, householdIncome: null },
  )
  const employment = employmentOf(['1', '2', '3'], [30, 20, 50], [200, 400, 400])
  const quotients = quotientsOf(example, employment, null, 'MERGED')

  it('has the quotients and the size', () => {
    expect(quotients.slq).toEqual([expect.closeTo(1.5, 12), expect.closeTo(0.5, 12), expect.closeTo(1.25, 12)])
    printed(quotients.size, '.137504')
    printed(quotients.size ** 0.25, '.608946')
    printed(quotients.size ** 0.125, '.780350')
  })

  it.each([
    [
      'SLQ',
      '.1 .2 .05 .075 .05 .1 .05 .1 .15',
      '1.313725 1.479501 1.427807',
      '.05 .1 .4',
      '1.366959',
      '1.734405 1.854288 2.001462',
    ],
    [
      'CILQ',
      '.1 .2 .05 .05 .05 .08 .041667 .1 .15',
      '1.256671 1.463311 1.388116',
      '.05 .1 .4',
      '1.357684',
      '1.647750 1.821514 1.933223',
    ],
    [
      'FLQ',
      '.091342 .2 .036537 .030447 .030447 .048716 .025373 .1 .114177',
      '1.182637 1.404793 1.254930',
      '.05 .078035 .390175',
      '1.302769',
      '1.486893 1.687335 1.670336',
    ],
    [
      'AFLQ',
      '.1 .2 .042745 .040249 .030447 .056994 .033541 .1 .133579',
      '1.223295 1.418637 1.307844',
      '.05 .078035 .390175',
      '1.316051',
      '1.552730 1.718239 1.758269',
    ],
  ] as const)('%s', (method, cells, columns, households, kappa, closed) => {
    const takesDelta = method === 'FLQ' || method === 'AFLQ'
    const regionalisation = asked(method, takesDelta ? 0.25 : 0)
    const assumptions = { ...under(regionalisation), householdIncome: 'WAGES' } as const
    const { model, rounds } = prepareTable(example, assumptions, { regionalEmployment: employment }).areaOf('county:25')
    for (const [at, cell] of cells.split(' ').entries()) {
      printed(model.coefficients[Math.floor(at / 3)]?.[at % 3], cell)
    }
    const shares = sharesByQuotients(quotients, regionalisation)
    for (const [i, cell] of households.split(' ').entries()) {
      printed((bought[i] ?? 0) * householdShare(shares, i), cell)
    }
    printed(rounds?.kappa, kappa)
    const sums = [0, 1, 2].map((j) => model.system.column(j).reduce((sum, value) => sum + value, 0))
    const spent = Array.from(rounds?.outputOfSpending ?? []).reduce((sum, value) => sum + value, 0)
    for (const [j, sum] of columns.split(' ').entries()) printed(sums[j], sum)
    for (const [j, sum] of closed.split(' ').entries()) {
      printed((sums[j] ?? 0) + (rounds?.kappa ?? 0) * spent * (rounds?.incomeOfDemand[j] ?? 0), sum)
    }
  })
})

describe('who is employed', () => {
  it.each([
    ['A', '1.7570', '1.7716', '1.7641'],
    ['B', '1.0270', '1.1133', '1.0688'],
    ['C25', '1.0270', '1.1133', '1.0688'],
    ['E', '1.3198', '1.3596', '1.3391'],
    ['F', '1.1002', '1.2164', '1.1564'],
    ['L68A', '0.9389', '0.9368', '0.9379'],
    ['N78', '0.7216', '0.8164', '0.7675'],
    ['P', '1.2069', '0.9397', '1.0775'],
    ['R', '0.9143', '0.8748', '0.8952'],
  ])('%s: SLQ %s, %s, together %s', (code, ...expected) => {
    const position = reportTable.industries.findIndex((each) => each.code === code || each.code.startsWith(`${code}0`))
    for (const [at, counties] of [['county:24'], ['county:25'], null].entries()) {
      printed(quotientsOf(reportTable, reportEmployment, counties, 'MERGED').slq[position], expected[at] ?? '')
    }
  })

  it('has the sizes of the counties and of both', () => {
    const size = (counties: readonly string[] | null) =>
      quotientsOf(reportTable, reportEmployment, counties, 'MERGED').size
    printed(size(['county:24']), '0.038017268')
    printed(size(['county:25']), '0.035728395')
    printed(size(null), '0.072827580')
  })

  it.each([
    [['county:24'], '1010.6', '14325.4', '4.5335', '0.9738'],
    [['county:25'], '5240.9', '10371.1', '25.0355', '0.7508'],
    [null, '6251.5', '24696.5', '14.4622', '0.8658'],
  ] as const)('tells mining apart in %s', (counties, mined, made, ofMining, ofMaking) => {
    const told = employedByGroup(reportTable, reportEmployment, counties, 'APART')
    printed(told.area[told.groups.indexOf('B')], mined)
    printed(told.area[told.groups.indexOf('C')], made)
    printed(told.nation[told.groups.indexOf('B')], '8348.8')
    printed(told.nation[told.groups.indexOf('C')], '550918.2')
    const { slq } = quotientsOf(reportTable, reportEmployment, counties, 'APART')
    const at = (code: string) => slq[reportTable.industries.findIndex((each) => each.code === code)]
    printed(at('B'), ofMining)
    printed(at('C25'), ofMaking)
  })
})

describe('the seven ventures', () => {
  it.each([
    ['FINAL_DEMAND', 'SLQ', 0, '15639.7 5925.4 21565.2 7709.5 13855.7 7184.5 12619.7'],
    ['FINAL_DEMAND', 'CILQ', 0, '14824.1 5813.3 20637.4 7451.0 13186.4 6983.9 11948.1'],
    ['FINAL_DEMAND', 'FLQ', 0.1, '10706.3 4282.0 14988.3 5389.9 9598.4 5381.1 8267.6'],
    ['FINAL_DEMAND', 'FLQ', 0.2, '7546.4 3157.2 10703.5 3845.9 6857.7 3905.2 5783.7'],
    ['FINAL_DEMAND', 'FLQ', 0.25, '6376.0 2731.4 9107.4 3272.7 5834.7 3325.6 4904.4'],
    ['FINAL_DEMAND', 'FLQ', 0.3, '5415.7 2387.3 7803.0 2803.4 4999.6 2844.5 4193.3'],
    ['FINAL_DEMAND', 'AFLQ', 0.25, '6884.5 2811.8 9696.3 3460.2 6236.1 3570.6 5210.4'],
    ['OUTPUT', 'SLQ', 0, '11610.3 5199.8 16810.1 6263.8 10546.3 4184.4 11085.6'],
    ['OUTPUT', 'CILQ', 0, '10970.1 5114.2 16084.3 6084.6 9999.7 4054.2 10533.3'],
    ['OUTPUT', 'FLQ', 0.1, '7980.7 3863.9 11844.7 4445.9 7398.8 3163.1 7475.3'],
    ['OUTPUT', 'FLQ', 0.2, '5725.1 2924.7 8649.8 3238.7 5411.0 2346.3 5364.9'],
    ['OUTPUT', 'FLQ', 0.25, '4867.6 2556.5 7424.1 2779.1 4645.0 2008.7 4595.3'],
    ['OUTPUT', 'FLQ', 0.3, '4156.3 2254.2 6410.5 2398.3 4012.2 1725.8 3963.0'],
    ['OUTPUT', 'AFLQ', 0.25, '5238.9 2619.7 7858.6 2916.0 4942.6 2149.9 4857.7'],
  ] as const)('%s %s %d', (shock, method, delta, figures) => {
    const effects = effectsUnder(under(asked(method, delta), shock))
    const total = totalEffects(effects)
    const [north, south] = effectsBy(effects, ['COUNTY'])
    const groups = effectsBy(effects, ['SECTOR_GROUP'])
    const found = [
      ...[total.indirect, total.induced, total.spillover, north?.spillover, south?.spillover],
      ...['INDUSTRY', 'SERVICES'].map((group) => groups.find((row) => row.group === group)?.spillover),
    ]
    for (const [at, text] of figures.split(' ').entries()) printed(found[at], text)
  })

  it.each([
    ['EACH', 'MERGED', 'FINAL_DEMAND', '21474.9 20479.3 13647.1 9015.6 7428.4 6181.2 7956.6'],
    ['EACH', 'MERGED', 'OUTPUT', '18028.0 17183.9 11619.6 7821.9 6491.6 5436.5 6913.8'],
    ['TOGETHER', 'APART', 'FINAL_DEMAND', '20489.1 13332.6 10089.8 7596.3 6615.6 5795.0 7546.7'],
    ['TOGETHER', 'APART', 'OUTPUT', '16036.9 11034.6 8313.3 6230.4 5402.3 4702.9 6083.6'],
  ] as const)('%s, mining %s, %s', (area, mining, shock, figures) => {
    const methods = [
      asked('SLQ'),
      asked('CILQ'),
      ...[0.1, 0.2, 0.25, 0.3].map((delta) => asked('FLQ', delta)),
      asked('AFLQ', 0.25),
    ]
    for (const [at, text] of figures.split(' ').entries()) {
      const assumptions = under({ ...asked('SLQ'), ...methods[at], area, mining }, shock)
      printed(totalEffects(effectsUnder(assumptions)).spillover, text)
    }
  })

  it.each([
    [0, '10053.3'],
    [0.125, '9107.4'],
    [0.25, '8305.4'],
  ])('FLQ 0.25 with households’ δ %d: %s', (householdDelta, text) => {
    printed(totalEffects(effectsUnder(under(asked('FLQ', 0.25, { householdDelta })))).spillover, text)
  })

  it('spread what each direct job sets off by venture', () => {
    const rows = effectsBy(effectsUnder(under(asked('FLQ', 0.25))), ['ESTABLISHMENT'])
    const perJob = (venture: string) => {
      const row = rows.find(({ establishment }) => establishment === `establishment:${venture}`)
      return (row?.spillover ?? Number.NaN) / (row?.direct ?? Number.NaN)
    }
    printed(perJob('lkab'), '0.893')
    printed(perJob('ssab'), '0.738')
    printed(perJob('lkab-construction'), '0.295')
    printed(perJob('northvolt'), '0.463')
    printed(perJob('skelleftea-kraft'), '0.604')
  })
})

describe('whatever the employment', () => {
  const employed = fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 15, maxLength: 15 })
  const region = employed.filter((values) => values.some((value) => value > 0))
  const any = fc.record({
    method: fc.constantFrom(...regionalisationMethods),
    delta: fc.double({ min: 0, max: 0.9, noNaN: true }),
    region,
    more: region,
  })
  const employmentFrom = (values: readonly number[], more: readonly number[], scale = 1) =>
    employmentOf(
      reportEmployment.groups,
      values.map((value) => value * scale),
      values.map((value, group) => (value + (more[group] ?? 0)) * scale),
    )
  const sharesFor = (regionalisation: Regionalisation, employment: ReturnType<typeof employmentFrom>) =>
    sharesByQuotients(quotientsOf(reportTable, employment, null, 'MERGED'), regionalisation)
  const size = reportTable.industries.length
  const everyCell = (visit: (i: number, j: number) => void) => {
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) visit(i, j)
  }

  it('no share is below 0 or above 1, and FLQ falls with δ', () => {
    fc.assert(
      fc.property(any, ({ method, delta, region: values, more }) => {
        const employment = employmentFrom(values, more)
        const shares = sharesFor(asked(method, delta), employment)
        const [less, least] = [
          sharesFor(asked('FLQ', delta), employment),
          sharesFor(asked('FLQ', delta + 0.09), employment),
        ]
        everyCell((i, j) => {
          expect(tradeShare(shares, i, j)).toBeGreaterThanOrEqual(0)
          expect(tradeShare(shares, i, j)).toBeLessThanOrEqual(1)
          expect(tradeShare(least, i, j)).toBeLessThanOrEqual(tradeShare(less, i, j) + 1e-12)
        })
      }),
      { numRuns: 30 },
    )
  })

  it('a region that is the nation keeps the table as it is', () => {
    fc.assert(
      fc.property(any, ({ method, delta, region: values }) => {
        const shares = sharesFor(asked(method, delta), employmentFrom(values, []))
        everyCell((i, j) => {
          expect(tradeShare(shares, i, j)).toBe(1)
        })
      }),
      { numRuns: 20 },
    )
  })

  it('all employed scaled alike change nothing, and FLQ with δ 0 is CILQ', () => {
    fc.assert(
      fc.property(any, ({ method, delta, region: values, more }) => {
        const [once, twice] = [1, 2].map((scale) =>
          sharesFor(asked(method, delta), employmentFrom(values, more, scale)),
        )
        const [flq, cilq] = (['FLQ', 'CILQ'] as const).map((each) =>
          sharesFor(asked(each), employmentFrom(values, more)),
        )
        if (!once || !twice || !flq || !cilq) return
        everyCell((i, j) => {
          expect(tradeShare(once, i, j)).toBeCloseTo(tradeShare(twice, i, j), 12)
          expect(tradeShare(flq, i, j)).toBe(tradeShare(cilq, i, j))
        })
      }),
      { numRuns: 20 },
    )
  })

  it('an industry that is not there supplies nothing, and one that a venture brings buys what others have', () => {
    const values = reportEmployment.groups.map((group) => (group === 'F' ? 0 : 100))
    const nation = reportEmployment.groups.map(() => 300)
    const quotients = quotientsOf(reportTable, employmentOf(reportEmployment.groups, values, nation), null, 'MERGED')
    const building = reportTable.industries.findIndex(({ code }) => code === 'F')
    const shares = sharesByQuotients(quotients, asked('CILQ'))
    everyCell((i, j) => {
      if (i === building) expect(tradeShare(shares, i, j)).toBe(0)
      else if (j === building) expect(tradeShare(shares, i, j)).toBe(Math.min(1, quotients.slq[i] ?? 0))
    })
  })
})

describe('each county an economy by itself', () => {
  it.each(shockKinds)('%s: both together are each asked alone', (shock) => {
    for (const mining of minings) {
      const assumptions = under(asked('FLQ', 0.25, { area: 'EACH', mining }), shock)
      const prepared = prepareTable(reportTable, assumptions, { regionalEmployment: reportEmployment })
      const alone = ['county:24', 'county:25'].map((county) =>
        totalEffects(prepared.effects(reportShocks.filter((each) => each.county === county))),
      )
      const all = totalEffects(prepared.effects(reportShocks))
      expect(all.spillover).toBeCloseTo(
        alone.reduce((sum, each) => sum + each.spillover, 0),
        6,
      )
    }
  })

  it('is refused for a county of which nothing is told, and where the region is told as a whole', () => {
    expect(regionalAreas).toContain('EACH')
    const assumptions = under(asked('FLQ', 0.25, { area: 'EACH' }))
    const elsewhere = [
      { ...reportShocks[0], industry: 'F', county: 'county:01', year: 2025, establishment: null, jobs: 5 },
    ]
    const prepared = prepareTable(reportTable, assumptions, { regionalEmployment: reportEmployment })
    expect(() => prepared.effects(elsewhere)).toThrow('does not tell who is employed in county:01')
    const whole = employmentOf(
      reportEmployment.groups,
      reportEmployment.groups.map(() => 1),
      reportEmployment.nation,
    )
    expect(() => prepareTable(reportTable, assumptions, { regionalEmployment: whole })).toThrow(
      'tells of the region as a whole',
    )
  })
})
