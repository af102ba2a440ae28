import { expect, it } from 'vitest'
import { z } from 'zod'
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
})
