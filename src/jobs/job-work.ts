import { setTimeout as wait } from 'node:timers/promises'
import type { Viewer } from '../accounts/viewer.js'
import type { Edition } from '../edition/edition.js'
import { besideOthers, type Graph } from '../graph/graph.js'
import { HeaderError, ImportError } from '../import/import-error.js'
import { BadUserInputError } from '../kernel/input-errors.js'
import { RefusedError } from '../kernel/refused-error.js'
import { withoutPersonNumbers } from '../text/person-number.js'
import { compareList, publishList } from './compare-list.js'
import type { JobFolder } from './job-folder.js'
import type { JobOwner } from './job-owner.js'
import { JobProgress } from './job-progress.js'
import { jobsById } from './job-queries.js'
import { changeJob, changeJobIn, keepCompared, keepRefused } from './job-store.js'
import type { JobEnd, LiveJob } from './live-job.js'
import { refusedFileOf } from './refused-list.js'
import { ChangedSinceError, ShownChanges } from './shown-changes.js'

/** How long a file is kept that waits for somebody. */
const KEPT_MILLISECONDS = 24 * 3_600_000
/** How often a server looks whether another one still writes. */
const LOOK_MILLISECONDS = 1_000

/** What a job is done with. */
interface Around {
  readonly edition: Edition
  readonly folder: JobFolder
  readonly owner: JobOwner
  /** Hears what is a fault of this program or of its database. */
  readonly log: { error(error: unknown): void }
  /** Whether the server ends. */
  readonly isEnding: () => boolean
}

/** What is done with a job once it is its turn, and what is kept of how it ends. */
export class JobWork {
  constructor(private readonly around: Around) {}

  /** Holds a list against the graph, for somebody to look at what it would change. */
  async compare(graph: Graph, job: LiveJob, message: string | null = null): Promise<void> {
    const { signal } = job.ending
    job.status = 'COMPARING'
    await changeJob(graph, job.id, { status: 'COMPARING', message })
    const progress = new JobProgress(graph, job.id)
    const nothing = { begins: async () => undefined, ends: async () => undefined }
    const watch = new ShownChanges(signal, await graph.generation(), null, nothing)
    try {
      const compared = await compareList({ graph: besideOthers(graph), edition: this.around.edition }, job, watch, {
        signal,
        progress,
      })
      await progress.settle(true)
      job.refusedFile = await refusedFileOf(job.path)
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
      job.refusedFile = await refusedFileOf(job.path)
      const columns = error instanceof HeaderError ? { columns: JSON.stringify(error.columns) } : {}
      await graph.transaction(async (transaction) => {
        await keepRefused(transaction, job.id, watch.refused)
        await changeJobIn(transaction, job.id, columns)
      })
      await this.ended(graph, job, { status: 'FAILED', message: await this.wordsOf(error) }, true)
    }
  }

  /** Stores what was shown; where that is not what would be stored now, it is shown anew. */
  async store(graph: Graph, job: LiveJob, viewer: Viewer): Promise<void> {
    const { signal } = job.ending
    // Of all servers on a graph one writes at a time.
    while (!signal.aborted && (await this.around.owner.othersWrite(graph)))
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
      await publishList({ graph: besideOthers(graph), edition: this.around.edition }, job, watch, {
        viewer,
        signal,
        progress,
      })
      // Where nothing had to be written nobody has held it against what was shown.
      if (job.status === 'COMPARING') watch.requireShown()
      await progress.settle(true)
      await this.ended(graph, job, { status: 'DONE', message: null })
    } catch (error) {
      await progress.settle(false)
      if (error instanceof ChangedSinceError) {
        job.status = 'COMPARING'
        job.answer('CHANGED')
        await this.compare(graph, job, `${error.message}: this is what it would change now`)
        return
      }
      await this.ended(graph, job, await this.brokenOff(graph, job, error))
    }
  }

  /** What is said of a list that is not stored, or only a part of it. */
  private async brokenOff(graph: Graph, { id, ending }: LiveJob, error: unknown): Promise<JobEnd> {
    const [stored] = await graph.read(jobsById, { jobs: [id] }).catch(() => [])
    const isBegun = typeof stored?.change === 'string'
    if (ending.signal.aborted) {
      const message = isBegun ? 'What it stored until then stays, unfinished' : 'Nothing was stored'
      return { status: this.around.isEnding() ? 'BROKEN_OFF' : 'CANCELLED', message }
    }
    const words = await this.wordsOf(error)
    return { status: 'FAILED', message: isBegun ? `${words}; what it stored until then stays, unfinished` : words }
  }

  /**
   * Ends a job.
   * @param isKept whether its file stays for a day, to be read in another way.
   */
  async ended(graph: Graph, job: LiveJob, end: JobEnd, isKept = false): Promise<void> {
    job.status = end.status
    job.keptUntil = Date.now() + KEPT_MILLISECONDS
    job.hasFile = isKept
    await this.say(graph, job, end)
    job.answer('ENDED')
    if (!isKept) await this.around.folder.forgetFile(job.path)
  }

  /** Keeps in the graph what became of a job; what cannot be kept now is tried again. */
  async say(graph: Graph, job: LiveJob, end: JobEnd): Promise<void> {
    job.unsaid = end
    await changeJob(graph, job.id, end).then(
      () => {
        job.unsaid = null
      },
      (error) => this.around.log.error(error),
    )
  }

  /** What is told of why a list is not brought in. */
  private async wordsOf(error: unknown): Promise<string> {
    if (error instanceof ImportError || error instanceof RefusedError || error instanceof BadUserInputError) {
      return withoutPersonNumbers(await this.around.folder.withoutPath(error.message))
    }
    this.around.log.error(error)
    return 'Something went wrong here'
  }
}
