import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Viewer } from '../accounts/viewer.js'
import type { Edition } from '../edition/edition.js'
import { besideOthers, type Graph } from '../graph/graph.js'
import { notTakenText } from '../import/firms/not-taken-file.js'
import { fileName } from '../import/firms/said-of-source.js'
import { HeaderError, ImportError } from '../import/import-error.js'
import { BadUserInputError, ConflictError, NotFoundError } from '../kernel/input-errors.js'
import { RefusedError } from '../kernel/refused-error.js'
import { withoutPersonNumbers } from '../text/person-number.js'
import { Calculations } from './calculations.js'
import { compareList, publishList } from './compare-list.js'
import type { SaidOfList } from './import-readers.js'
import { type ImportKind, type ImportRefusal, type JobStatus, openStatuses } from './job.js'
import { JobFolder } from './job-folder.js'
import { JobOwner, MILLISECONDS_BETWEEN_SIGNS } from './job-owner.js'
import { JobProgress } from './job-progress.js'
import { jobsById, openJobs } from './job-queries.js'
import { changeJob, changeJobIn, keepCompared, keepJob, keepRefused, MOST_REFUSALS, readRefusals } from './job-store.js'
import { LiveJob } from './live-job.js'
import { ChangedSinceError, ShownChanges } from './shown-changes.js'
import { TooManyJobsError } from './too-many-jobs.js'

/** How long who confirms or ends a job waits for what becomes of it; it goes on by itself after that. */
const LONGEST_ANSWER = 3_000
/** How long a file is kept that waits for somebody. */
const KEPT_MILLISECONDS = 24 * 3_600_000
/** How often a server looks whether another one still writes. */
const LOOK_MILLISECONDS = 1_000
/** Jobs that wait at a time. */
const MOST_OPEN = 100

/** A list that comes in. */
export interface ListBrought {
  readonly kind: ImportKind
  readonly said: SaidOfList
  readonly viewer: Viewer
}

