import { join } from 'node:path'
import type { GraphSettings } from '#built/graph/open.js'
import { neo4jUnavailable, neo4jVersion } from '../tests/neo4j/jars.js'
import { startNeo4j } from '../tests/neo4j/server.js'

/** A graph that is measured. */
export interface MeasuredGraph {
  readonly title: string
  /** Where the program keeps it. */
  readonly norrgraph: GraphSettings
  /** Where the yardsticks keep theirs: the embedded engine serves one process alone. */
  readonly yardsticks: GraphSettings
  /** Whether the program can be started anew on the graph that it left. */
  readonly lasting: boolean
  /** Takes away what was started for it. */
  release(): Promise<void>
}

/** A graph that cannot be measured on this machine, and why. */
export interface MissingGraph {
  readonly title: string
  readonly missing: string
}

/** Opens one graph after the other, as each is asked for. */
export const measuredGraphs: readonly ((folder: string) => Promise<MeasuredGraph | MissingGraph>)[] = [
  async () => ({
    title: 'Embedded, in memory',
    norrgraph: { engine: 'embedded', path: null },
    yardsticks: { engine: 'embedded', path: null },
    lasting: false,
    release: async () => {},
  }),
  async (folder) => ({
    title: 'Embedded, on a file',
    norrgraph: { engine: 'embedded', path: join(folder, 'norrgraph') },
    yardsticks: { engine: 'embedded', path: join(folder, 'yardsticks') },
    lasting: true,
    release: async () => {},
  }),
  onNeo4j,
]

async function onNeo4j(): Promise<MeasuredGraph | MissingGraph> {
  const title = `Neo4j ${neo4jVersion}`
  const missing = await neo4jUnavailable()
  if (missing !== null) return { title, missing }
  const { uri, username, password, stop } = await startNeo4j(undefined, 'FULL_SPEED')
  const settings: GraphSettings = { engine: 'neo4j', uri, username, password }
  return { title, norrgraph: settings, yardsticks: settings, lasting: true, release: stop }
}
