import { z } from 'zod'
import type { GraphReader, GraphTransaction } from './graph.js'
import { query } from './query.js'

const generation = z.object({ generation: z.number() })

/** How often what answers show was written to. */
const recordedGeneration = query<Record<never, never>>()(
  'recorded generation',
  generation,
  `MATCH (state:NorrgraphState {id: 'state'})
   RETURN coalesce(state.generation, 0) AS generation`,
)

/** Tells everyone who keeps something of the graph that it is another now. */
const raiseGeneration = query<Record<never, never>>()(
  'raise the generation',
  generation,
  `MATCH (state:NorrgraphState {id: 'state'})
   WITH state, coalesce(state.generation, 0) + 1 AS raised
   SET state.generation = raised
   RETURN state.generation AS generation`,
)

/** The generation of a graph as a reader sees it: 0 for one that never counted. */
export async function readGeneration(graph: GraphReader): Promise<number> {
  const [recorded] = await graph.read(recordedGeneration, {})
  return recorded?.generation ?? 0
}

/**
 * A transaction that raises the generation before the first of its statements that writes what answers show: these can
 * read there which generation they belong to.
 * @param run sends a statement within the transaction.
 */
export function raisingTransaction(run: GraphReader['read']): GraphTransaction {
  let raised: Promise<unknown> | null = null
  return {
    read: run,
    async write(query, parameters) {
      raised ??= run(raiseGeneration, {})
      await raised
      return run(query, parameters)
    },
    writeUnshown: run,
  }
}
