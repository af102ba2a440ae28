import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readIndustryClasses } from '../../src/import/input-output/industry-classes.js'
import { readScbWorkbook } from '../../src/import/input-output/scb-workbook.js'
import { readTableFiles } from '../../src/import/input-output/table-files.js'
import { effectsBy, totalEffects } from '../../src/spillover/model/cube.js'
import { prepareTable } from '../../src/spillover/model/effects.js'
import { edition, reportAssumptions } from '../edition.js'
import { reportShocks } from '../spillover/ventures.js'
import { type Cell, workbook } from './workbook.js'

const published = fileURLToPath(new URL('../../../shared/data/scb-io/nrio_siot_181108.xlsx', import.meta.url))
const seeded = fileURLToPath(new URL('../../seed/tables/scb-2016-44', import.meta.url))
const codes = (await readIndustryClasses(join(edition.folder, 'tables/industry-classes.csv'), 'scb59')).map(
  ({ code }) => code,
)

const accountRows = [
  'Produktionsvärde',
  'Insatsförbrukning, marknadspris',
  'Förädlingsvärde',
  'Import',
  'Svenskars direktköp utomland',
  'Utländska direktköp i Sverige',
  'Tull',
  'Produktskatter',
  'Produktsubventioner',
  'Moms',
  'Övriga produktionsskatter',
  'Övriga produktionssubventioner',
  'Egentlig lön',
  'Arbetsgivares sociala avgifter',
  'Kapitalförslitning',
  'Driftsöverskott och sammansatt förvärvsinkomst, netto',
  'Antal sysselsatta',
  'Arbetade timmar (10K)',
  'Koldioxid (KTon)',
]

/** Column and row of the industry blocks of the small sheet; the product blocks begin at 0, as in the published one. */
const INDUSTRY = 3
const ACCOUNTS_ROW = 66

/** Accounts of each industry beside 100 MSEK of output: 59 of inputs at home and 1 imported, 40 of value added, half of it wages. */
const accounts: Readonly<Record<string, number>> = {
  Produktionsvärde: 100,
  'Insatsförbrukning, marknadspris': 60,
  Förädlingsvärde: 40,
  Import: 1,
  'Egentlig lön': 20,
  'Arbetsgivares sociala avgifter': 10,
}

/** A sheet laid out as the published ones: each industry has 100 MSEK of output and buys 1 from each. */
function yearSheet(): Cell[][] {
  const grid: Cell[][] = Array.from({ length: 140 }, () => [])
  const put = (row: number, column: number, cell: Cell) => {
    const cells = grid[row] ?? []
    while (cells.length <= column) cells.push(null)
    cells[column] = cell
    grid[row] = cells
  }
  const finalUse = INDUSTRY + 63
  put(0, 0, '2016')
  put(1, 0, 'Insatsmatris - inhemsk - produkt x produkt')
  put(1, INDUSTRY, 'Insatsmatris - inhemsk - bransch x bransch')
  put(1, finalUse, 'Slutlig användning - inhemsk produktion - bransch')
  put(2, finalUse + 1, 'Hushållens konsumtionsutgifter')
  codes.forEach((code, i) => {
    put(2, INDUSTRY + 2 + i, code)
    put(3 + i, INDUSTRY + 1, code)
    codes.forEach((_, j) => {
      put(3 + i, INDUSTRY + 2 + j, 1)
    })
    put(3 + i, finalUse, code)
    put(3 + i, finalUse + 1, 10)
  })
  put(2, INDUSTRY + 61, 'Summa')
  put(62, finalUse, 'Summa')
  put(62, finalUse + 1, 590)
  put(62, INDUSTRY + 1, 'Summa')
  put(ACCOUNTS_ROW, INDUSTRY, 'Övriga variabler bransch')
  put(ACCOUNTS_ROW + 1, finalUse + 1, 'Hushållens konsumtionsutgifter')
  codes.forEach((code, i) => {
    put(ACCOUNTS_ROW + 1, INDUSTRY + 2 + i, code)
  })
  accountRows.forEach((name, row) => {
    put(ACCOUNTS_ROW + 2 + row, INDUSTRY + 1, name)
    codes.forEach((_, i) => {
      put(ACCOUNTS_ROW + 2 + row, INDUSTRY + 2 + i, accounts[name] ?? 30)
    })
    put(ACCOUNTS_ROW + 2 + row, finalUse + 1, 5)
  })
  return grid
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'norrgraph-workbook-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function written(content: Uint8Array): Promise<string> {
  const file = join(folder, 'workbook.xlsx')
  await writeFile(file, content)
  return file
}

