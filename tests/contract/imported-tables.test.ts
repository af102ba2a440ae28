import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readFigaro } from '../../src/import/input-output/figaro/figaro.js'
import { storeTable } from '../../src/import/input-output/store-table.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { readTable } from '../../src/spillover/table/stored-table.js'
import { figaroCells, flatFile, matrixFile } from '../import/figaro-files.js'
import { twoSectors } from '../spillover/example-tables.js'
import { describeOnSeededGraph } from './engines.js'

const RECORDED = '2026-01-01T00:00:00Z'

/** Takes tables out of the folder that a function is given. */
async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'norrgraph-imported-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describeOnSeededGraph('tables of other publishers', (given) => {
  it.each([
    ['matrix_eu-ic-io_ind-by-ind_24ed_2020.csv', matrixFile],
    ['flatfile_eu-ic-io_ind-by-ind_24ed_2020.csv', flatFile],
  ])('come in from %s with the names of the graph, and come back as they were', async (name, write) => {
    const { graph, edition } = given
    const table = await inFolder(async (folder) => {
      const file = join(folder, name)
      await writeFile(file, write(figaroCells()))
      return readFigaro(file, { country: 'se', year: null, edition: null }, { graph, edition })
    })
    expect(table.id).toBe('figaro-24ed-2020-se')
    const [farming, food, , estate] = table.industries
    expect(farming).toMatchObject({ name: expect.stringContaining('Crop'), nameSv: expect.stringMatching(/Jordbruk/) })
    expect(food?.nameSv?.split('; ')).toHaveLength(3)
    expect(estate?.nameSv).toMatch(/Fastighet/)
    await storeTable({ graph, edition }, table, RECORDED)
    expect((await readTable(graph, 'table:figaro-24ed-2020-se')).table).toEqual(table)
    const answer = await given.api.data(
      `{ inputOutputTable(id: "table:figaro-24ed-2020-se") {
        kind edition geography industries { nodes { id } edges { employed } }
      } }`,
    )
    expect(answer).toMatchObject({
      inputOutputTable: {
        kind: 'INDUSTRY_BY_INDUSTRY',
        edition: expect.stringContaining('24ed'),
        geography: 'SE',
        industries: { edges: table.industries.map(() => ({ employed: null })) },
      },
    })
  })

  it('leave nothing of an earlier file where a later one of the same id is silent', async () => {
    const { graph, edition } = given
    const id = 'own-table'
    const industries = twoSectors.industries.map((industry) => ({ ...industry, satellites: { co2kt: 1 } }))
    await storeTable({ graph, edition }, { ...twoSectors, id, householdIncome: 5_000, industries }, RECORDED)
    const silent = { ...twoSectors, id, householdConsumption: null, householdIncome: null }
    await storeTable({ graph, edition }, silent, RECORDED)
    expect((await readTable(graph, `table:${id}`)).table).toEqual(silent)
  })

  it.each([
    ['another year than the name', 2019, 'tells the year 2020, --year 2019'],
    ['no year at all', null, 'tells no year'],
  ])('are refused with %s', async (_, year, reason) => {
    const { graph, edition } = given
    const file = year === null ? 'figaro.csv' : 'matrix_eu-ic-io_ind-by-ind_24ed_2020.csv'
    await expect(readFigaro(file, { country: 'SE', year, edition: null }, { graph, edition })).rejects.toThrow(reason)
  })

  it('say that they are product by product', async () => {
    const { graph, edition } = given
    const table: InputOutputTable = { ...twoSectors, id: 'made-up-products', kind: 'PRODUCT_BY_PRODUCT' }
    await storeTable({ graph, edition }, table, RECORDED)
    expect((await readTable(graph, 'table:made-up-products')).table).toEqual(table)
    expect(await given.api.data('{ inputOutputTable(id: "table:made-up-products") { kind } }')).toEqual({
      inputOutputTable: { kind: 'PRODUCT_BY_PRODUCT' },
    })
  })
})
