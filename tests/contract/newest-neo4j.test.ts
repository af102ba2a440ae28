import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import type { Graph } from '../../src/graph/graph.js'
import { openGraph } from '../../src/graph/open.js'
import { query } from '../../src/graph/query.js'
import { bringUpToDate } from '../../src/startup/open-norrgraph.js'
import { edition } from '../edition.js'
import { newestNeo4jRelease } from '../neo4j/jars.js'
import { type Neo4jServer, startNeo4j } from '../neo4j/server.js'
import { type Api, exampleVariables, openApi, operation } from './api.js'

const newest = inject('newestNeo4j')

const language = query<Record<never, never>>()(
  'default language of the database',
  z.object({ language: z.string() }),
  "SHOW DATABASES YIELD name, defaultLanguage WHERE name = 'neo4j' RETURN defaultLanguage AS language",
)

/** The graph is made with Cypher 25 as the database's language, and asked again with Cypher 5, as a database begins. */
describe.skipIf('missing' in newest)(`Neo4j ${newestNeo4jRelease.version}`, () => {
  let server: Neo4jServer
  let graph: Graph
  let api: Api

  beforeAll(async () => {
    server = await startNeo4j('missing' in newest ? undefined : newest)
  }, 60_000)
  afterAll(async () => {
    await server.stop()
  })

  describe.each(['CYPHER 25', 'CYPHER 5'])('%s', (cypher) => {
    beforeAll(async () => {
      await setLanguage(server, cypher)
      graph = await openGraph({ engine: 'neo4j', ...server })
      await bringUpToDate(graph, edition)
      api = await openApi(graph)
    }, 120_000)
    afterAll(async () => {
      await api.close()
      await graph.close()
    })

    it('is the language', async () => {
      expect(await graph.read(language, {})).toEqual([{ language: cypher }])
    })

    // Cypher 5 is what the suites run on: here each operation once.
    const asked = Object.entries(exampleVariables).flatMap(([name, all]) =>
      (cypher === 'CYPHER 25' ? all : all.slice(0, 1)).map((variables) => ({ name, variables })),
    )

    it.each(asked)('answers $name with $variables', async ({ name, variables }) => {
      expect(await api.data(operation(name), variables)).toBeTruthy()
    })
  })
})

async function setLanguage({ uri, username, password }: Neo4jServer, cypher: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password))
  try {
    await driver.executeQuery(`ALTER DATABASE neo4j SET DEFAULT LANGUAGE ${cypher}`, {}, { database: 'system' })
  } finally {
    await driver.close()
  }
}