/** The small workbook with one cell changed. */
function changed(row: number, column: number, cell: Cell): Promise<string> {
  const grid = yearSheet()
  const cells = grid[row]
  if (cells) cells[column] = cell
  return written(workbook({ Information: [['…']], 2016: grid }))
}

const refusal = (reason: string) =>
  expect.objectContaining({ name: 'ImportError', message: expect.stringContaining(reason) })

describe("a workbook laid out as Statistics Sweden's", () => {
  it('is read industry by industry, domestic', async () => {
    const table = await readScbWorkbook(await written(workbook({ 2016: yearSheet() })), 2016, 59, edition)
    expect(table.industries.map(({ code }) => code)).toEqual(codes)
    expect(table.flows).toEqual(codes.map(() => codes.map(() => 1)))
    expect(table.householdConsumption).toBe(590 + 7 * 5)
    expect(table.industries[0]).toMatchObject({
      output: 100,
      employed: 30,
      wages: 20,
      labourCost: 30,
      householdPurchases: 10,
      satellites: { valueAdded: 40, hours: 300_000, co2kt: 30 },
    })
  })

  it('is added up to the 44', async () => {
    const table = await readScbWorkbook(await written(workbook({ 2016: yearSheet() })), 2016, 44, edition)
    expect(table.id).toBe('scb-2016-44')
    expect(table.industries).toHaveLength(44)
    const textiles = table.industries.findIndex(({ code }) => code === 'C13-15+C18+C31-32')
    expect(table.industries[textiles]).toMatchObject({ output: 300, employed: 90 })
    expect(table.flows[textiles]?.[textiles]).toBe(9)
    expect(table.industries.reduce((sum, { output }) => sum + output, 0)).toBe(5900)
  })

  it.each<[string, () => Promise<string>, string]>([
    [
      'text in a number',
      () => changed(4, INDUSTRY + 3, 'c. 12'),
      'sheet 2016, cell G5: holds "c. 12" where a number belongs',
    ],
    ['an empty cell', () => changed(4, INDUSTRY + 3, null), 'sheet 2016, cell G5: is empty'],
    ['negative output', () => changed(ACCOUNTS_ROW + 2, INDUSTRY + 2, -1), 'sheet 2016: A01: output is -1'],
    [
      'more inputs than output',
      () => changed(3, INDUSTRY + 2, 150),
      'sheet 2016, cell F68: A01: inputs from industries of the table are 208, output 100: the quotient is 2.08',
    ],
    [
      'wages and inputs above output',
      () => changed(ACCOUNTS_ROW + 14, INDUSTRY + 2, 60),
      'sheet 2016, cell F68: A01: inputs from industries of the table and labour cost are 129, output 100: the quotient is 1.29',
    ],
    [
      'value added and inputs above output',
      () => changed(ACCOUNTS_ROW + 4, INDUSTRY + 3, 60),
      'sheet 2016, cell G68: A02: inputs from industries of the table and value added are 119, output 100: the quotient is 1.19',
    ],
    [
      'imports above consumption',
      () => changed(ACCOUNTS_ROW + 5, INDUSTRY + 2, 20),
      'sheet 2016, cell F68: A01: inputs from industries of the table and imports are 79, intermediate consumption 60:',
    ],
    [
      'consumption and value added below output',
      () => changed(ACCOUNTS_ROW + 4, INDUSTRY + 2, 38),
      'sheet 2016, cell F68: A01: intermediate consumption and value added are 98, output 100: the quotient is 0.98',
    ],
    [
      'sales above output',
      () => changed(3, INDUSTRY + 64, 60),
      'sheet 2016, cell E4: A01: sales to industries and households are 119, output 100: the quotient is 1.19',
    ],
    [
      'wages above labour cost',
      () => changed(ACCOUNTS_ROW + 15, INDUSTRY + 2, -5),
      'sheet 2016, cell F68: A01: wages are 20, labour cost 15: the quotient is 1.3333',
    ],
    [
      'purchases above consumption',
      () => changed(62, INDUSTRY + 64, 500),
      'sheet 2016: household purchases of all industries are 590, householdConsumption 535: the quotient is 1.1028',
    ],
    [
      'negative wages',
      () => changed(ACCOUNTS_ROW + 14, INDUSTRY + 2, -2),
      'sheet 2016, cell F68: A01: wages is -2; it cannot be negative',
    ],
    [
      'flows of an industry that makes nothing',
      () => changed(ACCOUNTS_ROW + 2, INDUSTRY + 2, 0),
      'sheet 2016, cell F68: A01: output is 0, yet the industry sells 59 to industries and buys 59 of them',
    ],
    ['an unknown industry', () => changed(2, INDUSTRY + 2, 'A99'), 'not the same industries'],
    ['a block without its heading', () => changed(1, INDUSTRY, 'Insatsmatris'), 'it is another workbook'],
    [
      'households without a heading',
      () => changed(2, INDUSTRY + 64, 'Export'),
      'no column "Hushållens konsumtionsutgifter"',
    ],
    [
      'a row that is missing',
      () => changed(ACCOUNTS_ROW + 2 + 16, INDUSTRY + 1, 'Sysselsatta'),
      'no row "Antal sysselsatta"',
    ],
  ])('is refused with %s', async (_, file, reason) => {
    await expect(readScbWorkbook(await file(), 2016, 59, edition)).rejects.toThrow(refusal(reason))
  })

  it('is refused for a year that it lacks', async () => {
    const file = await written(workbook({ 2015: yearSheet(), 2016: yearSheet() }))
    await expect(readScbWorkbook(file, 2017, 44, edition)).rejects.toThrow(
      refusal('has no sheet 2017; it has 2015, 2016'),
    )
  })

  it('is refused where it is cut off, is no workbook, or is not there', async () => {
    const whole = workbook({ 2016: yearSheet() })
    for (const end of [whole.length - 10, Math.floor(whole.length / 2), 100]) {
      const file = await written(whole.subarray(0, end))
      await expect(readScbWorkbook(file, 2016, 44, edition)).rejects.toThrow(
        refusal('is not a complete .xlsx workbook'),
      )
    }
    await expect(readScbWorkbook(await written(Buffer.from('a,b\n')), 2016, 44, edition)).rejects.toThrow(
      refusal('is not a complete .xlsx workbook'),
    )
    await expect(readScbWorkbook(join(folder, 'none.xlsx'), 2016, 44, edition)).rejects.toThrow(
      refusal('there is no such file'),
    )
  })
})

