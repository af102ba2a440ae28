import type { Graph, GraphTransaction } from '../graph/graph.js'
import type { CalculationKind } from './calculation.js'
import { calculationsById, createCalculation, openCalculations, setCalculation } from './calculation-queries.js'
import { type JobStatus, openStatuses } from './job.js'
import { nextJobNumber } from './job-queries.js'

/** What a calculation begins with. */
export interface NewCalculation {
  readonly id: string
  readonly kind: CalculationKind
  readonly at: string
  readonly author: string
  readonly draws: number | null
  readonly seed: number | null
  readonly correlation: number | null
  readonly name: string | null
  /** The server that makes it. */
  readonly owner: string
}

/** What is changed of a calculation; what is left out stays. */
export interface CalculationChanges {
  readonly status?: JobStatus
  readonly message?: string | null
  readonly uncertainty?: string
  readonly run?: string
}

/** Keeps a calculation. None of what is kept of them is shown by another answer than theirs. */
export async function keepCalculation(graph: Graph, calculation: NewCalculation): Promise<void> {
  await graph.transaction(async (transaction) => {
    if ((await transaction.read(calculationsById, { jobs: [calculation.id] })).length > 0) return
    const [next] = await transaction.writeUnshown(nextJobNumber, {})
    if (!next) throw new Error('the graph has no state to count jobs by')
    const begunCalculation = { ...calculation, number: next.number, status: 'QUEUED' }
    await transaction.writeUnshown(createCalculation, { begunCalculation })
  })
}

/** Changes what is kept of a calculation, within a transaction of something else. */
export const changeCalculationIn = async (
  transaction: GraphTransaction,
  job: string,
  changes: CalculationChanges,
): Promise<void> => {
  await transaction.writeUnshown(setCalculation, { job, jobSaid: { ...changes } })
}

/** Changes what is kept of a calculation. */
export const changeCalculation = (graph: Graph, job: string, changes: CalculationChanges): Promise<void> =>
  graph.transaction((transaction) => changeCalculationIn(transaction, job, changes))

/** Says of calculations that are not ended, and whose server is gone, that they were broken off, but for those whose run is there. */
export async function breakOffCalculations(
  transaction: GraphTransaction,
  isGone: (owner: string) => boolean,
): Promise<void> {
  for (const { id, run, owner } of await transaction.read(openCalculations, { openStatuses })) {
    if (!isGone(owner)) continue
    const said =
      run === null ? { status: 'BROKEN_OFF' as const, message: 'The server ended' } : { status: 'DONE' as const }
    await changeCalculationIn(transaction, id, said)
  }
}
