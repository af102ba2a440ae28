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
  /** Runs one statement that writes; its rows are returned, checked. The transaction is of a generation of its own. */
  write<Parameters extends QueryParameters, Row>(query: Query<Parameters, Row>, parameters: Parameters): Promise<Row[]>
  /** The same for what no answer shows, such as sessions, progress and waits: the generation stays as it is. */
  writeUnshown: GraphTransaction['write']
}

/** The one door to the database. */
export interface Graph extends GraphReader {
  readonly engine: Engine
  /** How many statements are worth asking at the same time: of more than these each only takes longer. */
  readonly atOnce: number
  /** How many rows of a long import one transaction best holds: more at once would keep others waiting, or not fit. */
  readonly rowsATransaction: number
  /** The same where others ask and write in this process meanwhile: each waits for one such transaction at most. */
  readonly rowsBesideOthers: number
  /**
   * Runs `work` in one transaction: all of it is stored or nothing. One writer at a time; others wait. Neo4j may run
   * `work` again after a transient error, so it must have no other effects.
   */
  transaction<Result>(work: (transaction: GraphTransaction) => Promise<Result>): Promise<Result>
  /**
   * How often what answers show was written to, by whichever process: as long as it is the same, so is the graph. Whatever
   * is read after it is of this generation or a later one.
   */
  generation(): Promise<number>
  /**
   * Runs `work` on the graph as it is at one moment: all that it reads is of one generation, which it is told. Neo4j may
   * run it again where something was written meanwhile, so it must have no other effects.
   */
  snapshot<Result>(work: (graph: GraphReader, generation: number) => Promise<Result>): Promise<Result>
  /**
   * Ids of entities whose `letterPairs` share most with these words, best first by the engine's own measure.
   * @param words separated by spaces.
   */
  similar(words: string, limit: number): Promise<string[]>
  /** Makes the text index that `similar` reads, where it is missing. */
  defineTextIndex(): Promise<void>
  /** Runs schema statements (indexes, constraints), which no transaction of other statements may hold; together where it can. */
  define(...statements: readonly string[]): Promise<void>
  /** Closes files and connections; statements that run are awaited. */
  close(): Promise<void>
}

/** The graph for a long import beside others, who get their turns between its transactions. */
export const besideOthers = (graph: Graph): Graph => ({ ...graph, rowsATransaction: graph.rowsBesideOthers })
