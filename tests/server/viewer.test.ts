import { graphql } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/server/app.js'
import { createSchema } from '../../src/server/schema.js'
import { readSettings, type ServerSettings } from '../../src/startup/settings.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'
import { sendRaw } from './raw-request.js'
import { requestContext } from './request-context.js'
import { openSeededApp, type SeededApp } from './seeded-app.js'

const answer = z.object({
  data: z.object({ viewer: z.object({ displayName: z.string(), role: z.string() }).nullable() }).optional(),
})
const query = '{ viewer { displayName role } }'
const token = 'secret'
const bearer = { authorization: `Bearer ${token}` }
const local = { displayName: 'local', role: 'EDITOR' }
const holder = { displayName: 'token', role: 'ADMIN' }

let seeded: SeededApp
beforeAll(async () => {
  seeded = await openSeededApp()
}, 60_000)
afterAll(() => seeded.close())

type Headers = Readonly<Record<string, string>>

const open = (own: Partial<ServerSettings>) =>
  createApp({ graph: seeded.graph, edition }, { ...localSettings, ...own }, pino({ level: 'silent' }))

/** Who a server of these settings takes the sender of some headers for, and whether it lets them write. */
async function asked(own: Partial<ServerSettings>, headers: Headers) {
  const app = await open(own)
  const sent = { host: 'localhost', ...headers }
  const reading = await app.inject({ method: 'POST', url: '/graphql', headers: sent, payload: { query } })
  const mutation = 'mutation { storeSpillover(input: {}, name: " ") { run { id } } }'
  const writing = await app.inject({ method: 'POST', url: '/graphql', headers: sent, payload: { query: mutation } })
  await app.close()
  const isRefused = /FORBIDDEN|UNAUTHENTICATED/.test(writing.body)
  const viewer = answer.parse(reading.json()).data?.viewer ?? null
  return { viewer, writes: !isRefused, status: writing.statusCode, told: writing.body }
}

describe('who asks', () => {
  it('is the local editor on this machine', async () => {
    expect(await asked({}, {})).toMatchObject({ viewer: local, writes: true })
    expect(await asked({}, { origin: 'http://localhost' })).toMatchObject({ viewer: local, writes: true })
  })

  it.each([
    ...['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Forwarded-Client-Cert', 'X-Forwarded', 'Via'],
    ...['X-Real-IP', 'CF-Connecting-IP', 'CF-Ray', 'CF-Visitor', 'True-Client-IP', 'X-Envoy-External-Address'],
    ...['X-Envoy-Attempt-Count', 'X-Client-IP', 'X-Cluster-Client-IP', 'X-Original-URL', 'Fly-Client-IP'],
    ...['Fastly-Client-IP', 'X-Amzn-Trace-Id', 'CloudFront-Viewer-Address', 'X-Azure-ClientIP', 'CDN-Loop'],
    ...['X_Forwarded_For', 'Forwarded-For', 'X-Auth-Request-User', 'Remote-User', 'X-Request-Start', 'Ali-CDN-Real-IP'],
  ])('is nobody behind a proxy that sets %s', async (header) => {
    expect(await asked({}, { [header]: '192.0.2.7' })).toMatchObject({ viewer: null, writes: false })
    expect(await asked({ token }, { [header]: '192.0.2.7', ...bearer })).toMatchObject({ viewer: holder, writes: true })
  })

  it.each<readonly [string, Partial<ServerSettings>, Headers]>([
    ['from a page of another origin', {}, { origin: 'http://elsewhere.example' }],
    ['from a page of the same name behind https', {}, { origin: 'https://localhost' }],
    ['from a page without an origin', {}, { origin: 'null' }],
    ['from a page of another site, by a browser that names no origin', {}, { 'sec-fetch-site': 'cross-site' }],
    ['from a page of another port, by a browser that names no origin', {}, { 'sec-fetch-site': 'same-site' }],
    ['by another name', {}, { host: 'graph.example' }],
    ['of a server that listens elsewhere', { host: '0.0.0.0' }, {}],
    ['with a wrong token there', { host: '0.0.0.0', token }, { authorization: 'Bearer wrong' }],
    ['with no token there', { host: '0.0.0.0' }, { authorization: 'Bearer null' }],
    ['where nobody writes without the token', { anonymousWrites: false }, {}],
  ])('is nobody %s', async (_, own, headers) => {
    expect(await asked({ hosts: ['graph.example'], ...own }, headers)).toMatchObject({ viewer: null, writes: false })
  })

  it('is nobody of HTTP/1.0, which proxies speak that were told nothing, and send no header', async () => {
    const app = await open({})
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = new URL(app.listeningOrigin)
    const body = JSON.stringify({ query })
    const told = async (version: string) => {
      const head = [
        `POST /graphql HTTP/${version}`,
        ...[`Host: 127.0.0.1:${port}`, 'Connection: close', 'Content-Type: application/json'],
        `Content-Length: ${body.length}`,
      ]
      return (await sendRaw(Number(port), [`${head.join('\r\n')}\r\n\r\n${body}`]))?.body
    }
    const [old, now] = [await told('1.0'), await told('1.1')]
    await app.close()
    expect([old, now].map((text) => text?.includes('local'))).toEqual([false, true])
  })

  it('is whoever sends the token, from anywhere', async () => {
    for (const own of [{ token }, { token, host: '0.0.0.0' }, { token, anonymousWrites: false }]) {
      expect(await asked(own, bearer)).toMatchObject({ viewer: holder, writes: true })
    }
    const elsewhere = { ...bearer, origin: 'http://elsewhere.example' }
    const origins = [elsewhere.origin]
    expect(await asked({ token }, elsewhere)).toMatchObject({ viewer: holder, writes: false, status: 403 })
    expect(await asked({ token, origins }, elsewhere)).toMatchObject({ viewer: holder, writes: true })
  })

  it('is told what is missing where nobody writes without the token', async () => {
    const { status, told } = await asked({ anonymousWrites: false }, {})
    expect(status).toBe(401)
    expect(told).toContain('It takes being signed in to store runs')
    expect((await asked({ token }, { authorization: 'Bearer wrong' })).told).toContain(
      'The token is none of this server',
    )
  })

  it('is asked for by what only those may see who are known', async () => {
    const app = await open({ token })
    const answers = await Promise.all(
      [{}, bearer, { via: '1.1 proxy' }].map((headers: Headers) =>
        app.inject({
          ...{ method: 'POST', url: '/graphql', headers: { host: 'localhost', ...headers } },
          payload: { query: '{ proposals { totalCount } }' },
        }),
      ),
    )
    await app.close()
    expect(answers.map((reply) => reply.json().data)).toEqual([
      ...[{ proposals: { totalCount: 0 } }, { proposals: { totalCount: 0 } }, null],
    ])
    expect(answers.at(2)?.json().errors).toMatchObject([
      { message: 'It takes being signed in to see proposals', extensions: { code: 'UNAUTHENTICATED' } },
    ])
  })

  it('acts for actors that are given by name, without those that are not there', async () => {
    const actsFor = ['actor:norrlandsfonden', 'actor:almi-nord', 'actor:that-never-was']
    const viewer = { name: 'maria', displayName: 'Maria', role: 'CONTRIBUTOR', actsFor, hasAccount: true } as const
    const contextValue = { ...requestContext(seeded.graph, '2026-01-01'), viewer }
    const source = '{ viewer { displayName role actsFor { id name } } }'
    const { data } = await graphql({ schema: createSchema(), source, contextValue })
    expect(JSON.parse(JSON.stringify(data))).toMatchObject({
      viewer: { displayName: 'Maria', role: 'CONTRIBUTOR', actsFor: [{ id: 'actor:almi-nord' }, { id: actsFor[0] }] },
    })
  })
})

