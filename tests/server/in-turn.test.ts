import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { type QueueBounds, type RequestTurns, StatementQueue } from '../../src/graph/statement-queue.js'
import { createApp } from '../../src/server/app.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'

/** A graph in which statements about firms and of neighbourhoods are held until they are let go. */
class HeldGraph {
  readonly graph: Graph
  /** Statements that are held now, and the most that were at a time. */
  held = 0
  most = 0
  /** All that were asked. */
  asked: string[] = []
  private readonly waiting: (() => void)[] = []
  private open = false

  constructor(inner: Graph, atOnce: number) {
    this.graph = {
      ...inner,
      atOnce,
      read: async (query, parameters, patience) => {
        this.asked.push(query.name)
        if (query.name === 'firms' || query.name === 'nodes of a drawing') await this.hold()
        return inner.read(query, parameters, patience)
      },
    }
  }

  private async hold(): Promise<void> {
    if (this.open) return
    this.held += 1
    this.most = Math.max(this.most, this.held)
    await new Promise<void>((resolve) => this.waiting.push(resolve))
    this.held -= 1
  }

  letOneGo(): void {
    this.waiting.shift()?.()
  }

  letAllGo(): void {
    this.open = true
    for (const go of this.waiting.splice(0)) go()
  }
}

let inner: Graph
let app: FastifyInstance
let held: HeldGraph

beforeAll(async () => {
  inner = await openGraph({ engine: 'embedded', path: null })
})
afterEach(async () => {
  held.letAllGo()
  await app.close()
})
afterAll(() => inner.close())

async function start(
  atOnce: number,
  bounds: Partial<QueueBounds> = {},
  querySeconds = localSettings.querySeconds,
): Promise<void> {
  held = new HeldGraph(inner, atOnce)
  const all = { light: 100, long: 100, wait: 60_000, waiting: 200, ...bounds }
  app = await createApp({ graph: held.graph, edition }, { ...localSettings, querySeconds }, pino({ level: 'silent' }), {
    turns: all,
  })
  // The first request has the graph counted.
  await post('{ __typename }')
  held.asked = []
}

const headers = { host: 'localhost' }
const post = (query: string) => app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } })
const firms = (aliases: number) =>
  `{ ${Array.from({ length: aliases }, (_, index) => `a${index}: firms(first: 1) { nodes { id } }`).join(' ')} }`
const light = '{ node(id: "municipality:2580") { id ... on Municipality { name } } }'

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries += 1) await wait(5)
  expect(holds()).toBe(true)
}

describe('statements', () => {
  it('of one request run a bounded number at a time, and all are answered', async () => {
    await start(4)
    const answer = post(firms(10))
    for (let left = 10; left > 0; left -= 1) {
      await until(() => held.held > 0)
      expect(held.held).toBeLessThanOrEqual(2)
      held.letOneGo()
      await wait(5)
    }
    expect(Object.keys((await answer).json().data)).toHaveLength(10)
    expect(held.most).toBe(2)
  })

  it('of all requests too', async () => {
    await start(4)
    const answers = Array.from({ length: 6 }, () => post(firms(5)))
    await until(() => held.held === 4)
    await wait(20)
    expect(held.most).toBe(4)
    held.letAllGo()
    for (const answer of answers) expect((await answer).statusCode).toBe(200)
  })

  it('that are light go past heavy ones, which leave them room', async () => {
    await start(4, { long: 50 })
    // What is heavy is known by what it took before.
    const before = post(firms(1))
    await until(() => held.held === 1)
    await wait(100)
    held.letOneGo()
    await before
    const answers = Array.from({ length: 6 }, () => post(firms(5)))
    await until(() => held.held === 3)
    expect((await post(light)).json()).toEqual({ data: { node: null } })
    expect(held.held).toBe(3)
    held.letAllGo()
    await Promise.all(answers)
  })
})

