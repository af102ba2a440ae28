import type { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import { industriesOfRun, jobsByCountyAndIndustry } from './run-queries.js'

/** An industry of a run's table; null where the table does not state its group or section. */
export type RunIndustry = z.infer<typeof industriesOfRun.row>

/** Indirect and induced jobs in an industry and county, over all ventures, other shocks and years. */
export type JobsInIndustry = z.infer<typeof jobsByCountyAndIndustry.row>

export interface RunIndustries {
  /** By their codes. */
  readonly industries: readonly RunIndustry[]
  readonly jobs: readonly JobsInIndustry[]
}

/**
 * In which industries, and in which counties, a stored run's jobs arise.
 * @throws NotFoundError for a run that is not there.
 */
export async function readRunIndustries(graph: GraphReader, run: string): Promise<RunIndustries> {
  const [industries, jobs] = await Promise.all([
    graph.read(industriesOfRun, { run }),
    graph.read(jobsByCountyAndIndustry, { run }),
  ])
  if (industries.length === 0) throw new NotFoundError(run)
  return { industries, jobs }
}
