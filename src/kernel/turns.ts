import { setImmediate } from 'node:timers/promises'

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
