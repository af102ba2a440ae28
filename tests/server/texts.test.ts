import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { createApp } from '../../src/server/app.js'
import { openLog } from '../../src/server/log.js'
import { localSettings } from '../contract/api.js'
import { edition } from '../edition.js'

// The Tax Agency's own example of a number that nobody has.
const written = [
  '811218-9876',
  '8112189876',
  '19811218–9876',
  '811218 - 9876',
  '８１１２１８-９８７６',
  '811218\u00AD9876',
]
const seen = /8112|9876|８１１２|９８７６/

let graph: Graph
let app: Awaited<ReturnType<typeof createApp>>
beforeAll(async () => {
  graph = await openGraph({ engine: 'embedded', path: null })
  app = await createApp({ graph, edition }, localSettings, pino({ level: 'silent' }))
}, 60_000)
afterAll(async () => {
  await app.close()
  await graph.close()
})

async function ask(payload: string | object) {
  const headers = { host: 'localhost', 'content-type': 'application/json' }
  const { body, statusCode } = await app.inject({ method: 'POST', url: '/graphql', headers, payload })
  return { body, statusCode }
}

const doors = [
  ['text', 'query ($it: String!) { search(text: $it) { totalCount } }'],
  ['filter.text', 'query ($it: String) { firms(filter: { text: $it }) { totalCount } }'],
  ['filter.needs[0]', 'query ($it: ID!) { firms(filter: { needs: [$it] }) { totalCount } }'],
  ['id', 'query ($it: ID!) { node(id: $it) { id } }'],
  ['of[1]', 'query ($it: ID!) { neighbourhood(of: ["county:25", $it], depth: 1) { truncated } }'],
  ['after', 'query ($it: String) { needs: entities(kind: NEED, after: $it) { nodes { id } } }'],
  ['name', 'mutation ($it: String!) { storeSpillover(input: {}, name: $it) { run { id } } }'],
  ['input.table', 'query ($it: ID) { spillover(input: { table: $it }) { total { direct } } }'],
] as const

describe.each(doors)('a text as %s', (argument, query) => {
  it.each(written.flatMap((number) => [number, `firm:${number} AB`]))('%s is refused and not repeated', async (it) => {
    const literal = query.replace(/\(\$it: \w+!?\) /, '').replace('$it', JSON.stringify(it))
    for (const payload of [{ query, variables: { it } }, { query: literal }]) {
      const { body } = await ask(payload)
      expect(body).toContain(`"code":"BAD_USER_INPUT","argument":"${argument}"`)
      expect(body).not.toMatch(seen)
    }
  })

  it.each(['\u0000', 'Norr\u0007', '\uD83D', 'Lule\uFFFD'])('%j is refused', async (it) => {
    const { body } = await ask({ query, variables: { it } })
    expect(body).toContain(`"code":"BAD_USER_INPUT","argument":"${argument}"`)
  })
})

describe('what is wrong in another way', () => {
  it.each([
    ['a value of another type', { query: 'query ($it: Int!) { __typename }', variables: { it: '811218-9876' } }],
    ['a word that is none', { query: '{ search(text: "x", kinds: [FIRM_8112189876]) { totalCount } }' }],
    ['a text that does not parse', { query: '{ search(text: "811218-9876) }' }],
    ['an operation that is not there', { query: 'query a { __typename }', operationName: 'x8112189876' }],
    ['a body that is no JSON', '811218-9876'],
  ])('%s is not repeated', async (_, payload) => {
    const { body, statusCode } = await ask(payload)
    expect(statusCode).toBe(400)
    expect(body).not.toMatch(seen)
  })

  it.each([
    'neighbourhood.json?of=firm:811218-9876',
    'neighbourhood.json?of=firm:8112189876&depth=x',
    'neighbourhood.json?kinds=811218%E2%80%939876',
    'neighbourhood.json?811218-9876=1',
    'firms.csv?text=811218-9876',
    'firms.xlsx?municipality=municipality:8112189876',
    'firms.csv?811218-9876=1',
    'firms.csv?rows=8112189876',
  ])('an address with %s is not repeated', async (address) => {
    const url = `/export/${address}`
    const { body, statusCode } = await app.inject({ method: 'GET', url, headers: { host: 'localhost' } })
    expect(statusCode).toBe(400)
    expect(body).not.toMatch(seen)
  })
})

it('a text that enters is looked for in its one form', async () => {
  const query = 'query ($it: ID!) { node(id: $it) { id } }'
  expect(JSON.parse((await ask({ query, variables: { it: '\u200Bcounty:\u00AD25 ' } })).body)).toEqual({
    data: { node: null },
  })
})

it('the log holds no number of a person, in an address or a message', () => {
  const lines: string[] = []
  const log = openLog({ write: (line) => void lines.push(line) })
  log.error({ url: '/graphql?query=811218%2D9876&b=19811218%E2%80%939876&c=%22%0A' }, 'for 811218-9876')
  log.error(new Error('near "811218-9876" at 8112189876'))
  expect(lines).toHaveLength(2)
  for (const line of lines) {
    expect(line).toContain('•••')
    expect(line).not.toMatch(seen)
    expect(() => JSON.parse(line)).not.toThrow()
  }
})
