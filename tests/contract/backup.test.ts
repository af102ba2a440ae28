import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { GraphNode } from '../../src/graph/elements.js'
import type { Graph } from '../../src/graph/graph.js'
import { endLine } from '../../src/graph/graph-file.js'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { writeElements } from '../../src/graph/write-elements.js'
import { importGraph } from '../../src/import/graph.js'
import { createApp } from '../../src/server/app.js'
import { edition } from '../edition.js'
import { exampleVariables, localSettings, openApi, operation } from './api.js'
import { describeOnEachEngine } from './engines.js'

const provenance = { source: 'source:test', locator: 'by hand', recordedAt: '2024-01-01T00:00:00Z' }
/** One stands at the beginning of a file, the other at the end of what it says of entities. */
const pair = ['actor:aaa', 'venture:zzz'] as const
const half = (id: string): GraphNode => ({ label: 'Need', id, provenance, properties: { order: 0 } })

const written = z.object({ count: z.number() })
const setPair = query<{ first: string; last: string; order: number }>()(
  'set both of a pair',
  written,
  `MATCH (first:Need {id: $first}), (last:Need {id: $last})
   SET first.order = $order, last.order = $order
   RETURN 1 AS count`,
)

/** Changes both of the pair in one transaction, over and over, until it is ended; tells how often it did. */
function startWriter(graph: Graph) {
  let isEnding = false
  let times = 0
  const writing = (async () => {
    while (!isEnding) {
      const order = times + 1
      await graph.transaction((each) => each.write(setPair, { first: pair[0], last: pair[1], order }))
      times = order
      await setImmediate()
    }
  })()
  return {
    times: () => times,
    async end() {
      isEnding = true
      await writing
    },
  }
}

const nodeLine = z.object({ id: z.string(), properties: z.object({ order: z.number() }) })

/** What a whole file says of the pair. */
function pairIn(file: string): number[] {
  const lines = file.trimEnd().split('\n')
  const end = endLine.parse(JSON.parse(lines.at(-1) ?? ''))
  expect(lines).toHaveLength(Object.values(end).reduce((sum, each) => sum + each, 2))
  return pair.map((id) => {
    const line = lines.find((each) => each.startsWith(`{"label":"Need","id":"${id}"`))
    return nodeLine.parse(JSON.parse(line ?? '')).properties.order
  })
}

/** Engines add up in orders of their own. */
const rounded = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value)))

