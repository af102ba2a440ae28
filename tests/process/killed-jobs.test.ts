import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { Random } from '../differential/random.js'
import { listOf } from '../firm-list.js'
import { type Program, readyAddress, start } from './program.js'

/** How often a server is killed while a list comes in; more often by REGISTER_LONG. */
const TIMES = process.env.REGISTER_LONG ? 50 : 10
const ROWS = 3_000
const TITLE = 'Our members'
const SOURCE = 'source:import-firms-our-members'

let folder: string
let temporary: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  temporary = mkdtempSync(join(tmpdir(), 'norrgraph-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(temporary, { recursive: true, force: true })
})

const stated = query<Record<never, never>>()(
  'what a list says in tests',
  z.object({ employees: z.number(), count: z.number() }),
  `MATCH (:Source {id: '${SOURCE}'})<-[stated:STATED_IN]-(:Firm)
   RETURN stated.employees AS employees, count(*) AS count`,
)

/** How many firms the list states with each number of employees; and what is wrong with the register, which is nothing. */
async function storedNow(): Promise<ReadonlyMap<number, number>> {
  const graph = await openGraph({ engine: 'embedded', path: folder })
  const rows = await graph.read(stated, {})
  await graph.close()
  return new Map(rows.map(({ employees, count }) => [employees, count]))
}

const edition = (employees: number): string =>
  listOf(Array.from({ length: ROWS }, (_, index) => [index, `Firma ${index} AB`, employees] as const))

const told = z.object({
  importJobs: z.object({ nodes: z.array(z.object({ id: z.string(), status: z.string(), isUnfinished: z.boolean() })) }),
  unfinishedImports: z.array(z.object({ source: z.object({ id: z.string() }) })),
})

/** A server on the folder, whose files lie in a folder of their own. */
class Server {
  private constructor(
    private readonly program: Program,
    private readonly address: string,
  ) {}

  static async start(): Promise<Server> {
    const program = start('main.js', [], { NORRGRAPH_DATA: folder, PORT: '0', TMPDIR: temporary })
    return new Server(program, await readyAddress(program))
  }

  async ask(source: string, variables: object = {}): Promise<unknown> {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ query: source, variables })
    const answer = await fetch(`${this.address}/graphql`, { method: 'POST', headers, body })
    return z.object({ data: z.unknown() }).parse(await answer.json()).data
  }

  async bring(list: string): Promise<string> {
    const form = new FormData()
    for (const [name, value] of Object.entries({ kind: 'firms', title: TITLE })) form.set(name, value)
    form.set('file', new Blob([list]), 'members.csv')
    const answer = await fetch(`${this.address}/imports`, { method: 'POST', body: form })
    expect(answer.status).toBe(202)
    return z.object({ id: z.string() }).parse(await answer.json()).id
  }

  async status(job: string): Promise<string> {
    const answer = await fetch(`${this.address}/imports/${job}`)
    return z.object({ status: z.string() }).parse(await answer.json()).status
  }

  async until(job: string, wanted: string): Promise<void> {
    for (let now = await this.status(job); now !== wanted; now = await this.status(job)) {
      if (['FAILED', 'CANCELLED', 'BROKEN_OFF'].includes(now)) throw new Error(`the job is ${now}`)
      await wait(20)
    }
  }

  confirm(job: string): Promise<unknown> {
    return this.ask('mutation ($job: ID!) { confirmImport(input: { job: $job }) { job { id } } }', { job })
  }

  /** What it says of what is unfinished: when it started, when it is asked whether it is ready, and to whoever asks. */
  async told() {
    const ready = z.object({ unfinished: z.array(z.string()).default([]) })
    const health = ready.parse(await (await fetch(`${this.address}/health/ready`)).json())
    const { importJobs, unfinishedImports } = told.parse(
      await this.ask(
        '{ importJobs(first: 1) { nodes { id status isUnfinished } } unfinishedImports { source { id } } }',
      ),
    )
    return {
      atStart: this.program
        .output()
        .includes(
          `only a part of this list is in the graph: ${TITLE} (import it again, or take it back: norrgraph undo-import change:`,
        ),
      ready: health.unfinished.includes(TITLE),
      listed: unfinishedImports.some(({ source }) => source.id === SOURCE),
      last: importJobs.nodes[0],
    }
  }

  async kill(): Promise<void> {
    this.program.child.kill('SIGKILL')
    await this.program.ended
  }
}

it(`nothing is half there without being told where a server is killed while a list comes in, ${TIMES} times`, async () => {
  const random = new Random(21)
  let before = 0
  let parts = 0
  let server = await Server.start()
  for (let time = 1; time <= TIMES; time += 1) {
    const now = 10 + time
    const job = await server.bring(edition(now))
    // Now and then before it was compared, or confirmed.
    if (random.chance(0.9)) {
      await server.until(job, 'READY')
      const confirmed = server.confirm(job).catch(() => undefined)
      if (random.chance(0.8)) await Promise.race([confirmed, wait(5_000)])
      await wait(random.whole(0, 500))
      await server.kill()
      await confirmed
    } else {
      await wait(random.whole(0, 200))
      await server.kill()
    }
    const stored = await storedNow()
    const isNothing = (stored.get(now) ?? 0) === 0
    const isWhole = stored.get(now) === ROWS && stored.size === 1
    server = await Server.start()
    const said = await server.told()
    expect(said.last?.id).toBe(job)
    if (said.listed) {
      parts += 1
      expect(said).toMatchObject({ atStart: true, ready: true, last: { status: 'BROKEN_OFF', isUnfinished: true } })
    } else {
      expect(isNothing || isWhole).toBe(true)
      expect(isNothing ? stored : new Map([[now, ROWS]])).toEqual(
        isNothing && before > 0 ? new Map([[before, ROWS]]) : stored,
      )
      expect(said).toMatchObject({ atStart: false, ready: false })
      expect(said.last).toMatchObject({ status: isWhole ? 'DONE' : 'BROKEN_OFF', isUnfinished: false })
    }
    // The same file again ends it.
    const again = await server.bring(edition(now))
    await server.until(again, 'READY')
    await server.confirm(again)
    await server.until(again, 'DONE')
    expect(await server.told()).toMatchObject({ ready: false, listed: false })
    before = now
  }
  await server.kill()
  expect(await storedNow()).toEqual(new Map([[before, ROWS]]))
  expect(parts).toBeGreaterThan(0)
  // Of files that came in nothing is left but what the last one had.
  expect(readdirSync(temporary).length).toBeLessThanOrEqual(1)
}, 1_200_000)
