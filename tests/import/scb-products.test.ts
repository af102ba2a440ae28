import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readIndustryClasses } from '../../src/import/input-output/industry-classes.js'
import { readScbWorkbook } from '../../src/import/input-output/scb-workbook.js'
import { edition } from '../edition.js'
import { type Cell, workbook } from './workbook.js'

const codes = (await readIndustryClasses(join(edition.folder, 'tables/industry-classes.csv'), 'scb65-products')).map(
  ({ code }) => code,
)

const HEADING = 'ESA2010 Questionnaire 1800 - Symmetric input-output table for domestic production (product x product)'
/** The first row of flows, the first column of them, and those of all intermediate and of households' use. */
const FIRST = 9
const COLUMN = 3
const USED = COLUMN + 65
const HOUSEHOLDS = USED + 1
const FINAL = USED + 2

const accountRows: readonly (readonly [name: string, value: number, ofHouseholds: Cell])[] = [
  ['Total            ', 65, 650],
  ['Use of imported products, cif', 5, 100],
  ['Direct purchases abroad by residents', 1, 30],
  ['Purchases on the domestic territory by non-residents', 0, -20],
  ['Taxes less subsidies on products', 2, 40],
  ['Total intermediate consumption adjusted', 73, 800],
  ['Compensation of employees', 60, null],
  ['  Wages and salaries', 45, null],
  ['Other taxes on production minus other subsidies on production', 3, null],
  ['Consumption of fixed capital', 20, null],
  ['Operating surplus and mixed income, net', 44, null],
  ['Operating surplus and mixed income, gross', 64, null],
  ['Value added, gross', 127, null],
  ['Output', 200, null],
]

/** A sheet laid out as the published ones: each product has 200 MSEK of output, and 1 of each goes into each. */
function domesticSheet(): Cell[][] {
  const grid: Cell[][] = Array.from({ length: FIRST + 65 + accountRows.length }, () => [])
  const put = (row: number, column: number, cell: Cell) => {
    const cells = grid[row] ?? []
    while (cells.length <= column) cells.push(null)
    cells[column] = cell
  }
  put(0, 0, HEADING)
  put(6, 1, 'PRODUCT ▼')
  put(5, USED, '_T')
  put(7, USED, 'Total')
  put(7, HOUSEHOLDS, 'Final consumption expenditure by households')
  put(7, FINAL, 'Final uses at basic prices')
  codes.forEach((code, i) => {
    put(5, COLUMN + i, `CPA_${code}`)
    put(7, COLUMN + i, `Product ${code}`)
    put(FIRST + i, 1, `CPA_${code}`)
    put(FIRST + i, 2, `Product ${code}`)
    codes.forEach((_, j) => {
      put(FIRST + i, COLUMN + j, 1)
    })
    put(FIRST + i, USED, 65)
    put(FIRST + i, HOUSEHOLDS, 10)
    put(FIRST + i, FINAL, 135)
  })
  accountRows.forEach(([name, value, ofHouseholds], index) => {
    const row = FIRST + 65 + index
    put(row, 2, name)
    codes.forEach((_, j) => {
      put(row, COLUMN + j, value)
    })
    if (ofHouseholds !== null) put(row, HOUSEHOLDS, ofHouseholds)
  })
  return grid
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'norrgraph-products-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function written(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<string> {
  const file = join(folder, 'products.xlsx')
  await writeFile(file, workbook({ 'Information (Eng)': [['…']], ...sheets }))
  return file
}

/** The workbook with one cell of its sheet changed. */
function changed(row: number, column: number, cell: Cell): Promise<string> {
  const grid = domesticSheet()
  const cells = grid[row]
  if (cells) cells[column] = cell
  return written({ 'DOM 2020': grid })
}

const refusal = (reason: string) =>
  expect.objectContaining({ name: 'ImportError', message: expect.stringContaining(reason) })

describe("a workbook laid out as Statistics Sweden's of products", () => {
  it('is read product by product, domestic, with what it has beside the flows and nobody employed', async () => {
    const imports = [['ESA2010 Questionnaire 1900 - Symmetric input-output table for imports (product x product)']]
    const file = await written({ 'SIOT 2020': [['…']], 'DOM 2020': domesticSheet(), 'IMP 2020': imports })
    const table = await readScbWorkbook(file, 2020, null, edition)
    expect(table).toMatchObject({
      id: 'scb-2020-65-products',
      kind: 'PRODUCT_BY_PRODUCT',
      year: 2020,
      currencyUnit: 'MSEK',
      householdConsumption: 800,
      title: expect.stringContaining('2020, product by product, 65 products'),
      edition: expect.stringContaining('PRODUCT_BY_PRODUCT'),
    })
    expect(table.industries.map(({ code }) => code)).toEqual(codes)
    expect(table.flows).toEqual(codes.map(() => codes.map(() => 1)))
    expect(table.industries.find(({ code }) => code === 'C10T12')).toMatchObject({
      section: 'C',
      sni: ['C10', 'C11', 'C12'],
      output: 200,
      employed: null,
      wages: 45,
      labourCost: 60,
      householdPurchases: 10,
      satellites: {
        intermediateConsumption: 73,
        valueAdded: 127,
        imports: 5,
        purchasesAbroad: 1,
        netProductTaxes: 2,
        otherNetProductionTaxes: 3,
        consumptionOfFixedCapital: 20,
        operatingSurplus: 44,
        grossOperatingSurplus: 64,
        otherFinalUse: 125,
      },
    })
  })

  it.each<[string, () => Promise<string>, string]>([
    [
      'what is not available',
      () => changed(FIRST, COLUMN + 1, 'NaN'),
      'sheet DOM 2020, cell E10: holds "NaN" where a number belongs',
    ],
    [
      'a total that is another',
      () => changed(FIRST, COLUMN + 1, 100),
      'cell E75: the flows above add up to 164, the total is 65',
    ],
    ['an unknown product', () => changed(5, COLUMN, 'CPA_A99'), 'not the same products'],
    [
      'a row that is missing',
      () => changed(FIRST + 65 + 12, 2, 'Value added'),
      'the row "Value added, gross" is missing',
    ],
    [
      'households without a heading',
      () => changed(7, HOUSEHOLDS, 'Households'),
      'no column "Final consumption expenditure by households"',
    ],
    [
      'another heading',
      () => changed(0, 0, HEADING.replace('product x product', 'industry x industry')),
      'it is another workbook',
    ],
  ])('is refused with %s', async (_, file, reason) => {
    await expect(readScbWorkbook(await file(), 2020, null, edition)).rejects.toThrow(refusal(reason))
  })

  it('is refused for industries that are not in it, and where the region knows no products', async () => {
    const file = await written({ 'DOM 2020': domesticSheet() })
    await expect(readScbWorkbook(file, 2020, 44, edition)).rejects.toThrow('leave --industries out')
    const scbWorkbook = { industries: 'tables/industry-classes.csv', edition: 'Made up' }
    await expect(readScbWorkbook(file, 2020, null, { ...edition, scbWorkbook })).rejects.toThrow(
      'region.yaml says nothing of products of scbWorkbook',
    )
    await expect(readScbWorkbook(file, 2021, null, edition)).rejects.toThrow(
      refusal('has no sheet 2021; it has Information (Eng), DOM 2020'),
    )
  })
})