const reason = existsSync(published) ? '' : ' (skipped: the workbook is not at ../shared/data/scb-io)'

describe.skipIf(reason !== '')(`Statistics Sweden's published workbook${reason}`, () => {
  it('gives the table of the seed', async () => {
    expect(await readScbWorkbook(published, 2016, 44, edition)).toEqual(await readTableFiles(seeded, edition))
  })

  it('sets off 23 386 jobs on 59 industries, and is not read product by product (21 684)', async () => {
    const effects = prepareTable(await readScbWorkbook(published, 2016, 59, edition), reportAssumptions).effects(
      reportShocks,
    )
    const total = totalEffects(effects)
    expect(total.spillover).toBeCloseTo(23_385.7, 0)
    expect(Math.abs(total.induced - 6927)).toBeLessThan(1)
    const indirect = Object.fromEntries(
      effectsBy(effects, ['SECTOR_GROUP']).map((row) => [row.group, Math.round(row.indirect)]),
    )
    expect(indirect).toEqual({ INDUSTRY: 5989, SERVICES: 9759, PUBLIC: 712 })
  })

  it.each([2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016])('has a sound table of %d', async (year) => {
    const table = await readScbWorkbook(published, year, 59, edition)
    expect(table.industries).toHaveLength(59)
    expect(table.householdConsumption).toBeGreaterThan(1_400_000)
  })

  it('is refused where it is cut off', async () => {
    const file = await written((await readFile(published)).subarray(0, 1_000_000))
    await expect(readScbWorkbook(file, 2016, 44, edition)).rejects.toThrow(refusal('is not a complete .xlsx workbook'))
  })
})
