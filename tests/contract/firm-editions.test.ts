import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { query } from '../../src/graph/query.js'
import { importFirms, importTies, tieFiles } from '../../src/import/firms/import-files.js'
import type { PublishOptions } from '../../src/import/firms/publish.js'
import { removeFirms } from '../../src/import/firms/remove-firms.js'
import { withCheckDigit } from '../../src/text/check-digit.js'
import { Random } from '../differential/random.js'
import { describeOnSeededGraph } from './engines.js'

const all = { counties: null, sni: null }
const titled = (title: string) => ({ title, publisher: null, edition: null })
const number = (index: number) => withCheckDigit(String(556_700_000 + index))

/** What a list says of a firm; an empty cell is ''. */
interface Row {
  readonly name: string
  readonly kommun: string
  readonly sni: string
  readonly employees: string
}
type List = ReadonlyMap<string, Row>

/** Where firms are and what they do, as a reader of the files would put several lists together: the newest first. */
function together(lists: readonly List[], firm: string) {
  const rows = lists.flatMap((list) => list.get(firm) ?? [])
  if (rows.length === 0) return null
  const given = (cell: keyof Row) => rows.map((row) => row[cell]).filter((text) => text !== '')
  return {
    name: rows[0]?.name,
    employees: given('employees').map(Number)[0] ?? null,
    places: [...new Set(given('kommun'))].map((code) => `municipality:${code}`),
    sectors: [...new Set(given('sni'))].map((code) => `sector:sni2007-${code}`),
    statements: rows.length,
  }
}

