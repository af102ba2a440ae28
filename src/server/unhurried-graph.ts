import { setTimeout } from 'node:timers/promises'
import { GraphError } from '../graph/failure.js'
import type { Graph } from '../graph/graph.js'
import type { StatementQueue } from '../graph/statement-queue.js'

/** How long whoever found no room waits before it asks for room again. */
const WAIT_MILLISECONDS = 500

/**
 * A graph as something reads it that has no time limit: each statement takes its turn as a request of its own, so that it
 * neither holds others up nor is passed over for ever.
 * @param signal aborted when nobody waits for it any more; reading then throws its reason.
 */
export const unhurriedGraph = (
  graph: Pick<Graph, 'snapshot'>,
  queue: StatementQueue,
  signal: AbortSignal,
): Pick<Graph, 'snapshot'> => ({
  snapshot: (work) =>
    graph.snapshot((one, generation) =>
      work(
        { read: (query, parameters) => inTurn(query.cypher, queue, signal, () => one.read(query, parameters)) },
        generation,
      ),
    ),
})

async function inTurn<Result>(
  text: string,
  queue: StatementQueue,
  signal: AbortSignal,
  ask: () => Promise<Result>,
): Promise<Result> {
  let isAsked = false
  const asking = () => {
    isAsked = true
    return ask()
  }
  for (;;) {
    try {
      return await queue.enter().take(text, signal, asking)
    } catch (error) {
      const isWithoutRoom = !isAsked && error instanceof GraphError && error.kind === 'BUSY'
      if (!isWithoutRoom) throw error
      await setTimeout(WAIT_MILLISECONDS, undefined, { signal })
    }
  }
}
