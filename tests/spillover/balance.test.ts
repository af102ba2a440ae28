import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readScbWorkbook } from '../../src/import/input-output/scb-workbook.js'
import { readTableFiles } from '../../src/import/input-output/table-files.js'
import { type BalanceFault, tableBalance } from '../../src/spillover/model/balance/table-balance.js'
import type { Industry, InputOutputTable } from '../../src/spillover/model/table.js'
import { tableFaults } from '../../src/spillover/model/table-faults.js'
import { edition } from '../edition.js'
import { industry, table, twoSectors } from './example-tables.js'
import { soundTables } from './sound-tables.js'
import { reportTable } from './ventures.js'

/** Three industries whose accounts all go together. */
const accounts = (intermediateConsumption: number, valueAdded: number, imports: number) => ({
  satellites: { intermediateConsumption, valueAdded, imports },
})
const three = table(
  [
    industry('a', 1000, {
      employed: 50,
      wages: 150,
      labourCost: 200,
      householdPurchases: 300,
      ...accounts(420, 580, 90),
    }),
    industry('b', 2000, {
      employed: 90,
      wages: 500,
      labourCost: 640,
      householdPurchases: 400,
      ...accounts(900, 1100, 180),
    }),
    industry('c', 1500, {
      employed: 70,
      wages: 400,
      labourCost: 510,
      householdPurchases: 700,
      ...accounts(560, 940, 70),
    }),
  ],
  [
    [120, 300, 80],
    [130, 250, 310],
    [70, 150, 90],
  ],
  { householdConsumption: 2000 },
)

const withFigures = (of: InputOutputTable, code: string, figures: Partial<Industry>): InputOutputTable => ({
  ...of,
  industries: of.industries.map((each) => (each.code === code ? { ...each, ...figures } : each)),
})
const withAccount = (code: string, name: string, value: number | null): InputOutputTable =>
  withFigures(three, code, {
    satellites: { ...three.industries.find((each) => each.code === code)?.satellites, [name]: value },
  })
const withFlow = (of: InputOutputTable, i: number, j: number, flow: number): InputOutputTable => ({
  ...of,
  flows: of.flows.map((row, at) => Array.from(row, (each, to) => (at === i && to === j ? flow : each))),
})
const without = (of: InputOutputTable): InputOutputTable => ({
  ...of,
  industries: of.industries.map((each) => ({ ...each, satellites: {} })),
})
const turned = (of: InputOutputTable): InputOutputTable => ({
  ...of,
  flows: of.flows.map((_, i) => of.flows.map((row) => row[i] ?? 0)),
})
const said = (faults: readonly BalanceFault[]) =>
  faults.map(({ identity, industry: of, left, right }) => [identity, of, left, right])
const scaled = (by: number, ...names: readonly ('wages' | 'labourCost' | 'householdPurchases' | 'employed')[]) => ({
  ...reportTable,
  industries: reportTable.industries.map((each) => ({
    ...each,
    ...Object.fromEntries(names.map((name) => [name, (each[name] ?? 0) * by])),
  })),
})

