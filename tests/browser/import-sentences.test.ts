import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { saidOfList } from '../../src/explorer/language/import-sentences.js'

const folder = join(import.meta.dirname, '../../src/import/firms')

/** Sentences without anything of the file in them by which rows and cells are refused. */
const reasons = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(
      /new RowRefusal\(\s*[^,()]+,\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)")/g,
    ),
  ])
  .map(([, single, double]) => single ?? double ?? '')

it('every reason for which a row or cell is not taken has Swedish words', () => {
  expect(reasons.length).toBeGreaterThan(25)
  expect(reasons.filter((reason) => saidOfList(reason, 'sv').lang !== 'sv')).toEqual([])
})

it.each([
  ['is empty', 'är tom'],
  ['is a date with two readings: 3 April or 4 March', 'är ett datum som kan läsas på två sätt: 3 April or 4 March'],
  ['is a date with two readings', 'är ett datum som kan läsas på två sätt'],
  ['It no longer names 3 of 4 firms (Prov Ett AB, …).', '3 av de 4 som listan nämnde förut: Prov Ett AB, …'],
  ['members.csv, line 3: holds no line', 'members.csv, rad 3: har inga rader'],
])('"%s" is told in Swedish', (said, told) => {
  expect(saidOfList(said, 'sv')).toEqual({ text: told, lang: 'sv' })
})

it('what has no words is told as it was said, and marked as English', () => {
  expect(saidOfList('something new', 'sv')).toEqual({ text: 'something new', lang: 'en' })
  expect(saidOfList('is empty', 'en')).toEqual({ text: 'is empty', lang: 'en' })
})
