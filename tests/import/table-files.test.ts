import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeTableFiles } from '../../src/export/input-output-table.js'
import { readTableFiles, surveyTableFiles } from '../../src/import/input-output/table-files.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { edition } from '../edition.js'
import { industry, table } from '../spillover/example-tables.js'

const small: InputOutputTable = table(
  [
    industry('A01+A03', 100.25, {
      name: 'Farming, "fishing"',
      nameSv: 'Jordbruk; fiske',
      section: 'A',
      employed: 0,
      sni: ['A01', 'A03'],
      group: 'INDUSTRY',
      scope: 'NATIONAL',
      satellites: { hours: 12.5, co2kt: null },
    }),
    industry('L68A', 50, { imputedRent: true, wages: 1e-7, satellites: { hours: null, co2kt: -3 } }),
    industry('Ö', 0, { satellites: { hours: 0, co2kt: 0 } }),
  ],
  [
    [1, 2.5, 0],
    [-0.5, 3, 0],
    [0, 0, 0],
  ],
  { id: 'small', householdConsumption: 12.5 },
)

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'norrgraph-table-'))
  await writeTableFiles(small, folder)
})
afterEach(() => rm(folder, { recursive: true }))

/** Replaces text in a file of the folder and says what importing it then is refused with. */
async function refusalOf(file: string, from: string | RegExp, to: string): Promise<string> {
  const content = await readFile(join(folder, file), 'utf8')
  expect(content).toMatch(from)
  await writeFile(join(folder, file), content.replace(from, to))
  return readTableFiles(folder, edition).then(
    () => 'imported',
    (error) => String(error.message).replace(`${folder}/`, ''),
  )
}

