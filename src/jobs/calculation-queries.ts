import { z } from 'zod'
import { type QueryValue, query } from '../graph/query.js'
import { calculationKinds } from './calculation.js'
import { jobStatuses } from './job.js'

const calculationRow = z.object({
  id: z.string(),
  number: z.number(),
  kind: z.enum(calculationKinds),
  status: z.enum(jobStatuses),
  at: z.string(),
  /** Name of the account that began it. */
  author: z.string(),
  draws: z.number().nullable(),
  seed: z.number().nullable(),
  correlation: z.number().nullable(),
  name: z.string().nullable(),
  message: z.string().nullable(),
  /** What draws gave, as JSON. */
  uncertainty: z.string().nullable(),
  /** Id of the run that was stored. */
  run: z.string().nullable(),
})

/** A calculation as it is stored. */
export type CalculationRow = z.infer<typeof calculationRow>

const shown = Object.keys(calculationRow.shape)
  .map((name) => `job.${name} AS ${name}`)
  .join(', ')

/** Calculations by their ids. */
export const calculationsById = query<{ jobs: readonly string[] }>()(
  'calculations by id',
  calculationRow,
  `UNWIND $jobs AS id
   MATCH (job:CalculationJob {id: id})
   RETURN ${shown}`,
)

/** A page of everybody's calculations, newest first. */
export const calculationsListed = query<{ below: number; limit: number }>()(
  'calculations, newest first',
  calculationRow,
  `MATCH (job:CalculationJob)
   WHERE job.number < $below
   RETURN ${shown}
   ORDER BY number DESC LIMIT $limit`,
)

/** A page of somebody's calculations, newest first. */
export const calculationsOf = query<{ account: string; below: number; limit: number }>()(
  'calculations of an account, newest first',
  calculationRow,
  `MATCH (job:CalculationJob {author: $account})
   WHERE job.number < $below
   RETURN ${shown}
   ORDER BY number DESC LIMIT $limit`,
)

const counted = z.object({ count: z.number() })

export const calculationsCounted = query<Record<never, never>>()(
  'number of calculations',
  counted,
  'MATCH (job:CalculationJob) RETURN count(job) AS count',
)

export const calculationsCountedOf = query<{ account: string }>()(
  'number of calculations of an account',
  counted,
  'MATCH (job:CalculationJob {author: $account}) RETURN count(job) AS count',
)

/** Keeps a calculation, and how far it has come on a node of its own, as of every job. */
export const createCalculation = query<{ begunCalculation: QueryValue }>()(
  'keep a calculation',
  counted,
  `CREATE (job:CalculationJob {id: $begunCalculation.id, number: $begunCalculation.number, kind: $begunCalculation.kind,
     status: $begunCalculation.status, at: $begunCalculation.at, author: $begunCalculation.author,
     draws: $begunCalculation.draws, seed: $begunCalculation.seed, correlation: $begunCalculation.correlation,
     name: $begunCalculation.name, owner: $begunCalculation.owner})
   CREATE (progress:JobProgress {id: $begunCalculation.id, done: 0, total: 0})
   RETURN count(*) AS count`,
)

/** Changes what is kept of a calculation. */
export const setCalculation = query<{ job: string; jobSaid: QueryValue }>()(
  'change a calculation',
  counted,
  `MATCH (job:CalculationJob {id: $job})
   SET job += $jobSaid
   RETURN count(*) AS count`,
)

/** Calculations of which something is still to become, the run that one stored by then, and the server that makes each. */
export const openCalculations = query<{ openStatuses: readonly string[] }>()(
  'calculations that are not ended',
  z.object({ id: z.string(), run: z.string().nullable(), owner: z.string() }),
  `UNWIND $openStatuses AS status
   MATCH (job:CalculationJob {status: status})
   RETURN job.id AS id, job.run AS run, job.owner AS owner`,
)
