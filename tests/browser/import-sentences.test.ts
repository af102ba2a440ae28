import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { saidOfList } from '../../src/explorer/language/import-sentences.js'

const root = join(import.meta.dirname, '../../src')

/** Where what is said of a list is written. */
const files = [
  ...['import/firms', 'import/readers'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  ),
  ...['text/entering-text.ts', 'firms/sni-codes.ts'],
  ...['job-work', 'job-owner', 'compare-list', 'shown-changes'].map((name) => `jobs/${name}.ts`),
].filter((file) => file.endsWith('.ts') && !file.endsWith('remove-firms.ts'))

/** Words that begin or carry a sentence, as names of columns and units do not. */
const sentence =
  /^(?:7 )?(?:is|has|holds|are|reads|names|the|no|of|an?|another|states|takes|two|did|each|there) \S+ \S|[;:] [a-z7]|\S+ \S+ .*\.$/

/**
 * What is made of others, which the cases below have whole: what it is about, a part of it, or what only a command line
 * says; and what a header is found by.
 */
const parts =
  /^(?:7[:;] 7|; 7|: |; place by .*|Unusual: 7?\.?|Give --.*|Only 7 of .*|its 7.*|are of both 7|the accounting year's .*|another currency than Swedish kronor|No column for 7: .*|The codes of SNI 7: .*|Nothing was imported: (?:7 77|7 has no row to take7|in 7, 7 Give .*)\.?|states no 7 .*|no longer states 7 .*|7: this is what .*|7; what it stored .*|line 7; .*|Bokslut .*|No\. of employees|max\.)$/

const comment = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm
const literal = /'((?:[^'\\\n]|\\.)+)'|"([^"\n]+)"|`((?:[^`\\]|\\.)+)`/g
/** Before names of statements, and before errors that others are made of. */
const unsaid = /(?:\(\)\(|new Error\()\s*$/
/** Statements of the graph, and code between two literals. */
const code = /MATCH|^[\s\])},?:]|[[(]$|=>| \? |\n/

/** Each text of a file, without statements and errors that others are made of; what it takes of elsewhere is 7. */
function textsIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(comment, '')
  return [...text.matchAll(literal)]
    .filter(({ index }) => !unsaid.test(text.slice(Math.max(0, index - 40), index)))
    .map(([, single, double, template]) => (single ?? double ?? template ?? '').replaceAll("\\'", "'"))
    .filter((words) => !code.test(words))
    .map((words) => words.replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '7'))
}

/** What is said, each sentence once. */
const said = [...new Set(files.flatMap(textsIn))].filter((text) => sentence.test(text) && !parts.test(text))

it('all that the import says of a list has Swedish words', () => {
  expect(said.length).toBeGreaterThan(120)
  expect(said.filter((words) => saidOfList(words, 'sv').lang !== 'sv')).toEqual([])
})

it.each([
  ['is empty', 'är tom'],
  ['is a date with two readings: 3 April or 4 March', 'är ett datum som kan läsas på två sätt: 3 April eller 4 March'],
  ['is a date with two readings', 'är ett datum som kan läsas på två sätt'],
  ['It no longer names 3 of 4 firms (Prov Ett AB, …).', '3 av de 4 som listan nämnde förut: Prov Ett AB, …'],
  [
    'It states no employees at all, which 4 firms had (Prov Ett AB, …).',
    'alla uppgifter om anställda, som 4 företag hade förut: Prov Ett AB, …',
  ],
  ['members.csv, line 3: holds no line', 'members.csv, rad 3: har inga rader'],
  [
    'members.xlsx, sheet Blad 1, cell B4: is a file of SPSS (.sav): save it there as CSV',
    'members.xlsx, blad Blad 1, cell B4: är en fil från SPSS (.sav): spara den därifrån som CSV',
  ],
  [
    "members.csv, line 1: no row of the first twenty names a column name or Namn; did you mean name by Nam? Then give --columns 'Nam=name'",
    'members.csv, rad 1: ingen av de första tjugo raderna har en kolumn för name eller Namn; är det namn som står i kolumnen Nam? Välj det då under kolumnerna',
  ],
  ['No column for the size: it will not be known.', 'Ingen kolumn för storleken: den blir inte känd'],
  ['has 4 cells; the header, in line 2, has 5', 'har 4 celler; rubrikraden, rad 2, har 5'],
  [
    'members.csv: is a folder; what it stored until then stays, unfinished',
    'members.csv: är en mapp; det som hade lagrats till dess ligger kvar, ofullständigt',
  ],
])('"%s" is told in Swedish', (words, told) => {
  expect(saidOfList(words, 'sv')).toEqual({ text: told, lang: 'sv' })
})

it('what has no words is told as it was said, and marked as English', () => {
  expect(saidOfList('something new', 'sv')).toEqual({ text: 'something new', lang: 'en' })
  expect(saidOfList('is empty; and something new', 'sv')).toEqual({ text: 'is empty; and something new', lang: 'en' })
  expect(saidOfList('is empty', 'en')).toEqual({ text: 'is empty', lang: 'en' })
})
