import { setImmediate } from 'node:timers/promises'

/**
 * Lets whatever else waits go on, and tells who asked that has gone away: between the parts of a long calculation.
 * @throws the signal's reason once it is aborted.
 */
export async function nextTurn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate()
  signal?.throwIfAborted()
}

/** How many milliseconds a long work of many small parts goes on before others may. */
const STRETCH = 1

/**
 * Lets whatever else waits go on now and then: between the many small parts of a long work, of which a turn for each would
 * cost more than the parts. An answer needs some turns of the event loop, each of which waits for one stretch.
 * @example for (const row of rows) { if (pauses.isDue) await pauses.take(); … }
 */
export class Pauses {
  private begun = performance.now()

  /** Whether the work went on for so long that others may now. */
  get isDue(): boolean {
    return performance.now() - this.begun > STRETCH
  }

  async take(): Promise<void> {
    await setImmediate()
    this.begun = performance.now()
  }
}

/** A calculation in steps, each of which another request can go before. */
export type Steps<Result> = Generator<undefined, Result>

/** Goes through the steps of a calculation at once: in a thread that nobody else waits for. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

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