describe('a table as files', () => {
  it('comes back the same', async () => {
    expect(await readTableFiles(folder, edition)).toEqual(small)
  })

  it('may have its rows and columns in any order, a byte order mark and Windows line ends', async () => {
    const flows = 'supplier,Ö,A01+A03,L68A\r\nÖ,0,0,0\r\nL68A,0,-0.5,3\r\nA01+A03,0,1,2.5\r\n'
    await writeFile(join(folder, 'flows.csv'), `\uFEFF${flows}`)
    expect((await readTableFiles(folder, edition)).flows).toEqual(small.flows)
  })

  it('may leave sni and imputedRent out, and name divisions by number', async () => {
    const columns = 'code,name,nameSv,section,output,employed,wages,labourCost,householdPurchases,group,scope'
    const rows = ['A01+A03', 'L68A', 'Ö'].map((code) => `${code},,,,10,,,,,,`).join('\n')
    await writeFile(join(folder, 'industries.csv'), `${columns}\n${rows}\n`)
    expect((await readTableFiles(folder, edition)).industries[0]).toEqual(industry('A01+A03', 10))

    await writeFile(join(folder, 'industries.csv'), `${columns},sni\n${rows.replaceAll('\n', ',\n')},12 C10 10\n`)
    expect((await readTableFiles(folder, edition)).industries[2]?.sni).toEqual(['C10', 'C12'])
  })

  it.each<[string, string, string | RegExp, string, string]>([
    [
      'text in a number',
      'industries.csv',
      '100.25',
      'c. 100',
      'industries.csv, line 2: output is "c. 100", which is no number',
    ],
    [
      'a decimal comma',
      'flows.csv',
      '2.5',
      '"2,5"',
      'flows.csv, line 2: the flow to L68A is "2,5", which is no number',
    ],
    ['an empty flow', 'flows.csv', '2.5', '', 'flows.csv, line 2: the flow to L68A is "", which is no number'],
    [
      'infinite output',
      'industries.csv',
      '100.25',
      'Infinity',
      'industries.csv, line 2: output is "Infinity", which is no number',
    ],
    [
      'unknown output',
      'industries.csv',
      '100.25',
      '',
      'industries.csv, line 2: output is empty; without it the industry has no coefficients',
    ],
    [
      'negative output',
      'industries.csv',
      '100.25',
      '-1',
      'industries.csv, line 2: output is -1; it cannot be negative',
    ],
    [
      'a repeated code',
      'industries.csv',
      'L68A',
      'A01+A03',
      'industries.csv, line 3: code A01+A03 is repeated; line 2 has it too',
    ],
    [
      'a code changed in one file',
      'industries.csv',
      'L68A',
      'A01-A03',
      'flows.csv, line 1: has no column of A01-A03, which industries.csv names',
    ],
    ['a code in flows only', 'industries.csv', /\nÖ.*/, '', 'flows.csv, line 1: Ö is not in industries.csv'],
    [
      'a code in industries only',
      'industries.csv',
      /\nÖ/,
      '\nX,,,,1,,,,,,,,,1,1\nÖ',
      'flows.csv, line 1: has no column of X, which industries.csv names',
    ],
    ['a missing row', 'flows.csv', /\nÖ.*/, '', 'flows.csv: has no row of Ö, which industries.csv names'],
    ['a repeated row', 'flows.csv', /\nÖ/, '\nL68A', 'flows.csv, line 4: supplier L68A is repeated; line 3 has it too'],
    ['a repeated column', 'flows.csv', 'L68A,Ö', 'L68A,L68A', 'flows.csv, line 1: column L68A is repeated'],
    ['a short row', 'flows.csv', '2.5,0', '2.5', 'flows.csv, line 2: has 3 columns; the header has 4'],
    [
      'a spectral radius of 1',
      'flows.csv',
      '1,2.5',
      '100.3,2.5',
      'flows.csv: the spectral radius of the technical coefficients is 1.000; it must be below 1',
    ],
    [
      'an unknown group',
      'industries.csv',
      'INDUSTRY',
      'Industry',
      'industries.csv, line 2: group is "Industry"; it is one of INDUSTRY, SERVICES, PUBLIC',
    ],
    [
      'an unknown division',
      'industries.csv',
      'A01 A03',
      'A01 A04',
      'industries.csv, line 2: sni holds "A04", which is no division of SNI 2007',
    ],
    [
      'a missing column',
      'industries.csv',
      'employed',
      'employees',
      'industries.csv, line 1: column "employed" is missing',
    ],
    [
      'a satellite with a name that is taken',
      'industries.csv',
      'hours',
      'source',
      'industries.csv, line 1: column "source" has a name that is taken',
    ],
    [
      'a quotation mark that is never closed',
      'industries.csv',
      'Jordbruk',
      '"Jordbruk',
      'industries.csv, line 2: a quotation mark is opened and never closed',
    ],
    ['semicolons', 'flows.csv', /,/g, ';', 'flows.csv, line 1: its columns are parted by semicolons or tabs'],
    ['a year in words', 'table.json', '2020', '"this year"', 'table.json, line 6: year: Invalid input'],
    ['no currency', 'table.json', /"currencyUnit".*/, '', 'table.json: currencyUnit: Invalid input'],
    ['broken JSON', 'table.json', '"year": 2020,', '"year" 2020,', 'table.json, line 6: is not JSON'],
    [
      'an id with spaces',
      'table.json',
      '"small"',
      '"a small one"',
      'table.json, line 2: id: holds letters, digits and hyphens between them',
    ],
  ])('are refused with %s', async (_, file, from, to, reason) => {
    expect(await refusalOf(file, from, to)).toContain(reason)
  })

  it('are looked through to the end: every fault is told', async () => {
    const from = await readFile(join(folder, 'industries.csv'), 'utf8')
    await writeFile(
      join(folder, 'industries.csv'),
      from.replace('100.25', 'many').replace('INDUSTRY', 'Industry').replace('A01 A03', 'A04 A05'),
    )
    const flows = await readFile(join(folder, 'flows.csv'), 'utf8')
    await writeFile(join(folder, 'flows.csv'), flows.replace('2.5', '').replace(/\nÖ.*/, '\nÖ,1'))
    await writeFile(join(folder, 'table.json'), '{ "id": "a small one", "year": "last" }')
    const { table: read, faults } = await surveyTableFiles(folder, edition)
    expect(read).toBeNull()
    expect(faults.map(({ message }) => message.replace(`${folder}/`, ''))).toEqual([
      'table.json, line 1: id: holds letters, digits and hyphens between them',
      expect.stringMatching(/^table\.json: title: /),
      expect.stringMatching(/^table\.json: publisher: /),
      expect.stringMatching(/^table\.json: edition: /),
      expect.stringMatching(/^table\.json, line 1: year: /),
      expect.stringMatching(/^table\.json: geography: /),
      expect.stringMatching(/^table\.json: currencyUnit: /),
      expect.stringMatching(/^table\.json: employmentUnit: /),
      'industries.csv, line 2: output is "many", which is no number',
      'industries.csv, line 2: group is "Industry"; it is one of INDUSTRY, SERVICES, PUBLIC',
      'industries.csv, line 2: sni holds "A04", which is no division of SNI 2007',
      'industries.csv, line 2: sni holds "A05", which is no division of SNI 2007',
      'flows.csv, line 2: the flow to L68A is "", which is no number',
      'flows.csv, line 4: has 2 columns; the header has 4',
    ])
  })

  it('are refused where codes would share an id', async () => {
    await writeTableFiles(
      table(
        [industry('A+B', 1), industry('A-B', 1)],
        [
          [0, 0],
          [0, 0],
        ],
      ),
      folder,
    )
    await expect(readTableFiles(folder, edition)).rejects.toThrow(
      'industries.csv, line 3: codes A+B and A-B would share an id',
    )
  })

  it.each(['table.json', 'flows.csv', 'industries.csv'])('are refused without %s', async (file) => {
    await rm(join(folder, file))
    await expect(readTableFiles(folder, edition)).rejects.toThrow(`${file}: there is no such file`)
  })

  it('are refused where they are not UTF-8', async () => {
    await writeFile(join(folder, 'industries.csv'), Buffer.from('code,name\n\xC5,x\n', 'latin1'))
    await expect(readTableFiles(folder, edition)).rejects.toThrow(/industries\.csv, line \d: /)
  })
})