const firmsAsTheyAre = query<{ ids: readonly string[] }>()(
  'firms as they are',
  z.object({
    id: z.string(),
    name: z.string(),
    employees: z.number().nullable(),
    places: z.array(z.string()),
    sectors: z.array(z.string()),
    statements: z.number(),
  }),
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})
   CALL (firm) {
     MATCH (firm)-[tie:LOCATED_IN]->(place:Place)
     WITH tie, place ORDER BY tie.rank
     RETURN collect(place.id) AS places
   }
   CALL (firm) {
     MATCH (firm)-[tie:IN_SECTOR]->(sector:Sector)
     WITH tie, sector ORDER BY tie.rank
     RETURN collect(sector.id) AS sectors
   }
   CALL (firm) {
     MATCH (firm)-[stated:STATED_IN]->(:Source)
     RETURN count(stated) AS statements
   }
   RETURN firm.id AS id, firm.nameSv AS name, firm.employees AS employees, places, sectors, statements`,
)

const properties = z.record(z.string(), z.unknown())
const firmsOfLists = query<Record<never, never>>()(
  'firms of the lists',
  z.object({ id: z.string(), properties }),
  `MATCH (firm:Firm) WHERE firm.id >= 'firm:5567' AND firm.id < 'firm:5568'
   RETURN firm.id AS id, properties(firm) AS properties`,
)
const tiesOfFirms = query<Record<never, never>>()(
  'relationships of firms of the lists',
  z.object({ id: z.string(), type: z.string(), end: z.string(), properties }),
  `MATCH (firm:Firm)-[tie]-(end:Entity) WHERE firm.id >= 'firm:5567' AND firm.id < 'firm:5568'
   RETURN firm.id AS id, type(tie) AS type, end.id AS end, properties(tie) AS properties`,
)

/** Leaves out when, on which line and how often something was read, and puts the rest in one order. */
const withoutReading = (name: string, value: unknown): unknown =>
  name === 'properties' && typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([property]) => !['locator', 'recordedAt', 'revision'].includes(property))
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
    : value

const found = z.object({ search: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) }) })

describeOnSeededGraph('editions of lists', (given) => {
  let folder: string
  let clock = 0

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const options = (changes: Partial<PublishOptions> = {}): PublishOptions => {
    clock += 1
    const recordedAt = new Date(Date.UTC(2026, 0, clock)).toISOString()
    return { dryRun: false, confirmLoss: async () => false, recordedAt, ...changes }
  }
  const lines = (name: string, text: readonly string[]) => {
    const path = join(folder, name)
    writeFileSync(path, text.join('\n'))
    return path
  }
  const file = (list: List, year: number) =>
    lines('list.csv', [
      'organisationsnummer;namn;kommun;sni;anställda;per',
      ...[...list].map(([firm, { name, kommun, sni, employees }]) =>
        [firm, name, kommun, sni, employees, year].join(';'),
      ),
    ])
  const bring = async (path: string, title: string, changes: Partial<PublishOptions> = {}) =>
    (await importFirms(given, path, titled(title), all, options(changes))).outcome
  const anyway = { confirmLoss: async () => true }
  /** What the graph says of firms of these lists, without when, on which line and how often it was read. */
  const said = async () => {
    const firms = await given.graph.read(firmsOfLists, {})
    const ties = await given.graph.read(tiesOfFirms, {})
    return [...firms, ...ties].map((row) => JSON.stringify(row, withoutReading)).toSorted()
  }
  const clear = async (...titles: string[]) => {
    for (const title of titles) await bring(lines('none.csv', ['organisationsnummer;namn']), title, anyway)
    expect(await said()).toEqual([])
  }
  const some = (random: Random, firms: number): List => {
    const row = (firm: number): Row => ({
      name: `${random.pick(['Berg', 'Älv', 'Fors'])} ${firm}`,
      kommun: random.pick(['', '2580', '2582', '2482']),
      sni: random.pick(['', 'C25', 'F41']),
      employees: random.pick(['', '3', '60']),
    })
    return new Map(random.some([...Array(firms).keys()], firms).map((firm) => [number(firm), row(firm)]))
  }

  it('say what is in them, whatever came before: whole, as corrections, and with firms taken out', async () => {
    const random = new Random(17)
    const lists = { newer: new Map<string, Row>(), older: new Map<string, Row>() }
    for (let step = 0; step < 14; step += 1) {
      const title = random.pick(['newer', 'older'] as const)
      const there = lists[title]
      const manner = random.pick(['WHOLE', 'UPDATE', 'REMOVE'] as const)
      if (manner === 'REMOVE') {
        const gone = random.some([...there.keys()], 3)
        if (gone.length === 0) continue
        await removeFirms(given, 'firms', title, gone, options().recordedAt)
        for (const firm of gone) there.delete(firm)
      } else {
        const rows = some(random, 12)
        if (rows.size === 0) continue
        await bring(file(rows, title === 'newer' ? 2025 : 2024), title, { ...anyway, update: manner === 'UPDATE' })
        if (manner === 'WHOLE') there.clear()
        for (const [firm, row] of rows) {
          const before = there.get(firm)
          const cell = (name: keyof Row) => row[name] || (before?.[name] ?? '')
          there.set(firm, { name: row.name, kommun: cell('kommun'), sni: cell('sni'), employees: cell('employees') })
        }
      }
      const ids = [...Array(12).keys()].map((firm) => `firm:${number(firm)}`)
      const rows = new Map((await given.graph.read(firmsAsTheyAre, { ids })).map(({ id, ...row }) => [id, row]))
      for (const id of ids) {
        expect([step, id, rows.get(id) ?? null]).toEqual([
          step,
          id,
          together([lists.newer, lists.older], id.replace('firm:', '')),
        ])
      }
    }
    await clear('newer', 'older')
  }, 120_000)

  it('are the same after an earlier edition as alone, and as corrections of all rows', async () => {
    const random = new Random(4)
    const [first, second] = [some(random, 30), some(random, 30)]
    await bring(file(second, 2025), 'list')
    const alone = await said()
    await clear('list')
    await bring(file(first, 2025), 'list')
    await bring(file(second, 2025), 'list', anyway)
    expect(await said()).toEqual(alone)
    await bring(file(second, 2025), 'list', { update: true })
    expect(await said()).toEqual(alone)
    await clear('list')
    await bring(file(second, 2025), 'list', { update: true })
    expect(await said()).toEqual(alone)
    await clear('list')
  }, 120_000)

  it('with a column under a header that nobody knows take nothing away without a word', async () => {
    const rows = [...Array(20).keys()].map((firm) => `${number(firm)};Firma ${firm} AB;Luleå;C25;60`)
    await bring(lines('ed1.csv', ['organisationsnummer;namn;kommun;sni;anställda', ...rows]), 'members')
    const before = await said()
    const other = lines('ed2.csv', ['organisationsnummer;namn;kommun;verksamhet;folk', ...rows])
    await expect(bring(other, 'members')).rejects.toThrow(
      /states no sni at all, which 20 firms had \(5567\d{6} Firma 0 AB, .*states no employees at all/,
    )
    expect(await said()).toEqual(before)
    expect((await bring(other, 'members', { dryRun: true })).doubtful).not.toBeNull()
    expect(await bring(other, 'members', { update: true })).toMatchObject({ changed: 0, unchanged: 20 })
    expect(await said()).toEqual(before)
    const one = lines('one.csv', ['organisationsnummer;namn;anställda', `${number(7)};Rättat AB;61`])
    await expect(bring(one, 'members')).rejects.toThrow(/no longer names 19 of 20 firms.*Give --update/)
    await bring(one, 'members', { update: true })
    expect((await said()).filter((line) => !before.includes(line)).every((line) => line.includes('Rättat AB'))).toBe(
      true,
    )
    await clear('members')
  }, 60_000)

  it('of other lists are not taken for theirs, in whatever letters their titles are', async () => {
    const list = (first: number) =>
      lines(`list.csv`, [
        'organisationsnummer;namn',
        ...[...Array(20).keys()].map((firm) => `${number(first + firm)};Firma ${first + firm} AB`),
      ])
    await bring(list(0), 'företag')
    await expect(bring(list(100), 'företag')).rejects.toThrow(/Only 0 of its 20 firms were in the earlier edition/)
    const titles = [
      'Habo',
      'Håbo',
      'Företag i Łódź',
      'قائمة',
      'قائمة ٢',
      'Λίστα',
      '公司',
      '公司二',
      '🏭',
      '🚜',
      'C+',
      'C#',
    ]
    const ids: string[] = []
    for (const [index, title] of titles.entries()) {
      const path = lines('one.csv', ['organisationsnummer;namn', `${number(200 + index)};Firma AB`])
      const { source, outcome } = await importFirms(given, path, titled(title), all, options())
      expect([title, outcome.previous]).toEqual([title, 0])
      ids.push(source.id)
    }
    expect(new Set(ids).size).toBe(titles.length)
    expect(ids[0]).toBe('source:import-firms-habo')
    for (const id of ids) expect(id).toMatch(/^source:import-firms-[a-z0-9]+(?:-[a-z0-9]+)*$/)
    const again = lines('one.csv', ['organisationsnummer;namn', `${number(200)};Firma AB`])
    expect((await importFirms(given, again, titled(' habo.'), all, options())).source.id).toBe(ids[0])
    await clear('företag', ...titles)
  }, 60_000)

  it('without a title are asked for one, or called as the file', async () => {
    const path = lines('list.csv', ['organisationsnummer;namn', `${number(1)};Firma AB`])
    const untitled = { title: null, publisher: null, edition: null }
    const bringUntitled = (changes: Partial<PublishOptions>) =>
      importFirms(given, path, untitled, all, options(changes))
    const called = await bringUntitled({ askTitle: async () => null })
    expect(called.source).toMatchObject({ id: 'source:import-firms-list', title: 'list' })
    expect(called.remarks).toContainEqual(expect.stringMatching(/^No title is given: the list is called list,/))
    const person = lines('811218-9876.csv', ['organisationsnummer;namn', `${number(1)};Firma AB`])
    await expect(importFirms(given, person, untitled, all, options())).rejects.toThrow(
      /nothing says what list •••\.csv is\. Give --title/,
    )
    const { source } = await bringUntitled({ askTitle: async (name) => `of ${name}` })
    expect(source.title).toBe('of list.csv')
    await clear('list', 'of list.csv')
  }, 60_000)

  it('leave a firm its name while another file names it, and nothing of it after', async () => {
    const [supplier, buyer] = [number(1), number(2)]
    await bring(lines('list.csv', ['organisationsnummer;namn', `${supplier};Svets AB`, `${buyer};Köp AB`]), 'list')
    const bringSupplies = (rows: readonly string[]) =>
      importTies(
        given,
        'supplies',
        tieFiles.supplies,
        lines('supplies.csv', ['leverantör;köpare;till', ...rows]),
        titled('supplies'),
        options(anyway),
      )
    await bringSupplies([`${supplier};${buyer};2030`])
    await bring(lines('none.csv', ['organisationsnummer;namn']), 'list', anyway)
    const names = async () =>
      (await given.graph.read(firmsAsTheyAre, { ids: [`firm:${supplier}`, `firm:${buyer}`] })).map(({ name }) => name)
    expect(await names()).toEqual(['Svets AB', 'Köp AB'])
    await exportGraph(given.graph, join(folder, 'graph'))
    const kept = readFileSync(join(folder, 'graph'), 'utf8').match(/no source describes the firm any more/g)
    expect(kept).toHaveLength(2)
    const asked = '{ search(text: "Svets AB") { edges { node { id } } } }'
    expect(found.parse(await given.api.data(asked)).search.edges[0]?.node.id).toBe(`firm:${supplier}`)
    await bring(lines('list.csv', ['organisationsnummer;namn', `${supplier};Svetsare AB`]), 'list')
    expect(await names()).toEqual(['Svetsare AB', 'Köp AB'])
    await removeFirms(given, 'firms', 'LIST', [`${supplier.slice(0, 6)}-${supplier.slice(6)}`], '2026-02-01')
    await bringSupplies([])
    expect(await names()).toEqual([])
    await expect(removeFirms(given, 'firms', 'list', [supplier], '')).rejects.toThrow(/names none of these firms/)
    await expect(removeFirms(given, 'firms', 'unknown', [supplier], '')).rejects.toThrow(/no list of that title/)
    await expect(removeFirms(given, 'firms', 'list', ['12'], '')).rejects.toThrow(/ten digits/)
  }, 60_000)

  it('that are the same file again change nothing, unless something else did', async () => {
    const path = lines('list.csv', ['organisationsnummer;namn', `${number(1)};Ett AB`, `${number(2)};Två AB`])
    await bring(path, 'list')
    expect(await bring(path, 'list')).toMatchObject({ previous: 2, added: 0, changed: 0, unchanged: 2, gone: 0 })
    await removeFirms(given, 'firms', 'list', [number(2)], '2026-02-01')
    expect(await bring(path, 'list')).toMatchObject({ previous: 1, added: 1, unchanged: 1 })
    await bring(lines('one.csv', ['organisationsnummer;namn', `${number(1)};Ett i Norr AB`]), 'list', { update: true })
    expect(await bring(path, 'list')).toMatchObject({ previous: 2, changed: 1, unchanged: 1 })
    const bounds = ['organisationsnummer;namn;anställda', `${number(3)};Tre AB;5-9 anställda`]
    await bring(lines('bounds.csv', bounds), 'bounds')
    expect(await bring(lines('bounds.csv', [...bounds, '']), 'bounds')).toMatchObject({ changed: 0, unchanged: 1 })
    const renamed = '{ search(text: "Ett i Norr AB") { edges { node { id } } } }'
    const { edges } = found.parse(await given.api.data(renamed)).search
    expect(edges.map(({ node }) => node.id)).not.toContain(`firm:${number(1)}`)
    await clear('list', 'bounds')
  }, 60_000)

  it('that are cut off while they are written say so, and are whole after the next import', async () => {
    const rows = [...Array(1_200).keys()].map((index) => `${number(1_000 + index)};Lång ${index} AB`)
    const path = lines('long.csv', ['organisationsnummer;namn', ...rows])
    let transactions = 0
    const cutOff: Graph = {
      ...given.graph,
      async transaction(work) {
        transactions += 1
        if (transactions > 2) throw new Error('the power is gone')
        return given.graph.transaction(work)
      },
    }
    await expect(importFirms({ ...given, graph: cutOff }, path, titled('long'), all, options())).rejects.toThrow(
      'the power is gone',
    )
    const hash = async () =>
      z
        .object({ node: z.object({ fileHash: z.string() }) })
        .parse(await given.api.data('{ node(id: "source:import-firms-long") { ... on Source { fileHash } } }')).node
        .fileHash
    expect(await hash()).toBe('unfinished')
    const { previous, added, unchanged } = await bring(path, 'long')
    expect([previous, added + unchanged, unchanged]).toEqual([previous, 1_200, previous])
    expect(previous).toBeGreaterThan(0)
    expect(await hash()).toMatch(/^[0-9a-f]{64}$/)
    await clear('long')
  }, 60_000)
})
