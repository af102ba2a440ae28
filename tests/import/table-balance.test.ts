import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeTableFiles } from '../../src/export/input-output-table.js'
import { readTableFiles, surveyTableFiles } from '../../src/import/input-output/table-files.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { edition } from '../edition.js'
import { industry } from '../spillover/example-tables.js'
import { reportTable } from '../spillover/ventures.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'norrgraph-balance-'))
  await writeTableFiles(reportTable, folder)
})
afterEach(() => rm(folder, { recursive: true }))

const codes = reportTable.industries.map(({ code }) => code)
/** Where the row of an industry stands: below the header. */
const lineOf = (code: string) => codes.indexOf(code) + 2

/** Writes a table in the folder's place, and says what is wrong with it. */
async function faultsOf(table: InputOutputTable): Promise<string[]> {
  await writeTableFiles(table, folder)
  const { table: read, faults } = await surveyTableFiles(folder, edition)
  expect(read).toBeNull()
  return faults.map(({ message }) => message.replace(`${folder}/`, ''))
}

const changed = (code: string, figures: (of: InputOutputTable['industries'][number]) => object): InputOutputTable => ({
  ...reportTable,
  industries: reportTable.industries.map((each) => (each.code === code ? { ...each, ...figures(each) } : each)),
})
const account = (code: string, name: string, by: number) =>
  changed(code, ({ satellites }) => ({ satellites: { ...satellites, [name]: by * (satellites[name] ?? 0) } }))

describe('a folder of a table whose figures do not go together', () => {
  it.each<[string, InputOutputTable, string]>([
    [
      'inputs and labour cost',
      changed('F', ({ labourCost }) => ({ labourCost: 2.6 * (labourCost ?? 0) })),
      `industries.csv, line ${lineOf('F')}: F: inputs from industries of the table and labour cost are`,
    ],
    [
      'value added',
      account('K', 'valueAdded', 1.2),
      `industries.csv, line ${lineOf('K')}: K: intermediate consumption and value added are`,
    ],
    [
      'imports',
      account('C19-21', 'imports', 1.4),
      `industries.csv, line ${lineOf('C19-21')}: C19-21: inputs from industries of the table and imports are`,
    ],
    [
      'sales',
      changed('B', ({ householdPurchases, output }) => ({ householdPurchases: (householdPurchases ?? 0) + output })),
      `flows.csv, line ${lineOf('B')}: B: sales to industries and households are`,
    ],
    [
      'wages',
      changed('P', ({ labourCost }) => ({ wages: 1.01 * (labourCost ?? 0) })),
      `industries.csv, line ${lineOf('P')}: P: wages are`,
    ],
    [
      'household purchases',
      { ...reportTable, householdConsumption: 1_400_000 },
      'table.json, line 10: household purchases of all industries are 1405252, householdConsumption 1400000: the quotient is 1.0038 and should be at most 1.001',
    ],
    [
      'a negative amount',
      changed('I', () => ({ wages: -5 })),
      `industries.csv, line ${lineOf('I')}: I: wages is -5; it cannot be negative`,
    ],
    [
      'flows of nothing made',
      changed('R', ({ satellites }) => ({
        output: 0,
        householdPurchases: 0,
        wages: 0,
        labourCost: 0,
        satellites: { ...satellites, intermediateConsumption: null, valueAdded: null, imports: null },
      })),
      `industries.csv, line ${lineOf('R')}: R: output is 0, yet the industry sells`,
    ],
  ])('is refused with its line, the identity and the figures: %s', async (_, table, reason) => {
    expect(await faultsOf(table)).toContainEqual(expect.stringContaining(reason))
  })

  it('is refused as a whole where flows stand the other way round', async () => {
    const flows = reportTable.flows.map((_, i) => reportTable.flows.map((row) => row[i] ?? 0))
    expect(await faultsOf({ ...reportTable, flows })).toEqual([
      expect.stringMatching(/^flows\.csv: the flows stand the other way round: .* 21 of 44 industries do not add up/),
    ])
  })

  it('is refused where the sum row and column of a table are left in, by the line of the row and by nothing else', async () => {
    const columns = codes.map((_, j) => reportTable.flows.reduce((sum, row) => sum + (row[j] ?? 0), 0))
    const rows = reportTable.flows.map((row) => Array.from(row).reduce((sum, flow) => sum + flow, 0))
    const all = rows.reduce((sum, row) => sum + row, 0)
    const output = reportTable.industries.reduce((sum, each) => sum + each.output, 0)
    const total: InputOutputTable = {
      ...reportTable,
      industries: [...reportTable.industries, industry('TOTAL', output)].map((each) => ({ ...each, satellites: {} })),
      flows: [...reportTable.flows.map((row, i) => [...row, rows[i] ?? 0]), [...columns, all]],
    }
    expect(await faultsOf(total)).toEqual([
      `flows.csv, line 46: TOTAL: is no industry but the sum of the others: its row comes to ${all} against ${all}`,
    ])
  })
})

