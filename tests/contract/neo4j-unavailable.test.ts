import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { createApp } from '../../src/server/app.js'
import { edition } from '../edition.js'
import { type Neo4jServer, startNeo4j } from '../neo4j/server.js'
import { sharedNeo4j } from '../neo4j/shared.js'
import { localSettings } from './api.js'

const one = query<Record<never, never>>()('one', z.object({ one: z.number() }), 'RETURN 1 AS one')
const here = !('missing' in sharedNeo4j())

describe.skipIf(!here)('Neo4j that cannot be used', () => {
  let server: Neo4jServer
  let graph: Graph

  beforeAll(async () => {
    server = await startNeo4j()
    graph = await openGraph({ engine: 'neo4j', ...server })
  }, 180_000)
  afterAll(async () => {
    await graph.close()
    await server.stop()
  })

  it('refuses a wrong password in one line that names the setting', async () => {
    await expect(openGraph({ engine: 'neo4j', ...server, password: 'wrong' })).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      message: expect.stringMatching(/^Neo4j at bolt:.*NEO4J_PASSWORD.*$/),
    })
  })

  it('is unavailable while it is away, and answers again when it is back', async () => {
    await server.goAway()
    await expect(graph.read(one, {})).rejects.toMatchObject({ kind: 'UNAVAILABLE' })
    await expect(openGraph({ engine: 'neo4j', ...server })).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      message: expect.stringMatching(/^Neo4j at bolt:.*NEO4J_URI.*$/),
    })
    await server.comeBack()
    expect(await graph.read(one, {})).toEqual([{ one: 1 }])
  })

  it('answers SERVICE_UNAVAILABLE and is not ready while it is away, and needs no restart when it is back', async () => {
    const app = await createApp({ graph, edition }, localSettings, pino({ level: 'silent' }))
    const headers = { host: 'localhost' }
    const ready = async () => (await app.inject({ url: '/health/ready', headers })).statusCode
    const ask = async (query = '{ inputOutputTables { totalCount } }') => {
      const payload = { query }
      const { body } = await app.inject({ method: 'POST', url: '/graphql', headers, payload })
      return JSON.parse(body)
    }
    const answer = { data: { inputOutputTables: { totalCount: 0 } } }
    const unavailable = { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] }

    expect(await ready()).toBe(200)
    expect(await ask()).toEqual(answer)
    await server.goAway()
    expect(await ready()).toBe(503)
    expect(await ask()).toMatchObject(unavailable)
    expect(await ask('{ node(id: "municipality:2580") { id } }')).toMatchObject(unavailable)
    const live = await app.inject({ url: '/health/live', headers })
    expect(live.statusCode).toBe(200)
    await server.comeBack()
    expect(await ready()).toBe(200)
    expect(await ask()).toEqual(answer)
    await app.close()
  }, 60_000)
})
