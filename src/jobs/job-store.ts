import type { Graph, GraphReader, GraphTransaction } from '../graph/graph.js'
import type { QueryValue } from '../graph/query.js'
import type { RefusedRows } from '../import/firms/refusal.js'
import { type Compared, type ImportKind, type ImportRefusal, importRefusal, type JobStatus } from './job.js'
import {
  createJob,
  forgetRefusals,
  jobsById,
  keepRefusals,
  nextJobNumber,
  refusalsOfJob,
  setJob,
  setProgress,
} from './job-queries.js'

/** What is kept of what a job refused: more is in the file that it is listed in. */
export const MOST_REFUSALS = 1_000
/** Of these, how many stand in one node: a cell has some hundred letters. */
const REFUSALS_A_PART = 100

/** What a job begins with. */
export interface NewJob {
  readonly id: string
  readonly kind: ImportKind
  readonly at: string
  readonly author: string
  readonly file: string
  readonly title: string | null
  readonly update: boolean
  /** The server that runs it. */
  readonly owner: string
}

/** What is changed of a job; what is left out stays. */
export interface JobChanges {
  readonly status?: JobStatus
  readonly title?: string | null
  readonly update?: boolean
  readonly message?: string | null
  /** As a text. */
  readonly columns?: string
  readonly source?: string
  readonly change?: string
}

/** Keeps a job. None of what is kept of jobs is shown by another answer than theirs. */
export async function keepJob(graph: Graph, job: NewJob): Promise<void> {
  await graph.transaction(async (transaction) => {
    if ((await transaction.read(jobsById, { jobs: [job.id] })).length > 0) return
    const [next] = await transaction.writeUnshown(nextJobNumber, {})
    if (!next) throw new Error('the graph has no state to count jobs by')
    await transaction.writeUnshown(createJob, { begunJob: { ...job, number: next.number, status: 'QUEUED' } })
  })
}

/** Changes what is kept of a job, within a transaction of something else. */
export const changeJobIn = async (transaction: GraphTransaction, job: string, changes: JobChanges): Promise<void> => {
  await transaction.writeUnshown(setJob, { job, jobSaid: said(changes) })
}

/** Changes what is kept of a job. */
export const changeJob = (graph: Graph, job: string, changes: JobChanges): Promise<void> =>
  graph.transaction((transaction) => changeJobIn(transaction, job, changes))

const said = (changes: JobChanges): QueryValue => ({ ...changes })

/** Keeps what a list would change, and what of it is not taken. */
export async function keepCompared(
  graph: Graph,
  job: string,
  { title, rows, summary, columns, remarks, asks }: Compared,
  refused: RefusedRows,
  changes: JobChanges,
): Promise<void> {
  const texts = {
    ...{ summary: JSON.stringify(summary), columns: JSON.stringify(columns) },
    ...{ remarks: JSON.stringify(remarks), asks: JSON.stringify(asks) },
  }
  await graph.transaction(async (transaction) => {
    await keepRefused(transaction, job, refused)
    await transaction.writeUnshown(setJob, { job, jobSaid: { title, rows, ...texts, ...changes } })
  })
}

/** Keeps what of a list is not taken, within a transaction; what was kept of it before goes. */
export async function keepRefused(transaction: GraphTransaction, job: string, refused: RefusedRows): Promise<void> {
  await transaction.writeUnshown(forgetRefusals, { job })
  const rows = refused.first(MOST_REFUSALS).map(
    ({ line, what, firm, column, cell, reason }): ImportRefusal => ({
      ...{ line, what, reason },
      ...{ firm: firm || null, column: column || null, cell: cell || null },
    }),
  )
  const parts: QueryValue[] = []
  for (let begin = 0; begin < rows.length; begin += REFUSALS_A_PART) {
    const number = parts.length
    const text = JSON.stringify(rows.slice(begin, begin + REFUSALS_A_PART))
    parts.push({ id: `${job} ${number}`, job, number, text })
  }
  if (parts.length > 0) await transaction.writeUnshown(keepRefusals, { refusalParts: parts })
  await transaction.writeUnshown(setJob, { job, jobSaid: { refused: refused.count + refused.cells } })
}

/** Some of what a job refused, by line: of the first thousand. */
export async function readRefusals(
  graph: GraphReader,
  job: string,
  { first, skip }: { readonly first: number; readonly skip: number },
): Promise<ImportRefusal[]> {
  const firstPart = Math.floor(skip / REFUSALS_A_PART)
  const lastPart = Math.floor((skip + first - 1) / REFUSALS_A_PART)
  const parts = await graph.read(refusalsOfJob, { job, firstPart, lastPart })
  const rows = parts.flatMap(({ text }) => importRefusal.array().parse(JSON.parse(text)))
  const begin = skip - firstPart * REFUSALS_A_PART
  return rows.slice(begin, begin + first)
}

/** Says how far a job has come. */
export const noteProgress = (graph: Graph, job: string, done: number, total: number): Promise<void> =>
  graph.transaction((transaction) => noteProgressIn(transaction, job, done, total))

/** The same within a transaction of something else. */
export const noteProgressIn = async (
  transaction: GraphTransaction,
  job: string,
  done: number,
  total: number,
): Promise<void> => {
  await transaction.writeUnshown(setProgress, { job, done, total })
}