/** Replaces text in a file of the folder and says all that is wrong with it then. */
async function refusalsOf(file: string, from: string | RegExp, to: string): Promise<string[]> {
  const content = await readFile(join(folder, file), 'utf8')
  expect(content).toMatch(from)
  await writeFile(join(folder, file), content.replace(from, to))
  const { faults } = await surveyTableFiles(folder, edition)
  return faults.map(({ message }) => message.replace(`${folder}/`, ''))
}

const asksFor = 'commas between columns and a decimal point are asked for'

describe('a folder with other separators', () => {
  it.each<[string, string, string | RegExp, string, string]>([
    [
      'semicolons in flows',
      'flows.csv',
      /,/g,
      ';',
      `flows.csv, line 1: its columns are parted by semicolons or tabs; ${asksFor}`,
    ],
    [
      'semicolons in industries',
      'industries.csv',
      /,/g,
      ';',
      `industries.csv, line 1: its columns are parted by semicolons or tabs; ${asksFor}`,
    ],
    ['tabs', 'flows.csv', /,/g, '\t', `flows.csv, line 1: its columns are parted by semicolons or tabs; ${asksFor}`],
    [
      'semicolons below a header with commas',
      'flows.csv',
      /(?<=\n.*),/g,
      ';',
      `flows.csv, line 2: its columns are parted by semicolons or tabs; ${asksFor}`,
    ],
    [
      'decimal commas between commas',
      'flows.csv',
      /(?<=\n.*,\d+)(?=,|\n)/g,
      ',5',
      `flows.csv, line 2: has 89 columns where the header has 45: its numbers seem to have decimal commas; ${asksFor}`,
    ],
    [
      'decimal commas in quotation marks',
      'flows.csv',
      /(?<=\n.*),(\d+)/g,
      ',"$1,5"',
      'flows.csv, line 2: the flow to A01+A03 is "9073,5", which is no number: a decimal point is asked for, not a comma',
    ],
    [
      'decimal commas in industries',
      'industries.csv',
      ',55056,63000,',
      ',"55056,5",63000,',
      'industries.csv, line 2: output is "55056,5", which is no number: a decimal point is asked for, not a comma',
    ],
    [
      'a decimal comma in table.json',
      'table.json',
      '1901204',
      '1901204,5',
      'table.json, line 10: is not JSON: a number has a decimal comma, and a decimal point is asked for',
    ],
    [
      'a decimal comma in a text of table.json',
      'table.json',
      '1901204',
      '"1901204,5"',
      'table.json, line 10: householdConsumption: it is "1901204,5", which is no number: a decimal point is asked for, not a comma',
    ],
  ])('is refused once, and told so: %s', async (_, file, from, to, reason) => {
    expect(await refusalsOf(file, from, to)).toEqual([reason])
  })

  it('may have semicolons and commas in names', async () => {
    await writeTableFiles(
      {
        ...reportTable,
        industries: reportTable.industries.map((each, i) =>
          i < 2 ? { ...each, code: `${i}; x, y`, name: 'a; 1; 2' } : each,
        ),
      },
      folder,
    )
    expect((await readTableFiles(folder, edition)).industries[0]?.code).toBe('0; x, y')
  })
})
