import neo4j, { type Driver, Neo4jError, type QueryResult, type SessionMode } from 'neo4j-driver'
import { z } from 'zod'
import { nextOfMany } from '../kernel/next-of-many.js'
import { GraphError, oneLine } from './failure.js'
import { raisingTransaction, readGeneration } from './generation.js'
import type { Graph, GraphReader, Patience } from './graph.js'
import { type QueryParameters, type QueryValue, query, type RawRow, rowsOf } from './query.js'

export interface Neo4jSettings {
  /** `neo4j://`, `neo4j+s://`, `bolt://` … */
  readonly uri: string
  readonly username: string
  readonly password: string
  /** The server's default database where left out. */
  readonly database?: string
}

/** Takes a lock that every transaction of this program takes first: what one looks up, none changes beside it. */
const takeTurn = "MATCH (state:NorrgraphState {id: 'state'}) SET state.writing = true"

/** Fewer than the driver's connections, of which transactions need some. */
const STATEMENTS_AT_ONCE = 16

/** Many thousands with all that belongs to them would not fit into what the server keeps for one. */
const ROWS_A_TRANSACTION = 2_000
const ROWS_BESIDE_OTHERS = 500

/** How often a snapshot is read beside those who write before it keeps them waiting. */
const SNAPSHOT_TRIES = 3

/** Milliseconds after which a snapshot that takes long looks whether what it read still holds. */
const LOOK_AFTER = 1_000

const SCHEMA_RULE_EXISTS = 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists'

/** Words of `letterPairs` are taken as they stand. */
const textIndex = `CREATE FULLTEXT INDEX entity_letter_pairs IF NOT EXISTS
  FOR (node:Entity) ON EACH [node.letterPairs] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace'}}`

/** Entities that share most pairs of letters with some words. */
const similarNodes = query<{ words: string; limit: number }>()(
  'similar entities',
  z.object({ id: z.string() }),
  `CALL db.index.fulltext.queryNodes('entity_letter_pairs', $words, {limit: $limit}) YIELD node, score
   RETURN node.id AS id ORDER BY score DESC, id`,
)

/**
 * Connects to a Neo4j server, cluster or Aura. Reads go to readers; a bookmark manager lets each read see what this
 * process wrote before.
 * @throws GraphError UNAVAILABLE where the server cannot be reached or refuses the user.
 */
export async function openNeo4j({ uri, username, password, database }: Neo4jSettings): Promise<Graph> {
  const driver = createDriver(uri, username, password)
  const { executeQueryBookmarkManager: bookmarkManager } = driver
  const target = database === undefined ? {} : { database }

  /** Outside a transaction, which would take a second way to the server and back. */
  async function runAlone(
    cypher: string,
    parameters: Record<string, unknown>,
    defaultAccessMode: SessionMode,
    patience?: Patience,
  ) {
    const session = driver.session({ ...target, defaultAccessMode, bookmarkManager })
    // With the session the database ends the statement that runs in it.
    const leave = () => void session.close()
    patience?.signal.addEventListener('abort', leave, { once: true })
    try {
      return await session.run(cypher, parameters, timeLimit(patience))
    } finally {
      patience?.signal.removeEventListener('abort', leave)
      await session.close()
    }
  }

  /** Reads from readers, or from the leader, which has whatever was written by any process. */
  const readFrom =
    (mode: SessionMode): GraphReader['read'] =>
    async (query, parameters, patience) => {
      const native = nativeParameters(parameters)
      patience?.signal.throwIfAborted()
      try {
        return await translated(uri, query.name, async () => {
          const { records } = await runAlone(query.cypher, native, mode, patience).catch((error: unknown) => {
            if (patience?.signal.aborted || !neo4j.isRetryableError(error)) throw error
            // The driver goes on trying: a server that was restarted, a cluster whose leader changed.
            const signal = patience ? { signal: patience.signal } : {}
            const routing = mode === neo4j.session.READ ? neo4j.routing.READ : neo4j.routing.WRITE
            const config = { ...target, ...signal, transactionConfig: timeLimit(patience), routing }
            return driver.executeQuery(query.cypher, native, config)
          })
          return rowsOf(query, records.map(rawRow))
        })
      } catch (error) {
        patience?.signal.throwIfAborted()
        throw error
      }
    }

  const read = readFrom(neo4j.session.READ)
  const leader: GraphReader = { read: readFrom(neo4j.session.WRITE) }
  /** With its bookmark, for which whatever is read after it waits: all that was committed by then. */
  const generation = nextOfMany(() => readGeneration(leader))

  /** Reads as long as nothing is written: what takes long is not read to its end where it has to be read anew. */
  function whileStill(before: number): GraphReader {
    let looked = performance.now()
    return {
      async read(query, parameters, patience) {
        const rows = await leader.read(query, parameters, patience)
        if (performance.now() - looked < LOOK_AFTER) return rows
        looked = performance.now()
        if ((await generation()) === before) return rows
        throw new GraphError('BUSY', 'something was written meanwhile')
      },
    }
  }

  async function locked<Result>(work: (run: GraphReader['read']) => Promise<Result>): Promise<Result> {
    const session = driver.session({ ...target, defaultAccessMode: neo4j.session.WRITE, bookmarkManager })
    try {
      return await translated(uri, 'transaction', () =>
        session.executeWrite(async (managed) => {
          await managed.run(takeTurn)
          return work(async (query, parameters) =>
            rowsOf(query, rawRows(await managed.run(query.cypher, nativeParameters(parameters)))),
          )
        }),
      )
    } finally {
      await session.close()
    }
  }

  const define = (...statements: readonly string[]): Promise<void> =>
    translated(uri, 'schema', async () => {
      const session = driver.session({ ...target, bookmarkManager })
      try {
        await session.executeWrite(async (transaction) => {
          for (const cypher of statements) await transaction.run(cypher)
        })
      } catch (error) {
        // Another process that starts on the same database made it just now: IF NOT EXISTS was looked at before.
        if (!(error instanceof Neo4jError && error.code === SCHEMA_RULE_EXISTS)) throw error
        if (statements.length > 1) for (const cypher of statements) await define(cypher)
      } finally {
        await session.close()
      }
    })

  try {
    await translated(uri, 'connect', () => driver.verifyConnectivity(target))
    const { summary } = await translated(uri, 'connect', () => driver.executeQuery('RETURN 1 AS ready', {}, target))
    refuseOldRelease(uri, summary.server.agent)
  } catch (error) {
    await driver.close()
    throw error
  }

  return {
    engine: 'neo4j',
    atOnce: STATEMENTS_AT_ONCE,
    rowsATransaction: ROWS_A_TRANSACTION,
    rowsBesideOthers: ROWS_BESIDE_OTHERS,
    read,
    transaction: (work) => locked((run) => work(raisingTransaction(run))),
    generation,
    async snapshot(work) {
      for (let tried = 0; tried < SNAPSHOT_TRIES; tried += 1) {
        const before = await generation()
        const [result] = await Promise.allSettled([work(whileStill(before), before)])
        // What is being committed shows in parts, its generation perhaps last: the bookmark of one read makes the next wait for it.
        await generation()
        if ((await generation()) !== before) continue
        if (result.status === 'rejected') throw result.reason
        return result.value
      }
      // Whoever writes waits, whoever reads goes on.
      return locked(async (read) => work({ read }, await readGeneration({ read })))
    },
    async similar(words, limit) {
      if (words === '') return []
      const rows = await read(similarNodes, { words, limit })
      return rows.map(({ id }) => id)
    },
    defineTextIndex: () => define(textIndex),
    define,
    close: () => driver.close(),
  }
}