/** A file of a job that is not begun yet. */
export interface KeptFile {
  readonly job: string
  readonly path: string
}

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
  private readonly live = new Map<string, LiveJob>()
  private queue: Promise<void> = Promise.resolve()
  private begun: Promise<Graph> | null = null
  private signs: NodeJS.Timeout | null = null
  private isEnding = false

  /** @param holder has the graph, once it is open. */
  constructor(
    private readonly holder: { readonly graph: Graph | null; readonly edition: Edition },
    { folder = new JobFolder(), owner = new JobOwner(), log = { error() {} } }: Around = {},
  ) {
    this.folder = folder
    this.owner = owner
    this.log = log
    this.calculations = new Calculations({ holder, begin: () => this.begin(), owner, log })
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
    this.enqueue(job, () => this.compare(graph, job))
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
    await changeJob(graph, id, { status: 'QUEUED', message: null })
    const answered = job.answered()
    this.enqueue(job, () => this.store(graph, job, viewer))
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
    this.enqueue(job, () => this.compare(graph, job))
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
    await this.ended(graph, job, 'CANCELLED', 'Somebody ended it; nothing was stored')
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
    const rows = await readRefusals(await this.begin(), id, { first: MOST_REFUSALS, skip: 0 })
    return rows.length === 0 ? null : { text: refusedText(rows) }
  }

  private async beginOn(graph: Graph | null): Promise<Graph> {
    if (!graph) throw new Error('no graph is open')
    await this.folder.sweep()
    await this.owner.see(graph)
    this.signs = setInterval(
      () => void this.look(graph).catch((error) => this.log.error(error)),
      MILLISECONDS_BETWEEN_SIGNS,
    )
    this.signs.unref()
    return graph
  }

  /** Now and then: says that this server is there, and takes away what nobody asked about for long. */
  private async look(graph: Graph): Promise<void> {
    if (this.calculations.isBusy || (await graph.read(openJobs, { openStatuses })).length > 0)
      await this.owner.see(graph)
    for (const job of this.live.values()) {
      if (job.unsaid) await this.say(graph, job, job.unsaid)
      if (job.keptUntil === null || job.keptUntil > Date.now()) continue
      if (job.status === 'READY') await this.ended(graph, job, 'CANCELLED', 'Nobody confirmed it within a day')
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

  /** Holds a list against the graph, for somebody to look at what it would change. */
  private async compare(graph: Graph, job: LiveJob, message: string | null = null): Promise<void> {
    const { signal } = job.ending
    job.status = 'COMPARING'
    await changeJob(graph, job.id, { status: 'COMPARING', message })
    const progress = new JobProgress(graph, job.id)
    const nothing = { begins: async () => undefined, ends: async () => undefined }
    const watch = new ShownChanges(signal, await graph.generation(), null, nothing)
    try {
      const compared = await compareList({ graph: besideOthers(graph), edition: this.holder.edition }, job, watch, {
        signal,
        progress,
      })
      await progress.settle(true)
      job.refusedFile = await this.listed(job)
      if (signal.aborted) return
      job.shown = watch.digest()
      job.said = { ...job.said, file: { ...job.said.file, title: compared.title } }
      await keepCompared(graph, job.id, compared, watch.refused, { status: 'READY', message })
      if (signal.aborted) return
      job.status = 'READY'
      job.keptUntil = Date.now() + KEPT_MILLISECONDS
    } catch (error) {
      await progress.settle(false)
      if (signal.aborted) return
      job.refusedFile = await this.listed(job)
      const columns = error instanceof HeaderError ? { columns: JSON.stringify(error.columns) } : {}
      await graph.transaction(async (transaction) => {
        await keepRefused(transaction, job.id, watch.refused)
        await changeJobIn(transaction, job.id, columns)
      })
      await this.ended(graph, job, 'FAILED', await this.wordsOf(error), true)
    }
  }

  /** Stores what was shown; where that is not what would be stored now, it is shown anew. */
  private async store(graph: Graph, job: LiveJob, viewer: Viewer): Promise<void> {
    const { signal } = job.ending
    // Of all servers on a graph one writes at a time.
    while (!signal.aborted && (await this.owner.othersWrite(graph)))
      await wait(LOOK_MILLISECONDS, null, { signal }).catch(() => undefined)
    job.status = 'COMPARING'
    await changeJob(graph, job.id, { status: 'COMPARING' })
    const progress = new JobProgress(graph, job.id)
    const watch = new ShownChanges(signal, await graph.generation(), job.shown, {
      begins: async (transaction, begun) => {
        await changeJobIn(transaction, job.id, { ...begun, status: 'RUNNING' })
        job.status = 'RUNNING'
        job.answer('STORED')
      },
      ends: async (transaction) => {
        await progress.completeIn(transaction)
        await changeJobIn(transaction, job.id, { status: 'DONE' })
      },
    })
    try {
      await publishList({ graph: besideOthers(graph), edition: this.holder.edition }, job, watch, {
        viewer,
        signal,
        progress,
      })
      // Where nothing had to be written nobody has held it against what was shown.
      if (job.status === 'COMPARING') watch.requireShown()
      await progress.settle(true)
      await this.ended(graph, job, 'DONE', null)
    } catch (error) {
      await progress.settle(false)
      if (error instanceof ChangedSinceError) {
        job.status = 'COMPARING'
        job.answer('CHANGED')
        await this.compare(graph, job, `${error.message}: this is what it would change now`)
        return
      }
      const [stored] = await graph.read(jobsById, { jobs: [job.id] }).catch(() => [])
      const isBegun = typeof stored?.change === 'string'
      if (signal.aborted) {
        const message = isBegun ? 'What it stored until then stays, unfinished' : 'Nothing was stored'
        await this.ended(graph, job, this.isEnding ? 'BROKEN_OFF' : 'CANCELLED', message)
      } else {
        const words = await this.wordsOf(error)
        await this.ended(
          graph,
          job,
          'FAILED',
          isBegun ? `${words}; what it stored until then stays, unfinished` : words,
        )
      }
    }
  }

  /** @param isKept whether its file stays for a day, to be read in another way. */
  private async ended(
    graph: Graph,
    job: LiveJob,
    status: JobStatus,
    message: string | null,
    isKept = false,
  ): Promise<void> {
    job.status = status
    job.keptUntil = Date.now() + KEPT_MILLISECONDS
    job.hasFile = isKept
    await this.say(graph, job, { status, message })
    job.answer('ENDED')
    if (!isKept) await this.folder.forgetFile(job.path)
  }

  /** Keeps in the graph what became of a job; what cannot be kept now is tried again. */
  private async say(graph: Graph, job: LiveJob, said: NonNullable<LiveJob['unsaid']>): Promise<void> {
    job.unsaid = said
    await changeJob(graph, job.id, said).then(
      () => {
        job.unsaid = null
      },
      (error) => this.log.error(error),
    )
  }

  private async listed({ path }: LiveJob): Promise<string | null> {
    const refused = `${path}.refused.csv`
    const isThere = await stat(refused).then(
      () => true,
      () => false,
    )
    return isThere ? refused : null
  }

  /** What is told of why a list is not brought in. */
  private async wordsOf(error: unknown): Promise<string> {
    if (error instanceof ImportError || error instanceof RefusedError || error instanceof BadUserInputError) {
      return withoutPersonNumbers(await this.folder.withoutPath(error.message))
    }
    this.log.error(error)
    return 'Something went wrong here'
  }
}

/** As the file beside a list has them. */
const refusedText = (rows: readonly ImportRefusal[]): string =>
  notTakenText(
    rows.map(({ firm, column, cell, ...row }) => ({
      ...row,
      ...{ firm: firm ?? '', column: column ?? '', cell: cell ?? '' },
    })),
    ',',
  )

const isOpen = (status: JobStatus): boolean => ['QUEUED', 'COMPARING', 'READY', 'RUNNING'].includes(status)
