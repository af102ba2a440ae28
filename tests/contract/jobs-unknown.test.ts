import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { spilloverAnswer, spilloverQuestion } from '../../src/commands/spillover-answer.js'
import { spilloverText } from '../../src/commands/spillover-text.js'
import type { Graph } from '../../src/graph/graph.js'
import { storeTable } from '../../src/import/input-output/store-table.js'
import { edition } from '../edition.js'
import { table as exampleTable, industry } from '../spillover/example-tables.js'
import { type Api, openApi } from './api.js'
import { describeOnEachEngine } from './engines.js'

const figures = { wages: 300, labourCost: 400, householdPurchases: 50 } as const
/** The two industries of Miller & Blair, section 2.3, of which none, or one alone, says how many are employed. */
const withEmployed = (id: string, employed: readonly (number | null)[]) =>
  exampleTable(
    [
      industry('one', 1000, { ...figures, employed: employed[0] ?? null, satellites: { valueAdded: 650 } }),
      industry('two', 2000, { ...figures, employed: employed[1] ?? null, satellites: { valueAdded: 1400 } }),
    ],
    [
      [150, 500],
      [200, 100],
    ],
    { id, householdConsumption: 1000 },
  )

const shock = { sector: 'sector:silent-one', county: 'county:25', year: 2030 }
const input = { table: 'table:silent', establishments: [], closure: 'TYPE_I', shocks: [{ ...shock, output: 100 }] }
const partly = {
  ...{ ...input, table: 'table:partly' },
  shocks: [{ ...shock, sector: 'sector:partly-one', output: 100 }],
}

describeOnEachEngine('a table that does not state employed', (_, __, openSeeded) => {
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    graph = await openSeeded()
    for (const stored of [withEmployed('silent', [null, null]), withEmployed('partly', [10, null])]) {
      await storeTable({ graph, edition }, stored, '2026-01-01T00:00:00.000Z')
    }
    api = await openApi(graph)
  }, 180_000)
  afterAll(async () => {
    await api.close()
    await graph.close()
  })

  const ask = async (asked: object) =>
    spilloverAnswer.parse(await api.data(spilloverQuestion, { input: asked, withDraws: false, draws: 1, seed: 1 }))
      .spillover
  const refusalOf = async (source: string, variables: Record<string, unknown>) =>
    (await api.ask(source, variables)).errors?.[0]

  it('gives what an output sets off in its accounts, by hand, and no jobs', async () => {
    const answer = await ask(input)
    // L of (.15 .25; .2 .05) is (1.2541 .33003; .26403 1.12211); 100 of output are 125.41 and 26.40, of which 100 are its own.
    const of = (name: string) => answer.measures.find((measure) => measure.name === name)
    expect(of('output')).toMatchObject({ direct: 100, induced: 0 })
    expect(of('output')?.indirect).toBeCloseTo(25.4125 + 26.4026, 3)
    expect(of('valueAdded')?.direct).toBeCloseTo(65, 9)
    expect(of('valueAdded')?.indirect).toBeCloseTo(0.65 * 25.4125 + 0.7 * 26.4026, 3)
    expect(answer.measures.map(({ name }) => name)).toEqual(['output', 'wages', 'labourCost', 'valueAdded'])
    expect(answer).toMatchObject({
      ...{ total: null, temporaryJobYears: null, temporaryByYear: [], bySector: [], bySectorGroup: [], byCounty: [] },
      ...{ byYear: [], byEstablishment: [], bySizeClass: [], comparisons: [], alternatives: [] },
    })
    const [said] = answer.warnings.filter(({ code }) => code === 'JOBS_UNKNOWN')
    expect(said?.message).toMatch(/in any industry, so jobs cannot be told.*measures/)
    const codes = answer.warnings.map(({ code }) => code)
    for (const aboutJobs of ['ACCOUNT_LEFT_OUT', 'HEADS_AND_FULL_TIME_EQUIVALENTS', 'OTHER_VENTURES_THAN_COMPARED']) {
      expect(codes).not.toContain(aboutJobs)
    }
    const swedish = await api.data(
      'query ($input: SpilloverInput!) { spillover(input: $input) { warnings { message(lang: SV) } } }',
      { input },
    )
    expect(JSON.stringify(swedish)).toContain('anger inte hur många som är sysselsatta')
  })

  it('names the industries where some state it', async () => {
    const { total, warnings, measures } = await ask(partly)
    expect(total).toBeNull()
    expect(warnings.find(({ code }) => code === 'JOBS_UNKNOWN')?.message).toContain('employed in two,')
    expect(measures.map(({ name }) => name)).toEqual(['output', 'wages', 'labourCost', 'valueAdded'])
  })

  it('has no cells and no paths', async () => {
    const source = `query ($input: SpilloverInput!) { spillover(input: $input) {
      cube(by: [COUNTY, EFFECT]) { jobs } structuralPaths(first: 5) { share paths { jobs } } } }`
    expect(await api.data(source, { input })).toEqual({
      spillover: { cube: [], structuralPaths: { share: 0, paths: [] } },
    })
  })

  const way = { extensions: { code: 'BAD_USER_INPUT', argument: 'input.table' } }

  it.each([
    ['jobs', { ...input, shocks: [{ ...shock, jobs: 5 }] }],
    ['jobs of an industry that states them', { ...partly, shocks: [{ ...partly.shocks[0], output: null, jobs: 5 }] }],
    ['work that ends, by its jobs', { ...input, shocks: [{ ...shock, jobs: 5, durationYears: 2 }] }],
    ['ventures with jobs', { table: 'table:silent' }],
  ])('refuses %s, and says what can be asked', async (_asked, refused) => {
    const found = await refusalOf('query ($input: SpilloverInput!) { spillover(input: $input) { table { id } } }', {
      input: refused,
    })
    expect(found).toMatchObject(way)
    expect(found?.message).toContain('establishments: [], and shocks by output')
  })

  it('refuses draws and runs, which are of jobs, as jobs too', async () => {
    const draws =
      'query ($input: SpilloverInput!) { spillover(input: $input) { uncertainty(draws: 10, seed: 1) { draws } } }'
    const run = 'mutation ($input: SpilloverInput!) { storeSpillover(input: $input, name: "None") { run { id } } }'
    const drawsAsJob = `mutation ($input: SpilloverInput!) {
      startDraws(input: { spillover: $input, draws: 10, seed: 1 }) { job { id } } }`
    const runAsJob = `mutation ($input: SpilloverInput!) {
      startRun(input: { spillover: $input, name: "None" }) { job { id } } }`
    for (const source of [draws, run, drawsAsJob, runAsJob])
      expect(await refusalOf(source, { input })).toMatchObject(way)
  })

  it('is told as its accounts on a terminal', async () => {
    const text = spilloverText(await ask(input))
    expect(text).toContain('No jobs can be told of this table')
    expect(text).toMatch(/^valueAdded \(MSEK\) +65\.0 +35\.0 +0\.0$/m)
    expect(text).toContain('JOBS_UNKNOWN: ')
    expect(z.string().parse(text)).not.toMatch(/NaN|By industry/)
  })
})
