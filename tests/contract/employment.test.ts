import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type Edition, readEdition } from '../../src/edition/edition.js'
import { exportGraph } from '../../src/export/graph.js'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { storeEmployment } from '../../src/import/employment/store-employment.js'
import { importGraph } from '../../src/import/graph.js'
import type { EmploymentTable } from '../../src/spillover/employment/employment-table.js'
import { readEmployment } from '../../src/spillover/employment/read-employment.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { ownSeed } from '../../src/startup/settings.js'
import { edition } from '../edition.js'
import { describeOnEachEngine, describeOnSeededGraph } from './engines.js'

const seeded = 'employment:scb-rams-2018'
const table = 'table:scb-2016-44'

const answered = z.object({
  employmentTables: z.unknown(),
  employmentTable: z.looseObject({
    groups: z.array(z.looseObject({ code: z.string(), counties: z.array(z.unknown()) })),
  }),
})

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const own: EmploymentTable = {
  ...{ id: 'employment:own', title: 'Employed here', publisher: 'Statistics of here', edition: '2024', year: 2024 },
  ...{ groups: ['goods', 'services'], nation: [4_000, 6_000.5], region: [400, 500], counties: [], key: null },
}
const ofCounties: EmploymentTable = {
  ...own,
  ...{ edition: '2025', year: 2025, region: null },
  counties: ['county:24', 'county:25'].map((county) => ({
    ...{ county, employed: [100, 200.5], minedToSupplied: null, made: null },
  })),
  key: { table, industries: ['B', 'G'], groups: ['goods', 'services'] },
}

const told = `query ($id: ID!) {
  employmentTable(id: $id) { id title year provenance { source { id title } } groups { code industries region nation } }
}`
const history = `query ($id: ID!) {
  history(of: $id, first: 5) { nodes { id operation revision counts { added changed gone } } }
}`
const takeBack = 'mutation ($input: TakeBackImportInput!) { takeBackImport(input: $input) { change { id } } }'
const changes = z.object({ history: z.object({ nodes: z.array(z.looseObject({ id: z.string() })) }) })

