import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { exportGraph } from '../../src/export/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { unfinishedRuns } from '../../src/graph/unfinished-runs.js'
import { readyAddress, start } from './program.js'

/** A piece of a run, and how often one is killed until it has begun to write and not ended. */
const PIECE = 500
const TIMES = 5
/** What a piece makes the files of a graph longer by, at least. */
const BYTES_OF_A_PIECE = 50_000

/** How many relationships stand in the graph by the run that they are of, shown or not: looked at behind the API. */
const standing = query<Record<never, never>>()(
  'effects that stand in the graph',
  z.object({ run: z.string(), count: z.number() }),
  'MATCH ()-[effect:SPILLS_OVER]->(:Sector) RETURN effect.run AS run, count(effect) AS count ORDER BY run',
)

const venture = 'establishment:h2-green-steel'
const looks = `{
  spilloverRuns(first: 50) { totalCount nodes { id } }
  entities(kind: SPILLOVER_RUN, first: 50) { totalCount nodes { id } }
  search(text: "Avbruten", first: 5) { totalCount }
  relationCounts(of: "${venture}") { kind direction count }
  neighbourhood(of: ["${venture}"], depth: 1, edgeKinds: [SPILLS_OVER], limit: 200) {
    nodes { id degree } edges { id run } hidden { kind count }
  }
}`

const years = [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035]
const inputOf = (jobs: number) => ({
  shocks: years.flatMap((year) =>
    ['county:24', 'county:25'].map((county) => ({ sector: 'sector:scb44-C24', county, year, jobs })),
  ),
})

let folder: string
let data: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
  data = join(folder, 'data')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function startServer() {
  const program = start('main.js', [], { NORRGRAPH_DATA: data, PORT: '0' })
  const address = await readyAddress(program)
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    program.child.kill(signal)
    await program.ended
  }
  return {
    async data(asked: string, variables: object = {}): Promise<unknown> {
      const reply = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: asked, variables }),
      })
      const answer = z.object({ data: z.unknown(), errors: z.unknown().optional() }).parse(await reply.json())
      expect(answer.errors).toBeUndefined()
      return answer.data
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

type Server = Awaited<ReturnType<typeof startServer>>

const stored = z.object({ storeSpillover: z.object({ run: z.object({ id: z.string() }) }) })

async function store(server: Server, jobs: number): Promise<string> {
  const mutation =
    'mutation ($input: SpilloverInput!) { storeSpillover(input: $input, name: "Avbruten") { run { id } } }'
  return stored.parse(await server.data(mutation, { input: inputOf(jobs) })).storeSpillover.run.id
}

/** What the graph's files hold while no server has it open. */
async function held() {
  const graph = await openGraph({ engine: 'embedded', path: data })
  try {
    const file = join(folder, 'exported')
    await exportGraph(graph, file)
    const exported = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('SPILL'))
    const effects = new Map((await graph.read(standing, {})).map(({ run, count }) => [run, count]))
    return { exported, effects, unfinished: await unfinishedRuns(graph) }
  } finally {
    await graph.close()
  }
}

const bytes = (): number =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

/** Kills a server once it has written a piece or more of a run, whether or not it has ended by then. */
async function killWhileItStores(server: Server, jobs: number): Promise<void> {
  const before = bytes()
  let isOver = false
  const over = store(server, jobs).then(
    () => {
      isOver = true
    },
    // It is killed before it answers.
    () => undefined,
  )
  while (!isOver && bytes() < before + BYTES_OF_A_PIECE) await wait(1)
  await server.kill()
  await over
}

it('is seen by nobody where the program was killed while it stored it, and whole once it is stored again', async () => {
  for (let jobs = 1; jobs <= TIMES; jobs += 1) {
    const before = await startServer().then(async (server) => {
      const seen = await server.data(looks)
      await server.stop()
      return { seen, ...(await held()) }
    })
    await killWhileItStores(await startServer(), jobs)
    const after = await held()
    const [run] = after.unfinished
    if (run === undefined || !after.effects.has(run)) continue

    expect((after.effects.get(run) ?? 0) % PIECE).toBe(0)
    expect(after.exported).toEqual(before.exported)
    const again = await startServer()
    expect(await again.data(looks)).toEqual(before.seen)
    expect(await again.data(`{ node(id: "${run}") { id } spilloverRun(id: "${run}") { id } }`)).toEqual({
      node: null,
      spilloverRun: null,
    })
    await again.stop()
    expect(await held()).toEqual({ exported: before.exported, effects: before.effects, unfinished: [] })

    const last = await startServer()
    expect(await store(last, jobs)).toBe(run)
    const sums = z
      .object({
        stored: z.object({
          total: z.object({ spillover: z.number() }),
          byYear: z.array(z.object({ spillover: z.number() })),
        }),
        asked: z.object({ total: z.object({ spillover: z.number() }) }),
      })
      .parse(
        await last.data(
          `query ($input: SpilloverInput!) {
            stored: spilloverRun(id: "${run}") { total { spillover } byYear { spillover } }
            asked: spillover(input: $input) { total { spillover } }
          }`,
          { input: inputOf(jobs) },
        ),
      )
    const ofRelationships = sums.stored.byYear.reduce((sum, { spillover }) => sum + spillover, 0)
    expect(sums.stored.total.spillover).toBeCloseTo(sums.asked.total.spillover, 6)
    expect(ofRelationships).toBeCloseTo(sums.asked.total.spillover, 6)
    await last.stop()
    const whole = await held()
    expect(whole.unfinished).toEqual([])
    expect(whole.effects.get(run)).toBeGreaterThan(after.effects.get(run) ?? 0)
    return
  }
  expect.fail(`${TIMES} times the run was whole before the program was killed, or not begun`)
}, 240_000)
