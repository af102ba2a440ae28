import { auditServer } from 'graphql-http'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { createApp } from '../../src/server/app.js'
import type { ServerSettings } from '../../src/startup/settings.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'

const settings: ServerSettings = { ...localSettings, hosts: ['graph.example'] }

let graph: Graph
let app: Awaited<ReturnType<typeof createApp>>
let address: string

beforeAll(async () => {
  graph = await openGraph({ engine: 'embedded', path: null })
  app = await createApp({ graph, edition }, settings, pino({ level: 'silent' }))
  address = await app.listen({ host: '127.0.0.1', port: 0 })
}, 60_000)
afterAll(async () => {
  await app.close()
  await graph.close()
})

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, text, codes: codesIn(text) }
}

function codesIn(text: string): string[] {
  return [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code ?? '')
}

it('keeps to GraphQL over HTTP: no MUST of its audit fails', async () => {
  const results = await auditServer({ url: `${address}/graphql` })
  const failed = results.filter(
    ({ status, name }) => status === 'error' || (status !== 'ok' && name.startsWith('MUST')),
  )
  expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([])
})

describe('too much', () => {
  const aliases = Array.from({ length: 3_000 }, (_, index) => `a${index}: node(id: "x") { id }`).join(' ')
  const fewer = Array.from({ length: 150 }, (_, index) => `a${index}: node(id: "x") { id }`).join(' ')
  const calculations = Array.from(
    { length: 99 },
    (_, index) => `a${index}: supportCoverage(by: COUNTY) { allocation }`,
  ).join(' ')
  const atThree = 'uncertainty(draws: 100000, seed: 1) { byCorrelation { rejected } }'
  const draws = (seed: number) => `a${seed}: uncertainty(draws: 100000, seed: ${seed}) { rejected }`
  const deep = `{ node(id: "x") { ... on Entity { ${'provenance { source { '.repeat(15)} id ${'} }'.repeat(15)} } } }`
  const typenames = Array.from({ length: 101 }, (_, index) => `a${index}: __typename`).join(' ')

  it.each([
    ['3 000 aliases', `{ ${aliases} }`, 'GRAPHQL_PARSE_FAILED'],
    ['150 aliases', `{ ${fewer} }`, 'REQUEST_TOO_LARGE'],
    ['101 aliases of a type’s name', `{ ${typenames} }`, 'REQUEST_TOO_LARGE'],
    ['30 levels', deep, 'REQUEST_TOO_LARGE'],
    ['a calculation under 99 aliases', `{ ${calculations} }`, 'REQUEST_TOO_LARGE'],
    ['the most draws at three correlations', `{ spillover(input: {}) { ${atThree} } }`, 'REQUEST_TOO_LARGE'],
    ['the most draws twice', `{ spillover(input: {}) { ${draws(1)} ${draws(2)} } }`, 'REQUEST_TOO_LARGE'],
  ])('%s is refused before it runs', async (_, query, code) => {
    const { status, codes } = await post({ query })
    expect(status).toBeLessThan(500)
    expect(codes).toEqual([code])
  })

  it('a body of two megabytes', async () => {
    const { status, codes } = await post({ query: `# ${'x'.repeat(2_000_000)}\n{ __typename }` })
    expect([status, codes]).toEqual([413, ['BAD_REQUEST']])
  })

  it('answers what the introspection of GraphiQL asks', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    expect((await post({ query: getIntrospectionQuery() })).codes).toEqual([])
  })
})

