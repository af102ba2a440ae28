import type { Query, QueryParameters } from './query.js'

/** Which engine runs; nothing outside `src/graph/` decides anything by it. */
export type Engine = 'embedded' | 'neo4j'

/** How long whoever reads waits for an answer. An engine that cannot stop a statement lets it end by itself. */
export interface Patience {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal
  /** How long one statement may run. */
  readonly seconds: number
}

/** Reads of one graph. Numbers are plain JavaScript numbers and dates ISO strings on both engines. */
export interface GraphReader {
  /**
   * Runs one statement and returns its rows, checked.
   * @throws GraphError, TIMED_OUT where the statement took longer than patience allows; the signal's reason once it is
   * aborted.
   */
  read<Parameters extends QueryParameters, Row>(
    query: Query<Parameters, Row>,
    parameters: Parameters,
    patience?: Patience,
  ): Promise<Row[]>
}

/** What may be done inside a transaction: reads see its own writes. */
export interface GraphTransaction extends GraphReader {
  /** Runs one statement that writes; its rows are returned, checked. */
  write<Parameters extends QueryParameters, Row>(query: Query<Parameters, Row>, parameters: Parameters): Promise<Row[]>
}

/** The one door to the database. */
export interface Graph extends GraphReader {
  readonly engine: Engine
  /** How many statements are worth asking at the same time: of more than these each only takes longer. */
  readonly atOnce: number
  /** How many rows of a long import one transaction best holds: more at once would keep others waiting, or not fit. */
  readonly rowsATransaction: number
  /**
   * Runs `work` in one transaction: all of it is stored or nothing. One writer at a time; others wait. Neo4j may run
   * `work` again after a transient error, so it must have no other effects.
   */
  transaction<Result>(work: (transaction: GraphTransaction) => Promise<Result>): Promise<Result>
  /**
   * Ids of entities whose `letterPairs` share most with these words, best first by the engine's own measure.
   * @param words separated by spaces.
   */
  similar(words: string, limit: number): Promise<string[]>
  /** Makes the text index that `similar` reads, where it is missing. */
  defineTextIndex(): Promise<void>
  /** Runs one schema statement (an index, a constraint), which no transaction may hold. */
  define(cypher: string): Promise<void>
  /** Closes files and connections; statements that run are awaited. */
  close(): Promise<void>
}
