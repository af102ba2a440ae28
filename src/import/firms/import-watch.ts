import type { GraphReader, GraphTransaction } from '../../graph/graph.js'
import type { Compared, Gone } from './holdings.js'
import type { RefusedRows } from './refusal.js'

/** What a file says otherwise than its source did, some at a time in the order of the file; then what it no longer says. */
export interface Differing {
  /** The ids of all that this touches. */
  readonly entities: readonly string[]
  readonly items: readonly Pick<Compared<unknown>, 'item' | 'state'>[]
  readonly gone: readonly Gone[]
}

/** What an import is in the graph, once something of it is stored. */
export interface Begun {
  readonly source: string
  readonly change: string
}

/** Whoever looks on while a file is imported. It is read to its end then before anything of it is stored. */
export interface ImportWatch {
  /** Hears what differs. @throws what ends the import. */
  differs(graph: GraphReader, differing: Differing): Promise<void>
  /** Hears what is not taken, also of a file that is refused as a whole. */
  notTaken(refused: RefusedRows): void
  /** Within the first transaction that stores something of it. @throws what keeps all of it from being stored. */
  begins(transaction: GraphTransaction, begun: Begun): Promise<void>
  /** Within the last one. */
  ends(transaction: GraphTransaction): Promise<void>
}
