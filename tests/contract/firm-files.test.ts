import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { fillWithDemo } from '../../src/demo/demo.js'
import { exportGraph } from '../../src/export/graph.js'
import { importFirms, importTies, tieFiles } from '../../src/import/firms/import-files.js'
import type { PublishOptions } from '../../src/import/firms/publish.js'
import { importScb } from '../../src/import/firms/registers.js'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { describeOnSeededGraph } from './engines.js'

const all = { counties: null, sni: null }
const titled = (title: string) => ({ title, publisher: null, edition: null })
const number = (index: number) => withCheckDigit(String(556_000_000 + index))
const [svets, bygg, rederi] = [number(1), number(2), number(3)]

const scbFields =
  'ForAndrTyp COAdress Foretagsnamn FtgStat Gatuadress JEStat JurForm Namn Ng1 Ng2 Ng3 Ng4 Ng5 PeOrgNr PostNr PostOrt RegDatKtid Reklamsparrtyp'.split(
    ' ',
  )
const scbRow = (cells: Readonly<Record<string, string>>) =>
  `${[...scbFields.map((field) => cells[field] ?? ''), ...scbFields.slice(1).map(() => '')].join('\t')}\t`

const answer = z.object({
  node: z
    .object({
      name: z.string(),
      employees: z.number().nullable(),
      sizeClass: z.string(),
      synthetic: z.boolean(),
      municipality: z.object({ id: z.string() }).nullable(),
      sectors: z.array(z.object({ id: z.string() })),
      suppliesTo: z.object({ totalCount: z.number() }),
      statements: z.object({
        edges: z.array(
          z.object({
            name: z.string(),
            employees: z.number().nullable(),
            municipality: z.object({ id: z.string() }).nullable(),
            node: z.object({ title: z.string() }),
          }),
        ),
      }),
    })
    .nullable(),
})