describeOnEachEngine('a backup of a running server', (_, __, openSeeded) => {
  let graph: Graph
  let app: FastifyInstance
  let address: string
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'norrgraph-'))
    graph = await openSeeded()
    await graph.transaction((each) => writeElements(each, { nodes: pair.map(half), relationships: [] }))
    // Less than it takes: a backup has no time limit.
    const settings = { ...localSettings, token: 'secret', querySeconds: 0.01 }
    app = await createApp({ graph, edition }, settings, pino({ level: 'silent' }))
    address = await app.listen({ host: '127.0.0.1', port: 0 })
  }, 180_000)
  afterAll(async () => {
    await app.close()
    await graph.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const get = (path = '/backup', headers: Record<string, string> = {}) => fetch(`${address}${path}`, { headers })

  /** Asks, and reads nothing yet. */
  async function begin(): Promise<IncomingMessage> {
    const asked = request(`${address}/backup`).end()
    const [answer] = await once(asked, 'response')
    return answer
  }

  /** Asks until the one before has left. */
  async function eventually(): Promise<Response> {
    for (;;) {
      const answer = await get()
      if (answer.status !== 503) return answer
      await answer.body?.cancel()
      await setImmediate()
    }
  }

  it('is of one state while somebody writes all the time, and is restored as it was', async () => {
    const writer = startWriter(graph)
    const seen = new Set<number>()
    let last = ''
    for (let time = 0; time < 3; time += 1) {
      const before = writer.times()
      const answer = await get()
      expect(answer.status).toBe(200)
      last = await answer.text()
      const [first, second] = pairIn(last)
      expect(second).toBe(first)
      expect(first).toBeGreaterThanOrEqual(before)
      seen.add(first ?? 0)
    }
    await writer.end()
    expect(seen.size).toBe(3)
    const file = join(folder, 'under-load')
    writeFileSync(file, last)
    const restored = await openGraph({ engine: 'embedded', path: null })
    await importGraph(restored, file)
    const again = await createApp({ graph: restored, edition }, localSettings, pino({ level: 'silent' }))
    const { body } = await again.inject({ url: '/backup', headers: { host: 'localhost' } })
    expect(body === last).toBe(true)
    await again.close()
    await restored.close()
  })

  it('opens elsewhere, and answers the same', async () => {
    const file = join(folder, 'elsewhere')
    writeFileSync(file, await (await get()).text())
    const restored = await openGraph({ engine: 'embedded', path: null })
    await importGraph(restored, file)
    const [here, there] = [await openApi(graph), await openApi(restored)]
    for (const name of ['support-coverage', 'match-support', 'spillover', 'changes', 'search']) {
      for (const variables of exampleVariables[name] ?? []) {
        const [first, second] = await Promise.all([here, there].map((each) => each.ask(operation(name), variables)))
        expect(rounded(second), name).toEqual(rounded(first))
      }
    }
    await Promise.all([here.close(), there.close()])
    await restored.close()
  })

  it('holds up nobody who writes, however slowly it is read, and is whole in the end', async () => {
    const slow = await begin()
    const writer = startWriter(graph)
    while (writer.times() < 20) await setImmediate()
    expect((await eventually()).status).toBe(200)
    await writer.end()
    const [first, second] = pairIn(await text(slow))
    expect(second).toBe(first)
  })

  it('is made one at a time: whoever asks meanwhile is told to ask again', async () => {
    const answers = await Promise.all([get(), get(), get()])
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([200, 503, 503])
    for (const answer of answers) {
      if (answer.status === 503) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      await answer.text()
    }
  })

  it('ends with its client, and leaves room for the next', async () => {
    const left = new AbortController()
    const asked = fetch(`${address}/backup`, { signal: left.signal }).then((answer) => answer.text())
    setTimeout(() => left.abort(), 20)
    await expect(asked).rejects.toThrow()
    for (let time = 0; time < 6; time += 1) (await begin()).destroy()
    expect((await eventually()).status).toBe(200)
  })

  it('is for editors, with who made what for those who keep accounts', async () => {
    const proxied = { 'x-forwarded-for': '192.0.2.7' }
    const bearer = { authorization: 'Bearer secret', ...proxied }
    const code = async (answer: Response) => [answer.status, (await answer.text()).match(/"code":"(\w+)"/)?.[1]]
    expect(await code(await get('/backup', proxied))).toEqual([401, 'UNAUTHENTICATED'])
    expect(await code(await get('/backup?accounts=yes', proxied))).toEqual([401, 'UNAUTHENTICATED'])
    expect(await code(await get('/backup?accounts=yes'))).toEqual([403, 'FORBIDDEN'])
    expect(await code(await get('/backup?all=yes'))).toEqual([400, 'BAD_USER_INPUT'])
    expect(await code(await get('/backup', { origin: 'https://example.org' }))).toEqual([400, 'PREFLIGHT_REQUIRED'])
    const mutation =
      'mutation { createInitiative(input: {nameSv: "Provat", kind: LOAN, reason: "Tyst skäl"}) { change { id } } }'
    const api = await openApi(graph)
    await api.data(mutation)
    await api.close()
    const open = await (await get('/backup', bearer)).text()
    expect(open).not.toContain('Tyst skäl')
    expect(await (await get('/backup?accounts=yes', bearer)).text()).toContain('Tyst skäl')
  })

  it('is broken off where the server ends', async () => {
    const other = await createApp({ graph, edition }, localSettings, pino({ level: 'silent' }))
    const at = await other.listen({ host: '127.0.0.1', port: 0 })
    const asked = request(`${at}/backup`).end()
    const [answer] = await once(asked, 'response')
    await other.close()
    await expect(text(answer)).rejects.toThrow()
  })
})