const timeLimit = (patience: Patience | undefined) =>
  patience ? { timeout: neo4j.int(Math.ceil(patience.seconds * 1_000)) } : {}

function createDriver(uri: string, username: string, password: string): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
      connectionAcquisitionTimeout: 10_000,
      connectionTimeout: 5_000,
      maxTransactionRetryTime: 5_000,
      userAgent: 'norrgraph',
    })
  } catch (cause) {
    throw new GraphError('UNAVAILABLE', `NEO4J_URI ${uri} is not an address of a Neo4j server: ${oneLine(cause)}`, {
      cause,
    })
  }
}

/**
 * Refuses a server that does not know `CALL (variable) { … }`, which came with Neo4j 5.23.
 * @param agent what the server says of itself, such as `Neo4j/5.26.0`; another form is left to show itself.
 * @throws GraphError UNAVAILABLE, naming the release.
 */
export function refuseOldRelease(uri: string, agent: string | undefined): void {
  const [, release, major, minor] = /^Neo4j\/((\d+)\.(\d+)\S*)/.exec(agent ?? '') ?? []
  if (release === undefined || Number(major) > 5 || (Number(major) === 5 && Number(minor) >= 23)) return
  throw new GraphError('UNAVAILABLE', `Neo4j at ${uri} is release ${release}: use 5.23 or newer.`)
}

const unreachable = new Set<string>([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
  'Neo.TransientError.General.DatabaseUnavailable',
])

/** Whether the database stopped a transaction at its time limit, or because another time limit is set for all. */
const isTimedOut = ({ code }: Neo4jError): boolean => code.includes('.TransactionTimedOut')

async function translated<Result>(uri: string, name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof Neo4jError)) throw cause
    if (cause.code === 'Neo.ClientError.Security.Unauthorized') {
      throw new GraphError('UNAVAILABLE', `Neo4j at ${uri} refuses NEO4J_USERNAME or NEO4J_PASSWORD.`, { cause })
    }
    if (cause.code === 'Neo.ClientError.Database.DatabaseNotFound') {
      throw new GraphError('UNAVAILABLE', `Neo4j at ${uri} has no such database: check NEO4J_DATABASE.`, { cause })
    }
    if (isTimedOut(cause)) throw new GraphError('TIMED_OUT', `${name}: stopped at its time limit`, { cause })
    if (unreachable.has(cause.code) || /acquisition timed out/i.test(cause.message)) {
      throw new GraphError('UNAVAILABLE', `Neo4j at ${uri} cannot be reached: check NEO4J_URI, or start the server.`, {
        cause,
      })
    }
    throw new GraphError('FAILED', `${name}: ${oneLine(cause)}`, { cause })
  }
}

const rawRows = (result: QueryResult): RawRow[] => result.records.map(rawRow)

const rawRow = (record: { toObject(): RawRow }): RawRow => record.toObject()

function nativeParameters(parameters: QueryParameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, native(value)]))
}

/** JavaScript's numbers would travel as floats, and LIMIT and keys need integers. */
function native(value: QueryValue): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return isListOfFloats(value) ? value : value.map(native)
  return nativeParameters(value)
}

/** A list of fractions is one of floats throughout: Neo4j stores no mixed ones. A row of values of all sorts is no such list. */
const isListOfFloats = (values: readonly QueryValue[]): boolean =>
  values.some(isFraction) && values.every((value) => typeof value === 'number')

const isFraction = (value: QueryValue): boolean => typeof value === 'number' && !Number.isSafeInteger(value)

const isList = (value: QueryValue): value is readonly QueryValue[] => Array.isArray(value)
