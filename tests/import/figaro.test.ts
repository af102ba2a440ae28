import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { divisionsOfA64 } from '../../src/import/input-output/a64-divisions.js'
import { countryOfFile } from '../../src/import/input-output/figaro/country-of-file.js'
import { countryTable } from '../../src/import/input-output/figaro/country-table.js'
import { edition } from '../edition.js'
import { type Cells, figaroCells, flatFile, industries, matrixFile } from './figaro-files.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'norrgraph-figaro-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function tableOf(text: string, country = 'SE') {
  const file = join(folder, 'figaro.csv')
  await writeFile(file, text)
  const cells = await countryOfFile(file, country)
  const named = (code: string) => ({ name: `Industry ${code}`, nameSv: null })
  return countryTable(file, cells, { year: 2020, edition: '24ed' }, edition.classifications[0], named)
}

const refusal = (reason: string) =>
  expect.objectContaining({ name: 'ImportError', message: expect.stringContaining(reason) })

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const cell = (cells: Cells, row: string, column: string) => cells.get(row)?.get(column) ?? Number.NaN

const forms: readonly (readonly [form: string, write: (cells: Cells) => string])[] = [
  ['matrix', matrixFile],
  ['flat', flatFile],
]

describe.each(forms)('a FIGARO table in %s form', (_, write) => {
  it('is one country of it: flows within it, and what comes from abroad as an account', async () => {
    const cells = figaroCells()
    const table = await tableOf(write(cells))
    expect(table).toMatchObject({
      id: 'figaro-24ed-2020-se',
      geography: 'SE',
      currencyUnit: 'MEUR',
      publisher: 'Eurostat',
    })
    expect(table.industries.map(({ code }) => code)).toEqual(industries)
    expect(table.flows).toEqual(
      industries.map((supplier) => industries.map((buyer) => cell(cells, `SE_${supplier}`, `SE_${buyer}`))),
    )
    const food = table.industries[1]
    const column = (row: string) => cell(cells, row, 'SE_C10T12')
    const uses = [...(cells.get('SE_C10T12')?.values() ?? [])]
    const imports = sum(['AT', 'FIGW1'].flatMap((area) => industries.map((code) => column(`${area}_${code}`))))
    const valueAdded = column('W2_D1') + column('W2_D29X39') + column('W2_B2A3G')
    expect(food).toMatchObject({
      section: 'C',
      sni: ['C10', 'C11', 'C12'],
      group: 'INDUSTRY',
      employed: null,
      wages: null,
      labourCost: 12,
      householdPurchases: cell(cells, 'SE_C10T12', 'SE_P3_S14'),
      output: expect.closeTo(sum(uses), 9),
    })
    expect(food?.satellites).toEqual({
      intermediateConsumption: expect.closeTo(sum(uses) - valueAdded, 9),
      valueAdded: expect.closeTo(valueAdded, 9),
      imports: expect.closeTo(imports, 9),
      netProductTaxes: 1.5,
      otherNetProductionTaxes: -0.5,
      grossOperatingSurplus: column('W2_B2A3G'),
      otherFinalUse: expect.closeTo(
        sum(uses) - sum([...(table.flows[1] ?? [])]) - cell(cells, 'SE_C10T12', 'SE_P3_S14'),
        9,
      ),
    })
    const consumed = [...cells.values()].map((row) => row.get('SE_P3_S14') ?? 0)
    expect(table.householdConsumption).toBeCloseTo(sum(consumed), 9)
  })

  it('is refused for a country that it lacks, with those that it has', async () => {
    await expect(tableOf(write(figaroCells()), 'NO')).rejects.toThrow(
      refusal('figaro.csv: has no country NO; it has AT, FIGW1, SE'),
    )
  })

  it('is refused where what an industry supplies is not what it takes in, with both figures', async () => {
    const cells = figaroCells()
    const before = cell(cells, 'W2_B2A3G', 'SE_L')
    cells.get('W2_B2A3G')?.set('SE_L', before + 50)
    await expect(tableOf(write(cells))).rejects.toThrow(/SE_L supplies (\d+\.\d) to all uses and takes in \d+\.\d/)
    // A table's neighbours are not looked at.
    await expect(tableOf(write(cells), 'AT')).resolves.toMatchObject({ geography: 'AT' })
  })

  it('has no output where rounding alone leaves some, and no flows there', async () => {
    const cells = figaroCells()
    for (const [row, there] of cells) {
      for (const column of there.keys()) if (row === 'SE_L' || column === 'SE_L') there.set(column, 0)
    }
    cells.get('SE_L')?.set('SE_L', -0.001)
    const table = await tableOf(write(cells).replaceAll('SE_L', 'SE_U').replaceAll('SE,L', 'SE,U'))
    expect(table.industries.map(({ code, output, sni }) => [code, output, sni]).at(-1)).toEqual(['U', 0, ['U99']])
    expect(table.flows.at(-1)).toEqual([0, 0, 0, 0])
  })
})

