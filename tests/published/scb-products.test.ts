import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readScbWorkbook } from '../../src/import/input-output/scb-workbook.js'
import { tableBalance } from '../../src/spillover/model/balance/table-balance.js'
import { householdClosure, inducedRounds } from '../../src/spillover/model/households.js'
import { scaledCoefficients } from '../../src/spillover/model/linear-algebra/leontief.js'
import { leontiefSystem } from '../../src/spillover/model/linear-algebra/leontief-system.js'
import type { Industry, InputOutputTable } from '../../src/spillover/model/table.js'
import { edition, reportAssumptions } from '../edition.js'

const file = fileURLToPath(
  new URL('../../../shared/data/scb-io/input_output_produkt_2015-2020_korr.xlsx', import.meta.url),
)
const skipped = existsSync(file) ? '' : ' (skipped: the workbook is not at ../shared/data/scb-io)'

/** The sheets' own totals over all products: flows, output, value added, wages, households' purchases and consumption. */
const totals: readonly (readonly [year: number, ...figures: number[]])[] = [
  [2015, 2781195, 7653996, 3788043, 1663119, 1431979, 1910675],
  [2016, 2885222, 7905562, 3910818, 1744574, 1474621, 1973732],
  [2017, 3053064, 8366951, 4100646, 1832353, 1530758, 2058987],
  [2018, 3310708, 8896901, 4278918, 1921130, 1580740, 2148549],
  [2019, 3424101, 9302130, 4484615, 1994533, 1648228, 2210869],
  [2020, 3371783, 9133513, 4472395, 2010077, 1624737, 2156841],
]

/** Column sums of (I − A)⁻¹ by numpy: all of them added up, then those of A02, B, C24, D35, F and M71. */
const outputMultipliers: readonly (readonly [year: number, ...multipliers: number[]])[] = [
  [
    2015, 103.75882401866387, 2.071293764138046, 1.6812716400936016, 1.8938274589953221, 1.6671783973824181,
    1.7391907537151337, 1.6049166083885087,
  ],
  [
    2016, 104.21520653051378, 2.079135250804563, 1.727403264206485, 1.8874773633548838, 1.6800669470611864,
    1.7473707485896048, 1.5922789850196446,
  ],
  [
    2017, 104.0023360768642, 2.0699111359409006, 1.59391388643159, 1.9152047300189823, 1.6354413075578034,
    1.7405094295462817, 1.5941281174532602,
  ],
  [
    2018, 105.4265832444072, 2.1107129726238893, 1.6047084669491243, 1.8302463515791672, 1.718431324556444,
    1.7798197946788776, 1.611500040105402,
  ],
  [
    2019, 105.02073646748377, 2.1164044677144447, 1.5653953793769622, 1.8427171343121043, 1.6684525056007349,
    1.797068478293292, 1.5894814012030314,
  ],
  [
    2020, 105.47697480694397, 2.201007568145363, 1.6046711248944556, 1.8148177375426664, 1.6984116691719122,
    1.8153374332700833, 1.6035687547229882,
  ],
]

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
const added = ({ industries }: InputOutputTable, figure: (industry: Industry) => number | null | undefined) =>
  sum(industries.map((industry) => figure(industry) ?? Number.NaN))

const systemOf = ({ flows, industries }: InputOutputTable) =>
  leontiefSystem(
    scaledCoefficients(
      flows,
      industries.map(({ output }) => output),
    ),
  )

/**
 * What is odd by year: more of a product is sold to industries and households than is made, the rest out of stocks, and once
 * households are told to have sold some back. Industries with more to pay than they earn (C19, H51, N79 in 2020) stay quiet.
 */
const oddities: readonly (readonly [year: number, odd: readonly (readonly [string, string, quotient: number])[]])[] = [
  [
    2015,
    [
      ['A03', 'SALES', 1.00338],
      ['C18', 'SALES', 1.02338],
    ],
  ],
  [
    2016,
    [
      ['A03', 'SALES', 1.00612],
      ['C18', 'SALES', 1.00979],
    ],
  ],
  [
    2017,
    [
      ['C18', 'SALES', 1.02242],
      ['C21', 'NEGATIVE_AMOUNT', -Infinity],
    ],
  ],
  [
    2018,
    [
      ['A03', 'SALES', 1.01084],
      ['C18', 'SALES', 1.01248],
    ],
  ],
  [2019, [['C18', 'SALES', 1.12331]]],
  [
    2020,
    [
      ['A03', 'SALES', 1.01388],
      ['C18', 'SALES', 1.01746],
    ],
  ],
]

describe.skipIf(skipped !== '')(`Statistics Sweden's published workbook of products${skipped}`, () => {
  it.each(totals)('has the totals of %d that its sheet states, and rows that are used up', async (year, ...stated) => {
    const table = await readScbWorkbook(file, year, null, edition)
    expect(table.industries).toHaveLength(65)
    expect([
      sum(table.flows.map((row) => sum(row))),
      added(table, ({ output }) => output),
      added(table, ({ satellites }) => satellites.valueAdded),
      added(table, ({ wages }) => wages),
      added(table, ({ householdPurchases }) => householdPurchases),
      table.householdConsumption,
    ]).toEqual(stated)
    for (const [supplier, { output, householdPurchases, satellites }] of table.industries.entries()) {
      expect(sum(table.flows[supplier] ?? []) + (householdPurchases ?? 0) + (satellites.otherFinalUse ?? 0)).toBe(
        output,
      )
    }
  })

  it.each(oddities)('is sound in %d, but for what is sold out of stocks', async (year, odd) => {
    const balance = tableBalance(await readScbWorkbook(file, year, null, edition))
    expect(balance.refused).toEqual([])
    expect(balance.odd.map(({ industry, identity, quotient }) => [industry, identity, quotient])).toEqual(
      odd.map(([product, identity, quotient]) => [product, identity, expect.closeTo(quotient, 5)]),
    )
  })

  it.each(outputMultipliers)('has the output multipliers of %d that numpy finds', async (year, all, ...some) => {
    const table = await readScbWorkbook(file, year, null, edition)
    const found = systemOf(table).contentOf(table.industries.map(() => 1))
    const of = (code: string) => found[table.industries.findIndex((each) => each.code === code)] ?? Number.NaN
    expect(sum(found)).toBeCloseTo(all, 9)
    for (const [index, code] of ['A02', 'B', 'C24', 'D35', 'F', 'M71'].entries()) {
      expect(of(code)).toBeCloseTo(some[index] ?? Number.NaN, 11)
    }
  })

  it('tells what value all add for each unit of a product, as numpy does', async () => {
    const table = await readScbWorkbook(file, 2020, null, edition)
    const perOutput = table.industries.map(({ output, satellites }) => (satellites.valueAdded ?? 0) / (output || 1))
    const found = systemOf(table).contentOf(perOutput)
    const of = (code: string) => found[table.industries.findIndex((each) => each.code === code)]
    expect([of('B'), of('C24'), of('F')]).toEqual(
      [0.7840531114843817, 0.6183745696905414, 0.789674763866531].map((value) => expect.closeTo(value, 11)),
    )
  })

  it('is closed with households as numpy does it: imputed rents are no purchase', async () => {
    const table = await readScbWorkbook(file, 2020, null, edition)
    const { kappa } = inducedRounds(systemOf(table), householdClosure(table, { ...reportAssumptions, incomeTax: 0.32 }))
    expect(kappa).toBeCloseTo(1.2045852463013715, 11)
  })
})
