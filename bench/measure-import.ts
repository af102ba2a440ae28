import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import type { Engine } from '#built/graph/graph.js'
import type { GraphSettings } from '#built/graph/open.js'
import { startNeo4j } from '../tests/neo4j/server.js'
import { writeFirmsFile } from './firms-file.js'
import { checkoutBefore, environmentOf, ownCheckout as own, peakMemoryOf } from './norrgraph.js'
import { timed } from './timing.js'

/** Runs of one command: how long each took in ms, and the most memory that one of them had in bytes. */
export interface Runs {
  readonly times: readonly number[]
  readonly peak: number | null
}

export interface ImportMeasurement {
  readonly rows: number
  readonly now: Runs
  /** The same file again. */
  readonly again: Runs
  /** The engine's own statements for the same nodes and relationships. */
  readonly bulk: Runs
  /** The commit before; null where no checkout of it is named. */
  readonly before: Runs | null
}

/** Imports a list of so many firms into a graph that holds the seed alone, by each way in turn, so many times. */
export async function measureImport(
  folder: string,
  engine: Engine,
  rows: number,
  turns: number,
): Promise<ImportMeasurement> {
  const list = join(folder, `list-${rows}.csv`)
  await writeFirmsFile(list, rows)
  const server = engine === 'neo4j' ? await startNeo4j(undefined, 'FULL_SPEED') : null
  const graph: GraphSettings = server
    ? { engine: 'neo4j', uri: server.uri, username: server.username, password: server.password }
    : { engine: 'embedded', path: join(folder, `import-${rows}`) }
  const before = checkoutBefore()
  const cli = (checkout: string, ...args: string[]) => run([join(checkout, 'dist/cli.js'), ...args], graph)
  const bringing = (checkout: string) => cli(checkout, 'import', 'firms', list, '--title', 'Bench')
  const onSeed = async (checkout: string, work: () => Promise<Run>) => {
    await empty(graph)
    await cli(checkout, 'seed')
    return work()
  }
  const bulkInsert = ['--import', 'tsx', join(import.meta.dirname, 'yardsticks/bulk-insert.ts'), String(rows)]
  const runs = { now: [] as Run[], again: [] as Run[], bulk: [] as Run[], before: [] as Run[] }
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      if (before !== null) runs.before.push(await onSeed(before, () => bringing(before)))
      runs.now.push(await onSeed(own, () => bringing(own)))
      runs.again.push(await bringing(own))
      runs.bulk.push(await onSeed(own, () => run(bulkInsert, graph)))
    }
  } finally {
    await server?.stop()
  }
  const { now, again, bulk } = runs
  return {
    ...{ rows, now: together(now), again: together(again), bulk: together(bulk) },
    before: before === null ? null : together(runs.before),
  }
}

interface Run {
  readonly ms: number
  readonly peak: number | null
}

function together(runs: readonly Run[]): Runs {
  const peaks = runs.flatMap(({ peak }) => peak ?? [])
  return { times: runs.map(({ ms }) => ms), peak: peaks.length === 0 ? null : Math.max(...peaks) }
}

/** Runs a program of Node.js to its end, looking at its memory now and then. */
async function run(args: readonly string[], graph: GraphSettings): Promise<Run> {
  let peak: number | null = null
  const ms = await timed(async () => {
    const env = { PATH: process.env.PATH, ...environmentOf(graph) }
    const child = spawn(process.execPath, args, { env, cwd: own, stdio: ['ignore', 'ignore', 'pipe'] })
    const kill = () => child.kill()
    process.once('exit', kill)
    let complaints = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text
    })
    const looking = setInterval(() => {
      peak = peakMemoryOf(child.pid ?? 0) ?? peak
    }, 50)
    const [code] = await once(child, 'close')
    clearInterval(looking)
    process.off('exit', kill)
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${complaints}`)
  })
  return { ms, peak }
}

async function empty(graph: GraphSettings): Promise<void> {
  if (graph.engine === 'embedded') {
    if (graph.path !== null) await rm(graph.path, { recursive: true, force: true })
    return
  }
  const driver = neo4j.driver(graph.uri, neo4j.auth.basic(graph.username, graph.password))
  const session = driver.session()
  try {
    // First the relationships: those of a source are as many as the list has rows, too many for one transaction.
    await session.run('MATCH ()-[tie]->() CALL (tie) { DELETE tie } IN TRANSACTIONS OF 5000 ROWS')
    await session.run('MATCH (node) CALL (node) { DELETE node } IN TRANSACTIONS OF 5000 ROWS')
  } finally {
    await session.close()
    await driver.close()
  }
}
