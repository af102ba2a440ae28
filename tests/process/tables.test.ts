import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { figaroCells, flatFile } from '../import/figaro-files.js'
import { run } from './program.js'

let folder: string
let environment: Record<string, string>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  environment = { NORRGRAPH_DATA: join(folder, 'data') }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const files = ['table.json', 'flows.csv', 'industries.csv']
const contents = (name: string) => files.map((file) => readFileSync(join(folder, name, file), 'utf8'))

it('exports a table, takes it in under another id, and exports the same again', async () => {
  expect(await run('cli.js', ['export', 'io-table', 'scb-2016-44', join(folder, 'first')], environment)).toMatchObject({
    code: 0,
  })
  const table = join(folder, 'first', 'table.json')
  writeFileSync(table, readFileSync(table, 'utf8').replace('"scb-2016-44"', '"mine"'))
  expect(await run('cli.js', ['import', 'io-table', join(folder, 'first')], environment)).toMatchObject({
    code: 0,
    errors: '',
  })
  expect(await run('cli.js', ['export', 'io-table', 'table:mine', join(folder, 'second')], environment)).toMatchObject({
    code: 0,
  })
  expect(contents('second')).toEqual(contents('first'))
})

it('refuses a table with text in a number, with file, line and reason, and stores nothing of it', async () => {
  cpSync(join(folder, 'first'), join(folder, 'broken'), { recursive: true })
  const table = join(folder, 'broken', 'table.json')
  writeFileSync(table, readFileSync(table, 'utf8').replace('"mine"', '"broken"'))
  const flows = join(folder, 'broken', 'flows.csv')
  writeFileSync(flows, readFileSync(flows, 'utf8').replace(/^(B,)[^,]+/m, '$1many'))
  const refused = await run('cli.js', ['import', 'io-table', join(folder, 'broken')], environment)
  expect(refused.code).toBe(1)
  expect(refused.errors).toMatch(/^.*flows\.csv, line \d+: .*many.*\n$/)
  const missing = await run('cli.js', ['export', 'io-table', 'broken', join(folder, 'none')], environment)
  expect(missing).toEqual({ code: 1, output: '', errors: 'There is no table:broken\n' })
})

it.each([
  ['a workbook that is none', 'not a workbook'],
  ['a workbook that was cut off', 'PK\u0003\u0004'],
])('refuses %s in one line', async (_, text) => {
  const file = join(folder, 'workbook.xlsx')
  writeFileSync(file, text)
  const refused = await run('cli.js', ['import', 'scb-io', file, '--year', '2016'], environment)
  expect(refused.code).toBe(1)
  expect(refused.errors).toContain('workbook.xlsx')
  expect(refused.errors.trimEnd()).not.toContain('\n')
})

it('takes in one country of a FIGARO file, and refuses one that it lacks in one line', async () => {
  const file = join(folder, 'flatfile_eu-ic-io_ind-by-ind_24ed_2020.csv')
  writeFileSync(file, flatFile(figaroCells()))
  expect(await run('cli.js', ['import', 'figaro', file, '--country', 'at'], environment)).toEqual({
    code: 0,
    output: 'Imported table:figaro-24ed-2020-at: FIGARO input–output table of AT 2020, 4 industries.\n',
    errors: '',
  })
  expect(await run('cli.js', ['import', 'figaro', file, '--country', 'NO'], environment)).toEqual({
    code: 1,
    output: '',
    errors: `${file}: has no country NO; it has AT, FIGW1, SE\n`,
  })
})

it('takes in who is employed, in the place of what was there, and refuses what cannot be', async () => {
  const file = join(folder, 'employed.csv')
  const said = ['--title', 'Employed here', '--publisher', 'Statistics of here', '--edition', '1', '--year', '2024']
  const bring = (text: string, ...more: string[]) => {
    writeFileSync(file, text)
    return run('cli.js', ['import', 'employment', file, ...said, ...more], environment)
  }
  expect(await bring('group,region,nation\nA,1,20\nB-U,9,80\n')).toEqual({
    ...{ code: 0, errors: '' },
    output: 'Imported employment:employed-here: 2 groups, the region as a whole.\n',
  })
  expect(await bring('group,county,region,nation\nA,24,1,20\nB-U,24,9,80\n', '--id', 'employed-here')).toEqual({
    ...{ code: 0, errors: '' },
    output: 'Replaced employment:employed-here: 2 groups, 1 county.\n',
  })
  const refused = await bring('group;region;nation\nA;1;20\n')
  expect(refused).toMatchObject({ code: 1, output: '' })
  expect(refused.errors).toMatch(/^.*employed\.csv, line 1: its columns are parted by semicolons.*\n$/)
  expect(await run('cli.js', ['import', 'employment', file, '--year', '2024'], environment)).toMatchObject({ code: 1 })
  expect(await bring('group,region,nation\nA,1,20\n', '--id', 'scb-rams-2018')).toEqual({
    ...{ code: 1, output: '' },
    errors: "employment:scb-rams-2018 is of the region's folder: give yours another --id.\n",
  })
})
