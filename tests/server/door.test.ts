import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { createApp } from '../../src/server/app.js'
import { localSettings } from '../contract/api.js'
import { Random } from '../differential/random.js'
import { edition } from '../edition.js'
import { type RawAnswer, sendRaw } from './raw-request.js'

let graph: Graph
let app: Awaited<ReturnType<typeof createApp>>
let port: number
const logged: string[] = []

beforeAll(async () => {
  graph = await openGraph({ engine: 'embedded', path: null })
  const log = pino({ level: 'error' }, { write: (line: string) => logged.push(line) })
  app = await createApp({ graph, edition }, localSettings, log)
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
}, 60_000)
afterAll(async () => {
  await app.close()
  await graph.close()
})

type Headers = Readonly<Record<string, string>>

function request(method: string, path: string, headers: Headers, body: string | Buffer = '', version = '1.1') {
  const lines = Object.entries({ Connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return sendRaw(port, [`${method} ${path} HTTP/${version}\r\n${lines.join('')}\r\n`, Buffer.from(body)])
}

const codesIn = (body: string): string[] => [...body.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code ?? '')

/** The answer, which has to be in the form of all refusals. */
function refusal(answer: RawAnswer | null): [status: number, code: string | undefined] {
  expect(JSON.parse(answer?.body ?? '')).toEqual({
    errors: [{ message: expect.any(String), extensions: { code: expect.any(String) } }],
  })
  expect(answer?.headers['content-type']).toMatch(/^application\/(graphql-response\+)?json/)
  return [answer?.status ?? 0, codesIn(answer?.body ?? '')[0]]
}

const host = { Host: 'localhost' }
const json = { ...host, 'Content-Type': 'application/json' }
const question = JSON.stringify({ query: '{ __typename }' })
const withLength = (body: string | Buffer): Headers => ({ 'Content-Length': String(Buffer.byteLength(body)) })
const post = (body: string | Buffer, headers: Headers = {}) =>
  request('POST', '/graphql', { ...json, ...withLength(body), ...headers }, body)

it('an address with letters as they are is told how they are written', async () => {
  const answer = await request('GET', Buffer.from('/export/firms.csv?municipality=Luleå').toString('latin1'), host)
  expect(refusal(answer)).toEqual([400, 'BAD_REQUEST'])
  expect(answer?.body).toContain('percent-encode')
})

describe('a request that cannot be answered is told why in one form', () => {
  it.each([
    ['a compressed body', () => post(gzipSync(question), { 'Content-Encoding': 'gzip' }), 415, 'BAD_REQUEST'],
    ['a body that says so and is not', () => post(question, { 'Content-Encoding': 'br' }), 415, 'BAD_REQUEST'],
    [
      'another charset',
      () => post(question, { 'Content-Type': 'application/json; charset=latin1' }),
      415,
      'BAD_REQUEST',
    ],
    [
      'bytes that are no UTF-8',
      () => post(Buffer.from('{"query":"{ __typename # \xe5 }"}', 'latin1')),
      400,
      'BAD_REQUEST',
    ],
    ['plain text', () => post(question, { 'Content-Type': 'text/plain' }), 415, 'BAD_REQUEST'],
    ['no JSON', () => post('{"query":'), 400, 'BAD_REQUEST'],
    ['nothing', () => post(''), 400, 'BAD_REQUEST'],
    ['several requests at once', () => post(`[${question}]`), 400, 'BAD_REQUEST'],
    ['a prototype', () => post('{"__proto__":{"query":"{a}"}}'), 400, 'BAD_REQUEST'],
    ['a body larger than it may be', () => post('x'.repeat(1_100_000)), 413, 'BAD_REQUEST'],
    [
      'a chunk that is none',
      () => request('POST', '/graphql', { ...json, 'Transfer-Encoding': 'chunked' }, 'zz\r\n'),
      400,
      'BAD_REQUEST',
    ],
    ['an address that cannot be decoded', () => request('GET', '/%ff', host), 400, 'BAD_REQUEST'],
    ['an entity’s that cannot be', () => request('GET', '/entity/%c3%28', host), 400, 'BAD_REQUEST'],
    ['an address that is too long', () => request('GET', `/${'x'.repeat(9_000)}`, host), 414, 'BAD_REQUEST'],
    [
      'headers that are too long',
      () => request('GET', '/', { ...host, 'X-Long': 'x'.repeat(20_000) }),
      431,
      'BAD_REQUEST',
    ],
    ['nobody’s address', () => request('DELETE', '/nothing', host), 404, 'NOT_FOUND'],
    ['an expectation', () => post(question, { Expect: 'a miracle' }), 417, 'BAD_REQUEST'],
    ['no host', () => request('GET', '/health/live', {}), 421, 'MISDIRECTED_REQUEST'],
    ['a host that is none', () => request('GET', '/health/live', { Host: 'a b' }), 421, 'MISDIRECTED_REQUEST'],
    ['no HTTP', () => sendRaw(port, ['\x16\x03\x01 hello\r\n\r\n']), 400, 'BAD_REQUEST'],
  ])('%s', async (_, send, status, code) => {
    expect(refusal(await send())).toEqual([status, code])
  })

  it.each([
    ['DELETE', '/graphql', 'GET, POST'],
    ['HEAD', '/graphql', 'GET, POST'],
    ['POST', '/', 'GET, HEAD'],
    ['PUT', '/health/live', 'GET, HEAD'],
    ['POST', '/export/neighbourhood.json', 'GET, HEAD'],
    ['PATCH', '/entity/firm:1', 'GET, HEAD'],
  ])('%s %s, which takes %s', async (method, path, allowed) => {
    const answer = await request(method, path, host)
    expect([answer?.status, answer?.headers.allow]).toEqual([405, allowed])
    if (method !== 'HEAD') expect(refusal(answer)).toEqual([405, 'METHOD_NOT_ALLOWED'])
  })

  it('who asks what an address takes is told', async () => {
    const answer = await request('OPTIONS', '/graphql', host)
    expect([answer?.status, answer?.headers.allow]).toEqual([204, 'GET, POST, OPTIONS'])
    expect(refusal(await request('OPTIONS', '/nothing', host))).toEqual([404, 'NOT_FOUND'])
  })
})

describe('a client that sends nothing more', () => {
  let hasty: Awaited<ReturnType<typeof createApp>>
  let hastyPort: number
  beforeAll(async () => {
    const waits = { headers: 400, request: 800, file: 60_000, look: 50, betweenRequests: 200, silence: 10_000 }
    hasty = await createApp({ graph, edition }, localSettings, pino({ level: 'silent' }), { waits })
    hastyPort = Number(new URL(await hasty.listen({ host: '127.0.0.1', port: 0 })).port)
  })
  afterAll(() => hasty.close())

  it.each([
    ['within the headers', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-'],
    [
      'within the body',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"',
    ],
    ['before anything', ''],
  ])('%s is told so, and its connection closed', async (_, sent) => {
    expect(refusal(await sendRaw(hastyPort, [sent]))).toEqual([408, 'BAD_REQUEST'])
  })

  it('after an answer loses its connection', async () => {
    const answer = await sendRaw(hastyPort, ['GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n'])
    expect(answer?.status).toBe(200)
  })

  it('has one connection of a bounded number', () => {
    expect(hasty.server.maxConnections).toBeLessThanOrEqual(1_000)
  })
})

describe('a query that is named by its hash', () => {
  const hash = '0'.repeat(64)
  const named = (persistedQuery: unknown, query?: string) =>
    post(JSON.stringify({ ...(query === undefined ? {} : { query }), extensions: { persistedQuery } }))

  it.each([
    ['and is not known', { version: 1, sha256Hash: hash }, undefined, 200, 'PERSISTED_QUERY_NOT_FOUND'],
    ['of another query', { version: 1, sha256Hash: hash }, '{ __typename }', 400, 'PERSISTED_QUERY_MISMATCH'],
    ['by another version', { version: 2, sha256Hash: hash }, undefined, 400, 'PERSISTED_QUERY_NOT_SUPPORTED'],
    ['by what is no hash', { version: 1, sha256Hash: { a: 1 } }, undefined, 400, 'PERSISTED_QUERY_NOT_SUPPORTED'],
    ['by nothing', 'x', '{ __typename }', 400, 'PERSISTED_QUERY_NOT_SUPPORTED'],
  ])('%s', async (_, persistedQuery, query, status, code) => {
    const answer = await named(persistedQuery, query)
    expect([answer?.status, codesIn(answer?.body ?? '')]).toEqual([status, [code]])
  })

  it('is kept, and answered by its hash alone', async () => {
    const query = '{ kept: __typename }'
    const { createHash } = await import('node:crypto')
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') }
    expect((await named(persistedQuery, query))?.body).toContain('"kept":"Query"')
    expect((await named(persistedQuery))?.body).toContain('"kept":"Query"')
  })

  it('is found wrong by GET too', async () => {
    const extensions = encodeURIComponent(JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }))
    const address = `/graphql?query=${encodeURIComponent('{ __typename }')}&extensions=${extensions}`
    expect(refusal(await request('GET', address, host))).toEqual([400, 'PERSISTED_QUERY_MISMATCH'])
  })
})

const methods = [
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'DELETE',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'QUERY',
  'LOCK',
  'FOO',
]
const paths = [
  ...['/', '//', '/.', '/..%2f..%2fetc/passwd', '/../../etc/passwd', '/%2e%2e/%2e%2e/package.json', '/.env', '/%00'],
  ...[
    '/%',
    '/%f',
    '/%ff',
    '/%c0%ae',
    '/\xe5',
    '*',
    'http://localhost/health/live',
    'http://evil.example/',
    '/?',
    '/#a',
  ],
  ...['/health/live', '/health/ready', '/health/', '/health/live/', '/HEALTH/LIVE', '/health/live?x=%ff', '/graphiql'],
  ...[
    '/graphql',
    '/graphql/',
    '/graphql?query={__typename}',
    '/graphql?query=%7B__typename%7D&query=2',
    '/graphql?query=',
  ],
  ...['/graphql?query={a', '/graphql?query=%ff', '/graphql?variables=[]', '/graphql?query={__typename}&variables={'],
  ...['/graphql?query={__typename}&extensions={"persistedQuery":1}', '/graphql?query[]=a', '/graphql?__proto__=1'],
  ...['/graphql?query={__typename}&operationName=x', '/graphql?query=mutation{deleteSpilloverRun(id:"x")}'],
  ...['/export/neighbourhood.json', '/export/neighbourhood.json?of=need:x', '/export/neighbourhood.json?of=%ff'],
  ...[
    '/export/neighbourhood.csv?of=a&of=b&table=x',
    '/export/neighbourhood.gexf?depth=9e9&of=a',
    '/export/nothing.xml',
  ],
  ...['/export/neighbourhood.json?of=need:x&limit=-1', '/export/neighbourhood.jsonld?asOf=never&of=a', '/export/'],
  ...['/export/neighbourhood.json?constructor=1', '/export/neighbourhood.json?of=%00', '/entity/', '/entity/a/b'],
  ...[
    '/entity/%e2%80%ae',
    '/support',
    '/coverage/',
    '/schema.graphql',
    '/possible-types.json',
    '/index.html',
    '/favicon.ico',
  ],
  ...[
    '/export',
    '/export/firms.csv',
    '/export/firms.csv?rows=0',
    '/export/firms.xlsx?filter=x',
    '/export/firms.csv?sep=x',
  ],
  ...[
    '/export/firms.csv?filter=%7B',
    '/export/firms.csv?after=x',
    '/export/firms.csv?__proto__=1',
    '/type-policies.json',
  ],
  `/${'a/'.repeat(2_000)}`,
]
const headerChoices: readonly Headers[] = [
  ...[{}, {}, {}, { Accept: 'text/html' }, { Accept: '*/*' }, { Accept: 'application/xml' }, { Accept: ';;;' }],
  ...[{ 'Content-Type': 'application/json' }, { 'Content-Type': 'application/json' }, { 'Content-Type': 'text/plain' }],
  ...[{ 'Content-Type': 'x' }, { 'Content-Type': '' }, { 'Content-Type': 'application/json; charset=utf-16' }],
  ...[{ 'Content-Type': 'multipart/form-data' }, { 'Content-Type': 'application/graphql' }],
  ...[{ 'Content-Encoding': 'gzip' }, { 'Content-Encoding': 'identity' }, { 'Content-Encoding': '' }],
  ...[{ Expect: '100-continue' }, { Expect: 'x' }, { Range: 'bytes=0-0' }, { Range: 'bytes=9-1' }, { Range: 'x' }],
  ...[{ 'If-None-Match': '*' }, { 'If-Modified-Since': 'never' }, { 'Accept-Encoding': 'gzip, br' }],
  ...[{ 'Accept-Version': '9' }, { Upgrade: 'h2c', 'HTTP2-Settings': 'x' }, { Upgrade: 'websocket' }],
  ...[{ Origin: 'null' }, { Origin: 'http://evil.example' }, { Origin: 'x', 'Access-Control-Request-Method': 'POST' }],
  ...[{ 'Sec-Fetch-Site': 'cross-site' }, { Authorization: 'Bearer x' }, { Authorization: '' }, { Cookie: 'a=b;;=' }],
  ...[{ 'X-Forwarded-For': 'x' }, { 'X-Http-Method-Override': 'DELETE' }, { 'apollo-require-preflight': '' }],
  ...[{ 'x-apollo-operation-name': 'a' }, { Te: 'trailers' }, { Trailer: 'x' }, { 'X-Odd': '\xe5\xe4\xf6' }],
  ...[
    { 'Content-Length': '-1' },
    { 'Content-Length': 'x' },
    { 'Content-Length': '0' },
    { 'Transfer-Encoding': 'gzip' },
  ],
  { 'X-Long': 'x'.repeat(17_000) },
]
const hosts: readonly Headers[] = [
  ...Array.from({ length: 12 }, () => host),
  ...[{}, { Host: '' }, { Host: 'evil.example' }, { Host: 'localhost:99999999' }, { Host: 'localhost/x' }],
  ...[
    { Host: '127.0.0.1:4000' },
    { Host: '[::1]' },
    { Host: '[::1' },
    { Host: 'LOCALHOST' },
    { Host: '127.1' },
    { Host: '@' },
  ],
]
const bodies: readonly (string | Buffer)[] = [
  ...['', '', question, question, '{', 'null', '1', '"x"', '[]', '{}', '{"query":1}', '{"query":null}', '{"query":""}'],
  ...[
    '{"query":{"kind":"Document"}}',
    '{"query":"{ __typename }","variables":[]}',
    '{"query":"{ __typename }","variables":"{}"}',
  ],
  ...[
    '{"query":"{ __typename }","operationName":1}',
    '{"query":"{ __typename }","operationName":"x"}',
    '{"query":"{ nothing }"}',
  ],
  ...['{"query":"{ __typename }","extensions":1}', '{"query":"{ __typename }","extensions":{"persistedQuery":null}}'],
  ...[
    '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":[]}}}',
    '{"extensions":{"persistedQuery":{"version":1}}}',
  ],
  ...[
    '{"query":"query($a: ID!) { node(id: $a) { id } }"}',
    '{"query":"query($a: ID!) { node(id: $a) { id } }","variables":{"a":{}}}',
  ],
  ...[
    '{"query":"{ node(id: \\"\\u0000\\") { id } }"}',
    '{"query":"{ node(id: \\"\\ud800\\") { id } }"}',
    '{"query":"\\u0000"}',
  ],
  ...[
    '{"query":"mutation { deleteSpilloverRun(id: \\"x\\") }"}',
    '{"query":"subscription { a }"}',
    '{"query":"fragment a on b { c }"}',
  ],
  ...[
    '{"query":"{ firms(first: 1, after: \\"\\") { totalCount } }"}',
    '{"query":"{ ...a } fragment a on Query { ...a }"}',
  ],
  ...[
    '{"query":"query a { __typename } query b { __typename }"}',
    '{"query":"{ __typename @skip }"}',
    '\ufeff{}',
    question.repeat(2),
  ],
  ...[
    'query={__typename}',
    `{"query":"${'{a'.repeat(3_000)}"}`,
    '{"constructor":{"prototype":{"a":1}}}',
    '{"__proto__":1}',
  ],
  ...[gzipSync(question), Buffer.from([0xff, 0xfe, 0x7b, 0x00]), Buffer.from('{"query":"\xe5"}', 'latin1')],
]

const stable = [
  ...[
    'BAD_REQUEST',
    'NOT_FOUND',
    'BAD_USER_INPUT',
    'FORBIDDEN',
    'UNAUTHENTICATED',
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ...['OPERATION_RESOLUTION_FAILURE', 'REQUEST_TOO_LARGE', 'MISDIRECTED_REQUEST', 'PREFLIGHT_REQUIRED'],
  'METHOD_NOT_ALLOWED',
  ...['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED', 'PERSISTED_QUERY_MISMATCH'],
]
const sensible = [200, 204, 206, 301, 302, 304, 400, 401, 403, 404, 405, 406, 412, 413, 414, 415, 416, 417, 421, 431]
const inside =
  /node_modules|\.[jt]s:\d|\bat \w+ \(|FST_ERR|HPE_|INTERNAL_SERVER_ERROR|GraphError|\/src\/|Cannot read prop|undefined/

const SEED = 17
const TIMES = Number(process.env.RANDOM_REQUESTS ?? 600)

it(`${TIMES} requests put together at random are answered sensibly, in one form and with nothing of the inside`, async () => {
  const random = new Random(SEED)
  const faulty: object[] = []
  for (let time = 0; time < TIMES; time += 1) {
    const [method, path, body] = [random.pick(methods), random.pick(paths), random.pick(bodies)]
    const picked = [random.pick(headerChoices), random.pick(headerChoices)]
    const length = body.length > 0 ? withLength(body) : {}
    const headers = Object.assign({}, random.pick(hosts), length, ...picked)
    const version = random.chance(0.1) ? '1.0' : '1.1'
    const sent = JSON.stringify([time, method, path.slice(0, 100), headers, String(body).slice(0, 100), version]).slice(
      0,
      600,
    )
    const answer = await request(method, path, headers, body, version)
    const found = answer === null ? ['no answer'] : faults(answer, method)
    if (found.length > 0) faulty.push({ sent, found, status: answer?.status, body: answer?.body.slice(0, 300) })
  }
  expect([faulty, logged]).toEqual([[], []])
})

/** What is wrong with an answer. */
function faults({ status, headers, body }: RawAnswer, method: string): string[] {
  const found: string[] = []
  if (!sensible.includes(status)) found.push(`status ${status}`)
  const type = headers['content-type'] ?? ''
  // Files say what they say.
  if (status < 400 && !type.includes('json')) return found
  if (inside.test(body)) found.push('the inside')
  const unknown = codesIn(body).filter((code) => !stable.includes(code))
  if (unknown.length > 0) found.push(`codes ${unknown.join()}`)
  if (status === 405 && !headers.allow) found.push('no Allow')
  if (status < 400 || method === 'HEAD' || (status === 404 && type.startsWith('text/html'))) return found
  if (!/^application\/(graphql-response\+)?json/.test(type)) found.push(`type ${type}`)
  if (!/^\{"errors":\[\{"message":"/.test(body)) found.push('another form')
  return found
}
