import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { type NodeLabel, nodeKinds } from '../../src/graph/vocabulary.js'
import { createApp } from '../../src/server/app.js'
import { createSchema } from '../../src/server/schema.js'
import { localSettings } from '../contract/api.js'
import { Random } from '../differential/random.js'
import { Selections } from '../differential/selections.js'
import { edition } from '../edition.js'
import { openSeededGraph } from '../seed/seeded-graph.js'
import { of } from '../seed/the-seed.js'

/** `npm run test:requests` asks ten thousand. */
const requests = Number(process.env.RANDOM_REQUESTS ?? 500)
const first = Number(process.env.RANDOM_FIRST ?? 1)

/** What a client may be told; a fault of this program is not among it. */
const codes = [
  ...[
    'BAD_USER_INPUT',
    'NOT_FOUND',
    'AMBIGUOUS_SECTOR',
    'SEARCH_TOO_LARGE',
    'REQUEST_TOO_LARGE',
    'FORBIDDEN',
    'UNAUTHENTICATED',
    'CONFLICT',
  ],
  ...['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'],
]

/** Paths, places in the program, Cypher and the engines' own words. */
const inside =
  /node_modules|\.[jt]s:\d|\bat \w+ \(|\bMATCH \(|\bRETURN\b|\bUNWIND\b|grafeo|GQL|\[object |undefined|\bNaN\b/i

const reply = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
})

const MEGABYTE = 1_000_000

let graph: Graph
let app: FastifyInstance

beforeAll(async () => {
  graph = await openSeededGraph()
  app = await createApp({ graph, edition }, localSettings, pino({ level: 'silent' }))
}, 180_000)
afterAll(async () => {
  await app.close()
  await graph.close()
})

/** Ids of the seed, and now and then one that nothing has. */
function idsOf(random: Random): (label: NodeLabel) => readonly string[] {
  return (label) => {
    const ids = of(label).map(({ id }) => id)
    return ids.length === 0 || random.chance(0.03) ? [`${nodeKinds[label].idPrefix}:none`] : ids
  }
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

it(
  `${requests} requests made at random from the schema find no crash, no fault, nothing of the inside and no leak`,
  async () => {
    const schema = createSchema()
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    )
    let answered = 0
    let heapAfterWarmUp = 0
    for (let number = 0; number < requests; number += 1) {
      const random = new Random(first + number)
      const query = new Selections(schema, random, random, idsOf(random)).request(random.pick(fields))
      const after = random.pick([null, null, null, 'x', 'WyJhIiwiYiJd'])
      const { statusCode, body } = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { host: 'localhost' },
        payload: { query, variables: { after } },
      })
      const { data, errors = [] } = reply.parse(JSON.parse(body))
      const found = errors.map(({ extensions: { code }, message }) => ({ code, message }))
      const request = `seed ${first + number}: ${query}`
      expect([200, 400, 401, 403], request).toContain(statusCode)
      for (const { code, message } of found) {
        expect(codes, `${request}: ${message}`).toContain(code)
        expect(message, request).not.toMatch(inside)
      }
      if (data !== undefined && errors.length === 0) answered += 1
      // Of ten thousand, a fifth fills what the program keeps of requests (documents by their letters, tables by their cells).
      if (number === Math.floor(requests / 5)) heapAfterWarmUp = heapInUse()
    }
    // A request that is refused tries little.
    expect(answered).toBeGreaterThan(requests / 4)
    expect(heapInUse() - heapAfterWarmUp).toBeLessThan(64 * MEGABYTE)
  },
  Math.max(120_000, requests * 500),
)
