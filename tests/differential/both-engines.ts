import { z } from 'zod'
import { GraphError } from '../../src/graph/failure.js'
import type { Graph, GraphTransaction } from '../../src/graph/graph.js'
import { type Query, type QueryParameters, type RawRow, rowsOf } from '../../src/graph/query.js'
import { agree, freedomOf } from './agreement.js'

/** A statement that two engines answered differently, with all that is needed to see it again. */
export interface Difference {
  readonly seed: number
  readonly name: string
  readonly cypher: string
  readonly parameters: QueryParameters
  readonly embedded: string
  readonly neo4j: string
}

/** A statement with its parameters. */
export interface Sent {
  readonly name: string
  readonly cypher: string
  readonly parameters: QueryParameters
}

type Outcome = { readonly rows: readonly RawRow[] } | { readonly failure: string }
type Send = (query: Query<QueryParameters, RawRow>, parameters: QueryParameters) => Promise<RawRow[]>

const anyRow: z.ZodType<RawRow> = z.record(z.string(), z.unknown())

const SHOWN = 1_500

/** Two graphs that are to hold the same, asked together. */
export class BothEngines {
  readonly differences: Difference[] = []
  /** How many statements were compared. */
  compared = 0
  seed = 0
  private readonly underWay = new Set<Promise<Outcome>>()

  /** @param declared the text of each statement that is not composed. */
  constructor(
    readonly embedded: Graph,
    readonly neo4j: Graph,
    private readonly declared: ReadonlySet<string>,
  ) {}

  /** The embedded graph, each of whose reads is compared with the other's before it is answered. */
  asGraph(): Graph {
    const read = async <Parameters extends QueryParameters, Row>(
      query: Query<Parameters, Row>,
      parameters: Parameters,
    ): Promise<Row[]> => {
      const outcome = await this.read(query.name, query.cypher, parameters)
      if ('failure' in outcome) throw new GraphError('FAILED', outcome.failure)
      return rowsOf(query, outcome.rows)
    }
    return { ...this.embedded, read, snapshot: async (work) => work({ read }, await this.embedded.generation()) }
  }

  /** Sends a statement to both and compares what they answer. */
  read(name: string, cypher: string, parameters: QueryParameters): Promise<Outcome> {
    const reading = this.readBoth(name, cypher, parameters)
    this.underWay.add(reading)
    return reading.finally(() => this.underWay.delete(reading))
  }

  /** Waits for the reads that nobody waits for any more: a request that failed may have left some. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.underWay)
  }

  private async readBoth(name: string, cypher: string, parameters: QueryParameters): Promise<Outcome> {
    const outcomes = await Promise.all(
      [this.embedded, this.neo4j].map((graph) =>
        outcomeOf((query, values) => graph.read(query, values), name, cypher, parameters),
      ),
    )
    return this.compare(name, cypher, parameters, outcomes)
  }

  /** Sends statements that write to both, all in one transaction. */
  async write(statements: readonly Sent[]): Promise<void> {
    const outcomes = await Promise.all([writeTo(this.embedded, statements), writeTo(this.neo4j, statements)])
    for (const [index, { name, cypher, parameters }] of statements.entries()) {
      const [embedded, neo4j] = outcomes.map((each) => each[index] ?? { failure: 'was not sent' })
      if (embedded && neo4j) this.compare(name, cypher, parameters, [embedded, neo4j])
    }
  }

  /** Runs the same work in a transaction on both, which succeeds on both or on neither. */
  async transaction(name: string, work: (transaction: GraphTransaction) => Promise<unknown>): Promise<void> {
    const outcomes: Outcome[] = []
    for (const graph of [this.embedded, this.neo4j]) {
      try {
        await graph.transaction(work)
        outcomes.push({ rows: [] })
      } catch (error) {
        outcomes.push({ failure: failureText(error) })
      }
    }
    this.compare(name, '', {}, outcomes)
  }

  private compare(name: string, cypher: string, parameters: QueryParameters, outcomes: readonly Outcome[]): Outcome {
    const [embedded, neo4j] = outcomes
    if (!embedded || !neo4j) throw new Error('two outcomes are compared')
    this.compared += 1
    const isComposed = !this.declared.has(cypher)
    if (!outcomesAgree(embedded, neo4j, cypher, isComposed)) {
      const [left, right] = [embedded, neo4j].map((outcome) => JSON.stringify(outcome).slice(0, SHOWN))
      this.differences.push({ seed: this.seed, name, cypher, parameters, embedded: String(left), neo4j: String(right) })
    }
    return embedded
  }
}

function outcomesAgree(embedded: Outcome, neo4j: Outcome, cypher: string, isComposed: boolean): boolean {
  if ('rows' in embedded && 'rows' in neo4j) return agree(embedded.rows, neo4j.rows, freedomOf(cypher, isComposed))
  return 'failure' in embedded && 'failure' in neo4j
}

/** What each statement came to; those after one that failed are not sent, and nothing is stored. */
async function writeTo(graph: Graph, statements: readonly Sent[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  try {
    await graph.transaction(async (transaction) => {
      outcomes.length = 0
      for (const { name, cypher, parameters } of statements) {
        outcomes.push({ rows: await transaction.write({ name, cypher, row: anyRow }, parameters) })
      }
    })
  } catch (error) {
    outcomes.push({ failure: failureText(error) })
  }
  return outcomes
}

async function outcomeOf(send: Send, name: string, cypher: string, parameters: QueryParameters): Promise<Outcome> {
  try {
    return { rows: await send({ name, cypher, row: anyRow }, parameters) }
  } catch (error) {
    return { failure: failureText(error) }
  }
}

/** @throws what was thrown, where it is not the graph that refused. */
function failureText(error: unknown): string {
  if (error instanceof GraphError && error.kind === 'FAILED') return error.message
  throw error
}
