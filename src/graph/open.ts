import { openEmbedded } from './embedded.js'
import type { Graph } from './graph.js'
import { migrate } from './migrations.js'
import { type Neo4jSettings, openNeo4j } from './neo4j.js'

export type GraphSettings =
  /** `path` is a folder, or null for a graph in memory. */
  { readonly engine: 'embedded'; readonly path: string | null } | ({ readonly engine: 'neo4j' } & Neo4jSettings)

/**
 * Opens a graph and brings its schema up to date.
 * @throws GraphError UNAVAILABLE, with one line that says what to do.
 */
export async function openGraph(settings: GraphSettings): Promise<Graph> {
  const graph = settings.engine === 'neo4j' ? await openNeo4j(settings) : await openEmbedded(settings.path)
  try {
    await migrate(graph)
    return graph
  } catch (error) {
    await graph.close()
    throw error
  }
}
