import { setImmediate } from 'node:timers/promises'
import type { Graph, Patience } from './graph/graph.js'

/**
 * Lets whatever else waits go on, and tells who asked that has gone away: between the parts of a long calculation.
 * @throws the signal's reason once it is aborted.
 */
export async function nextTurn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate()
  signal?.throwIfAborted()
}

/** A calculation in steps, each of which another request can go before. */
export type Steps<Result> = Generator<undefined, Result>

/**
 * Goes through the steps of a calculation, a turn for each.
 * @throws the signal's reason once it is aborted.
 */
export async function inTurns<Result>(steps: Steps<Result>, signal: AbortSignal | undefined): Promise<Result> {
  let step = steps.next()
  while (!step.done) {
    await nextTurn(signal)
    step = steps.next()
  }
  return step.value
}

/** A graph that is read with patience and no further once that has ended; a transaction is brought to its end. */
export const readingWith = (patience: Patience, graph: Graph): Graph => ({
  ...graph,
  async read(query, parameters) {
    patience.signal.throwIfAborted()
    return graph.read(query, parameters, patience)
  },
})
