import { execFile } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Engine } from '#built/graph/graph.js'
import type { GraphSettings } from '#built/graph/open.js'
import { neo4jUnavailable } from '../tests/neo4j/jars.js'
import { startNeo4j } from '../tests/neo4j/server.js'
import { environmentOf, ownCheckout } from './norrgraph.js'
import { timed } from './timing.js'

const run = promisify(execFile)

/** A graph filled by `norrgraph demo`. */
export interface RegisterGraph {
  readonly firms: number
  /** What was loaded, and how long the command took, in ms. */
  readonly relationships: number
  readonly loadedIn: number
  readonly norrgraph: GraphSettings
  /** The same graph for yardsticks: the embedded engine serves one process alone, which therefore have a copy. */
  readonly yardsticks: GraphSettings
  /** Of the database, where it is one of its own. */
  readonly database: number | null
}

/** Graphs that are filled when they are first asked for, and then kept. */
export interface RegisterGraphs {
  filled(engine: Engine, firms: number): Promise<RegisterGraph>
  /** Takes away what was started for them. */
  release(): Promise<void>
}

/** Why graphs of an engine cannot be made on this machine; null where they can. */
export const unavailable = (engine: Engine): Promise<string | null> =>
  engine === 'neo4j' ? neo4jUnavailable() : Promise.resolve(null)

export function registerGraphs(folder: string): RegisterGraphs {
  const graphs = new Map<string, Promise<RegisterGraph>>()
  const servers: (() => Promise<void>)[] = []

  async function fill(engine: Engine, firms: number): Promise<RegisterGraph> {
    console.log(`Filling ${engine} with ${firms} firms …`)
    if (engine === 'embedded') {
      const paths = { norrgraph: join(folder, `register-${firms}`), yardsticks: join(folder, `yardsticks-${firms}`) }
      const norrgraph = { engine, path: paths.norrgraph }
      const loaded = await load(norrgraph, firms)
      await cp(paths.norrgraph, paths.yardsticks, { recursive: true })
      return { ...loaded, norrgraph, yardsticks: { engine, path: paths.yardsticks }, database: null }
    }
    const { uri, username, password, stop, processId } = await startNeo4j(undefined, 'FULL_SPEED')
    servers.push(stop)
    const settings = { engine, uri, username, password }
    return { ...(await load(settings, firms)), norrgraph: settings, yardsticks: settings, database: processId }
  }

  return {
    filled(engine, firms) {
      const key = `${engine} ${firms}`
      const graph = graphs.get(key) ?? fill(engine, firms)
      graphs.set(key, graph)
      return graph
    },
    async release() {
      await Promise.all(servers.map((stop) => stop()))
    },
  }
}

/** Runs a command of the program on a graph, and gives what it prints. */
export async function command(settings: GraphSettings, words: readonly string[], checkout = ownCheckout) {
  const env = { PATH: process.env.PATH, ...environmentOf(settings) }
  const running = run(process.execPath, [join(checkout, 'dist/cli.js'), ...words], { env })
  // However the bench ends, this does not go on without it.
  const kill = () => running.child.kill()
  process.once('exit', kill)
  const { stdout } = await running
  process.off('exit', kill)
  return stdout
}

/** Fills a graph that holds the seed by then, so that only the firms are timed. */
async function load(settings: GraphSettings, firms: number) {
  const norrgraph = (...words: string[]) => command(settings, words)
  await norrgraph('seed')
  let said = ''
  const loadedIn = await timed(async () => {
    said = await norrgraph('demo', '--firms', String(firms), '--seed', '1')
  })
  const relationships = Number(/and (\d+) relationships/.exec(said)?.[1])
  return { firms, relationships, loadedIn }
}
