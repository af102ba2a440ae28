import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Viewer } from '../accounts/viewer.js'
import type { Edition } from '../edition/edition.js'
import type { Graph } from '../graph/graph.js'
import { fileName } from '../import/firms/said-of-source.js'
import { ConflictError, NotFoundError } from '../kernel/input-errors.js'
import { Calculations } from './calculations.js'
import type { SaidOfList } from './import-readers.js'
import { type ImportKind, isOpen, type JobStatus, openStatuses } from './job.js'
import { JobFolder } from './job-folder.js'
import { JobOwner, MILLISECONDS_BETWEEN_SIGNS } from './job-owner.js'
import { jobsById, openJobs } from './job-queries.js'
import { changeJob, keepJob } from './job-store.js'
import { JobWork } from './job-work.js'
import { LiveJob } from './live-job.js'
import { forgetOldJobs } from './old-jobs.js'
import { keptRefusals } from './refused-list.js'
import { ChangedSinceError } from './shown-changes.js'
import { TooManyJobsError } from './too-many-jobs.js'

/** How long who confirms or ends a job waits for what becomes of it; it goes on by itself after that. */
const LONGEST_ANSWER = 3_000
const DAY = 86_400_000
/** Jobs that wait at a time. */
const MOST_OPEN = 100

/** A list that comes in. */
interface ListBrought {
  readonly kind: ImportKind
  readonly said: SaidOfList
  readonly viewer: Viewer
}

/** A file of a job that is not begun yet. */
export interface KeptFile {
  readonly job: string
  readonly path: string
}

/** How a job ends that nobody confirms. */
const unconfirmed = { status: 'CANCELLED', message: 'Nobody confirmed it within a day' } as const

/** What runs jobs. */
interface Around {
  readonly folder?: JobFolder
  readonly owner?: JobOwner
  /** Hears what is a fault of this program or of its database. */
  readonly log?: { error(error: unknown): void }
}

/**
 * Brings lists in while the server runs: one at a time, in the order in which they came. Each is held against the graph
 * first, and stored only once somebody has seen what it would change and says so.
 */
export class Jobs {
  /** What is calculated at length, beside lists. */
  readonly calculations: Calculations
  private readonly folder: JobFolder
  private readonly owner: JobOwner
  private readonly log: NonNullable<Around['log']>
  private readonly work: JobWork
  private readonly live = new Map<string, LiveJob>()
  private queue: Promise<void> = Promise.resolve()
  private begun: Promise<Graph> | null = null
  private signs: NodeJS.Timeout | null = null
  private isEnding = false
  private forgetAt = 0

  /** @param holder has the graph, once it is open. */
  constructor(
    private readonly holder: { readonly graph: Graph | null; readonly edition: Edition },
    { folder = new JobFolder(), owner = new JobOwner(), log = { error() {} } }: Around = {},
  ) {
    this.folder = folder
    this.owner = owner
    this.log = log
    this.calculations = new Calculations({ holder, begin: () => this.begin(), owner, log })
    this.work = new JobWork({ edition: holder.edition, folder, owner, log, isEnding: () => this.isEnding })
  }

  /**
   * Says what was broken off when an earlier server ended, and takes away what it left. Done once; the first job does it
   * where nobody has.
   */
  begin(): Promise<Graph> {
    const begun = this.begun ?? this.beginOn(this.holder.graph)
    this.begun = begun
    // What cannot be begun now may be later.
    begun.catch(() => {
      this.begun = null
    })
    return begun
  }

  /** Ends what runs after what it just writes; all that is open is broken off. */
  async end(): Promise<void> {
    this.isEnding = true
    if (this.signs) clearInterval(this.signs)
    for (const job of this.live.values()) job.ending.abort()
    await Promise.all([this.queue, this.calculations.end()])
    if (this.begun) await this.begun.then((graph) => this.owner.leave(graph)).catch((error) => this.log.error(error))
    await this.folder.end()
  }

  /**
   * Keeps a file that comes in.
   * @throws DiskFullError; TooManyJobsError.
   */
  async keepFile(name: string, content: Readable): Promise<KeptFile> {
    const open = [...this.live.values()].filter(({ status }) => isOpen(status))
    if (open.length >= MOST_OPEN)
      throw new TooManyJobsError(`${MOST_OPEN} lists wait already: settle some of them first`)
    const job = `job:${randomUUID()}`
    return { job, path: await this.folder.keep(job, name, content) }
  }

  /** Takes away a file of which nothing becomes. */
  forgetFile({ job }: KeptFile): Promise<void> {
    return this.folder.forget(job)
  }

  /** Begins a job for a file that was kept, and returns its id. */
  async bring({ job: id, path }: KeptFile, { kind, said, viewer }: ListBrought): Promise<string> {
    const graph = await this.begin()
    await this.owner.see(graph)
    const job = new LiveJob(id, kind, path, said)
    await keepJob(graph, {
      ...{ id, kind, at: new Date().toISOString(), author: viewer.name, owner: this.owner.id },
      ...{ file: fileName(path), title: said.file.title, update: said.update },
    })
    this.live.set(id, job)
    this.enqueue(job, () => this.work.compare(graph, job))
    return id
  }

