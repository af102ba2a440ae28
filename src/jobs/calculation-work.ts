import type { Viewer } from '../accounts/viewer.js'
import type { Knowledge } from '../edition/knowledge.js'
import type { Graph } from '../graph/graph.js'
import type { Progress } from '../kernel/progress.js'
import { filledQuestion } from '../spillover/question/question.js'
import { runName, storeSpillover } from '../spillover/runs/stored-runs.js'
import { checkDraws, checkSeed, drawsOfJob } from '../spillover/uncertainty/draw-bounds.js'
import type { DrawWorkers } from '../spillover/uncertainty/draw-workers.js'
import { uncertainty } from '../spillover/uncertainty/uncertainty.js'
import type { DrawsToMake, RunToStore } from './calculation.js'
import type { CalculationChanges } from './calculation-store.js'

/** What looks on while something is calculated. */
export interface CalculationWatch {
  /** Its id. */
  readonly job: string
  /** Ends it. */
  readonly signal: AbortSignal
  readonly progress: Progress
}

/**
 * Refuses draws that cannot be made.
 * @throws BadUserInputError; what `filledQuestion` throws.
 */
export async function checkDrawsToMake(
  knowledge: Knowledge<Graph>,
  { spillover, draws, seed }: DrawsToMake,
): Promise<void> {
  checkSeed(seed, 'input.seed')
  const { table } = await filledQuestion(knowledge, spillover)
  checkDraws(draws, table.table.industries.length, drawsOfJob, 'input.draws')
}

/** Makes draws, of the graph as it is then. */
export async function makeDraws(
  knowledge: Knowledge<Graph>,
  { spillover, draws, seed }: DrawsToMake,
  workers: DrawWorkers,
  { signal, progress }: CalculationWatch,
): Promise<CalculationChanges> {
  const question = await filledQuestion(knowledge, spillover)
  const given = await uncertainty(question, { draws, seed }, workers, { signal, progress, bounds: drawsOfJob })
  return { uncertainty: JSON.stringify(given) }
}

/**
 * Refuses a run that cannot be stored.
 * @throws what `storeSpillover` throws before it calculates.
 */
export async function checkRunToStore(knowledge: Knowledge<Graph>, { spillover, name }: RunToStore): Promise<void> {
  runName(name)
  await filledQuestion(knowledge, spillover)
}

/** Calculates and stores a run, of the graph as it is then. */
export async function storeRun(
  knowledge: Knowledge<Graph>,
  { spillover, name }: RunToStore,
  viewer: Viewer,
  _watch: CalculationWatch,
): Promise<CalculationChanges> {
  return { run: await storeSpillover(knowledge, spillover, name, viewer) }
}