describe('a file that is no FIGARO table of industries', () => {
  const matrix = () => matrixFile(figaroCells())
  const flat = () => flatFile(figaroCells())

  it.each<[string, () => string, string]>([
    [
      'a matrix of products',
      () => matrix().replaceAll(/\b(AT|SE|FIGW1)_/g, '$1_CPA_'),
      'line 1: is product by product',
    ],
    [
      'a flat file of products',
      () => flat().replaceAll(/\b(AT|SE|FIGW1)_/g, '$1_CPA_'),
      'line 2: is product by product',
    ],
    ['a use table', () => 'icuseRow,icuseCol,obsValue\n', 'line 1: is a supply or use table'],
    ['another file', () => 'code,value\n', 'line 1: is no header of a FIGARO table of industries'],
    ['semicolons', () => matrix().replaceAll(',', ';'), 'parted by commas'],
    ['a column that is repeated', () => matrix().replace('AT_C10T12', 'AT_A01'), 'line 1: column AT_A01 is repeated'],
    [
      'a row that is repeated',
      () => matrix().replace('\nAT_C10T12', '\nAT_A01'),
      'line 3: row AT_A01 is repeated; line 2 has it too',
    ],
    [
      'a cell that is no number',
      () => matrix().replace(/(\nSE_A01,)[^,]+/, '$1n/a'),
      'line 10: SE_A01 to AT_A01 is "n/a", which is no number',
    ],
    [
      'a row that is cut off',
      () => matrix().replace(/(\nSE_A01,[^,]+),.*/, '$1'),
      'line 10: has 2 columns; the header has 28',
    ],
    [
      'a flat line that is cut off',
      () => flat().replace(/(\nSE_A01,AT_A01).*/, '$1'),
      'has 2 columns; the header has 7',
    ],
    [
      'a flat cell that is told twice',
      () => flat().replace(/\n(SE_A01,SE_A01,.*)/, '\n$1\n$1'),
      'SE_A01 to SE_A01 is told twice',
    ],
    [
      'an account that is not known',
      () => matrix().replace('W2_D1,', 'W2_D11,'),
      '"W2_D11" is no account that is known',
    ],
    ['an industry that is none', () => matrix().replaceAll('SE_L', 'SE_L99'), 'SE_L99 is no industry of'],
    ['a label that is none', () => matrix().replaceAll('AT_L', 'AT L'), 'line 1: "AT L" is no label'],
    ['no value added', () => matrix().replace(/\nW2_D1,.*/, ''), 'has no row W2_D1 for SE; is it whole?'],
    ['an industry without its row', () => matrix().replace(/\nSE_L,.*/, ''), 'has a column of SE_L and no row'],
    ['no households', () => matrix().replaceAll('P3_S14', 'P3_S16'), 'has no column SE_P3_S14'],
    ['nothing', () => '', 'is empty'],
  ])('is refused: %s', async (_, text, reason) => {
    await expect(tableOf(text())).rejects.toThrow(refusal(reason))
  })
})

it.each<[string, readonly string[]]>([
  ['B', ['B05', 'B06', 'B07', 'B08', 'B09']],
  ['C16', ['C16']],
  ['C10T12', ['C10', 'C11', 'C12']],
  ['C31_32', ['C31', 'C32']],
  ['R90T92', ['R90', 'R91', 'R92']],
  ['L', ['L68']],
  ['U', ['U99']],
  ['C10T34', []],
  ['A16', []],
  ['V', []],
])('the industry %s of A*64 is made of %j', (code, divisions) => {
  expect(divisionsOfA64(code, edition.classifications[0].codes)).toEqual(divisions)
})