describe('an answer to one reader', () => {
  const readers: readonly (readonly [Headers, object | null])[] = [
    [{}, local],
    [bearer, holder],
    [{ via: '1.1 proxy' }, null],
  ]

  it('is given to no other, however often it is asked for', async () => {
    const app = await open({ token })
    for (let times = 0; times < 3; times += 1) {
      for (const [headers, viewer] of readers) {
        const sent = { host: 'localhost', ...headers }
        const posted = await app.inject({ method: 'POST', url: '/graphql', headers: sent, payload: { query } })
        const url = `/graphql?query=${encodeURIComponent(query)}`
        const got = await app.inject({ method: 'GET', url, headers: sent })
        expect([posted.json().data.viewer, got.json().data.viewer]).toEqual([viewer, viewer])
      }
    }
    await app.close()
  })

  it.each([
    [`/graphql?query=${encodeURIComponent(query)}`],
    ['/export/support-actors.csv?rows=2'],
    ['/export/neighbourhood.graphml?of=municipality:2580&depth=1'],
  ])('holds for no other who has it: %s', async (url) => {
    const app = await open({ token })
    for (const [headers] of readers) {
      const first = await app.inject({ method: 'GET', url, headers: { host: 'localhost', ...headers } })
      expect(first.statusCode).toBe(200)
      for (const [others] of readers) {
        const has = { host: 'localhost', ...others, 'if-none-match': first.headers.etag }
        expect((await app.inject({ method: 'GET', url, headers: has })).statusCode).toBe(headers === others ? 304 : 200)
      }
    }
    await app.close()
  })
})

describe('NORRGRAPH_ANONYMOUS_WRITES', () => {
  it.each([
    [undefined, true],
    ['', true],
    ['yes', true],
    ['no', false],
    ['NO', false],
    [' no ', false],
  ])('%j', (value, expected) => {
    expect(readSettings({ NORRGRAPH_ANONYMOUS_WRITES: value }).server.anonymousWrites).toBe(expected)
  })

  it('takes nothing else', () => {
    expect(() => readSettings({ NORRGRAPH_ANONYMOUS_WRITES: 'false' })).toThrow(
      'NORRGRAPH_ANONYMOUS_WRITES must be yes or no: false',
    )
  })
})
