import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import neo4j from 'neo4j-driver'
import { graphOf } from '#built/graph/embedded.js'
import { migrate } from '#built/graph/migrations.js'
import type { Neo4jSettings } from '#built/graph/neo4j.js'
import type { GraphSettings } from '#built/graph/open.js'
import type { QueryParameters } from '#built/graph/query.js'
import { bringUpToDate, openNorrgraph } from '#built/startup/open-norrgraph.js'
import { edition } from '../../tests/edition.js'
import type { Database } from './yardstick.js'

/** Opens a database for yardsticks, filled as the program fills it. */
export function openDatabase(settings: GraphSettings): Promise<Database> {
  return settings.engine === 'neo4j' ? onNeo4j(settings) : embedded(settings.path)
}

async function embedded(folder: string | null): Promise<Database> {
  if (folder !== null) mkdirSync(folder, { recursive: true })
  const database = grafeo.GrafeoDB.create(folder === null ? null : join(folder, 'norrgraph.grafeo'))
  const graph = graphOf(database)
  await migrate(graph)
  await bringUpToDate(graph, edition)
  return {
    graph,
    run: async (cypher, parameters) => (await database.executeCypher(cypher, parameters)).toArray(),
    close: () => graph.close(),
  }
}

async function onNeo4j(settings: Neo4jSettings): Promise<Database> {
  const graph = await openNorrgraph({ engine: 'neo4j', ...settings }, edition)
  const { uri, username, password } = settings
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true })
  return {
    graph,
    async run(cypher, parameters) {
      const session = driver.session({ defaultAccessMode: neo4j.session.READ })
      try {
        const { records } = await session.run(cypher, integers(parameters))
        return records.map((record) => record.toObject())
      } finally {
        await session.close()
      }
    },
    async close() {
      await driver.close()
      await graph.close()
    },
  }
}

/** The driver sends JavaScript's numbers as floats. */
const integers = (parameters: QueryParameters) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'number' ? neo4j.int(value) : value]),
  )
