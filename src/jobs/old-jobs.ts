import { z } from 'zod'
import type { Graph } from '../graph/graph.js'
import { query } from '../graph/query.js'
import { endedStatuses } from './job.js'
import { forgetRefusals } from './job-queries.js'

const KEPT_DAYS = 90
const DAY = 86_400_000

/** Jobs that began before a time and have ended, some at a time. */
const oldJobs = query<{ endedStatuses: readonly string[]; begunBefore: string }>()(
  'jobs that ended long ago',
  z.object({ id: z.string() }),
  `UNWIND $endedStatuses AS status
   MATCH (job:Job {status: status})
   WHERE job.at < $begunBefore
   RETURN job.id AS id LIMIT 500
   UNION ALL
   UNWIND $endedStatuses AS status
   MATCH (job:CalculationJob {status: status})
   WHERE job.at < $begunBefore
   RETURN job.id AS id LIMIT 500`,
)

/** Takes away a job of which nothing becomes any more, with how far it came. */
const forgetJob = query<{ job: string }>()(
  'forget a job',
  z.object({ count: z.number() }),
  `MATCH (job:Job {id: $job})
   MATCH (progress:JobProgress {id: $job})
   DELETE progress, job
   RETURN count(*) AS count`,
)

/** The same of a calculation. */
const forgetCalculation = query<{ job: string }>()(
  'forget a calculation',
  z.object({ count: z.number() }),
  `MATCH (job:CalculationJob {id: $job})
   MATCH (progress:JobProgress {id: $job})
   DELETE progress, job
   RETURN count(*) AS count`,
)

/**
 * Takes away what is kept of imports and calculations that began long ago and have ended, with whose they were; what they
 * changed, and the change, stay.
 * @param now milliseconds since 1970.
 */
export async function forgetOldJobs(graph: Graph, now: number): Promise<void> {
  const begunBefore = new Date(now - KEPT_DAYS * DAY).toISOString()
  for (const { id } of await graph.read(oldJobs, { endedStatuses, begunBefore })) {
    await graph.transaction(async (transaction) => {
      await transaction.writeUnshown(forgetRefusals, { job: id })
      await transaction.writeUnshown(forgetJob, { job: id })
      await transaction.writeUnshown(forgetCalculation, { job: id })
    })
  }
}
