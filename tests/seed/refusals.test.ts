import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { SeedError } from '../../src/edition/problems.js'
import { readSeed } from '../../src/import/seed/seed.js'
import { edition } from '../edition.js'

const folders: string[] = []
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

const sources = `- id: source:report
  title: A report
  kind: REPORT
- id: area:training
  nameSv: Utbildning
  order: 1
  source: source:report
  locator: page 1
`
const header = 'version: 1\nrecordedAt: 2026-11-24T00:00:00Z\n'

/** Writes a small seed with the given files beside its sources, reads it and gives the message of its refusal. */
async function refusal(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'norrgraph-seed-'))
  folders.push(root)
  const all = { 'seed.yaml': `${header}tables: []\n`, 'sources.yaml': sources, ...files }
  for (const [name, text] of Object.entries(all)) {
    const path = join(root, 'seed', name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  try {
    await readSeed({ ...edition, folder: join(root, 'seed') })
  } catch (error) {
    if (error instanceof SeedError) return error.message
    throw error
  }
  return 'nothing was refused'
}

const actor = (rest: string): string => `# A comment, so that lines count.
- id: actor:fund
  nameSv: Fonden
  kind: FUND
  source: source:report
  locator: page 2
${rest}`

/** Entries of a kind that each lead on to others by a relationship, four lines each and one for each relationship. */
const leading = (kind: string, own: string, type: string, ways: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(ways)
    .map(([name, to]) => {
      const head = `- id: ${kind}:${name}\n  nameSv: ${name}\n${own}  source: source:report\n  locator: page 2\n`
      const ends = to.map((each) => `      - ${kind}:${each}\n`).join('')
      return to.length > 0 ? `${head}  relations:\n    ${type}:\n${ends}` : head
    })
    .join('')

describe('circles in a seed', () => {
  const actors = (ways: Readonly<Record<string, readonly string[]>>) =>
    refusal({ 'actors.yaml': leading('actor', '  kind: FUND\n', 'REPLACED_BY', ways) })

  it('of what replaced what are refused where they close, each once', async () => {
    expect(await actors({ a: ['b'], b: ['a'] })).toBe(
      'seed/actors.yaml:16: REPLACED_BY leads from actor:a over actor:b back to actor:a',
    )
    expect(await actors({ z: ['a'], a: ['b'], b: ['c'], c: ['a', 'd'], d: ['e'], e: [] })).toBe(
      'seed/actors.yaml:32: REPLACED_BY leads from actor:a over actor:b, actor:c back to actor:a',
    )
    const two = await actors({ a: ['b'], b: ['a'], c: ['d'], d: ['c'], e: ['a', 'c'] })
    expect(two.split('\n')).toEqual([
      'seed/actors.yaml:16: REPLACED_BY leads from actor:a over actor:b back to actor:a',
      'seed/actors.yaml:32: REPLACED_BY leads from actor:c over actor:d back to actor:c',
    ])
  })

  it('are none where several lead to one, and one to several', async () => {
    expect(await actors({ a: ['b', 'c'], b: ['d'], c: ['d'], d: ['e'], e: [] })).toBe('nothing was refused')
  })

  it('of parts and wholes are refused too', async () => {
    const own = '  code: A\n  level: SECTION\n  section: A\n  classification: OWN\n  classificationName: Own\n'
    const sectors = leading('sector', own, 'PART_OF', { 'own-A': ['own-B'], 'own-B': ['own-A'] })
    expect(await refusal({ 'sectors.yaml': sectors })).toContain(
      'PART_OF leads from sector:own-A over sector:own-B back to sector:own-A',
    )
  })
})

describe('a seed is refused with file, line and reason', () => {
  it('and not where nothing is wrong', async () => {
    expect(await refusal({ 'actors.yaml': actor('  relations:\n    PROVIDES: [area:training]\n') })).toBe(
      'nothing was refused',
    )
  })

  it.each<[string, string, string]>([
    ['an unknown key', '  colour: red\n', 'seed/actors.yaml:7: unknown key "colour"'],
    ['an empty text', '  descriptionSv: ""\n', 'seed/actors.yaml:7: descriptionSv'],
    [
      'an end that does not exist',
      '  relations:\n    PROVIDES:\n      - to: area:nonsense\n',
      'seed/actors.yaml:9: PROVIDES names area:nonsense, which does not exist',
    ],
    [
      'an end of the wrong kind',
      '  relations:\n    SERVES: [area:training]\n',
      'seed/actors.yaml:8: SERVES to area:training: a SupportArea where Municipality or County or Country',
    ],
    [
      'a type that the seed does not hold',
      '  relations:\n    SPILLS_OVER: [area:training]\n',
      'seed/actors.yaml:8: the seed holds no relationships of type "SPILLS_OVER"',
    ],
    [
      'an unknown key of a relationship',
      '  relations:\n    PROVIDES:\n      - to: area:training\n        rank: 1\n',
      'seed/actors.yaml:10: unknown key "rank"',
    ],
    [
      'an unknown source of a relationship',
      '  relations:\n    PROVIDES:\n      - to: area:training\n        source: source:none\n        locator: page 3\n',
      'seed/actors.yaml:9: unknown source "source:none"',
    ],
    [
      'a source without a locator in it',
      '  relations:\n    PROVIDES:\n      - to: area:training\n        source: source:report\n',
      'seed/actors.yaml:9: has a source of its own and no locator in it',
    ],
    [
      'a relationship written twice',
      '  relations:\n    PROVIDES: [area:training, area:training]\n',
      'seed/actors.yaml:8: PROVIDES actor:fund area:training is written twice',
    ],
    [
      'a relationship from an entry to itself',
      '  relations:\n    REPLACED_BY: [actor:fund]\n',
      'seed/actors.yaml:8: REPLACED_BY leads from actor:fund to itself',
    ],
    [
      'a date that no calendar has',
      '  relations:\n    PROVIDES:\n      - to: area:training\n        validTo: 2023-02-30\n',
      'seed/actors.yaml:10: validTo: "2023-02-30" is not a year',
    ],
    [
      'a time that ends before it begins',
      '  relations:\n    PROVIDES:\n      - to: area:training\n        validFrom: 2024\n        validTo: 2023\n',
      'seed/actors.yaml:9: ends before it begins',
    ],
  ])('%s', async (_, rest, message) => {
    expect(await refusal({ 'actors.yaml': actor(rest) })).toContain(message)
  })

  it('an id used twice names the first place', async () => {
    const twice = '- id: area:training\n  nameSv: Igen\n  order: 2\n  source: source:report\n  locator: page 4\n'
    expect(await refusal({ 'areas.yaml': twice })).toBe(
      'seed/sources.yaml:4: area:training stands already in seed/areas.yaml:1',
    )
  })

  it('an unknown source, a missing locator and a malformed id', async () => {
    const unknown = actor('').replace('source:report', 'source:none')
    expect(await refusal({ 'actors.yaml': unknown })).toBe('seed/actors.yaml:2: unknown source "source:none"')
    const without = actor('').replace('  locator: page 2\n', '')
    expect(await refusal({ 'actors.yaml': without })).toBe('seed/actors.yaml:2: actor:fund has no locator')
    const malformed = actor('').replace('actor:fund', 'actor:a_fund')
    expect(await refusal({ 'actors.yaml': malformed })).toContain('seed/actors.yaml:2: "actor:a_fund" is not an id')
  })

  it('text that is not YAML, and a file that is no list', async () => {
    expect(await refusal({ 'actors.yaml': '- id: actor:fund\n  nameSv: "open\n' })).toMatch(
      /^seed\/actors\.yaml:[123]: /,
    )
    expect(await refusal({ 'actors.yaml': 'id: actor:fund\n' })).toBe('seed/actors.yaml:1: is not a list of entries')
  })

  it('yearly jobs that do not add up to the printed total', async () => {
    const venture = `- id: establishment:works
  nameSv: Verket
  expectedJobs: { 2022: 10, 2023: 20 }
  totalJobs: 31
  source: source:report
  locator: table 1
`
    expect(await refusal({ 'ventures.yaml': venture })).toBe(
      'seed/ventures.yaml:4: totalJobs: 31 is not the sum of the years, 30',
    )
  })

  it('an amount that does not say what it counts', async () => {
    const loan = `- id: initiative:loan
  nameSv: Lån
  kind: LOAN
  maxAmount: 100
  source: source:report
  locator: page 5
`
    expect(await refusal({ 'loans.yaml': loan })).toContain('an amount needs amountOf')
  })

  it('a cell of the business structure that tells apart what it does not name', async () => {
    const cell = `- id: structure:small
  nameSv: Små
  dimensions: COUNTY
  sizeClass: SMALL
  sectorGroup: INDUSTRY
  source: source:report
  locator: figure 1
`
    expect(await refusal({ 'structure.yaml': cell })).toBe(
      [
        'seed/structure.yaml:4: sizeClass: stands where, and only where, dimensions is SIZE_CLASS',
        'seed/structure.yaml:5: sectorGroup: stands only where dimensions is SECTOR_GROUP',
      ].join('\n'),
    )
  })

  it('a cell that is no number, and a table that is missing', async () => {
    const manifest = `${header}tables:
  - file: counties.csv
    rows: COUNTIES
    source: source:report
    locator: table 2
`
    const country = '- id: country:SE\n  nameSv: Sverige\n  source: source:report\n  locator: page 1\n'
    const table = 'code,nameSv,nameEn,population\n24,Västerbotten,Västerbotten,many\n'
    expect(await refusal({ 'seed.yaml': manifest, 'country.yaml': country, 'counties.csv': table })).toBe(
      'seed/counties.csv:2: population: is not a number',
    )
    expect(await refusal({ 'seed.yaml': manifest, 'country.yaml': country })).toBe(
      'seed/counties.csv:1: is named in seed.yaml and does not exist',
    )
  })

  it('a main town that stands nowhere, or of a municipality that has one or is not there', async () => {
    const tables = `${header}tables:
  - file: places.csv
    rows: MUNICIPALITIES
    source: source:report
    locator: page 3
    mainTowns: { file: towns.csv, source: source:report, locator: page 4 }
`
    const municipalities = 'code,nameSv,county,latitude,longitude,population,inland\n2580,Luleå,25,65,22,1,\n'
    const county = '- { id: county:25, nameSv: Norrbotten, code: "25", source: source:report, locator: page 3 }\n'
    const towns = `municipality,town,latitude,longitude,id
2580,Luleå,65.6,22.2,1
2580,Gammelstad,65.6,22.0,2
2581,Piteå,65.3,21.5,
258,Råneå,65.9,22.3,
2580,Antnäs,95,22.3,
2580,Alvik,,22.3,
`
    const files = { 'seed.yaml': tables, 'places.csv': municipalities, 'county.yaml': county, 'towns.csv': towns }
    const message = await refusal(files)
    expect(message.split('\n')).toEqual([
      'seed/towns.csv:5: municipality: is no code of four digits',
      'seed/towns.csv:6: latitude: Too big: expected number to be <=90',
      'seed/towns.csv:7: latitude: is not a number',
      'seed/towns.csv:3: municipality 2580 has another main town already',
      'seed/towns.csv:4: there is no municipality 2581',
    ])
  })

  it('words that mean nothing, stand twice, or mean what is not there or cannot be meant', async () => {
    const manifest = `${header}synonyms: words.yaml\ntables: []\n`
    const need = '- id: need:money\n  nameSv: Pengar\n  order: 1\n  source: source:report\n  locator: page 1\n'
    const words = (text: string) => refusal({ 'seed.yaml': manifest, 'needs.yaml': need, 'words.yaml': text })
    expect(await words('- words: [lån, 32 %]\n  means: [need:money]\n')).toBe('nothing was refused')
    expect(
      await words('- words: [Lån, "&", l-ån]\n  means:\n    - need:money\n    - need:none\n    - area:training\n'),
    ).toBe(
      [
        'seed/words.yaml:1: "&" has neither letter nor digit',
        'seed/words.yaml:1: "l-ån" stands twice',
        'seed/words.yaml:4: "need:none" is no need, initiative, support actor, method or claim of the seed',
        'seed/words.yaml:5: "area:training" is no need, initiative, support actor, method or claim of the seed',
      ].join('\n'),
    )
    expect(await refusal({ 'seed.yaml': manifest })).toBe('seed/words.yaml:1: is named in seed.yaml and does not exist')
  })

  it('a number of a person, wherever it stands', async () => {
    expect(await refusal({ 'actors.yaml': actor('  descriptionSv: ring 811218–9876\n') })).toBe(
      "seed/actors.yaml:7: descriptionSv: holds a number that can be a person's",
    )
  })

  it('a supply that is no supply, with the line of its row', async () => {
    const firms = ['a', 'b'].map(
      (id) => `- { id: firm:${id}, nameSv: ${id}, sizeClass: UNKNOWN, source: source:report, locator: page 3 }\n`,
    )
    const category = '- { id: category:rock, nameSv: Berg, source: source:report, locator: page 3 }\n'
    const columns = 'supplier,buyer,category,phase,validFrom,validTo,supplyStatus,value,currency,valueText,datesText'
    const supplies = (row: string) =>
      refusal({
        'seed.yaml': `${header}supplies: [supplies.csv]\ntables: []\n`,
        'firms.yaml': [...firms, category].join(''),
        'supplies.csv': `${columns},whatSv,whatEn,source,locator\n${row}\n`,
      })
    const given = ',,2022-12,,RUNNING,1.5,,,,'
    expect(await supplies(`firm:a,firm:b,category:rock${given}Berg,Rock,source:report,row 1`)).toBe(
      'nothing was refused',
    )
    expect(await supplies(`firm:a,firm:b,category:rock${given}ring 811218–9876,,source:report,row 1`)).toBe(
      "seed/supplies.csv:2: whatSv: holds a number that can be a person's",
    )
    expect(await supplies(`firm:a,firm:b,category:rock,,,,,many,,,,,,source:report,row 1`)).toBe(
      'seed/supplies.csv:2: value: is not a number',
    )
    expect(await supplies(`firm:c,firm:b,category:rock${given},,source:report,row 1`)).toContain(
      'seed/supplies.csv:2: supplier firm:c does not exist',
    )
  })

  it('employment that cannot be, with the line of its row', async () => {
    const county = (code: string) =>
      `- { id: county:${code}, code: "${code}", nameSv: Län, source: source:report, locator: page 3 }\n`
    const declared = (more = '', source = 'source:report') =>
      `${header}employment:\n  - { id: employment:own, title: Sysselsatta, publisher: Vi, edition: "1", year: 2020, file: own.csv, source: ${source}, locator: page 4${more} }\ntables: []\n`
    const mining = ', mining: { file: mining.csv, source: source:report, locator: page 5 }'
    const rows = 'B+C,71,4,90\nB+C,72,6,90\n'
    const of = (own: string, files: Record<string, string> = {}) =>
      refusal({
        ...{ 'seed.yaml': declared(), 'counties.yaml': county('71') + county('72') },
        ...{ 'own.csv': `group,county,region,nation\n${own}`, ...files },
      })
    expect(await of(rows)).toBe('nothing was refused')
    expect(await of(rows, { 'seed.yaml': declared('', 'source:none') })).toContain('unknown source "source:none"')
    expect(await of(rows, { 'seed.yaml': declared(', sheet: 1') })).toMatch(/^seed\/seed\.yaml:\d+: .*"sheet"/)
    expect(await of(`${rows}B+C,73,1,90\n`)).toBe('seed/own.csv:4: COUNTS names county:73, which does not exist')
    expect(await of('B+C,71,4,90\nB+C,72,99,90\n')).toBe(
      "seed/own.csv:3: region is 99, more than the nation's 90 in group B+C",
    )
    expect(await of('B+C,71,4,90\nB+C,71,4,90\n')).toBe(
      'seed/own.csv:3: group B+C in county 71 is repeated; line 2 has it too',
    )
    expect(await of('Industry,71,4,90\n')).toBe(
      'seed/own.csv:2: group Industry is neither sections, such as B+C or R-U, nor an industry of a table that is named',
    )
    expect(await of(rows, { 'seed.yaml': declared().replace('own.csv', 'other.csv') })).toBe(
      'seed/other.csv:1: is named in seed.yaml and does not exist',
    )
    const apart = (text: string) =>
      of(rows, { 'seed.yaml': declared(mining), 'mining.csv': `county,minedToSupplied,made\n${text}` })
    expect(await apart('71,17000,14000\n72,17000,10000\n')).toBe('nothing was refused')
    expect(await apart('71,1000,14000\n')).toBe(
      'seed/mining.csv:2: made is 14000, more than the 1000 of sections B to E, C among them',
    )
    expect(await apart('71,some,1\n')).toBe('seed/mining.csv:2: minedToSupplied: is no number of persons')
    expect(await apart('71,2,1\n71,2,1\n')).toBe('seed/mining.csv:3: county 71 is repeated; line 2 has it too')
    expect(await apart('73,2,1\n')).toBe('seed/mining.csv:2: own.csv has no county 73')
    const unknown = declared(mining.replace('source:report', 'source:none'))
    expect(await of(rows, { 'seed.yaml': unknown, 'mining.csv': 'county,minedToSupplied,made\n71,2,1\n' })).toBe(
      'seed/own.csv:1: miningSource names source:none, which does not exist',
    )
  })

  it('an other name without a page that says so, and a number of no organisation', async () => {
    expect(await refusal({ 'actors.yaml': actor('  otherNames: [{ name: Kassan }]\n') })).toContain(
      'seed/actors.yaml:7: otherNames: 0: source',
    )
    const unknown = '  otherNames: [{ name: Kassan, source: source:none, locator: page 1 }]\n'
    expect(await refusal({ 'actors.yaml': actor(unknown) })).toBe(
      'seed/actors.yaml:2: otherNamesSources names source:none, which does not exist',
    )
    expect(await refusal({ 'actors.yaml': actor('  organisationNumber: "5560160681"\n') })).toBe(
      'seed/actors.yaml:7: organisationNumber: is no organisation number of ten digits',
    )
  })

  it('an edition without a version', async () => {
    expect(await refusal({ 'seed.yaml': 'recordedAt: 2026-11-24T00:00:00Z\ntables: []\n' })).toMatch(
      /^seed\/seed\.yaml:1: version/,
    )
  })
})
