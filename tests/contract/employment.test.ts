import { expect, it } from 'vitest'
import { z } from 'zod'
import { storeEmployment } from '../../src/import/employment/store-employment.js'
import type { EmploymentTable } from '../../src/spillover/employment/employment-table.js'
import { readEmployment } from '../../src/spillover/employment/read-employment.js'
import { describeOnSeededGraph } from './engines.js'

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

  it('of the region is not replaced by a file', async () => {
    const stored = storeEmployment(
      { graph: given.graph, edition: given.edition },
      { ...own, id: seeded },
      '2026-02-01T00:00:00Z',
    )
    await expect(stored).rejects.toThrow(`${seeded} is of the region's folder: give yours another --id.`)
  })
})