describe('a table whose accounts go together', () => {
  it('is quiet, whatever its coefficients and demand, and rounded too', () => {
    fc.assert(
      fc.property(soundTables, (each) => {
        expect(tableBalance(each)).toEqual({ refused: [], odd: [] })
        expect(tableFaults(each)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it.each<[string, InputOutputTable]>([
    ['the seed’s', reportTable],
    ['the example of three industries', three],
    ['the textbook’s example of two', twoSectors],
    [
      'one that states nothing but output',
      table(
        [industry('a', 10), industry('b', 5)],
        [
          [1, 2],
          [3, 1],
        ],
      ),
    ],
  ])('is quiet: %s', (_, each) => {
    expect(tableBalance(each)).toEqual({ refused: [], odd: [] })
  })

  it('is quiet as Scotland publishes it', async () => {
    const folder = fileURLToPath(new URL('../published/scotland-2016', import.meta.url))
    expect(tableBalance(await readTableFiles(folder, edition))).toEqual({ refused: [], odd: [] })
  })

  it('may round a small industry to whole units, and no large one', () => {
    const small = industry('small', 20, { ...accounts(9, 12, 3) })
    const beside = table([...three.industries, small], [...three.flows.map((row) => [...row, 2]), [0, 0, 0, 0]], {
      householdConsumption: 2000,
    })
    expect(tableBalance(beside).refused).toEqual([])
    expect(said(tableBalance(withFigures(three, 'a', accounts(440, 580, 90))).refused)).toEqual([
      ['CONSUMPTION_AND_VALUE_ADDED', 'a', 1020, 1000],
    ])
  })
})

const workbook = fileURLToPath(new URL('../../../shared/data/scb-io/nrio_siot_181108.xlsx', import.meta.url))
const reason = existsSync(workbook) ? '' : ' (skipped: the workbook is not at ../shared/data/scb-io)'

describe.skipIf(reason !== '')(`published tables of nine years${reason}`, () => {
  const negative: Readonly<Record<number, string>> = { 2009: 'H51', 2016: 'J59_60' }

  it.each([2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016])(
    'are quiet, but for flows below nothing: %d',
    async (year) => {
      const { refused, odd } = tableBalance(await readScbWorkbook(workbook, year, 59, edition))
      expect(refused).toEqual([])
      const supplier = negative[year]
      expect(odd.map(({ identity, industry: of }) => [identity, of])).toEqual(
        supplier === undefined ? [] : [['NEGATIVE_FLOW', supplier]],
      )
      expect(tableBalance(await readScbWorkbook(workbook, year, 44, edition))).toEqual({ refused: [], odd: [] })
    },
  )
})

describe('subsidies on what is bought', () => {
  const subsidised = (subsidies: number): InputOutputTable => ({
    ...three,
    industries: three.industries.map((each) =>
      each.code === 'b'
        ? {
            ...each,
            satellites: { intermediateConsumption: 830, valueAdded: 1170, imports: 180, netProductTaxes: -subsidies },
          }
        : { ...each, satellites: { ...each.satellites, netProductTaxes: 0 } },
    ),
  })

  it('count for an industry that pays less than it is sold for', () => {
    expect(tableBalance(subsidised(50))).toEqual({ refused: [], odd: [] })
  })

  it('and explain no more than they come to', () => {
    expect(tableFaults(subsidised(20))).toMatchObject([
      {
        industry: 'b',
        identity: 'INPUTS_AND_IMPORTS',
        reason: expect.stringContaining('are 880, intermediate consumption and subsidies on products 850'),
      },
    ])
  })
})

describe('rounding to whole units', () => {
  const billions = (valueAdded: readonly number[]) =>
    table(
      [12, 8, 20].map((output, i) =>
        industry(String(i + 1), output, { satellites: { valueAdded: valueAdded[i] ?? 0 } }),
      ),
      [
        [3, 2, 4],
        [2, 1, 3],
        [1, 2, 5],
      ],
    )

  it('shows in a table in billions', () => {
    expect(tableBalance(billions([7, 3, 9]))).toEqual({ refused: [], odd: [] })
  })

  it('explains what an industry buys a little of from all, each amount rounded up', () => {
    const satellites = { intermediateConsumption: 60, imports: 50, valueAdded: 950 }
    const each = ['a', 'b', 'c', 'd'].map((code) => industry(code, 1010, { satellites }))
    const alike = (flow: number) =>
      tableBalance(
        table(
          each,
          each.map(() => each.map(() => flow)),
        ),
      )
    expect(alike(3)).toEqual({ refused: [], odd: [] })
    expect(alike(4).refused.map(({ identity }) => identity)).toContain('INPUTS_AND_IMPORTS')
  })

  it('and explains some units, no more', () => {
    expect(tableFaults(billions([9, 3, 8]))).toMatchObject([{ industry: '1', identity: 'INPUTS_AND_VALUE_ADDED' }])
  })
})

describe('what cannot be is refused', () => {
  it.each<[string, InputOutputTable, unknown[]]>([
    ['inputs above output', without(withFlow(three, 0, 1, 1605)), ['INPUTS', 'b', 2005, 2000]],
    [
      'with value added',
      withFlow(withAccount('a', 'intermediateConsumption', null), 1, 0, 232),
      ['INPUTS_AND_VALUE_ADDED', 'a', 1002, 1000],
    ],
    [
      'with labour cost',
      without(withFigures(three, 'c', { labourCost: 1030 })),
      ['INPUTS_AND_LABOUR_COST', 'c', 1510, 1500],
    ],
    [
      'with wages where labour cost is not stated',
      without(withFigures(three, 'c', { labourCost: null, wages: 1030 })),
      ['INPUTS_AND_WAGES', 'c', 1510, 1500],
    ],
    ['with imports above consumption', withAccount('a', 'imports', 105), ['INPUTS_AND_IMPORTS', 'a', 425, 420]],
    [
      'consumption and value added below output',
      withAccount('c', 'valueAdded', 920),
      ['CONSUMPTION_AND_VALUE_ADDED', 'c', 1480, 1500],
    ],
    [
      'consumption and value added above output',
      withAccount('b', 'intermediateConsumption', 930),
      ['CONSUMPTION_AND_VALUE_ADDED', 'b', 2030, 2000],
    ],
    ['sales above output', withFigures(three, 'a', { householdPurchases: 601 }), ['SALES', 'a', 1101, 1000]],
    ['wages above labour cost', withFigures(three, 'a', { wages: 201 }), ['WAGES_IN_LABOUR_COST', 'a', 201, 200]],
    [
      'purchases above consumption',
      { ...three, householdConsumption: 1398 },
      ['PURCHASES_IN_CONSUMPTION', null, 1400, 1398],
    ],
    ['negative wages', withFigures(three, 'b', { wages: -1 }), ['NEGATIVE_AMOUNT', 'b', -1, 0]],
    ['negative labour cost', withFigures(three, 'b', { wages: null, labourCost: -1 }), ['NEGATIVE_AMOUNT', 'b', -1, 0]],
    ['negative purchases', withFigures(three, 'b', { householdPurchases: -1 }), ['NEGATIVE_AMOUNT', 'b', -1, 0]],
    [
      'inputs, imports and value added above output',
      withFlow(withAccount('a', 'intermediateConsumption', null), 0, 0, 182),
      ['ALL_INPUTS_AND_VALUE_ADDED', 'a', 1052, 1000],
    ],
    [
      'flows of an industry that makes nothing',
      withFlow(
        {
          ...three,
          industries: [...three.industries, industry('idle', 0)],
          flows: [...three.flows.map((row) => [...row, 0]), [0, 0, 0, 0]],
        },
        1,
        3,
        4,
      ),
      ['ZERO_OUTPUT', 'idle', 4, 0],
    ],
  ])('%s', (_, each, fault) => {
    const { refused } = tableBalance(each)
    expect(said(refused)).toContainEqual(fault)
    expect(tableFaults(each).map(({ identity }) => identity)).toEqual(refused.map(({ identity }) => identity))
    for (const { textEn, textSv, left, right } of refused) {
      for (const text of [textEn, textSv]) expect(text).toContain(String(left))
      if (right !== 0) for (const text of [textEn, textSv]) expect(text).toContain(String(right))
    }
  })

  it('the same of a spelling of value added that is as common', () => {
    const gva = {
      ...three,
      industries: three.industries.map((each) => ({
        ...each,
        satellites: { 'Gross value-added': each.satellites.valueAdded ?? 0 },
      })),
    }
    expect(tableBalance(gva)).toEqual({ refused: [], odd: [] })
    expect(said(tableBalance(withFlow(gva, 1, 0, 232)).refused)).toEqual([['INPUTS_AND_VALUE_ADDED', 'a', 1002, 1000]])
  })

  it('of many industries the worst few, and how many more', () => {
    const off = {
      ...reportTable,
      industries: reportTable.industries.map((each) => ({ ...each, wages: 1.3 * (each.labourCost ?? 0) })),
    }
    const { refused } = tableBalance(off)
    expect(refused).toHaveLength(5)
    expect(refused.at(-1)?.textEn).toMatch(/; so are further industries: \d+$/)
  })

  it('figures that are no numbers, by name, before anything is calculated', () => {
    expect(tableFaults(withFlow(three, 1, 2, Number.NaN))).toEqual([
      { industry: 'b', at: 'FLOWS', identity: null, reason: 'the flow to c is NaN, which is no finite number' },
    ])
    expect(tableFaults(withFigures(three, 'a', { output: Number.POSITIVE_INFINITY }))).toEqual([
      { industry: 'a', at: 'FIGURES', identity: null, reason: 'output is Infinity, which is no finite number' },
    ])
    expect(tableFaults(withFigures(three, 'a', { employed: 1e308 }))).toEqual([
      {
        industry: 'a',
        at: 'FIGURES',
        identity: null,
        reason: 'employed is 1e+308, which is more than any table holds',
      },
    ])
    expect(tableFaults(withFlow(three, 1, 2, -1e308))).toMatchObject([{ industry: 'b', at: 'FLOWS', identity: null }])
  })
})

/** A table with one more row and column. */
function withOne(
  of: InputOutputTable,
  more: Industry,
  row: readonly number[],
  column: readonly number[],
): InputOutputTable {
  return {
    ...of,
    industries: [...of.industries, { ...more, satellites: {} }].map((each) => ({ ...each, satellites: {} })),
    flows: [...of.flows.map((flows, i) => [...flows, column[i] ?? 0]), row],
  }
}
const sums = (of: InputOutputTable) => ({
  columns: of.flows.map((_, j) => of.flows.reduce((sum, row) => sum + (row[j] ?? 0), 0)),
  rows: of.flows.map((row) => Array.from(row).reduce((sum, flow) => sum + flow, 0)),
})
const figureOf = (of: InputOutputTable, name: 'wages' | 'labourCost' | 'householdPurchases' | 'output') =>
  of.industries.map((each) => each[name] ?? 0)
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

describe('what is no industry is refused as what it is', () => {
  const { columns, rows } = sums(reportTable)
  const all = total(columns)
  const output = total(figureOf(reportTable, 'output'))
  const nothing = columns.map(() => 0)

  it.each<[string, InputOutputTable, string]>([
    [
      'a total, row and column',
      withOne(reportTable, industry('T', output), [...columns, all], rows),
      'its row comes to',
    ],
    ['a total row', withOne(reportTable, industry('T', output), [...columns, 0], nothing), 'its row comes to'],
    [
      'a total row of what is sold to industries',
      withOne(reportTable, industry('T', all), [...columns, 0], nothing),
      'its row comes to',
    ],
    ['a total column', withOne(reportTable, industry('T', output), [...nothing, 0], rows), 'its column comes to'],
  ])('%s', (_, each, words) => {
    const [fault, ...others] = tableFaults(each)
    expect(fault).toMatchObject({ industry: 'T', identity: 'SUM_OF_OTHERS', reason: expect.stringContaining(words) })
    expect(fault?.reason).toContain(String(all))
    expect(others).toEqual([])
  })

  it('a section beside the divisions that it is made of', () => {
    const parts = [0, 1].map((i) => reportTable.flows[i] ?? [])
    const row = reportTable.flows.map((_, j) => (parts[0]?.[j] ?? 0) + (parts[1]?.[j] ?? 0))
    const column = reportTable.flows.map((each) => (each[0] ?? 0) + (each[1] ?? 0))
    const made = total(figureOf(reportTable, 'output').slice(0, 2))
    const sections = {
      ...reportTable,
      industries: [industry('A', made), ...reportTable.industries].map((each) => ({ ...each, satellites: {} })),
      flows: [[0, ...row], ...reportTable.flows.map((each, i) => [column[i] ?? 0, ...each])],
    }
    expect(tableFaults(sections)).toMatchObject([
      { industry: 'A', identity: 'SUM_OF_OTHERS', reason: expect.stringContaining('the sum of A01+A03 to A02') },
    ])
  })

  it.each<[string, InputOutputTable]>([
    [
      'whose row is wages',
      withOne(
        reportTable,
        industry('X', total(figureOf(reportTable, 'wages'))),
        [...figureOf(reportTable, 'wages'), 0],
        nothing,
      ),
    ],
    [
      'whose column is what they buy',
      withOne(reportTable, industry('X', 1e7), [...nothing, 0], figureOf(reportTable, 'householdPurchases')),
    ],
    [
      'whose output is all they consume',
      withOne(
        reportTable,
        industry('X', reportTable.householdConsumption ?? 0),
        [...nothing, 0],
        figureOf(reportTable, 'householdPurchases').map((bought) => bought / 2),
      ),
    ],
    [
      'by their name',
      withOne(
        reportTable,
        industry('X', 1e7, { name: 'Households' }),
        [...columns.map((sum) => sum / 100), 0],
        nothing,
      ),
    ],
  ])('households %s', (_, each) => {
    expect(tableFaults(each)).toMatchObject([{ industry: 'X', identity: 'HOUSEHOLDS_AMONG_INDUSTRIES' }])
  })

  it('but not households that employ somebody', () => {
    const employers = { name: 'Activities of households as employers', employed: 500, wages: 600 }
    for (const figures of [employers, { name: 'Households' }]) {
      expect(tableFaults(withOne(reportTable, industry('T', 1000, figures), [...nothing, 0], nothing))).toEqual([])
    }
  })

  it('nor owners of dwellings whose output happens to be what all consume', () => {
    const made = reportTable.householdConsumption ?? 0
    const dwellings = withOne(
      reportTable,
      industry('L', made),
      [...nothing, 0],
      rows.map((row) => row / 100),
    )
    expect(tableFaults(dwellings)).toEqual([])
  })

  it('nor an industry of a small table that is like others by chance, as in the worked example', () => {
    const flows = [
      [100, 200, 50],
      [150, 100, 200],
      [50, 100, 150],
    ]
    const purchases = [50, 200, 400]
    const industries = purchases.map((householdPurchases, i) => industry(String(i + 1), 1000, { householdPurchases }))
    const example = table(industries, flows, { householdConsumption: 1000 })
    expect(tableBalance(example)).toEqual({ refused: [], odd: [] })
    expect(tableBalance(turned(example))).toEqual({ refused: [], odd: [] })
  })

  it.each<[string, number, number]>([
    ['the corner is all flows, too', 1500, 1000],
    ['the corner is empty, and its output is that of all', 0, 4500],
  ])('but a total of three industries is, where %s', (_, corner, made) => {
    const { columns: bought, rows: sold } = sums(three)
    const all = withOne(three, industry('T', made), [...bought, corner], sold)
    expect(tableFaults(all)).toMatchObject([{ industry: 'T', identity: 'SUM_OF_OTHERS' }])
  })

  it('flows the other way round: by value added and consumption, by sales alone, and by stated intermediate use', () => {
    for (const each of [turned(reportTable), turned(without(reportTable))]) {
      expect(tableFaults(each)).toMatchObject([{ industry: null, at: 'FLOWS', identity: 'TRANSPOSED' }])
    }
    const bare = {
      ...reportTable,
      industries: reportTable.industries.map(({ code, output: made }, i) =>
        industry(code, made, { satellites: { intermediateUse: rows[i] ?? 0 } }),
      ),
    }
    expect(tableBalance(bare)).toEqual({ refused: [], odd: [] })
    expect(tableFaults(turned(bare))).toMatchObject([{ identity: 'TRANSPOSED' }])
  })

  it.each<[string, InputOutputTable, string]>([
    ['wages in thousands', scaled(1000, 'wages'), 'wages against labour cost'],
    ['wages in billions', scaled(0.001, 'wages'), 'wages against labour cost'],
    ['all of labour in thousands', scaled(1000, 'wages', 'labourCost'), 'wages against output'],
    ['all of labour in billions', scaled(0.001, 'wages', 'labourCost'), 'wages against output'],
    ['purchases in thousands', scaled(1000, 'householdPurchases'), 'household purchases against householdConsumption'],
    ['purchases in billions', scaled(0.001, 'householdPurchases'), 'household purchases against householdConsumption'],
  ])('other units: %s', (_, each, words) => {
    expect(tableFaults(each)).toMatchObject([{ identity: 'UNITS', reason: expect.stringContaining(words) }])
  })
})

describe('what is only odd is taken, and told', () => {
  it.each<[string, InputOutputTable, unknown[]]>([
    ['a flow below nothing', withFlow(three, 2, 0, -3), ['NEGATIVE_FLOW', 'c', -3, 0]],
    ['imports slightly above consumption', withAccount('a', 'imports', 103), ['INPUTS_AND_IMPORTS', 'a', 423, 420]],
    [
      'consumption and value added slightly off output',
      withAccount('b', 'valueAdded', 1105),
      ['CONSUMPTION_AND_VALUE_ADDED', 'b', 2005, 2000],
    ],
    ['sales slightly above output', withFigures(three, 'a', { householdPurchases: 510 }), ['SALES', 'a', 1010, 1000]],
    [
      'sales that are not what is stated',
      withAccount('a', 'intermediateUse', 600),
      ['STATED_INTERMEDIATE_USE', 'a', 500, 600],
    ],
    [
      'labour cost above value added',
      withFigures(three, 'a', { satellites: { intermediateConsumption: null, valueAdded: 190, imports: 90 } }),
      ['LABOUR_COST_IN_VALUE_ADDED', 'a', 200, 190],
    ],
    ['imports below nothing', withAccount('c', 'imports', -5), ['NEGATIVE_AMOUNT', 'c', -5, 0]],
    ['an id of another year', { ...three, id: 'made-up-2016-3', year: 2015 }, ['YEARS', null, 2016, 2015]],
    [
      'a title of another year',
      { ...three, title: 'Table 2016, prices of 2015', year: 2015 },
      ['YEARS', null, 2016, 2015],
    ],
  ])('%s', (_, each, fault) => {
    const { refused, odd } = tableBalance(each)
    expect(refused).toEqual([])
    expect(said(odd)).toEqual([fault])
  })

  it('but not a loss that is stated, net or gross', () => {
    for (const surplus of [{ operatingSurplus: -30 }, { grossOperatingSurplus: -10 }]) {
      const industries = three.industries.map((each) => ({
        ...each,
        satellites: { valueAdded: each.code === 'a' ? 190 : 900, ...surplus },
      }))
      expect(tableBalance({ ...three, industries })).toEqual({ refused: [], odd: [] })
    }
  })

  it('employed in thousands', () => {
    expect(tableBalance(scaled(0.001, 'employed'))).toMatchObject({
      refused: [],
      odd: [{ identity: 'UNITS', textEn: expect.stringContaining('seem to be counted in thousands') }],
    })
    expect(tableBalance({ ...scaled(0.001, 'employed'), employmentUnit: 'thousand persons' }).odd).toEqual([])
    const handful = { ...three, industries: three.industries.map((each) => ({ ...each, employed: 5, satellites: {} })) }
    expect(tableBalance(handful).odd).toEqual([])
  })

  it('and years within a span, of rules and of prices are no other years', () => {
    for (const title of ['Tables 2008–2016', 'ESA 2010, NACE Rev. 2, 2012', 'Of ESA 2010 in 2015 prices', 'Tables']) {
      expect(tableBalance({ ...three, title, year: 2012 }).odd, title).toEqual([])
    }
  })
})
