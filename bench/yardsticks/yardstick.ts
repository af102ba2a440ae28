import type { Graph } from '#built/graph/graph.js'
import type { QueryParameters } from '#built/graph/query.js'
import { type KeptKnowledge, Reference, References } from '#built/reference/reference.js'
import { edition } from '../../tests/edition.js'
import { everyFact, type FactChoice, idsAndNumbers } from './facts.js'

/** The database that yardsticks ask. */
export interface Database {
  /** Runs a statement through the engine's own driver and returns its rows as the driver gives them. */
  run(cypher: string, parameters: QueryParameters): Promise<readonly unknown[]>
  /** The same database through this program's own door, for its rooms' questions. */
  readonly graph: Graph
  close(): Promise<void>
}

/** What an operation is held against: the least work that gives its answer. */
export interface Yardstick {
  /** What it does, for the table. */
  readonly title: string
  /** Gets ready what is not part of an answer, and returns what answers. */
  prepare(database: Database): Promise<() => Promise<unknown>>
  /** How many times its time an operation may take; null where nothing is asked. */
  readonly most: number | null
  /** Which facts of an answer the operation and the yardstick must have in common. */
  readonly facts: FactChoice
}

/** What is asked of lists and nested requests, and of a single small entity, whose way through HTTP weighs more. */
const MOST_OF_LISTS = 1.5
export const MOST_OF_SINGLE = 2

/** One statement, written by hand, through the engine's driver. */
export const statement = (cypher: string, parameters: QueryParameters, most = MOST_OF_LISTS): Yardstick => ({
  title: 'one statement',
  most,
  facts: everyFact,
  prepare: async ({ run }) => {
    return () => run(cypher, parameters)
  },
})

/** A room's own question with its reads, in the process and without GraphQL. */
export const question = (ask: (knowledge: KeptKnowledge<Graph>) => Promise<unknown>): Yardstick => ({
  title: 'own reads and rule',
  most: null,
  facts: idsAndNumbers,
  prepare: async ({ graph }) => {
    const references = new References(graph, edition)
    return () => ask({ graph, edition, reference: new Reference(references) })
  },
})