describeOnSeededGraph('employment', (given) => {
  it('is read as the region has it where none is named', async () => {
    const read = await readEmployment(given.graph, given.edition, { named: null, table })
    expect(read).toMatchObject({
      id: seeded,
      publisher: 'Statistics Sweden',
      year: 2018,
      region: null,
      industries: null,
    })
    expect(read?.groups).toHaveLength(15)
    expect(sum(read?.nation ?? [])).toBe(4_920_748)
    expect(read?.counties.size).toBe(21)
    expect(read?.regionCounties).toEqual(['county:24', 'county:25'])
    expect(sum(read?.counties.get('county:24') ?? [])).toBe(131_393)
    expect(sum(read?.counties.get('county:25') ?? [])).toBe(123_384)
    expect([...(read?.mining ?? [])]).toEqual([
      ['county:24', { minedToSupplied: 17_000, made: 14_000 }],
      ['county:25', { minedToSupplied: 17_000, made: 10_000 }],
    ])
    expect(await readEmployment(given.graph, given.edition, { named: seeded, table })).toBe(read)
  })

  it('that nothing has is not found, and none is null', async () => {
    const asked = { named: 'employment:none', table }
    await expect(readEmployment(given.graph, given.edition, asked)).rejects.toMatchObject({ id: 'employment:none' })
    const other = { counties: given.edition.counties, spillover: { employment: undefined } }
    expect(await readEmployment(given.graph, other, { named: null, table })).toBeNull()
  })

  it('tells its groups, with the counties of each', async () => {
    const asked = `query ($id: ID!) {
      employmentTables(first: 5) { totalCount nodes { id } }
      employmentTable(id: $id) {
        name(lang: EN) title publisher edition year
        provenance { source { id } locator }
        groups { code sections industries region nation counties { county { id } employed } }
      }
    }`
    const data = answered.parse(await given.api.data(asked, { id: seeded }))
    expect(data.employmentTables).toEqual({ totalCount: 1, nodes: [{ id: seeded }] })
    expect(data.employmentTable).toMatchObject({
      name: 'Employed by county of work and group of industries, 2018',
      publisher: 'Statistics Sweden',
      year: 2018,
      provenance: { source: { id: 'source:scb-rams-2018-work' } },
    })
    const group = data.employmentTable.groups.find(({ code }) => code === 'B+C')
    expect(group).toMatchObject({ sections: ['B', 'C'], industries: [], region: 30_948, nation: 559_267 })
    expect(group?.counties).toHaveLength(21)
    expect(group?.counties).toContainEqual({ county: { id: 'county:25' }, employed: 15_612 })
  })

  it('of a file of ones own is stored, replaced, and taken back, each as one change', async () => {
    const { graph, api } = given
    const knowledge = { graph, edition: given.edition }
    const { id } = own
    const last = async () => changes.parse(await api.data(history, { id })).history.nodes[0]

    expect(await storeEmployment(knowledge, own, '2026-02-01T00:00:00.000Z')).toEqual({ replaced: false })
    expect(await api.data(told, { id })).toEqual({
      employmentTable: {
        ...{ id, title: 'Employed here', year: 2024 },
        provenance: { source: { id: 'source:employment-own', title: 'Employed here' } },
        groups: [
          { code: 'goods', industries: [], region: 400, nation: 4_000 },
          { code: 'services', industries: [], region: 500, nation: 6_000.5 },
        ],
      },
    })
    const first = await last()
    expect(first).toMatchObject({ operation: 'IMPORT', revision: 1 })
    const asked = { named: id, table }
    expect(await readEmployment(graph, given.edition, asked)).toMatchObject({ region: [400, 500], industries: null })
    const capacity = `capacity(by: [COUNTY], employment: "${id}") { rows { share } warnings { code } }`
    expect(await api.data(`{ spillover(input: {}) { ${capacity} } }`)).toEqual({
      spillover: {
        capacity: {
          rows: [{ share: null }, { share: null }],
          warnings: [{ code: 'CAPACITY_IS_PRESSURE' }, { code: 'EMPLOYED_UNKNOWN' }],
        },
      },
    })
    const mining = async (of: string) =>
      api.data('query ($id: ID!) { employmentTable(id: $id) { miningSource { id } } }', { id: of })
    expect(await mining(id)).toEqual({ employmentTable: { miningSource: null } })
    expect(await mining(seeded)).toEqual({ employmentTable: { miningSource: { id: 'source:eurostat-empers-2017' } } })

    expect(await storeEmployment(knowledge, ofCounties, '2026-02-02T00:00:00.000Z')).toEqual({ replaced: true })
    const second = await last()
    expect(second).toMatchObject({ operation: 'IMPORT', revision: 2 })
    const read = await readEmployment(graph, given.edition, { named: null, table })
    expect(read).toMatchObject({ id, year: 2025, region: null, regionCounties: ['county:24', 'county:25'] })
    expect(read?.counties.get('county:25')).toEqual([100, 200.5])
    expect(read?.industries).toEqual(
      new Map([
        ['B', 'goods'],
        ['G', 'services'],
      ]),
    )
    expect(await api.data(told, { id })).toMatchObject({
      employmentTable: {
        year: 2025,
        groups: [
          { industries: ['B'], region: 200 },
          { industries: ['G'], region: 401 },
        ],
      },
    })

    await api.data(takeBack, { input: { change: second?.id } })
    expect(await readEmployment(graph, given.edition, asked)).toMatchObject({ year: 2024, region: [400, 500] })
    expect((await readEmployment(graph, given.edition, { named: null, table }))?.id).toBe(seeded)
    expect(await readEmployment(graph, given.edition, asked)).toMatchObject({ counties: new Map() })
    await api.data(takeBack, { input: { change: first?.id } })
    expect(await api.data(told, { id })).toEqual({ employmentTable: null })
    await expect(readEmployment(graph, given.edition, asked)).rejects.toMatchObject({ id })

    expect(await storeEmployment(knowledge, ofCounties, '2026-02-03T00:00:00.000Z')).toEqual({ replaced: false })
    expect(await readEmployment(graph, given.edition, asked)).toMatchObject({ year: 2025, region: null })
    await api.data(takeBack, { input: { change: (await last())?.id } })
    expect(await api.data(told, { id })).toEqual({ employmentTable: null })
  })

  it('goes with the whole graph, out and in', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'norrgraph-employment-'))
    await storeEmployment({ graph: given.graph, edition }, ofCounties, '2026-02-04T00:00:00.000Z')
    await exportGraph(given.graph, join(folder, 'graph'))
    const other = await openGraph({ engine: 'embedded', path: null })
    await importGraph(other, join(folder, 'graph'))
    for (const named of [own.id, seeded]) {
      const [here, there] = [given.graph, other].map((graph) => readEmployment(graph, edition, { named, table }))
      expect(await there).toEqual(await here)
    }
    await other.close()
    await rm(folder, { recursive: true })
  })

  it('of the region is not replaced by a file', async () => {
    const stored = storeEmployment(
      { graph: given.graph, edition: given.edition },
      { ...own, id: seeded },
      '2026-02-01T00:00:00Z',
    )
    await expect(stored).rejects.toThrow(`${seeded} is of the region's folder: give yours another --id.`)
  })
})

