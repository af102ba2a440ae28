import { buildSchema, printSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { createApp } from '../../src/server/app.js'
import { schemaText } from '../../src/server/schema-text.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'

const trusted = 'https://maps.example'
let graph: Graph
let app: Awaited<ReturnType<typeof createApp>>

beforeAll(async () => {
  graph = await openGraph({ engine: 'embedded', path: null })
  app = await createApp({ graph, edition }, { ...localSettings, origins: [trusted] }, pino({ level: 'silent' }))
}, 60_000)
afterAll(async () => {
  await app.close()
  await graph.close()
})

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers: { host: 'localhost', ...headers } })

describe('what clients are set up from', () => {
  it('is the schema, as SDL', async () => {
    const { body, headers } = await get('/schema.graphql')
    expect(headers['content-type']).toBe('application/graphql; charset=utf-8')
    expect(Object.keys(buildSchema(body).getTypeMap()).toSorted()).toEqual(
      Object.keys(buildSchema(schemaText()).getTypeMap()).toSorted(),
    )
    expect(printSchema(buildSchema(body))).toContain('neighbourhood(')
  })

  it('is which types stand for an interface', async () => {
    const { body } = await get('/possible-types.json')
    const types = z.record(z.string(), z.array(z.string())).parse(JSON.parse(body))
    expect(types.Entity).toEqual(expect.arrayContaining(['Firm', 'Municipality', 'SupportActor']))
    expect(types.Node).toEqual(expect.arrayContaining(types.Entity ?? []))
  })

  it('is how a cache keeps types without an identity', async () => {
    const { body } = await get('/type-policies.json')
    const rules = z
      .object({
        typePolicies: z.record(z.string(), z.object({ keyFields: z.literal(false), merge: z.literal(true) })),
        embedded: z.array(z.string()),
      })
      .parse(JSON.parse(body))
    expect(rules.embedded).toEqual(expect.arrayContaining(['NetworkNode', 'NetworkEdge', 'Network', 'FirmConnection']))
    for (const type of ['Firm', 'Query', 'Source']) expect(rules.embedded).not.toContain(type)
    expect(Object.keys(rules.typePolicies)).toEqual(rules.embedded)
  })

  it.each(['/schema.graphql', '/possible-types.json', '/type-policies.json'])('%s is sent once', async (path) => {
    const first = await get(path)
    const again = await get(path, { 'if-none-match': String(first.headers.etag) })
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, ''])
  })
})

describe('a question by GET', () => {
  const question = `/graphql?query=${encodeURIComponent('{ __typename }')}`
  const accept =
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed'

  it.each([
    ['of a program', {}],
    ['of urql', { accept }],
    ['of this server’s own page', { 'sec-fetch-site': 'same-origin' }],
    ['typed into a browser', { 'sec-fetch-site': 'none', accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }],
    ['of a page that may call it', { 'sec-fetch-site': 'cross-site', origin: trusted }],
    ['of any page, with leave', { origin: 'https://evil.example', 'apollo-require-preflight': 'true' }],
  ])('%s is answered', async (_, headers) => {
    const { statusCode, body } = await get(question, headers)
    expect([statusCode, JSON.parse(body)]).toEqual([200, { data: { __typename: 'Query' } }])
  })

  it.each([
    ['a script', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['an image', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a page without an origin', { origin: 'null' }],
  ])('of %s elsewhere is refused, and names the header', async (_, headers) => {
    const { statusCode, body } = await get(question, headers)
    expect(statusCode).toBe(400)
    expect(JSON.parse(body)).toEqual({
      errors: [
        {
          message: expect.stringContaining('apollo-require-preflight: true'),
          extensions: { code: 'PREFLIGHT_REQUIRED' },
        },
      ],
    })
  })

  it('never writes', async () => {
    const mutation = encodeURIComponent('mutation { deleteSpillover(run: "run:x") { run } }')
    expect((await get(`/graphql?query=${mutation}`)).statusCode).toBeGreaterThanOrEqual(400)
  })
})
