import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeElements } from '../../src/graph/write-elements.js'
import { createApp } from '../../src/server/app.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'
import { addressAt, routesOf } from './routes.js'
import { openSeededApp, type SeededApp } from './seeded-app.js'

/** What everybody is answered, account or not: nothing of the graph. */
const forAll = [
  ...['/', '/index.html', '/support', '/coverage', '/spillover', '/network', '/suppliers', '/doubles', '/entity/:id'],
  ...[
    '/spillover/runs',
    '/method',
    '/mine',
    '/proposals',
    '/proposals/:id',
    '/merge',
    '/changes',
    '/entity/:id/history',
    '/edit',
  ],
  ...['/sign-in', '/sign-out', '/account', '/accounts', '/import', '/*', '*', '/graphql'],
  ...['/health/live', '/health/ready', '/region.json', '/sign-in/provider', '/sign-in/return'],
  ...['/schema.graphql', '/possible-types.json', '/type-policies.json'],
]
const nobody = { host: 'localhost', via: '1.1 proxy', 'apollo-require-preflight': 'true' }

let seeded: SeededApp
let app: FastifyInstance
beforeAll(async () => {
  seeded = await openSeededApp()
  app = await createApp(
    { graph: seeded.graph, edition },
    { ...localSettings, readers: 'ACCOUNTS' },
    pino({ level: 'silent' }),
  )
  await app.ready()
}, 60_000)
afterAll(async () => {
  await app.close()
  await seeded.close()
})

it('where reading takes an account, no address tells anything without one, but for those that say nothing of the graph', async () => {
  const all = routesOf(app)
  expect(all.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/graphql', '/backup', '/imports', '/changes.atom']),
  )
  const asked = all.filter(({ path }) => !forAll.includes(path))
  expect(asked.length).toBeGreaterThan(8)
  for (const { path, methods } of asked) {
    for (const method of methods) {
      if (method !== 'GET' && method !== 'POST' && method !== 'HEAD')
        throw new Error(`${method} ${path}: how is it asked?`)
      const url = addressAt(path)
      const answer = await app.inject({ method, url, headers: nobody })
      expect(answer.statusCode, `${method} ${url}: ${answer.body.slice(0, 200)}`).toBe(401)
    }
  }
})

it('where reading takes an account, the API says how to sign in and nothing else', async () => {
  const ask = async (query: string) =>
    app.inject({ method: 'POST', url: '/graphql', headers: nobody, payload: { query } })
  const open = await ask('{ viewer { name } signIn { isNeededToRead } __typename }')
  expect(open.json()).toEqual({ data: { viewer: null, signIn: { isNeededToRead: true }, __typename: 'Query' } })
  for (const query of [
    '{ firms(first: 1) { totalCount } }',
    '{ viewer { name } sources: __schema { types { name } } }',
    'query { ...all } fragment all on Query { viewer { name } changes(first: 1) { totalCount } }',
    '{ signIn: node(id: "actor:iuc-norr") { id } }',
    'mutation { storeSpillover(input: {}, name: "n") { run { id } } }',
  ]) {
    const refused = await ask(query)
    expect([refused.statusCode, refused.json().errors?.[0]?.extensions?.code], query).toEqual([401, 'UNAUTHENTICATED'])
    expect(refused.json().data).toBeUndefined()
  }
})

it('where reading takes an account, whether the server is ready names no list of which a part is there', async () => {
  const source = { id: 'source:members-of-a-club', label: 'Source', title: 'Members of a club', fileHash: 'unfinished' }
  await seeded.graph.transaction((transaction) =>
    writeElements(transaction, {
      nodes: [
        {
          ...{ id: source.id, label: 'Source' },
          properties: { title: source.title, fileHash: source.fileHash },
          provenance: { source: source.id, locator: 'the whole of it', recordedAt: '2026-01-01T00:00:00.000Z' },
        },
      ],
      relationships: [],
    }),
  )
  const ready = async (headers: Readonly<Record<string, string>>) =>
    (await app.inject({ method: 'GET', url: '/health/ready', headers: { host: 'localhost', ...headers } })).json()
  expect(await ready({ via: '1.1 proxy' })).toEqual({ status: 'ready', unfinished: ['a list'] })
  expect(await ready({ via: '1.1 proxy', authorization: 'Bearer wrong' })).toEqual({
    ...{ status: 'ready', unfinished: ['a list'] },
  })
  expect(await ready({})).toEqual({ status: 'ready', unfinished: [source.title] })
})
