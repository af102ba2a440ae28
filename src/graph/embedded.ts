import { existsSync, mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import type { GrafeoDB, GrafeoValue, QueryResult, Transaction } from '@grafeo-db/js'
import { GraphError, oneLine } from './failure.js'
import { raisingTransaction, readGeneration } from './generation.js'
import type { Graph, GraphReader, GraphTransaction } from './graph.js'
import { type Query, type QueryParameters, type RawRow, rowsOf } from './query.js'

const MEBIBYTE = 1024 * 1024

/**
 * Grafeo's statements run in the threads that Node.js has for all that waits. One is left for files and for whoever asks
 * whether the graph answers; and more than there are cores keep the thread from running that answers requests.
 */
const THREADS = Number(process.env.UV_THREADPOOL_SIZE ?? 4)
const STATEMENTS_AT_ONCE = Math.max(1, Math.min(THREADS - 1, Math.max(2, availableParallelism())))

/** A commit blocks everything else that runs here for as long as it takes. */
const ROWS_A_TRANSACTION = 500
/** A commit then takes some 2 ms, and a statement some 5 of the other core; all in all a twentieth more than by 500. */
const ROWS_BESIDE_OTHERS = 100

/** What both a database and a transaction of Grafeo can do. */
type Executor = Pick<GrafeoDB, 'executeCypher'> | Pick<Transaction, 'executeCypher'>

/**
 * Opens the graph that lives in this process: in `folder`, which is made where it is missing, or in memory for `null`.
 * @throws GraphError UNAVAILABLE where the native part does not load, the folder cannot be used, or another process has it.
 */
export async function openEmbedded(folder: string | null): Promise<Graph> {
  const { GrafeoDB: Database } = await nativePart()
  return graphOf(openDatabase(Database, folder))
}

/** The graph in a database of Grafeo, which closes with it. */
export function graphOf(database: GrafeoDB): Graph {
  let lastTransaction: Promise<unknown> = Promise.resolve()
  /** As it was last read; no other process can write. */
  let generation: Promise<number> | null = null
  const snapshots = new Set<Promise<unknown>>()
  const read = statementRunner(database)

  async function transaction<Result>(work: (transaction: GraphTransaction) => Promise<Result>): Promise<Result> {
    const open = await failing('transaction', async () => database.beginTransaction())
    try {
      const result = await work(raisingTransaction(statementRunner(open)))
      await failing('transaction', async () => open.commit())
      return result
    } catch (error) {
      // Grafeo leaves a failed transaction open and would commit its first part.
      rollBack(open)
      throw error
    } finally {
      generation = null
    }
  }

  async function snapshot<Result>(work: (graph: GraphReader, generation: number) => Promise<Result>): Promise<Result> {
    const open = await failing('snapshot', async () => database.beginTransaction())
    const run = statementRunner(open)
    const running = new Set<Promise<unknown>>()
    const graph: GraphReader = {
      read(query, parameters) {
        const rows = run(query, parameters)
        running.add(rows)
        return rows
      },
    }
    try {
      return await work(graph, await readGeneration(graph))
    } finally {
      // Grafeo lets go of a transaction only once nothing runs in it.
      await Promise.allSettled(running)
      rollBack(open)
    }
  }

  return {
    engine: 'embedded',
    atOnce: STATEMENTS_AT_ONCE,
    rowsATransaction: ROWS_A_TRANSACTION,
    rowsBesideOthers: ROWS_BESIDE_OTHERS,
    read,
    transaction(work) {
      // Grafeo's writers conflict instead of waiting, so they queue here.
      const result = lastTransaction.then(() => transaction(work))
      lastTransaction = result.catch(() => undefined)
      return result
    },
    generation() {
      generation ??= readGeneration({ read }).catch((error: unknown) => {
        generation = null
        throw error
      })
      return generation
    },
    snapshot(work) {
      const result = snapshot(work)
      snapshots.add(result)
      return result.finally(() => snapshots.delete(result))
    },
    async similar(words, limit) {
      if (words === '') return []
      const found = await failing('similar entities', () => database.textSearch('Entity', 'letterPairs', words, limit))
      return found.flatMap(([node]) => {
        const id = node === undefined ? undefined : database.getNode(node)?.get('id')
        return typeof id === 'string' ? [id] : []
      })
    },
    defineTextIndex: () => database.createTextIndex('Entity', 'letterPairs', { tokenizer: 'standard', stopWords: [] }),
    async define(...statements) {
      for (const cypher of statements) await execute(database, cypher, {}, 'schema')
    },
    async close() {
      await lastTransaction
      await Promise.allSettled(snapshots)
      database.close()
    },
  }
}

async function nativePart() {
  try {
    return (await import('@grafeo-db/js')).default
  } catch (cause) {
    throw new GraphError(
      'UNAVAILABLE',
      `The embedded graph's native part does not load on ${process.platform}-${process.arch}: install again with ` +
        'optional dependencies (npm ci --include=optional), or set NEO4J_URI to keep the graph in Neo4j.',
      { cause },
    )
  }
}

function openDatabase(Database: typeof GrafeoDB, folder: string | null): GrafeoDB {
  if (folder === null) return Database.create()
  try {
    makeFolder(folder)
    const database = Database.create(join(folder, 'norrgraph.grafeo'))
    database.setCheckpointTriggers({ intervalMs: 60_000, walBytes: 32 * MEBIBYTE })
    return database
  } catch (cause) {
    throw new GraphError('UNAVAILABLE', folderProblem(folder, oneLine(cause)), { cause })
  }
}

/** Not by `recursive`, which never returns in a file system that takes no folders, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

function folderProblem(folder: string, reason: string): string {
  if (/lock|in use|another process/i.test(reason)) {
    return `The data folder ${folder} is held by another process, such as a server that runs: end that one first, ask it with --url where the command takes that, or set NORRGRAPH_DATA to another folder for another graph.`
  }
  return `The data folder ${folder} cannot be used (${reason}): set NORRGRAPH_DATA to a folder that can be written.`
}

function statementRunner(executor: Executor) {
  return async <Parameters extends QueryParameters, Row>(
    query: Query<Parameters, Row>,
    parameters: Parameters,
  ): Promise<Row[]> => {
    const result = await execute(executor, query.cypher, parameters, query.name)
    return rowsOf(query, rawRows(result))
  }
}

const execute = (executor: Executor, cypher: string, parameters: QueryParameters, name: string) =>
  failing(name, () => executor.executeCypher(cypher, parameters))

/** What the engine throws, a panic of its native part among it, as an error of this program; the graph stays usable. */
async function failing<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    throw new GraphError('FAILED', `${name}: ${oneLine(cause)}`, { cause })
  }
}

function rollBack(open: Transaction): void {
  try {
    open.rollback()
  } catch {
    // A commit that failed has ended it already; what is thrown is why.
  }
}

function rawRows(result: QueryResult): RawRow[] {
  // Asked for once: each time, the engine makes the list anew.
  const { columns } = result
  return result.rows().map((values) => {
    const row: Record<string, unknown> = {}
    for (let index = 0; index < columns.length; index += 1) row[columns[index] ?? ''] = plain(values[index])
    return row
  })
}

/** Whole numbers beyond 2^53 come as bigint, which nothing here stores on purpose. */
function plain(value: GrafeoValue | undefined): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}
