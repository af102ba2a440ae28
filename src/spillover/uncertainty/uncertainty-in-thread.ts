import { BadUserInputError } from '../../kernel/input-errors.js'
import { startPool } from '../../kernel/worker-pool.js'
import { sharedTable } from '../table/shared-table.js'
import type { TableQuestion } from '../table/stored-table.js'
import { askedCorrelation, correlationsShown } from './correlation.js'
import { checkDraws, checkSeed, type DrawBounds, drawnFrom } from './draw-bounds.js'
import type { DrawOptions, DrawWorkers } from './draw-workers.js'
import { rangesAround } from './ranges.js'
import type { DrawsAsked, Uncertainty } from './uncertainty.js'
import type { UncertaintyDone, UncertaintyTask } from './uncertainty-worker.js'

/**
 * The same as `uncertainty`, for more draws and larger tables than a request may: what comes before and after the draws is
 * done in a thread too. Each draw is calculated with all correlations that the answer is shown beside.
 * @throws as `uncertainty` does.
 */
export async function uncertaintyInThread(
  question: TableQuestion,
  { draws, seed, ...asked }: DrawsAsked,
  bounds: DrawBounds,
  workers: DrawWorkers,
  options: DrawOptions & { readonly signal: AbortSignal },
): Promise<Uncertainty> {
  const { table, assumptions } = question
  checkDraws(draws, drawnFrom(question), bounds)
  checkSeed(seed)
  const correlations = correlationsShown(askedCorrelation(asked.correlation))
  const ranges = rangesAround(assumptions)
  const shared = { ...question, table: await sharedTable(table) }
  const prepared = await inThread({ question: shared, ranges, correlations }, options.signal)
  if (!('model' in prepared)) throw new Error('a thread gave no model to draw from')
  const { model } = prepared
  const results = await workers.run(model, seed, draws, options)
  const made = { draws, results, groups: model.groups, ranges, correlations }
  const done = await inThread({ made }, options.signal, [results.buffer])
  if (!('uncertainty' in done)) throw new Error('a thread gave nothing of what was drawn')
  return done.uncertainty
}

/** @param handed what the thread has then, and nobody else. */
async function inThread(
  task: UncertaintyTask,
  signal: AbortSignal,
  handed: ArrayBufferLike[] = [],
): Promise<Exclude<UncertaintyDone, { readonly argument: string }>> {
  signal.throwIfAborted()
  const pool = startPool<UncertaintyTask, UncertaintyDone>('spillover/uncertainty/uncertainty-worker.ts', 1)
  const transferList = handed.filter((memory) => memory instanceof ArrayBuffer)
  const done = await pool
    .run(task, { signal, transferList })
    .catch((error) => {
      signal.throwIfAborted()
      throw error
    })
    .finally(() => pool.destroy())
  if ('argument' in done) throw new BadUserInputError(done.argument, done.message)
  return done
}
