import type { Graph } from './graph.js'
import { migrate } from './migrations.js'
import type { Neo4jSettings } from './neo4j.js'

export type GraphSettings =
  /** `path` is a folder, or null for a graph in memory. */
  { readonly engine: 'embedded'; readonly path: string | null } | ({ readonly engine: 'neo4j' } & Neo4jSettings)

/**
 * Opens a graph and brings its schema up to date.
 * @throws GraphError UNAVAILABLE, with one line that says what to do.
 */
export async function openGraph(settings: GraphSettings): Promise<Graph> {
  const graph = await openEngine(settings)
  try {
    await migrate(graph)
    return graph
  } catch (error) {
    await graph.close()
    throw error
  }
}

/** An engine is loaded where it is opened: the driver of the other would take a sixth of the time in which the program starts. */
async function openEngine(settings: GraphSettings): Promise<Graph> {
  if (settings.engine === 'neo4j') return (await import('./neo4j.js')).openNeo4j(settings)
  return (await import('./embedded.js')).openEmbedded(settings.path)
}
