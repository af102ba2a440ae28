import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { type Neo4jServer, startNeo4j } from '../neo4j/server.js'

const one = query<Record<never, never>>()('one', z.object({ one: z.number() }), 'RETURN 1 AS one')
const here = !('missing' in inject('neo4j'))

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
})