describe('a queue', () => {
  /** Statements that end when they are let go, the one that began first first. */
  function statements() {
    const { signal } = new AbortController()
    const begun: string[] = []
    const under: (() => void)[] = []
    return {
      begun,
      ask: (turns: RequestTurns, text: string) =>
        turns.take(text, signal, async () => {
          begun.push(text)
          await new Promise<void>((resolve) => under.push(resolve))
        }),
      async letOneGo() {
        under.shift()?.()
        await wait(5)
      },
    }
  }
  const bounds = { light: 100, long: 25, wait: 60_000, waiting: 200 }

  it('asks for a request that has had little before one that has had much', async () => {
    const queue = new StatementQueue(1, { ...bounds, light: 10 })
    const { ask, begun, letOneGo } = statements()
    const [heavy, light] = [queue.enter(), queue.enter()]
    const asked = [ask(heavy, 'first'), ask(heavy, 'second'), ask(light, 'light')]
    await wait(20)
    for (const _ of asked) await letOneGo()
    await Promise.all(asked)
    expect(begun).toEqual(['first', 'light', 'second'])
  })

  it('leaves room beside requests that are expected to take long from the first', async () => {
    const queue = new StatementQueue(2, bounds)
    const { ask, begun, letOneGo } = statements()
    const expecting = (work: number) => {
      const turns = queue.enter()
      turns.expect(work)
      return turns
    }
    const asked = [ask(expecting(1_000), 'long'), ask(expecting(1_000), 'another'), ask(expecting(1), 'light')]
    await wait(5)
    expect(begun).toEqual(['long', 'light'])
    for (const _ of asked) await letOneGo()
    await Promise.all(asked)
    expect(begun).toEqual(['long', 'light', 'another'])
  })
})

describe('where there is no room', () => {
  const unavailable = { errors: [{ message: expect.any(String), extensions: { code: 'SERVICE_UNAVAILABLE' } }] }
  const refused = (answer: { statusCode: number; headers: object; json(): unknown }) => {
    expect(answer.statusCode).toBe(503)
    expect(answer.headers).toMatchObject({ 'retry-after': expect.stringMatching(/^\d+$/) })
    expect(answer.json()).toEqual(unavailable)
  }

  it.each([
    ['a statement that would wait too long is refused', { wait: 30 }],
    ['a request beyond those that wait is refused at once', { waiting: 1 }],
  ])('%s, in GraphQL’s form and for a file', async (_, bounds) => {
    await start(1, bounds)
    const holding = post(firms(1))
    await until(() => held.held === 1)
    const waiting = post(firms(1))
    await wait(200)
    refused(await post(`{ a: firms { nodes { id } } ${light.slice(1)}`))
    refused(await app.inject({ url: '/export/neighbourhood.json?of=need:skills-supply', headers }))
    held.letAllGo()
    expect((await holding).statusCode).toBe(200)
    await waiting
  })

  it('health is answered all the same', async () => {
    await start(1)
    const answers = Array.from({ length: 20 }, () => post(firms(5)))
    await until(() => held.held === 1)
    for (const url of ['/health/live', '/health/ready']) {
      expect((await app.inject({ url, headers })).statusCode).toBe(200)
    }
    held.letAllGo()
    await Promise.all(answers)
  })
})

describe('a request that has used its time', () => {
  it('is answered, asks no further statement, and leaves those under way to end', async () => {
    await start(4, {}, 0.5)
    const { data, errors } = (await post(firms(9))).json()
    expect(data).toBeNull()
    expect(errors).toContainEqual(
      expect.objectContaining({
        message: expect.not.stringMatching(/firms|stopped after/),
        extensions: { code: 'QUERY_TIMEOUT' },
      }),
    )
    expect(held.asked).toEqual(['firms', 'firms'])
    held.letAllGo()
    expect((await post(light)).json()).toEqual({ data: { node: null } })
    // What was merged away is read once for a generation of the graph.
    expect(held.asked).toEqual(['firms', 'firms', 'what was merged away, and into what', 'entities'])
  })

  it('has no file either', async () => {
    await start(4, {}, 0.5)
    const { statusCode, body } = await app.inject({ url: '/export/neighbourhood.json?of=need:x', headers })
    expect([statusCode, JSON.parse(body)]).toMatchObject([504, { errors: [{ extensions: { code: 'QUERY_TIMEOUT' } }] }])
  })
})