  /**
   * Stores what a job showed. Answers once that is begun, or after a few seconds, and goes on.
   * @throws NotFoundError; ConflictError for one that does not wait to be confirmed, or where the graph has changed.
   */
  async confirm(id: string, viewer: Viewer): Promise<void> {
    const { graph, job } = await this.found(id)
    if (job.status !== 'READY')
      throw new ConflictError(`${id} cannot be confirmed: it is ${job.status}`, { changes: [] })
    job.keptUntil = null
    job.status = 'QUEUED'
    const answered = job.answered()
    // In its place before anything is waited for: of two that are confirmed at once, the first stores.
    const marked = changeJob(graph, id, { status: 'QUEUED', message: null })
    this.enqueue(job, async () => {
      await marked
      await this.work.store(graph, job, viewer)
    })
    await marked
    if ((await Promise.race([answered, wait(LONGEST_ANSWER, null, { ref: false })])) === 'CHANGED') {
      throw new ConflictError(`${new ChangedSinceError().message}: ${id} is compared again`, { changes: [] })
    }
  }

  /**
   * Reads a file that waits anew, as somebody says.
   * @throws NotFoundError; ConflictError for one that does not wait.
   */
  async settle(id: string, change: (said: SaidOfList) => SaidOfList): Promise<void> {
    const { graph, job } = await this.found(id)
    // One that could not be read waits too, until its file is taken away.
    if (job.status !== 'READY' && !(job.status === 'FAILED' && job.hasFile)) {
      throw new ConflictError(`${id} cannot be read anew: it is ${job.status}`, { changes: [] })
    }
    const said = change(job.said)
    job.said = said
    job.shown = null
    job.keptUntil = null
    job.status = 'QUEUED'
    await changeJob(graph, id, { status: 'QUEUED', message: null, title: said.file.title, update: said.update })
    this.enqueue(job, () => this.work.compare(graph, job))
  }

  /**
   * Ends a job; one that writes ends after what it just writes.
   * @throws NotFoundError; ConflictError for one that has ended.
   */
  async cancel(id: string): Promise<void> {
    const { graph, job } = await this.found(id)
    if (!isOpen(job.status)) throw new ConflictError(`${id} has ended: it is ${job.status}`, { changes: [] })
    job.ending.abort()
    if (job.status === 'RUNNING') {
      await Promise.race([job.answered(), wait(LONGEST_ANSWER, null, { ref: false })])
      return
    }
    await this.work.ended(graph, job, { status: 'CANCELLED', message: 'Somebody ended it; nothing was stored' })
  }

  /** Where a job stands; null for an id that none has. */
  async statusOf(id: string): Promise<JobStatus | null> {
    const [stored] = await (await this.begin()).read(jobsById, { jobs: [id] })
    return stored?.status ?? null
  }

  /**
   * What a job refused, as CSV: in a file where all of it is listed, as long as that is kept; else the first thousand.
   * Null where nothing was refused.
   */
  async refusedList(id: string): Promise<{ readonly path: string } | { readonly text: string } | null> {
    const path = this.live.get(id)?.refusedFile ?? null
    if (path !== null) return { path }
    const text = await keptRefusals(await this.begin(), id)
    return text === null ? null : { text }
  }

  private async beginOn(graph: Graph | null): Promise<Graph> {
    if (!graph) throw new Error('no graph is open')
    await this.folder.sweep()
    await this.owner.see(graph)
    await this.forgetOld(graph)
    this.signs = setInterval(
      () => void this.look(graph).catch((error) => this.log.error(error)),
      MILLISECONDS_BETWEEN_SIGNS,
    )
    this.signs.unref()
    return graph
  }

  /** Once a day takes away what is kept of jobs that ended long ago. */
  private async forgetOld(graph: Graph): Promise<void> {
    const now = Date.now()
    if (now < this.forgetAt) return
    this.forgetAt = now + DAY
    await forgetOldJobs(graph, now)
  }

  /** Now and then: says that this server is there, and takes away what nobody asked about for long. */
  private async look(graph: Graph): Promise<void> {
    await this.forgetOld(graph)
    if (this.calculations.isBusy || (await graph.read(openJobs, { openStatuses })).length > 0)
      await this.owner.see(graph)
    for (const job of this.live.values()) {
      if (job.unsaid) await this.work.say(graph, job, job.unsaid)
      if (job.keptUntil === null || job.keptUntil > Date.now()) continue
      if (job.status === 'READY') await this.work.ended(graph, job, unconfirmed)
      await this.folder.forget(job.id)
      this.live.delete(job.id)
    }
  }

  private async found(id: string): Promise<{ readonly graph: Graph; readonly job: LiveJob }> {
    const graph = await this.begin()
    const job = this.live.get(id)
    if (job) return { graph, job }
    const [stored] = await graph.read(jobsById, { jobs: [id] })
    if (!stored) throw new NotFoundError(id)
    const why = isOpen(stored.status) ? 'it is of another server' : `it is ${stored.status}`
    throw new ConflictError(`Nothing can be done with ${id} here: ${why}`, { changes: [] })
  }

  /** Does what no job may compare or write beside, after those that wait. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.queue.then(work)
    this.queue = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }

  private enqueue(job: LiveJob, work: () => Promise<void>): void {
    this.queue = this.queue.then(async () => {
      if (job.ending.signal.aborted || this.isEnding) return
      await work().catch((error) => this.log.error(error))
    })
  }
}
