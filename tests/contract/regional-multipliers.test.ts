import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { storeEmployment } from '../../src/import/employment/store-employment.js'
import { storeTable } from '../../src/import/input-output/store-table.js'
import { readTableFiles } from '../../src/import/input-output/table-files.js'
import { describeOnSeededGraph } from './engines.js'

const facts = {
  ...{ id: 'three', title: 'Three industries', publisher: 'Nobody', edition: 'First', year: 2020, geography: 'XX' },
  ...{ currencyUnit: 'MXX', employmentUnit: 'persons', householdConsumption: 1000 },
}
const industries = `code,name,nameSv,section,output,employed,wages,labourCost,householdPurchases,group,scope
one,One,Ett,A,1000,200,300,,50,,
two,Two,Två,B,1000,400,200,,200,,
three,Three,Tre,C,1000,400,400,,400,,
`
const flows = `supplier,one,two,three
one,100,200,50
two,150,100,200
three,50,100,150
`
const groups = ['one', 'two', 'three']
const employment = {
  ...{ id: 'employment:three', title: 'Employed', publisher: 'Nobody', edition: 'First', year: 2020 },
  ...{ groups, nation: [200, 400, 400], region: null },
  counties: [{ county: 'county:24', employed: [30, 20, 50], minedToSupplied: null, made: null }],
  key: { table: 'table:three', industries: groups, groups },
}

const asked = `query ($closure: Closure!, $regionalisation: RegionalisationInput, $county: ID) {
  inputOutputTable(id: "table:three") { multipliers(
    closure: $closure, householdIncome: WAGES, regionalisation: $regionalisation, county: $county
  ) { output accounts(names: ["wages"]) { coefficient effect multiplier } } } }`
const answered = z.object({
  inputOutputTable: z.object({
    multipliers: z.array(z.object({ output: z.number(), accounts: z.array(z.object({ effect: z.number() })) })),
  }),
})

describeOnSeededGraph('multipliers of a region', (given) => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'norrgraph-'))
    await writeFile(join(folder, 'table.json'), JSON.stringify(facts))
    await writeFile(join(folder, 'industries.csv'), industries)
    await writeFile(join(folder, 'flows.csv'), flows)
    const table = await readTableFiles(folder, given.edition)
    await storeTable(given, table, '2026-01-01T00:00:00.000Z')
    await storeEmployment(given, employment, '2026-01-01T00:00:00.000Z')
  })
  afterAll(() => rm(folder, { recursive: true }))

  const outputsOf = async (closure: string, regionalisation: object | null, county: string | null = null) => {
    const found = answered.parse(await given.api.data(asked, { closure, regionalisation, county }))
    return found.inputOutputTable.multipliers.map(({ output }) => output)
  }
  const each = (method: string) => ({ method, area: 'EACH', employment: 'employment:three' })
  const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6))

  // A worked example: λ .608946, λ_h .780350, quotients 1.5, .5 and 1.25.
  it.each([
    ['SLQ', [1.313725, 1.479501, 1.427807], [1.734405, 1.854288, 2.001462]],
    ['CILQ', [1.256671, 1.463311, 1.388116], [1.64775, 1.821514, 1.933223]],
    ['FLQ', [1.182637, 1.404793, 1.25493], [1.486893, 1.687335, 1.670336]],
    ['AFLQ', [1.223295, 1.418637, 1.307844], [1.55273, 1.718239, 1.758269]],
  ])('%s', async (method, typeI, typeII) => {
    expect(await outputsOf('TYPE_I', each(method), 'county:24')).toEqual(near(typeI))
    expect(await outputsOf('TYPE_II', each(method), 'county:24')).toEqual(near(typeII))
  })

  it('have households buy as they are asked to, whatever was asked before', async () => {
    const asked = (householdDelta: number) =>
      outputsOf('TYPE_II', { ...each('FLQ'), delta: 0.2, householdDelta }, 'county:24')
    const [uncut, cut] = [await asked(0), await asked(0.9)]
    expect(cut[0]).toBeLessThan((uncut[0] ?? 0) - 0.05)
    expect(await asked(0)).toEqual(uncut)
  })

  it('are the nation’s without quotients', async () => {
    const nation = near([1.472656, 1.621094, 1.644531])
    expect(await outputsOf('TYPE_I', null)).toEqual(nation)
    expect(await outputsOf('TYPE_I', { method: 'RETENTION' })).toEqual(nation)
  })

  it.each([
    [{ regionalisation: each('FLQ') }, 'county'],
    [{ regionalisation: { ...each('FLQ'), area: 'TOGETHER' }, county: 'county:24' }, 'county'],
    [{ county: 'county:24' }, 'county'],
    [{ regionalisation: each('FLQ'), county: 'county:25' }, 'regionalisation.area'],
    [{ regionalisation: { ...each('FLQ'), delta: 1 }, county: 'county:24' }, 'regionalisation.delta'],
    [{ regionalisation: { ...each('SLQ'), delta: 0.2 }, county: 'county:24' }, 'regionalisation.delta'],
  ])('refuse %o', async (question, argument) => {
    const { errors } = await given.api.ask(asked, { closure: 'TYPE_I', ...question })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument })
  })

  it('are of a county that there is', async () => {
    const { errors } = await given.api.ask(asked, {
      closure: 'TYPE_I',
      regionalisation: each('FLQ'),
      county: 'county:99',
    })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', id: 'county:99' })
  })

  const spillover = (input: object, fields: string) =>
    given.api.ask(`query ($input: SpilloverInput!) { spillover(input: $input) { ${fields} } }`, {
      input: { table: 'table:three', establishments: [], householdIncome: 'WAGES', ...input },
    })
  const built = (county: string, sector: string) => [{ county, sector, year: 2020, jobs: 10 }]

  it('name what of an input cannot be answered for', async () => {
    const shocks = built('county:25', 'sector:three-one')
    const untold = await spillover({ regionalisation: each('FLQ'), shocks }, 'total { direct }')
    expect(untold.errors?.[0]?.extensions).toMatchObject({ argument: 'input.regionalisation.area' })
    const work = shocks.map((shock) => ({ ...shock, durationYears: 2 }))
    const temporary = await spillover({ regionalisation: each('FLQ'), shocks: work }, 'temporaryJobYears')
    expect(temporary.errors?.[0]?.extensions).toMatchObject({ argument: 'input.regionalisation.area' })
    const others = `query { spillover(input: {}) { capacity(by: [GROUP], employment: "employment:three") { bound } } }`
    expect((await given.api.ask(others, {})).errors?.[0]?.extensions).toMatchObject({ argument: 'employment' })
  })

  it('leave a question as it is whose table has other industries than employment has a key for', async () => {
    const renamed = (text: string) => text.replaceAll('three', 'four').replaceAll('Three', 'Four')
    await writeFile(join(folder, 'industries.csv'), renamed(industries))
    await writeFile(join(folder, 'flows.csv'), renamed(flows))
    await storeTable(given, await readTableFiles(folder, given.edition), '2026-01-02T00:00:00.000Z')
    const shocks = built('county:24', 'sector:three-four')
    const fields = 'total { direct } warnings { code } capacity(by: [GROUP]) { bound } regional { spillover }'
    const { data, errors } = await spillover({ shocks }, fields)
    expect(errors).toBeUndefined()
    expect(data).toMatchObject({ spillover: { total: { direct: 10 }, capacity: null, regional: null } })
    const regional = await spillover({ regionalisation: { method: 'FLQ' }, shocks }, 'total { direct }')
    expect(regional.errors?.[0]?.extensions).toMatchObject({ argument: 'input.regionalisation' })
  })
})
