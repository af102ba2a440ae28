import { expect, it } from 'vitest'
import { z } from 'zod'
import { storeEmployment } from '../../src/import/employment/store-employment.js'
import type { EmploymentTable } from '../../src/spillover/employment/employment-table.js'
import { describeOnSeededGraph } from './engines.js'

const id = 'employment:of-here'
const inCounty = (county: string, employed: readonly number[]) => ({
  ...{ county, employed, minedToSupplied: null, made: null },
})
const employedHere = (mining: number): EmploymentTable => ({
  ...{ id, title: 'Employed here', publisher: 'Statistics of here', edition: '2024', year: 2024 },
  ...{ groups: ['A', 'B+C', 'D-U'], nation: [90_000, 560_000, 4_300_000], region: null, key: null },
  counties: [inCounty('county:24', [4_000, 15_000, 110_000]), inCounty('county:25', [4_000, mining, 100_000])],
})

const input = { regionalisation: { method: 'FLQ', area: 'EACH', employment: id } }
const asked = 'query ($input: SpilloverInput!) { spillover(input: $input) { total { spillover } } }'
const store = `mutation ($input: SpilloverInput!) {
  storeSpillover(input: $input, name: "By who works here") { run { id total { spillover } } } }`
const run = `query ($id: ID!) {
  run: spilloverRun(id: $id) { stale changes total { spillover } regional { spillover }
    assumptions { regionalisation { method area employment { id } } } }
  compareRuns(a: "run:report", b: $id) { assumptions { assumption } } }`
const history = 'query ($id: ID!) { history(of: $id, first: 1) { nodes { id } } }'
const takeBack = 'mutation ($input: TakeBackImportInput!) { takeBackImport(input: $input) { change { id } } }'

const answer = z.object({ spillover: z.object({ total: z.object({ spillover: z.number() }) }) })
const stored = z.object({
  storeSpillover: z.object({ run: z.object({ id: z.string(), total: z.object({ spillover: z.number() }) }) }),
})
const changes = z.object({ history: z.object({ nodes: z.array(z.object({ id: z.string() })) }) })

describeOnSeededGraph('runs by location quotients', (given) => {
  const spillover = async () => answer.parse(await given.api.data(asked, { input })).spillover.total.spillover
  const kept = async (question: object) =>
    stored.parse(await given.api.data(store, { input: question })).storeSpillover.run
  const lastChange = async () => {
    const change = changes.parse(await given.api.data(history, { id })).history.nodes[0]?.id
    return { input: { change } }
  }

  let firstImport: Awaited<ReturnType<typeof lastChange>>

  it('follow who is employed, as it is imported, imported anew and taken back', async () => {
    await storeEmployment(given, employedHere(16_000), '2026-02-01T00:00:00.000Z')
    firstImport = await lastChange()
    const before = await spillover()
    const first = await kept(input)
    expect(first.total.spillover).toBeCloseTo(before, 6)
    const inOtherWords = { ...input.regionalisation, mining: 'MERGED', delta: 0.25, householdDelta: 0.125 }
    expect((await kept({ regionalisation: inOtherWords, placement: 'VENTURE' })).id).toBe(first.id)
    expect(await given.api.data(run, { id: first.id })).toMatchObject({ run: { stale: false, changes: [] } })

    await storeEmployment(given, employedHere(12_000), '2026-02-02T00:00:00.000Z')
    const after = await spillover()
    expect(Math.abs(after - before)).toBeGreaterThan(10)
    expect(await given.api.data(run, { id: first.id })).toMatchObject({
      run: { stale: true, changes: ['EMPLOYMENT'], total: first.total, regional: null },
    })
    const second = await kept(input)
    expect(second.id).not.toBe(first.id)
    expect(second.total.spillover).toBeCloseTo(after, 6)

    await given.api.data(takeBack, await lastChange())
    expect(await spillover()).toBe(before)
    expect(await given.api.data(run, { id: first.id })).toMatchObject({ run: { stale: false, changes: [] } })
    expect(await given.api.data(run, { id: second.id })).toMatchObject({ run: { changes: ['EMPLOYMENT'] } })
  })

  it('stand where who was employed is gone', async () => {
    const { id: ofRun, total } = await kept(input)
    await given.api.data(takeBack, firstImport)
    const { errors } = await given.api.ask(asked, { input })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', id })
    expect(await given.api.data(run, { id: ofRun })).toMatchObject({
      run: {
        ...{ stale: true, changes: ['EMPLOYMENT'], total, regional: null },
        assumptions: { regionalisation: { method: 'FLQ', area: 'EACH', employment: null } },
      },
      compareRuns: { assumptions: expect.arrayContaining([{ assumption: 'regionalisation' }]) },
    })
  })
})
