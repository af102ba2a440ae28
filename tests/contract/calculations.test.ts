import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createAccount, removeAccount } from '../../src/accounts/accounts.js'
import type { Viewer } from '../../src/accounts/viewer.js'
import { unfinishedRuns } from '../../src/graph/unfinished-runs.js'
import { keepCalculation } from '../../src/jobs/calculation-store.js'
import { Jobs } from '../../src/jobs/jobs.js'
import { calculationOf, calculationsSeen } from '../../src/jobs/shown-calculations.js'
import { today } from '../../src/kernel/day.js'
import { deleteSpilloverRun, storeSpillover } from '../../src/spillover/runs/stored-runs.js'
import { edition } from '../edition.js'
import { describeOnSeededGraph } from './engines.js'
import { Importing } from './importing.js'

const interval = 'p5 median p95'
const uncertainty = `draws rejected correlation text parameters { name distribution low high } total { ${interval} }
  bySectorGroup { group ${interval} } byCorrelation { correlation rejected total { ${interval} } }`
const fields = `id kind status at author draws seed correlation name message progress { done total }
  uncertainty { ${uncertainty} } run { id name total { spillover } }`
const calculation = z.looseObject({
  id: z.string(),
  status: z.string(),
  author: z.string(),
  message: z.string().nullable(),
  progress: z.object({ done: z.number(), total: z.number() }),
  uncertainty: z.unknown(),
  run: z.looseObject({ id: z.string(), name: z.string() }).nullable(),
})
const spillover = { establishments: ['establishment:lkab'] }

const as = (name: string, role: Viewer['role'] = 'READER'): Viewer => ({
  ...{ name, displayName: name, role, actsFor: [], hasAccount: true },
})
const [anna, bo, cy] = [as('anna-who-draws'), as('bo-who-looks'), as('cy-who-waits')]
const eva = as('eva-who-edits', 'EDITOR')

