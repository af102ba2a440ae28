import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import type { Piscina } from 'piscina'
import type { Progress } from '../../kernel/progress.js'
import { startPool } from '../../kernel/worker-pool.js'
import { columnsOf, type DrawModel } from './draw-model.js'
import type { DrawTask } from './draws.js'

/** What a caller may say beside what it asks. */
export interface DrawOptions {
  /** Ends the draws: those under way with their threads. */
  readonly signal?: AbortSignal
  readonly progress?: Progress
}

/**
 * Threads that make draws, beside the one that answers requests. None runs before it is needed, and they make the draws of
 * one question after those of another.
 */
export interface DrawWorkers {
  /**
   * All draws in order, as `drawn` gives them: the same whatever the number of threads.
   * @throws the signal's reason; DrawsEndedError where the workers were ended meanwhile.
   */
  run(model: DrawModel, seed: number, draws: number, options?: DrawOptions): Promise<Float64Array>
  /** Ends the threads, and with them what they are at. */
  end(): Promise<void>
}

/** The program is ending, and its draws with it. */
export class DrawsEndedError extends Error {
  override readonly name = 'DrawsEndedError'
}

/** One core stays for requests; more threads than these would take a server's memory. */
const MOST_THREADS = 4

/** About as many steps of elimination as a thread takes at a time: some hundredths of a second. */
const STEPS_AT_A_TIME = 3e7

/** Of elimination for one draw. */
const stepsOf = ({ size, areas, correlations }: DrawModel): number => size ** 3 * areas.length * correlations.length

/** @param threads how many at most; results do not depend on it. */
export function openDrawWorkers(
  threads = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)),
): DrawWorkers {
  let pool: Piscina<DrawTask, Float64Array> | null = null
  let ended = false
  /** Settles when nobody draws who has come so far. */
  let drawn: Promise<unknown> = Promise.resolve()
  const startedPool = () => {
    pool ??= startPool<DrawTask, Float64Array>('spillover/uncertainty/draw-worker.ts', threads)
    return pool
  }

  function run(...[model, seed, draws, options]: Parameters<DrawWorkers['run']>): Promise<Float64Array> {
    const before = drawn
    const own = untilOrAborted(before, options?.signal).then(() => draw(model, seed, draws, options))
    drawn = Promise.allSettled([before, own])
    return own
  }

  async function draw(model: DrawModel, seed: number, draws: number, { signal, progress }: DrawOptions = {}) {
    if (ended) throw new DrawsEndedError('The workers have ended')
    const running = startedPool()
    const columns = columnsOf(model)
    const results = new Float64Array(draws * columns)
    const atATime = Math.max(1, Math.floor(STEPS_AT_A_TIME / stepsOf(model)))
    let next = 0
    let done = 0
    progress?.begin(draws)
    const thread = async () => {
      while (next < draws) {
        const from = next
        const to = Math.min(draws, from + atATime)
        next = to
        const part = await running.run({ model, seed, from, to }, { signal: signal ?? null })
        results.set(part, from * columns)
        done += to - from
        progress?.reach(done)
      }
    }
    try {
      await Promise.all(Array.from({ length: threads }, () => thread()))
    } catch (error) {
      next = draws
      signal?.throwIfAborted()
      throw ended ? new DrawsEndedError('The workers have ended', { cause: error }) : error
    } finally {
      progress?.end()
    }
    return results
  }

  return {
    run,
    async end() {
      ended = true
      await pool?.destroy()
    },
  }
}

/** Waits for a turn; whoever goes away meanwhile waits no more. */
async function untilOrAborted(turn: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  if (!signal) return void (await turn)
  const gone = new AbortController()
  try {
    await Promise.race([turn, once(signal, 'abort', { signal: gone.signal })])
  } finally {
    gone.abort()
  }
  signal.throwIfAborted()
}