describe('variables of a wrong kind', () => {
  const query = `query ($by: PlaceLevel!, $asOf: Date, $first: Int, $profile: SmeProfile!) {
    supportCoverage(by: $by, asOf: $asOf) { allocation } supportFor(profile: $profile, first: $first) { totalCount } }`
  const right = { by: 'COUNTY', profile: { municipality: 'municipality:2582' } }

  it.each([
    [{ by: 'COUNTRY' }, 'by'],
    [{ by: undefined }, 'by'],
    [{ by: null }, 'by'],
    [{ asOf: '24/11/2026' }, 'asOf'],
    [{ asOf: '2026-02-30' }, 'asOf'],
    [{ first: 'many' }, 'first'],
    [{ first: 99_999_999_999 }, 'first'],
    [{ profile: { nothing: 1 } }, 'profile'],
    [{ profile: { employees: '7' } }, 'profile.employees'],
  ])('%o: BAD_USER_INPUT names %s', async (wrong, argument) => {
    const { status, text } = await post({ query, variables: { ...right, ...wrong } })
    expect(status).toBe(400)
    expect(text).toContain(`"extensions":{"code":"BAD_USER_INPUT","argument":"${argument}"}`)
  })
})

describe('odd requests', () => {
  it('a subscription', async () => {
    expect(await post({ query: 'subscription { __typename }' })).toMatchObject({
      status: 400,
      codes: ['GRAPHQL_VALIDATION_FAILED'],
    })
  })

  it('braces within braces', async () => {
    const { text } = await post({ query: '{a'.repeat(50_000) })
    expect(text).not.toContain('call stack')
    expect(codesIn(text)).toEqual(['GRAPHQL_PARSE_FAILED'])
  })

  it.each([
    ['what is no JSON', '{', {}],
    ['a batch', [{ query: '{ __typename }' }, { query: '{ __typename }' }], {}],
    ['plain text', 'query', { 'content-type': 'text/plain' }],
    ['a form', 'query={ __typename }', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['nothing', '', {}],
    ['null', 'null', {}],
  ])('%s is refused with a 4xx', async (_, body, headers) => {
    const { status, text } = await post(body, headers)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(text).not.toMatch(/node_modules|\.js:|at \w+ \(/)
  })

  it('a mutation by GET', async () => {
    const query = 'mutation { storeSpillover(input: {}, name: "x") { run { id } } }'
    const response = await fetch(`${address}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    })
    expect(response.status).toBe(405)
  })

  it('a host name that is not this server’s', async () => {
    const ask = (host: string) => app.inject({ method: 'GET', url: '/health/live', headers: { host } })
    expect((await ask('evil.example')).statusCode).toBe(421)
    expect((await ask('graph.example')).statusCode).toBe(200)
    expect((await ask('localhost:4000')).statusCode).toBe(200)
  })
})

describe('writing', () => {
  /** What is said of the mutation itself, by which one sees that it was let in. */
  const taken = ['BAD_USER_INPUT']
  const mutation = { query: 'mutation { storeSpillover(input: {}, name: " ") { run { id } } }' }
  const write = async (own: Partial<ServerSettings>, headers: Record<string, string>) => {
    const server = await createApp({ graph, edition }, { ...settings, ...own }, pino({ level: 'silent' }))
    const { body } = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: mutation,
      headers: { host: 'localhost', ...headers },
    })
    await server.close()
    return codesIn(body)
  }

  it('is open to whoever is on this machine, unless a proxy stands between', async () => {
    expect(await write({}, {})).toEqual(taken)
    expect(await write({}, { 'x-forwarded-for': '192.0.2.7' })).toEqual(['UNAUTHENTICATED'])
    expect(await write({}, { forwarded: 'for=192.0.2.7' })).toEqual(['UNAUTHENTICATED'])
    expect(await write({}, { host: 'graph.example' })).toEqual(['UNAUTHENTICATED'])
    expect(await write({}, { origin: 'http://elsewhere.example' })).toEqual(['FORBIDDEN'])
    expect(await write({}, { origin: 'http://localhost' })).toEqual(taken)
  })

  it('needs the token where the server listens elsewhere', async () => {
    const open = { host: '0.0.0.0', token: 'secret' }
    expect(await write({ ...open, token: null }, {})).toEqual(['UNAUTHENTICATED'])
    expect(await write(open, {})).toEqual(['UNAUTHENTICATED'])
    expect(await write(open, { authorization: 'Bearer wrong' })).toEqual(['UNAUTHENTICATED'])
    expect(await write(open, { authorization: 'Bearer secret' })).toEqual(taken)
  })
})
