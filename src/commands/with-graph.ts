import { type Edition, readEdition } from '../edition/edition.js'
import type { Graph } from '../graph/graph.js'
import { openNorrgraph } from '../startup/open-norrgraph.js'
import { readSettings } from '../startup/settings.js'

/**
 * Does something with the graph that the settings name, and closes it.
 * @throws SettingsError, what `openNorrgraph` throws, and what the work does.
 */
export async function withGraph<Result>(work: (graph: Graph, edition: Edition) => Promise<Result>): Promise<Result> {
  const settings = readSettings(process.env)
  const edition = await readEdition(settings.seed)
  const graph = await openNorrgraph(settings.graph, edition)
  try {
    return await work(graph, edition)
  } finally {
    await graph.close()
  }
}