describeOnSeededGraph('firms from files', (given) => {
  let folder: string
  let clock = 0

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const write = (name: string, lines: readonly string[], encoding: BufferEncoding = 'utf8') => {
    const path = join(folder, name)
    writeFileSync(path, lines.join('\r\n'), encoding)
    return path
  }
  const options = (changes: Partial<PublishOptions> = {}): PublishOptions => {
    clock += 1
    const recordedAt = new Date(Date.UTC(2026, 0, clock)).toISOString()
    return { dryRun: false, confirmLoss: async () => false, recordedAt, ...changes }
  }
  const exported = async () => {
    await exportGraph(given.graph, join(folder, 'graph'))
    return readFileSync(join(folder, 'graph'), 'utf8')
  }
  const firm = async (id: string) => {
    const text = `query($id: ID!) { node(id: $id) { ... on Firm {
      name employees sizeClass synthetic municipality { id } sectors { id } suppliesTo { totalCount }
      statements { edges { name employees municipality { id } node { title } } } } } }`
    return answer.parse(await given.api.data(text, { id })).node
  }
  const bring = async (path: string, title: string, changes: Partial<PublishOptions> = {}) =>
    (await importFirms(given, path, titled(title), all, options(changes))).outcome

  const anyway = { confirmLoss: async () => true }

  const header = 'Organisationsnummer;Namn;Kommun;SNI;Anställda;Omsättning;Per;Telefon'

  it('brings in what a file says, in Swedish and ISO-8859-1, and lists what it refuses without repeating it', async () => {
    const path = write(
      'mine.csv',
      [
        header,
        `${svets.slice(0, 6)}-${svets.slice(6)};Ström & Svets AB;Gällivare;25.110 C28;12;15,5;2024;1`,
        `${bygg};Bygg AB;2580;41;;;2024;1`,
        '800101-1234;Någon Person;Luleå;25;1;1;;1',
        '5560000010;Fel AB;Luleå;25;1;1;;1',
        `${number(9)};Ingenstans AB;Atlantis;25;1;1;;1`,
        `${number(10)};Okänd kod AB;Luleå;25130;1;1;;1`,
      ],
      'latin1',
    )
    const before = await exported()
    expect(await bring(path, 'Mine', { dryRun: true })).toMatchObject({ added: 4, gone: 0 })
    expect(await exported()).toBe(before)
    const { refused, ...counts } = await bring(path, 'Mine')
    expect(counts).toMatchObject({ previous: 0, added: 4, changed: 0, unchanged: 0, gone: 0 })
    expect({ count: refused.count, persons: refused.persons, cells: refused.cells }).toEqual({
      count: 2,
      persons: 1,
      cells: 2,
    })
    const listed = readFileSync(`${path}.refused.csv`, 'utf8')
    expect(
      listed
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(';').slice(0, 5).join()),
    ).toEqual([
      '4,REFUSED,•••,Organisationsnummer,•••',
      '5,REFUSED,Fel AB,Organisationsnummer,5560000010',
      `6,CELL,${number(9)},Kommun,Atlantis`,
      `7,CELL,${number(10)},SNI,25130`,
    ])
    expect(`${listed}${await exported()}`).not.toMatch(/800101|Någon Person/)
    expect(await firm(`firm:${svets}`)).toMatchObject({
      name: 'Ström & Svets AB',
      employees: 12,
      sizeClass: 'SMALL',
      synthetic: false,
      municipality: { id: 'municipality:2523' },
      sectors: [{ id: 'sector:sni2007-C25' }, { id: 'sector:sni2007-C28' }],
    })
  }, 60_000)

  it('changes nothing when it is brought in again', async () => {
    const before = await exported()
    expect(await bring(join(folder, 'mine.csv'), 'Mine')).toMatchObject({
      previous: 4,
      added: 0,
      unchanged: 4,
      gone: 0,
    })
    expect(await exported()).toBe(before)
  }, 60_000)

  it('keeps what both of two sources say, shows the newer, and takes only its own away', async () => {
    const other = write('other.csv', [
      'organisationNumber,name,municipality,sni,employees,asOf',
      `${svets},Ström och Svets AB,Boden,33,60,2025-06-01`,
      `${rederi},Rederi AB,Luleå,50,,2025-06-01`,
    ])
    await bring(other, 'Other')
    const both = await firm(`firm:${svets}`)
    expect(both).toMatchObject({
      name: 'Ström och Svets AB',
      employees: 60,
      sizeClass: 'MEDIUM',
      municipality: { id: 'municipality:2582' },
      sectors: [{ id: 'sector:sni2007-C33' }, { id: 'sector:sni2007-C25' }, { id: 'sector:sni2007-C28' }],
    })
    expect(both?.statements.edges).toEqual([
      { name: 'Ström & Svets AB', employees: 12, municipality: { id: 'municipality:2523' }, node: { title: 'Mine' } },
      {
        name: 'Ström och Svets AB',
        employees: 60,
        municipality: { id: 'municipality:2582' },
        node: { title: 'Other' },
      },
    ])
    const without = write('other.csv', ['organisationNumber,name', `${rederi},Rederi AB`])
    expect(await bring(without, 'Other', anyway)).toMatchObject({ previous: 2, added: 0, changed: 1, gone: 1 })
    expect(await firm(`firm:${svets}`)).toMatchObject({
      name: 'Ström & Svets AB',
      employees: 12,
      municipality: { id: 'municipality:2523' },
    })
    expect((await firm(`firm:${svets}`))?.statements.edges).toHaveLength(1)
    expect(await firm(`firm:${rederi}`)).toMatchObject({ municipality: null, sectors: [] })
  }, 60_000)

  it('relates firms as files say, and forgets it when they no longer do', async () => {
    const supplies = write('supplies.csv', [
      'leverantör;köpare;kategori;fas;från;till',
      `${svets};establishment:lkab;welding;drift;2024;`,
      `${svets};${bygg};;;2025-01-01;2025-06`,
      `${number(77)};${bygg};;;;`,
      `firm:8001011234;${bygg};;;;`,
    ])
    const bringSupplies = (changes: Partial<PublishOptions> = {}) =>
      importTies(given, 'supplies', tieFiles.supplies, supplies, titled('Mine'), options(changes))
    const first = (await bringSupplies()).outcome
    expect({ ...first, refused: first.refused.listed.map(({ line }) => line).toSorted() }).toMatchObject({
      added: 2,
      refused: [4, 5],
    })
    expect((await bringSupplies()).outcome).toMatchObject({ added: 0, unchanged: 2, gone: 0 })
    expect((await firm(`firm:${svets}`))?.suppliesTo.totalCount).toBe(2)
    write('supplies.csv', ['supplier,buyer', `${svets},${bygg}`])
    await expect(bringSupplies()).rejects.toThrow(/no longer names 2 of 2 relationships/)
    expect((await bringSupplies(anyway)).outcome).toMatchObject({ previous: 2, added: 1, gone: 2 })
    expect((await firm(`firm:${svets}`))?.suppliesTo.totalCount).toBe(1)
    const needs = write('needs.csv', ['företag,behov', `${svets},finance`, `${bygg},Kompetensförsörjning`])
    expect((await importTies(given, 'needs', tieFiles.needs, needs, titled('Mine'), options())).outcome.added).toBe(2)
    const fulfils = write('requirements.csv', ['firm;requirement;status', `${svets};safety;lacking`, `${svets};x;y`])
    const brought = await importTies(given, 'requirements', tieFiles.requirements, fulfils, titled('Mine'), options())
    expect(brought.outcome.added).toBe(1)
    const both = write('both.csv', [
      'firm;requirement;status',
      `${svets};quality;lacking`,
      `${svets};quality;fulfilled`,
      `${bygg};quality;lacking`,
      `${bygg};quality;lacking`,
    ])
    const { outcome } = await importTies(given, 'requirements', tieFiles.requirements, both, titled('Both'), options())
    expect(outcome).toMatchObject({ added: 1, refused: { listed: [{ line: 2 }, { line: 3 }] } })
    expect(Object.fromEntries(outcome.leftOut)).toEqual({ 'rows that repeat an earlier one': 1 })
    expect(readFileSync(`${both}.refused.csv`, 'utf8')).toMatch(/lines 2, 3/)
  }, 60_000)

  it('finds a firm by the name that another source gives, for as long as it does', async () => {
    const source =
      'query ($text: String!) { search(text: $text, kinds: [FIRM]) { nodes { id ... on Firm { name otherNames { name } } } } }'
    const found = (text: string) => given.api.data(source, { text })
    const id = `firm:${number(311)}`
    await bring(write('old.csv', ['organisationsnummer;namn;per', `${number(311)};Grytnäs Mekaniska AB;2020`]), 'Old')
    const newer = ['organisationsnummer;namn;per', `${number(311)};Kvarnforsens Industri AB;2024`]
    await bring(write('new.csv', newer), 'New')
    const firm = { id, name: 'Kvarnforsens Industri AB', otherNames: [{ name: 'Grytnäs Mekaniska AB' }] }
    expect(await found('Grytnäs mekaniska')).toEqual({ search: { nodes: [firm] } })
    expect(await found('Kvarnforsens-Industri')).toEqual({ search: { nodes: [firm] } })
    const digits = number(311)
    const filtered = 'query ($text: String) { firms(filter: { text: $text }) { nodes { id } } }'
    for (const form of [
      digits,
      `${digits.slice(0, 6)}–${digits.slice(6)}`,
      `16${digits}`,
      `SE${digits}01`,
      `${digits}.0`,
    ]) {
      expect(await found(form)).toEqual({ search: { nodes: [firm] } })
      expect(await given.api.data(filtered, { text: form })).toEqual({ firms: { nodes: [{ id }] } })
    }
    expect(await given.api.data(filtered, { text: 'KVARNFORSENS INDUSTRI (publ)' })).toEqual({
      firms: { nodes: [{ id }] },
    })
    await bring(write('old.csv', ['organisationsnummer;namn;per', `${number(311)};Kvarnforsens Industri;2020`]), 'Old')
    expect(await found('Grytnäs mekaniska')).toEqual({ search: { nodes: [] } })
  }, 60_000)

  it('relates firms by name, other names too, where one alone has it', async () => {
    const named = write('named-firms.csv', [
      'organisationsnummer;namn',
      `${number(301)};Norrskens Svets-Teknik AB`,
      `${number(302)};Tvillingbolaget AB`,
      `${number(303)};Handelsbolaget Tvillingbolaget`,
    ])
    expect(await bring(named, 'Named')).toMatchObject({ added: 3 })
    const supplies = write('named.csv', [
      'leverantör;köpare',
      'AB NORRSKENS SVETSTEKNIK;Northvolt Ett',
      `${number(302)};Norrskens Svets Teknik (publ)`,
      'Tvillingbolaget;establishment:lkab',
      'Finns Inte AB;establishment:lkab',
      'Norrskens Svetsteknik 811218–9876;establishment:lkab',
      `${number(302)};Stegra`,
    ])
    const { outcome } = await importTies(given, 'supplies', tieFiles.supplies, supplies, titled('Named'), options())
    expect({ added: outcome.added, refused: outcome.refused.count, persons: outcome.refused.persons }).toEqual({
      added: 2,
      refused: 4,
      persons: 1,
    })
    expect((await firm(`firm:${number(301)}`))?.suppliesTo.totalCount).toBe(1)
    const listed = readFileSync(`${supplies}.refused.csv`, 'utf8')
    expect(listed).toContain(`Tvillingbolaget fits firm:${number(302)} and firm:${number(303)}`)
    expect(listed).toContain('Stegra fits establishment:h2-green-steel and firm:h2-green-steel')
    expect(listed).not.toMatch(/8112|9876/)
  }, 60_000)

  it('takes the files of the examples whole', async () => {
    const example = (name: string) => join(import.meta.dirname, '../../examples/files', name)
    expect(await bring(example('firms.csv'), 'Examples')).toMatchObject({ added: 3, refused: { count: 0 } })
    const examples = titled('Examples')
    const brought = [
      await importTies(given, 'supplies', tieFiles.supplies, example('supplies.csv'), examples, options()),
      await importTies(given, 'needs', tieFiles.needs, example('needs.csv'), examples, options()),
      await importTies(given, 'requirements', tieFiles.requirements, example('requirements.csv'), examples, options()),
    ]
    for (const { outcome } of brought) expect(outcome).toMatchObject({ added: 2, refused: { count: 0 } })
    for (const number of ['559999-0024', '5599990024']) {
      const found = await given.api.data(`{ search(text: "${number}") { edges { score node { name } } } }`)
      expect(found).toEqual({ search: { edges: [{ score: 1, node: { name: 'Exempel El AB' } }] } })
    }
  }, 60_000)

  it('asks before it takes much away', async () => {
    const many = Array.from({ length: 1_100 }, (_, index) => `${number(1_000 + index)},Firma ${index} AB`)
    await bring(write('many.csv', ['organisationNumber,name', ...many]), 'Many')
    const few = write('many.csv', ['organisationNumber,name', ...many.slice(0, 50)])
    await expect(bring(few, 'Many')).rejects.toThrow(/no longer names 1050 of 1100/)
    expect(await firm(`firm:${number(2_000)}`)).not.toBeNull()
    expect(await bring(few, 'Many', { confirmLoss: async () => true })).toMatchObject({ gone: 1_050 })
    expect(await firm(`firm:${number(2_000)}`)).toBeNull()
  }, 60_000)

  it('reads the register of legal entities without sole traders, streets and c/o lines', async () => {
    const active = { FtgStat: '1', JurForm: '49', Gatuadress: 'Storgatan 7', COAdress: 'c/o Hemlig', PostNr: '97231' }
    const path = write(
      'scb_bulkfil_JE_2026-11-01T0100_01.txt',
      [
        scbRow(Object.fromEntries(scbFields.map((field) => [field, field]))),
        scbRow({ ...active, PeOrgNr: `16${number(501)}`, Namn: 'Gruvåkeri AB', Ng1: '49410', PostOrt: 'GAMMELSTAD' }),
        scbRow({ ...active, PeOrgNr: `16${number(502)}`, Namn: 'Sydbygg AB', Ng1: '41200', PostOrt: 'MALMÖ' }),
        scbRow({ ...active, PeOrgNr: '198001011234', Namn: 'Någon Person', Ng1: '49410', PostOrt: 'LULEÅ' }),
        scbRow({ ...active, PeOrgNr: `16${number(503)}`, Namn: 'Vilande AB', FtgStat: '0', PostOrt: 'LULEÅ' }),
        scbRow({ ...active, PeOrgNr: `16${number(504)}`, Namn: 'Ny kod AB', Ng1: '45990', PostOrt: 'LULEÅ' }),
        '',
      ],
      'latin1',
    )
    const asked = { counties: ['25'], sni: null }
    const said = { title: null, publisher: null, edition: null }
    const { outcome } = await importScb(given, path, said, asked, options())
    expect(outcome).toMatchObject({ added: 2, refused: { count: 0, cells: 1 } })
    expect(Object.fromEntries(outcome.leftOut)).toEqual({ 'in another county': 1, 'sole traders': 1, 'not active': 1 })
    expect(await firm(`firm:${number(501)}`)).toMatchObject({
      name: 'Gruvåkeri AB',
      sizeClass: 'UNKNOWN',
      municipality: { id: 'municipality:2580' },
      sectors: [{ id: 'sector:sni2007-H49' }],
    })
    expect(await exported()).not.toMatch(/800101|Någon Person|Storgatan|Hemlig|97231/)
  }, 60_000)

  it('writes no synthetic firms among real ones unless it is told to, and the same ones each time', async () => {
    await expect(fillWithDemo(given, { firms: 10, seed: 1, force: false })).rejects.toThrow(/real firms/)
    const synthetic = async () => (await exported()).split('\n').filter((line) => line.includes('firm:demo-'))
    const counts = await fillWithDemo(given, { firms: 300, seed: 1, force: true })
    const first = await synthetic()
    expect(first).toHaveLength(counts.firms + counts.relationships)
    expect(first.every((line) => line.includes('"synthetic":true'))).toBe(true)
    expect(await firm('firm:demo-000007')).toMatchObject({ synthetic: true, name: expect.stringContaining('påhittat') })
    await fillWithDemo(given, { firms: 300, seed: 1, force: true })
    expect(await synthetic()).toEqual(first)
    await fillWithDemo(given, { firms: 200, seed: 2, force: true })
    expect(await synthetic()).not.toEqual(first)
    expect(await firm('firm:demo-000300')).toBeNull()
  }, 120_000)
})