/** The region's folder with other text in some of its files. */
async function folderWith(changes: Readonly<Record<string, (text: string) => string>>): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'norrgraph-region-')), 'seed')
  await cp(ownSeed, folder, { recursive: true })
  for (const [name, change] of Object.entries(changes)) {
    const text = await readFile(join(folder, name), 'utf8')
    const changed = change(text)
    expect(changed).not.toBe(text)
    await writeFile(join(folder, name), changed)
  }
  return folder
}

describeOnEachEngine('editions with employment', (open) => {
  let graph: Graph
  const folders: string[] = []
  afterAll(async () => {
    await graph.close()
    for (const folder of folders) await rm(dirname(folder), { recursive: true })
  })
  async function publish(changes: Parameters<typeof folderWith>[0]): Promise<Edition> {
    const folder = await folderWith(changes)
    folders.push(folder)
    const published = await readEdition(folder)
    await bringUpToDate(graph, published)
    return published
  }
  const inVersion = (version: number, second: number) => (text: string) =>
    text
      .replace(/^version: .*$/m, `version: ${version}`)
      .replace(/^recordedAt: .*$/m, `recordedAt: 2026-12-01T00:00:0${second}Z`)
      .replace('earlier: [', 'earlier: [2026-11-30T14:50:00Z, ')
  const withoutEmployment = (text: string) => text.replace(/^employment:\n[\s\S]*?^tables:/m, 'tables:')
  const named = { named: null, table }

  it('are told the graph of an edition that had none, and followed in what they say', async () => {
    graph = await open()
    const before = await publish({
      'seed.yaml': (text) => withoutEmployment(text).replace(/^version: .*$/m, 'version: 8'),
      'region.yaml': (text) => text.replace(/^ {2}employment: .*\n/m, ''),
    })
    expect(await readEmployment(graph, before, named)).toBeNull()

    await bringUpToDate(graph, edition)
    const first = await readEmployment(graph, edition, named)
    expect(first?.counties.size).toBe(21)
    expect(first?.counties.get('county:25')?.[1]).toBe(15_612)

    const corrected = await publish({
      'seed.yaml': inVersion(100, 1),
      'places/employment.csv': (text) => text.replace('B+C,25,15612,', 'B+C,25,15611,'),
    })
    const second = await readEmployment(graph, corrected, named)
    expect(second?.digest).not.toBe(first?.digest)
    expect(second?.counties.get('county:25')?.[1]).toBe(15_611)
    expect(second?.counties.get('county:24')).toEqual(first?.counties.get('county:24'))

    const dropped = await publish({
      'seed.yaml': (text) => withoutEmployment(inVersion(101, 2)(text)),
      'region.yaml': (text) => text.replace(/^ {2}employment: .*\n/m, ''),
    })
    expect(await readEmployment(graph, dropped, named)).toBeNull()
    await expect(readEmployment(graph, dropped, { named: seeded, table })).rejects.toMatchObject({ id: seeded })
  }, 240_000)
})
