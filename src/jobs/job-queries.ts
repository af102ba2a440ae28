import { z } from 'zod'
import { type QueryValue, query } from '../graph/query.js'
import { importKinds, jobStatuses } from './job.js'

const jobRow = z.object({
  id: z.string(),
  number: z.number(),
  kind: z.enum(importKinds),
  status: z.enum(jobStatuses),
  at: z.string(),
  /** Name of the account that brought it. */
  author: z.string().nullable(),
  file: z.string(),
  title: z.string().nullable(),
  update: z.boolean(),
  rows: z.number().nullable(),
  summary: z.string().nullable(),
  columns: z.string().nullable(),
  remarks: z.string().nullable(),
  asks: z.string().nullable(),
  message: z.string().nullable(),
  source: z.string().nullable(),
  change: z.string().nullable(),
  refused: z.number().nullable(),
})

/** A job as it is stored. */
export type JobRow = z.infer<typeof jobRow>

const shown = Object.keys(jobRow.shape)
  .map((name) => `job.${name} AS ${name}`)
  .join(', ')

/** Jobs by their ids. */
export const jobsById = query<{ jobs: readonly string[] }>()(
  'jobs by id',
  jobRow,
  `UNWIND $jobs AS id
   MATCH (job:Job {id: id})
   RETURN ${shown}`,
)

/** A page of jobs, newest first. */
export const jobsListed = query<{ below: number; limit: number }>()(
  'jobs, newest first',
  jobRow,
  `MATCH (job:Job)
   WHERE job.number < $below
   RETURN ${shown}
   ORDER BY number DESC LIMIT $limit`,
)

export const jobsCounted = query<Record<never, never>>()(
  'number of jobs',
  z.object({ count: z.number() }),
  'MATCH (job:Job) RETURN count(job) AS count',
)

/** The number that jobs count by. */
export const nextJobNumber = query<Record<never, never>>()(
  'number of the next job',
  z.object({ number: z.number() }),
  `MATCH (state:NorrgraphState {id: 'state'})
   WITH state, coalesce(state.jobs, 0) + 1 AS next
   SET state.jobs = next
   RETURN state.jobs AS number`,
)

const counted = z.object({ count: z.number() })

/** Keeps a job, and how far it has come on a node of its own. */
export const createJob = query<{ begunJob: QueryValue }>()(
  'keep a job',
  counted,
  `CREATE (job:Job {id: $begunJob.id, number: $begunJob.number, kind: $begunJob.kind, status: $begunJob.status,
     at: $begunJob.at, author: $begunJob.author, file: $begunJob.file, title: $begunJob.title, update: $begunJob.update,
     owner: $begunJob.owner})
   CREATE (progress:JobProgress {id: $begunJob.id, done: 0, total: 0})
   RETURN count(*) AS count`,
)

/** Changes what is kept of a job. */
export const setJob = query<{ job: string; jobSaid: QueryValue }>()(
  'change a job',
  counted,
  `MATCH (job:Job {id: $job})
   SET job += $jobSaid
   RETURN count(*) AS count`,
)

/** Notes how far a job has come. */
export const setProgress = query<{ job: string; done: number; total: number }>()(
  'how far a job has come',
  counted,
  `MATCH (progress:JobProgress {id: $job})
   SET progress.done = $done, progress.total = $total
   RETURN count(*) AS count`,
)

/** How far jobs have come. */
export const progressOfJobs = query<{ jobs: readonly string[] }>()(
  'how far jobs have come',
  z.object({ id: z.string(), done: z.number(), total: z.number() }),
  `UNWIND $jobs AS id
   MATCH (progress:JobProgress {id: id})
   RETURN progress.id AS id, progress.done AS done, progress.total AS total`,
)

/** Takes away what a job refused when it was compared before. */
export const forgetRefusals = query<{ job: string }>()(
  'forget what a job refused',
  counted,
  `MATCH (part:JobRefusals {job: $job})
   DELETE part
   RETURN count(*) AS count`,
)

/** Keeps some of what a job refused. */
export const keepRefusals = query<{ refusalParts: readonly QueryValue[] }>()(
  'keep what a job refused',
  counted,
  `UNWIND $refusalParts AS row
   CREATE (part:JobRefusals {id: row.id, job: row.job, number: row.number, text: row.text})
   RETURN count(*) AS count`,
)

/** What a job refused, some rows a part. */
export const refusalsOfJob = query<{ job: string; firstPart: number; lastPart: number }>()(
  'what a job refused',
  z.object({ number: z.number(), text: z.string() }),
  `MATCH (part:JobRefusals {job: $job})
   WHERE part.number >= $firstPart AND part.number <= $lastPart
   RETURN part.number AS number, part.text AS text
   ORDER BY number`,
)

/** Jobs of which something is still to become, and the server that runs each. */
export const openJobs = query<{ openStatuses: readonly string[] }>()(
  'jobs that are not ended',
  z.object({ id: z.string(), status: z.enum(jobStatuses), owner: z.string() }),
  `UNWIND $openStatuses AS status
   MATCH (job:Job {status: status})
   RETURN job.id AS id, job.status AS status, job.owner AS owner`,
)

/** Servers that run jobs, and when each was last seen. */
export const jobOwners = query<Record<never, never>>()(
  'servers that run jobs',
  z.object({ id: z.string(), seen: z.string(), host: z.string(), process: z.number() }),
  `MATCH (owner:JobOwner)
   RETURN owner.id AS id, owner.seen AS seen, owner.host AS host, owner.process AS process`,
)

/** Says that a server is there. */
export const seeOwner = query<{ jobOwner: string; seen: string; host: string; process: number }>()(
  'a server that runs jobs is there',
  counted,
  `MERGE (owner:JobOwner {id: $jobOwner})
   SET owner.seen = $seen, owner.host = $host, owner.process = $process
   RETURN count(*) AS count`,
)

/** Forgets servers that are gone. */
export const forgetOwners = query<{ jobOwners: readonly string[] }>()(
  'forget servers that are gone',
  counted,
  `UNWIND $jobOwners AS id
   MATCH (owner:JobOwner {id: id})
   DELETE owner
   RETURN count(*) AS count`,
)

/** Revisions of entities; none of those that are not there. */
export const revisionsOf = query<{ ids: readonly string[] }>()(
  'revisions of what a list touches',
  z.object({ id: z.string(), revision: z.number() }),
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   RETURN entity.id AS id, coalesce(entity.revision, 0) AS revision`,
)

/** Changes of some sources that were taken back whole: of one that is being taken back nothing is counted yet. */
export const takenBackOf = query<{ sources: readonly string[] }>()(
  'changes of sources that were taken back',
  z.object({ change: z.string() }),
  `UNWIND $sources AS id
   MATCH (source:Source {id: id})<-[:CHANGED]-(change:Change)
   WHERE change.operation = 'UNDO' AND change.inverseOf IS NOT NULL AND change.added IS NOT NULL
   RETURN DISTINCT change.inverseOf AS change
   ORDER BY change`,
)

/** The change of the last file of each of some sources, and whether all of that is written. */
export const lastImportsOf = query<{ sources: readonly string[] }>()(
  'last changes by which files of sources came',
  z.object({ source: z.string(), fileHash: z.string(), change: z.string(), number: z.number() }),
  `UNWIND $sources AS id
   MATCH (source:Source {id: id})<-[:CHANGED]-(change:Change)
   WHERE change.operation = 'IMPORT'
   RETURN source.id AS source, coalesce(source.fileHash, '') AS fileHash, change.id AS change, change.number AS number
   ORDER BY source, number`,
)
