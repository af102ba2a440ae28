import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import neo4j, { type Driver } from 'neo4j-driver'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { createApp } from '../../src/server/app.js'
import { edition } from '../edition.js'
import { sharedNeo4j } from '../neo4j/shared.js'
import { localSettings } from './api.js'

const server = sharedNeo4j()

/** Takes hours, and answers nothing. */
const endless = `UNWIND range(1, 1000000) AS first
  UNWIND range(1, 1000000) AS second
  WITH first, second WHERE first + second < 0
  RETURN first AS id`

const asks = '{ entities(kind: NEED, first: 1) { nodes { id } } }'

describe.skipIf('missing' in server)('a statement on Neo4j that runs too long', () => {
  let driver: Driver
  let graph: Graph
  let app: FastifyInstance
  let patient: FastifyInstance
  let slow = false

  beforeAll(async () => {
    if ('missing' in server) return
    driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password))
    graph = await openGraph({ engine: 'neo4j', ...server })
    const sometimesSlow: Graph = {
      ...graph,
      read: (query, parameters, patience) =>
        graph.read(slow ? { ...query, cypher: endless } : query, parameters, patience),
    }
    const openApp = (querySeconds: number) =>
      createApp({ graph: sometimesSlow, edition }, { ...localSettings, querySeconds }, pino({ level: 'silent' }))
    app = await openApp(1)
    patient = await openApp(600)
    // The first request has the graph counted.
    for (const each of [app, patient]) await post(each, '{ __typename }')
  }, 60_000)
  afterAll(async () => {
    await app.close()
    await patient.close()
    await graph.close()
    await driver.close()
  })

  const post = async (to = app, query = asks) => {
    const { body } = await to.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: 'localhost' },
      payload: { query },
    })
    return JSON.parse(body)
  }

  /** How many transactions of the program the database holds that run the endless statement. */
  async function running(): Promise<number> {
    const { records } = await driver.executeQuery('SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery')
    return records.filter((record) => String(record.get('currentQuery')).includes('first + second')).length
  }

  async function expectRunning(count: number): Promise<void> {
    for (let tries = 0; tries < 100 && (await running()) !== count; tries += 1) await wait(100)
    expect(await running()).toBe(count)
  }

  it('is stopped at its time limit, in the database too, with a code; the next one is answered', async () => {
    slow = true
    const answer = post()
    await expectRunning(1)
    expect((await answer).errors).toMatchObject([{ extensions: { code: 'QUERY_TIMEOUT' } }])
    slow = false
    await expectRunning(0)
    expect(await post()).toEqual({ data: { entities: { nodes: expect.any(Array) } } })
  })

  it('is stopped for a file too, with a status of its own', async () => {
    slow = true
    const { statusCode, body } = await app.inject({
      url: '/export/neighbourhood.json?of=need:x',
      headers: { host: 'localhost' },
    })
    slow = false
    expect([statusCode, JSON.parse(body)]).toMatchObject([504, { errors: [{ extensions: { code: 'QUERY_TIMEOUT' } }] }])
    await expectRunning(0)
  })
  it('is stopped in the database when its client goes away', async () => {
    const address = await patient.listen({ host: '127.0.0.1', port: 0 })
    slow = true
    const sent = request(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' } })
    sent.on('error', () => {})
    sent.end(JSON.stringify({ query: asks }))
    await expectRunning(1)
    sent.destroy()
    await expectRunning(0)
    slow = false
  })
})
