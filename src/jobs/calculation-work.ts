import type { Viewer } from '../accounts/viewer.js'
import type { Knowledge } from '../edition/knowledge.js'
import type { Graph } from '../graph/graph.js'
import type { Progress } from '../kernel/progress.js'
import { requireEmployed } from '../spillover/model/households.js'
import { askedQuestion } from '../spillover/question/question.js'
import { calculateInThread } from '../spillover/runs/calculate.js'
import { runName, storeSpillover } from '../spillover/runs/stored-runs.js'
import { askedCorrelation } from '../spillover/uncertainty/correlation.js'
import { checkDraws, checkSeed, drawnFrom, drawsOfJob } from '../spillover/uncertainty/draw-bounds.js'
import type { DrawWorkers } from '../spillover/uncertainty/draw-workers.js'
import { uncertaintyInThread } from '../spillover/uncertainty/uncertainty-in-thread.js'
import type { DrawsToMake, RunToStore } from './calculation.js'
import { type CalculationChanges, changeCalculationIn } from './calculation-store.js'

/** What looks on while something is calculated. */
export interface CalculationWatch {
  /** Its id. */
  readonly job: string
  /** Ends it. */
  readonly signal: AbortSignal
  /** Whether what is stored of it by then stays for the next start to take away. */
  readonly isLeft: () => boolean
  readonly progress: Progress
}

/**
 * Refuses draws that cannot be made.
 * @throws BadUserInputError; what `askedQuestion` throws.
 */
export async function checkDrawsToMake(
  knowledge: Knowledge<Graph>,
  { spillover, draws, seed, correlation }: DrawsToMake,
): Promise<void> {
  checkSeed(seed, 'input.seed')
  askedCorrelation(correlation, 'input.correlation')
  const question = await askedQuestion(knowledge, spillover)
  requireEmployed(question.table.table, 'input.table')
  checkDraws(draws, drawnFrom(question), drawsOfJob, 'input.draws')
}

/** Makes draws, of the graph as it is then. */
export async function makeDraws(
  knowledge: Knowledge<Graph>,
  { spillover, ...asked }: DrawsToMake,
  workers: DrawWorkers,
  { signal, progress }: CalculationWatch,
): Promise<CalculationChanges> {
  const question = await askedQuestion(knowledge, spillover)
  const given = await uncertaintyInThread(question, asked, drawsOfJob, workers, { signal, progress })
  return { uncertainty: JSON.stringify(given) }
}

/**
 * Refuses a run that cannot be stored.
 * @throws what `storeSpillover` throws before it calculates.
 */
export async function checkRunToStore(knowledge: Knowledge<Graph>, { spillover, name }: RunToStore): Promise<void> {
  runName(name)
  const { table } = await askedQuestion(knowledge, spillover)
  requireEmployed(table.table, 'input.table')
}

/** Calculates and stores a run, of the graph as it is then. */
export async function storeRun(
  knowledge: Knowledge<Graph>,
  { spillover, name }: RunToStore,
  viewer: Viewer,
  { job, signal, isLeft, progress }: CalculationWatch,
): Promise<CalculationChanges> {
  const run = await storeSpillover(knowledge, spillover, name, viewer, {
    ...{ signal, isLeft, progress },
    calculate: (question) => calculateInThread(question, signal),
    // Once the run is there nobody is told that its job was broken off.
    ends: (transaction, stored) => changeCalculationIn(transaction, job, { run: stored }),
  })
  return { run }
}
