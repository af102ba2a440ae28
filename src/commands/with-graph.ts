import type { Graph } from '../graph/graph.js'
import { openNorrgraph } from '../startup/open-norrgraph.js'
import { readSettings } from '../startup/settings.js'

/**
 * Does something with the graph that the settings name, and closes it.
 * @throws SettingsError, what `openNorrgraph` throws, and what the work does.
 */
export async function withGraph<Result>(work: (graph: Graph) => Promise<Result>): Promise<Result> {
  const graph = await openNorrgraph(readSettings(process.env).graph)
  try {
    return await work(graph)
  } finally {
    await graph.close()
  }
}
