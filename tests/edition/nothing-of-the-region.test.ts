import { expect, it } from 'vitest'
import { readTableFiles } from '../../src/import/input-output/table-files.js'
import { readSeed } from '../../src/import/seed/seed.js'
import { edition } from '../edition.js'
import { codeWords } from './code-words.js'

const seed = await readSeed(edition)
const tables = await Promise.all(
  edition.tables.map(({ folder }) => readTableFiles(`${edition.folder}/tables/${folder}`, edition)),
)

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Of a text, as a word of its own. */
const asWords = (texts: Iterable<string>) =>
  new RegExp(
    `(?<![\\p{L}\\d-])(?:${[...texts].map(escaped).toSorted().reverse().join('|')})(?![\\p{L}\\d]|-\\p{L})`,
    'gu',
  )

const places = seed.elements.nodes.filter(({ label }) => ['Municipality', 'County', 'Country'].includes(label))
const sources = seed.elements.nodes.filter(({ label }) => label === 'Source')
const slugOf = (id: string) => id.replace(/^[^:]+:/, '')

/** What stands in the region's folder and so in no file of `src/`. */
const ofRegion = asWords(
  new Set(
    [
      ...seed.elements.nodes.map(({ id }) => id),
      ...sources.map(({ id }) => slugOf(id)),
      ...places.flatMap(({ properties }) => [properties.nameSv, properties.nameEn]),
      ...sources.flatMap(({ properties }) => [properties.title, properties.nameEn]),
      ...tables.flatMap(({ id, title }) => [`table:${id}`, id, title]),
      edition.spillover.run.id,
      edition.spillover.run.name,
      ...edition.classifications.flatMap(({ id, name }) => [id, name, name.replaceAll(' ', '')]),
    ].filter(isText),
  ),
)
/** Of counties and municipalities; digits within a longer text are any number. */
const codes = new Set(
  places.map(({ properties }) => properties.code).filter((code) => isText(code) && code.length === 2),
)
const dates = /(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d/g
const years = /(?<!\d)(?:19|20)\d\d(?!\d)/g
const editionsInIds = new RegExp(edition.classifications.map(({ id }) => escaped(id)).join('|'), 'g')

it('no file of the program holds an id, a code or a name of the region, nor a day or a year of it', () => {
  const found = codeWords().flatMap(({ file, kind, word }) => {
    const all =
      kind === 'IDENTIFIER'
        ? (word.match(years) ?? []).map(() => word)
        : [
            ...(word.match(ofRegion) ?? []),
            ...(word.match(editionsInIds) ?? []),
            ...(word.match(dates) ?? []),
            ...(codes.has(word) ? [word] : []),
          ]
    return all.map((each) => `${file}: ${each}`)
  })
  expect([...new Set(found)].filter((each) => !allowed.has(each))).toEqual([])
  // An exception goes with what it was for.
  expect([...allowed].filter((each) => !found.includes(each))).toEqual([])
})

/** What stands there for a reason, and means nothing to another region. */
const allowed: ReadonlySet<string> = new Set([
  // Centuries before a year of two digits.
  ...['organisation-number', 'person-number'].flatMap((file) =>
    ['18', '19', '20'].map((code) => `text/${file}.ts: ${code}`),
  ),
  'import/firms/cells/dates.ts: 20',
  // The register's code of a field.
  'import/firms/scb-register.ts: 10',
  // The two ways in which workbooks count days.
  ...['cell-value', 'sheet-rows', 'workbook'].map((file) => `import/readers/workbook/${file}.ts: since1904`),
  'import/firms/cells/dates.ts: 1900-01-01',
  // How a day is written, in refusals of what is none.
  'cli.ts: 2026-11-24',
  'commands/accounts/options.ts: 2026-11-24',
  'import/firms/cells/dates.ts: 2026-11-24',
  'server/export-route.ts: 2022-06-30',
  'server/scalars.ts: 2022-06-30',
  // What a country calls purchases within it, in a publisher's workbook.
  'import/input-output/scb-blocks.ts: Sverige',
  // Any day will do.
  'demo/synthetic-region.ts: 2026-01-01',
  'cost/followed.ts: 2000-01-01',
  // What is the program's own, and a word for a kind of help; pages of the region happen to have these as titles.
  'explorer/language/entity-kinds.ts: Norrgraphs beräkning',
  'explorer/language/support-answer.ts: Lån',
  // The publisher of files that these read, which has a country's name in its own.
  'cli.ts: Sweden',
  'commands/import-firms.ts: Sweden',
  'import/input-output/scb-workbook.ts: Sweden',
])