describeOnSeededGraph('what is calculated at length', (given) => {
  let server: Importing
  beforeAll(async () => {
    server = await Importing.open(given.graph)
  })
  afterAll(() => server.close())

  const draw = async (input: Record<string, unknown>) =>
    server.ask(`mutation ($input: StartDrawsInput!) { startDraws(input: $input) { job { ${fields} } } }`, {
      input: { spillover, seed: 7, ...input },
    })
  const jobOf = async (id: string) => {
    const { data, errors } = await server.ask(`query ($id: ID!) { calculationJob(id: $id) { ${fields} } }`, { id })
    if (errors) throw new Error(JSON.stringify(errors))
    return z.object({ calculationJob: calculation }).parse(data).calculationJob
  }
  const ended = async (id: string) => {
    for (;;) {
      const now = await jobOf(id)
      if (!['QUEUED', 'RUNNING'].includes(now.status)) return now
      await wait(20)
    }
  }
  const begun = ({ data }: Awaited<ReturnType<typeof draw>>) =>
    z.object({ startDraws: z.object({ job: calculation }) }).parse(data).startDraws.job

  it('gives draws that a request gives too, of the same question and seed', async () => {
    const job = await ended(begun(await draw({ draws: 1_000 })).id)
    expect(job).toMatchObject({
      status: 'DONE',
      kind: 'DRAWS',
      author: 'local',
      draws: 1_000,
      seed: 7,
      correlation: 0.25,
      message: null,
    })
    expect(job.progress).toEqual({ done: 1_000, total: 1_000 })
    const { data } = await server.ask(
      `query ($input: SpilloverInput!) { spillover(input: $input) { uncertainty(draws: 1000, seed: 7) { ${uncertainty} } } }`,
      { input: spillover },
    )
    expect(job.uncertainty).toEqual(z.object({ spillover: z.looseObject({}) }).parse(data).spillover.uncertainty)
  })

  it('draws δ where location quotients say what stays, in jobs as in requests, each county apart', async () => {
    const asked = { years: [2024], regionalisation: { method: 'FLQ', area: 'EACH' } }
    const job = await ended(begun(await draw({ spillover: asked, draws: 300, correlation: 0.5 })).id)
    const { data } = await server.ask(
      `query ($input: SpilloverInput!) {
        spillover(input: $input) { uncertainty(draws: 300, seed: 7, correlation: 0.5) { ${uncertainty} } }
      }`,
      { input: asked },
    )
    expect(job.uncertainty).toEqual(z.object({ spillover: z.looseObject({}) }).parse(data).spillover.uncertainty)
    expect(job.uncertainty).toMatchObject({
      correlation: 0.5,
      parameters: [{ name: 'incomeTax' }, { name: 'regionalisation.delta', low: 0.15, high: 0.35 }, {}, {}],
      byCorrelation: [{ correlation: 0 }, { correlation: 0.5 }, { correlation: 1 }],
    })
  })

  it('refuses at once what no job draws, and a request that draws more than it may names the job', async () => {
    const refused = async (input: Record<string, unknown>) => (await draw(input)).errors?.[0]
    expect(await refused({ draws: 3_000_001 })).toMatchObject({
      message: expect.stringMatching(/^input.draws is 3000001; from a table of 44 industries 1–3000000 are made/),
      extensions: { code: 'BAD_USER_INPUT', argument: 'input.draws' },
    })
    expect(await refused({ draws: 9, correlation: -1 })).toMatchObject({
      extensions: { argument: 'input.correlation' },
    })
    expect(await refused({ draws: 0 })).toMatchObject({ extensions: { argument: 'input.draws' } })
    expect(await refused({ draws: 10, spillover: { establishments: ['establishment:nobody'] } })).toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    })
    const { errors } = await server.ask('{ spillover(input: {}) { uncertainty(draws: 200000, seed: 1) { draws } } }')
    expect(errors?.[0]?.message).toMatch(/1–100000 are made\. As a job \(startDraws\) up to 3000000 are\./)
  })

  it('is ended by who began it, and another who waits goes on', async () => {
    const long = begun(await draw({ draws: 3_000_000 }))
    const after = begun(await draw({ draws: 10 }))
    while ((await jobOf(long.id)).progress.done === 0) await wait(20)
    const cancel = (id: string) =>
      server.ask(`mutation ($id: ID!) { cancelCalculation(input: { job: $id }) { job { status message } } }`, { id })
    expect((await cancel(long.id)).data).toEqual({
      cancelCalculation: { job: { status: 'CANCELLED', message: 'Somebody ended it' } },
    })
    expect(await ended(after.id)).toMatchObject({ status: 'DONE', progress: { done: 10, total: 10 } })
    expect((await cancel(after.id)).errors?.[0]).toMatchObject({ extensions: { code: 'CONFLICT' } })
    expect((await cancel('calculation:nobody')).errors?.[0]).toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  })

  it('is broken off with its server, which the next one says', async () => {
    const other = await Importing.open(given.graph, new Jobs({ graph: given.graph, edition }))
    const { data } = await other.ask(
      'mutation { startDraws(input: { spillover: {}, draws: 3000000, seed: 1 }) { job { id } } }',
    )
    const { id } = z.object({ startDraws: z.object({ job: z.object({ id: z.string() }) }) }).parse(data).startDraws.job
    await other.close()
    expect(await jobOf(id)).toMatchObject({ status: 'BROKEN_OFF', message: 'The server ended', uncertainty: null })
  })

  it('is broken off where its server was killed', async () => {
    const id = 'calculation:of-a-server-that-was-killed'
    const said = {
      kind: 'DRAWS',
      at: new Date().toISOString(),
      author: 'local',
      draws: 9,
      seed: 1,
      correlation: 0.25,
      name: null,
    } as const
    await keepCalculation(given.graph, { ...said, id, owner: 'job-owner:gone' })
    expect(await jobOf(id)).toMatchObject({ status: 'QUEUED' })
    const next = new Jobs({ graph: given.graph, edition })
    await next.begin()
    expect(await jobOf(id)).toMatchObject({ status: 'BROKEN_OFF', message: 'The server ended' })
    await next.end()
  })

  it('is seen and ended by who began it and by editors, and told to nobody else', async () => {
    const { graph } = given
    const { calculations } = server.jobs
    const asked = { spillover, draws: 3_000_000, seed: 1 }
    const id = await calculations.startDraws(asked, anna)
    const another = await calculations.startDraws(asked, bo)
    const seen = async (viewer: Viewer) => ({
      one: (await calculationOf(graph, id, viewer))?.id ?? null,
      all: (await calculationsSeen(graph, {}, viewer)).nodes.map((each) => each.author),
    })
    expect(await seen(anna)).toEqual({ one: id, all: [anna.name] })
    expect(await seen(bo)).toEqual({ one: null, all: [bo.name] })
    expect(await seen(eva)).toEqual({ one: id, all: expect.arrayContaining([anna.name, bo.name]) })
    await expect(calculations.cancel(id, bo)).rejects.toMatchObject({ name: 'NotFoundError' })
    await calculations.cancel(id, eva)
    await calculations.cancel(another, bo)
    expect(await calculationOf(graph, id, anna)).toMatchObject({ status: 'CANCELLED' })
  })

  it('stores a run, the same that a request stores, which is whose it was', async () => {
    const asked = { spillover: { ...spillover, retention: { share: 0.61 } }, name: 'Lång' }
    const id = await server.jobs.calculations.startRun(asked, anna)
    const job = await ended(id)
    expect(job).toMatchObject({ status: 'DONE', kind: 'RUN', name: 'Lång', uncertainty: null, run: { name: 'Lång' } })
    expect(job.progress.done).toBe(job.progress.total)
    const run = await storeSpillover({ graph: given.graph, edition }, asked.spillover, 'Again', bo)
    expect(run).toBe(job.run?.id)
    const { data } = await server.ask(
      `query ($input: SpilloverInput!) { spillover(input: $input) { total { spillover } } }`,
      { input: asked.spillover },
    )
    const point = z.object({ spillover: z.object({ total: z.object({ spillover: z.number() }) }) }).parse(data)
    expect(job.run).toMatchObject({ total: point.spillover.total })
    await expect(deleteSpilloverRun({ graph: given.graph, edition }, run, bo)).rejects.toMatchObject({
      name: 'ForbiddenError',
    })
    await deleteSpilloverRun({ graph: given.graph, edition }, run, anna)
    expect((await jobOf(id)).run).toBeNull()
  })

  it('refuses a run that cannot be, and takes away what an ended one wrote', async () => {
    const start = (input: unknown) =>
      server.ask('mutation ($input: StartRunInput!) { startRun(input: $input) { job { id } } }', { input })
    expect((await start({ spillover, name: '' })).errors?.[0]).toMatchObject({ extensions: { argument: 'name' } })
    expect((await start({ spillover: { incomeTax: 2 }, name: 'Tax' })).errors?.[0]).toMatchObject({
      extensions: { argument: 'input.incomeTax' },
    })
    const ending = new AbortController()
    const graph = { ...given.graph, rowsATransaction: 50 }
    const stored = storeSpillover({ graph, edition }, { retention: { share: 0.62 } }, 'Ended', anna, {
      signal: ending.signal,
      progress: { begin() {}, reach: (done) => done > 3 && ending.abort(new Error('ended')), end() {} },
    })
    await expect(stored).rejects.toThrow('ended')
    expect(await unfinishedRuns(given.graph)).toEqual([])
  })

  it('waits with at most five of one account', async () => {
    const { calculations } = server.jobs
    const begin = (viewer: Viewer) => calculations.startDraws({ spillover, draws: 3_000_000, seed: 1 }, viewer)
    const ids = [await begin(cy), await begin(cy), await begin(cy), await begin(cy), await begin(cy)]
    await expect(begin(cy)).rejects.toMatchObject({ name: 'TooManyJobsError' })
    const another = await begin(bo)
    for (const id of [another, ...ids].reverse()) await calculations.cancel(id, eva)
    const page = await calculationsSeen(given.graph, { first: 2 }, cy)
    expect(page.nodes).toMatchObject([{ status: 'CANCELLED' }, { status: 'CANCELLED' }])
    expect(page.pageInfo.hasNextPage).toBe(true)
    expect(await page.counted()).toBe(5)
    const rest = await calculationsSeen(given.graph, { after: page.pageInfo.endCursor }, cy)
    expect(rest.nodes).toHaveLength(3)
    await createAccount(given.graph, { name: cy.name, role: 'READER' }, today())
    await removeAccount(given.graph, cy.name)
    expect(await (await calculationsSeen(given.graph, {}, cy)).counted()).toBe(0)
  })
})
