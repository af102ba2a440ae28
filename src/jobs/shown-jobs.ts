import { z } from 'zod'
import { decodeCursor } from '../graph/compose/cursor.js'
import { type Page, type PageArguments, pageRead, pageSize } from '../graph/compose/page.js'
import type { GraphReader } from '../graph/graph.js'
import { NotFoundError } from '../kernel/input-errors.js'
import { UNFINISHED } from '../reference/unfinished-imports.js'
import { changesOf, type ShownChange } from '../writing/history/changes.js'
import { importSummary, readColumn } from './job.js'
import {
  type JobRow,
  jobsById,
  jobsCounted,
  jobsListed,
  lastImportsOf,
  progressOfJobs,
  takenBackOf,
} from './job-queries.js'

/** A job as it is answered. */
export interface ShownJob extends JobRow {
  readonly together: JobsTogether
}

/** A page of jobs. */
export interface JobPage extends Omit<Page<ShownJob>, 'totalCount'> {
  /** How many there are in all, counted where it is asked. */
  readonly counted: () => Promise<number>
}

const LIST = 'importJobs'

/** A job; null for an id that none has. */
export async function jobOf(graph: GraphReader, id: string): Promise<ShownJob | null> {
  const [job] = shown(graph, await graph.read(jobsById, { jobs: [id] }))
  return job ?? null
}

/**
 * A job that something was just done with.
 * @throws NotFoundError for an id that none has.
 */
export async function jobThere(graph: GraphReader, id: string): Promise<ShownJob> {
  const job = await jobOf(graph, id)
  if (!job) throw new NotFoundError(id)
  return job
}

/**
 * Jobs, newest first.
 * @throws BadUserInputError for a wrong `first` or `after`.
 */
export async function jobsOf(graph: GraphReader, page: PageArguments): Promise<JobPage> {
  const size = pageSize(page)
  const below = typeof page.after === 'string' ? Number(decodeCursor(page.after, LIST, 1)[0]) : null
  const rows = await graph.read(jobsListed, { below: below ?? Number.MAX_SAFE_INTEGER, limit: size + 1 })
  const nodes = shown(graph, rows.slice(0, size))
  const among = { hasPreviousPage: below !== null, hasNextPage: rows.length > size }
  return {
    ...pageRead(LIST, nodes, among, ({ number }) => [number]),
    counted: async () => (await graph.read(jobsCounted, {}))[0]?.count ?? 0,
  }
}

/** What is kept of a job as a text. */
export const summaryIn = ({ summary }: JobRow) => (summary === null ? null : importSummary.parse(JSON.parse(summary)))
export const columnsIn = ({ columns }: JobRow) => readColumn.array().parse(JSON.parse(columns ?? '[]'))
export const textsIn = (texts: string | null): string[] =>
  z
    .string()
    .array()
    .parse(JSON.parse(texts ?? '[]'))

function shown(graph: GraphReader, rows: readonly JobRow[]): ShownJob[] {
  const together = new JobsTogether(graph, rows)
  return rows.map((row) => ({ ...row, together }))
}

/** How far a job has come. */
interface Done {
  readonly done: number
  readonly total: number
}

/** What is asked of the jobs of a list, each read for all of them once it is asked of one. */
export class JobsTogether {
  private progresses: Promise<ReadonlyMap<string, Done>> | null = null
  private changes: Promise<ReadonlyMap<string, ShownChange>> | null = null
  private unfinished: Promise<ReadonlySet<string>> | null = null
  private takenBack: Promise<ReadonlySet<string>> | null = null

  constructor(
    private readonly graph: GraphReader,
    private readonly jobs: readonly JobRow[],
  ) {}

  async progress(id: string): Promise<Done> {
    this.progresses ??= this.readProgresses()
    return (await this.progresses).get(id) ?? { done: 0, total: 0 }
  }

  async change(id: string): Promise<ShownChange | null> {
    this.changes ??= this.readChanges()
    return (await this.changes).get(id) ?? null
  }

  /** Whether a part of what a change brought is in the graph, and the rest is not. */
  async isUnfinished(change: string): Promise<boolean> {
    this.unfinished ??= this.readUnfinished()
    return (await this.unfinished).has(change)
  }

  /** Whether a change was taken back, whole. */
  async isTakenBack(change: string): Promise<boolean> {
    this.takenBack ??= this.readTakenBack()
    return (await this.takenBack).has(change)
  }

  private async readProgresses(): Promise<ReadonlyMap<string, Done>> {
    const rows = await this.graph.read(progressOfJobs, { jobs: this.jobs.map(({ id }) => id) })
    return new Map(rows.map(({ id, ...done }) => [id, done]))
  }

  private async readChanges(): Promise<ReadonlyMap<string, ShownChange>> {
    const ids = this.jobs.flatMap(({ change }) => change ?? [])
    return new Map((await changesOf(this.graph, ids)).map((change) => [change.id, change]))
  }

  private sources(): string[] {
    return [...new Set(this.jobs.flatMap(({ source }) => source ?? []))]
  }

  private async readTakenBack(): Promise<ReadonlySet<string>> {
    const sources = this.sources()
    const rows = sources.length === 0 ? [] : await this.graph.read(takenBackOf, { sources })
    return new Set(rows.map(({ change }) => change))
  }

  private async readUnfinished(): Promise<ReadonlySet<string>> {
    const sources = this.sources()
    const rows = sources.length === 0 ? [] : await this.graph.read(lastImportsOf, { sources })
    // The last of each source: what came before it is as finished as it ever will be.
    const last = new Map(rows.map((row) => [row.source, row]))
    return new Set([...last.values()].filter(({ fileHash }) => fileHash === UNFINISHED).map(({ change }) => change))
  }
}
