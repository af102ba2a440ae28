import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { createApp } from '../../src/server/app.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'
import { openSeededApp, type SeededApp } from './seeded-app.js'

const host = { host: 'localhost' }
const places =
  '{ support: supportCoverage(county: "county:25", by: MUNICIPALITY) { cells { place { id } need { id } } } }'

describe('an answer that is the same as long as the graph is', () => {
  let seeded: SeededApp
  let app: FastifyInstance
  let statements = 0

  beforeAll(async () => {
    seeded = await openSeededApp()
    const { graph } = seeded
    const counted: Graph = {
      ...graph,
      read(query, parameters, patience) {
        statements += 1
        return graph.read(query, parameters, patience)
      },
      snapshot: (work) =>
        graph.snapshot(({ read }, generation) => {
          const countedRead: typeof read = (...asked) => {
            statements += 1
            return read(...asked)
          }
          return work({ read: countedRead }, generation)
        }),
    }
    app = await createApp({ graph: counted, edition }, localSettings, pino({ level: 'silent' }))
  }, 60_000)
  afterAll(async () => {
    await app.close()
    await seeded.close()
  })

  const post = (query: string, variables: object = {}, headers: object = {}) =>
    app.inject({ method: 'POST', url: '/graphql', headers: { ...host, ...headers }, payload: { query, variables } })
  const get = (url: string, headers: object = {}) =>
    app.inject({ method: 'GET', url, headers: { ...host, ...headers } })
  const address = (query: string) => `/graphql?query=${encodeURIComponent(query)}`
  /** How many statements are asked of the graph meanwhile. */
  const asked = async (work: () => Promise<unknown>) => {
    const before = statements
    await work()
    return statements - before
  }
  const store = () =>
    post('mutation { storeSpillover(name: "n", input: { establishments: ["establishment:lkab"] }) { run { id } } }')
  const stored = z.object({ data: z.object({ storeSpillover: z.object({ run: z.object({ id: z.string() }) }) }) })
  /** Stores a run and takes it away again. */
  const write = async () => {
    const run = stored.parse((await store()).json()).data.storeSpillover.run.id
    const { statusCode } = await post('mutation ($run: ID!) { deleteSpilloverRun(id: $run) { id } }', { run })
    expect(statusCode).toBe(200)
  }

  it('is given again without asking the graph', async () => {
    const first = await post(places)
    expect(await asked(async () => expect((await post(places)).body).toBe(first.body))).toBe(0)
  })

  it('is another for other variables, another operation and another form', async () => {
    const query = 'query A($id: ID!) { node(id: $id) { id } } query B { node(id: "county:24") { id } }'
    const ask = async (operationName: string, id: string, accept = 'application/json') => {
      const payload = { query, operationName, variables: operationName === 'A' ? { id } : {} }
      return app.inject({ method: 'POST', url: '/graphql', headers: { ...host, accept }, payload })
    }
    const idOf = (body: string) =>
      z.object({ data: z.object({ node: z.object({ id: z.string() }) }) }).parse(JSON.parse(body)).data.node.id
    for (let times = 0; times < 2; times += 1) {
      expect(idOf((await ask('A', 'county:25')).body)).toBe('county:25')
      expect(idOf((await ask('A', 'municipality:2580')).body)).toBe('municipality:2580')
      expect(idOf((await ask('B', '')).body)).toBe('county:24')
      const other = await ask('A', 'county:25', 'application/graphql-response+json')
      expect(other.headers['content-type']).toMatch(/^application\/graphql-response\+json/)
    }
  })

  it('is calculated anew after something was written', async () => {
    await post(places)
    await write()
    expect(await asked(() => post(places))).toBeGreaterThan(0)
    expect(await asked(() => post(places))).toBe(0)
  })

  it('is not kept where it has an error', async () => {
    const wrong =
      '{ node(id: "county:24") { id } supportCoverage(county: "county:99", by: COUNTY) { cells { actors } } }'
    for (let times = 0; times < 2; times += 1) {
      const before = statements
      const answer = await post(wrong)
      expect(answer.json()).toHaveProperty('errors')
      expect(answer.headers['cache-control']).toBe('no-store')
      // The error may end the answer while its other half is still on its way to the graph.
      await vi.waitFor(() => expect(statements).toBeGreaterThan(before), 10_000)
    }
  })

  it('is not kept where it was a change', async () => {
    const first = await store()
    expect([first.json().errors, first.headers['cache-control']]).toEqual([undefined, 'no-store'])
    expect(await asked(store)).toBeGreaterThan(0)
  })

  it('may be kept by who asks by GET, who is told as long as it holds', async () => {
    const first = await get(address(places))
    expect(first.headers).toMatchObject({ 'cache-control': 'private, no-cache', etag: expect.stringMatching(/^W\//) })
    const again = await get(address(places), { 'if-none-match': first.headers.etag })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const other = await get(address('{ node(id: "county:24") { id } }'), { 'if-none-match': first.headers.etag })
    expect(other.statusCode).toBe(200)
  })

  it('is sent in fewer bytes to who reads these', async () => {
    const plain = await post(places)
    const gzip = await post(places, {}, { 'accept-encoding': 'gzip' })
    expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: expect.stringContaining('accept-encoding') })
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
    const first = await get(address(places), { 'accept-encoding': 'br' })
    expect(first.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(first.rawPayload).toString()).toBe(plain.body)
    const again = await get(address(places), { 'accept-encoding': 'br', 'if-none-match': first.headers.etag })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it.each([['/export/neighbourhood.graphml?of=municipality:2580&depth=1'], ['/export/support-actors.csv']])(
    'is not made again as a file for who has it: %s',
    async (url) => {
      const first = await get(url)
      expect(first.statusCode).toBe(200)
      const has = { 'if-none-match': first.headers.etag }
      expect(await asked(async () => expect((await get(url, has)).statusCode).toBe(304))).toBe(0)
      expect((await get(`${url}${url.includes('?') ? '&' : '?'}lang=EN`, has)).statusCode).toBe(200)
      await write()
      const after = await get(url, has)
      expect([after.statusCode, after.body]).toEqual([200, first.body])
      const packed = await get(url, { 'accept-encoding': 'gzip' })
      expect(gunzipSync(packed.rawPayload).toString()).toBe(first.body)
    },
  )

  it('is no file that was refused', async () => {
    const refused = await get('/export/neighbourhood.graphml?of=municipality:none')
    expect([refused.headers.etag, refused.headers['cache-control']]).toEqual([undefined, 'no-store'])
  })
})
