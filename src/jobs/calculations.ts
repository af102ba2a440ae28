import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Viewer } from '../accounts/viewer.js'
import type { Edition } from '../edition/edition.js'
import type { Knowledge } from '../edition/knowledge.js'
import { besideOthers, type Graph } from '../graph/graph.js'
import { AmbiguousSectorError, BadUserInputError, ConflictError, NotFoundError } from '../kernel/input-errors.js'
import { USUAL_CORRELATION } from '../spillover/uncertainty/correlation.js'
import { type DrawWorkers, openDrawWorkers } from '../spillover/uncertainty/draw-workers.js'
import { withoutPersonNumbers } from '../text/person-number.js'
import type { DrawsToMake, RunToStore } from './calculation.js'
import { calculationsById } from './calculation-queries.js'
import {
  type CalculationChanges,
  changeCalculation,
  keepCalculation,
  type NewCalculation,
} from './calculation-store.js'
import { type CalculationWatch, checkDrawsToMake, checkRunToStore, makeDraws, storeRun } from './calculation-work.js'
import type { JobStatus } from './job.js'
import { JobProgress } from './job-progress.js'
import { maySee } from './shown-calculations.js'
import { TooManyJobsError } from './too-many-jobs.js'

/** How long who ends a calculation waits for its end. */
const LONGEST_ANSWER = 3_000
/** After how long it is tried again to keep what became of a calculation. */
const TRY_AGAIN = 5_000
/** Calculations that wait at a time, of an account and in all. */
const MOST_OF_ACCOUNT = 5
const MOST_OPEN = 50

/** What calculations are made beside. */
interface Around {
  readonly holder: { readonly edition: Edition }
  /** Says what an earlier server left, and has the graph then. */
  readonly begin: () => Promise<Graph>
  /** This server, among those on the graph. */
  readonly owner: { readonly id: string; see(graph: Graph): Promise<void> }
  /** Hears what is a fault of this program or of its database. */
  readonly log: { error(error: unknown): void }
}

/** A calculation as the server knows it that makes it. */
interface LiveCalculation {
  readonly id: string
  readonly author: string
  status: JobStatus
  readonly ending: AbortController
  /** Settles once it has ended. */
  ended: Promise<void>
}

type Work = (knowledge: Knowledge<Graph>, watch: CalculationWatch) => Promise<CalculationChanges>

/** Makes calculations that take longer than a request may: one at a time, in the order in which they came. */
export class Calculations {
  private readonly live = new Map<string, LiveCalculation>()
  private queue: Promise<void> = Promise.resolve()
  /** Threads of their own, so that a request's draws wait for none of an hour. */
  private readonly workers: DrawWorkers = openDrawWorkers(Math.max(1, Math.floor((availableParallelism() - 1) / 2)))
  private isEnding = false

  constructor(private readonly around: Around) {}

  /** Whether something is calculated, or waits. */
  get isBusy(): boolean {
    return this.live.size > 0
  }

  /**
   * Begins to make draws, and returns the job's id.
   * @throws BadUserInputError for draws that a job does not make either; what `filledQuestion` throws; TooManyJobsError.
   */
  startDraws(asked: DrawsToMake, viewer: Viewer): Promise<string> {
    const { draws, seed } = asked
    const correlation = asked.correlation ?? USUAL_CORRELATION
    return this.start({ kind: 'DRAWS', draws, seed, correlation, name: null }, viewer, {
      check: (knowledge) => checkDrawsToMake(knowledge, asked),
      work: (knowledge, watch) => makeDraws(knowledge, asked, this.workers, watch),
    })
  }

  /**
   * Begins to store a run, and returns the job's id.
   * @throws what `storeSpillover` throws of what is asked; TooManyJobsError.
   */
  startRun(asked: RunToStore, viewer: Viewer): Promise<string> {
    return this.start({ kind: 'RUN', draws: null, seed: null, correlation: null, name: asked.name }, viewer, {
      check: (knowledge) => checkRunToStore(knowledge, asked),
      work: (knowledge, watch) => storeRun(knowledge, asked, viewer, watch),
    })
  }

  /**
   * Ends a calculation.
   * @throws NotFoundError for one that the viewer may not see; ConflictError for one that has ended.
   */
  async cancel(id: string, viewer: Viewer): Promise<void> {
    const graph = await this.around.begin()
    const [stored] = await graph.read(calculationsById, { jobs: [id] })
    if (!stored || !maySee(viewer, stored)) throw new NotFoundError(id)
    const calculation = this.live.get(id)
    if (!calculation) {
      const isOpen = stored.status === 'QUEUED' || stored.status === 'RUNNING'
      const why = isOpen ? 'it is of another server' : `it is ${stored.status}`
      throw new ConflictError(`${id} cannot be ended here: ${why}`, { changes: [] })
    }
    calculation.ending.abort()
    if (calculation.status === 'QUEUED') await this.become(graph, calculation, 'CANCELLED', 'Somebody ended it')
    else await Promise.race([calculation.ended, wait(LONGEST_ANSWER, null, { ref: false })])
  }

  /** Ends what is calculated: it is broken off, as all is that waits. */
  async end(): Promise<void> {
    this.isEnding = true
    for (const { ending } of this.live.values()) ending.abort()
    await this.queue
    await this.workers.end()
  }

  private async start(
    said: Pick<NewCalculation, 'kind' | 'draws' | 'seed' | 'correlation' | 'name'>,
    { name: author }: Viewer,
    { check, work }: { readonly check: (knowledge: Knowledge<Graph>) => Promise<void>; readonly work: Work },
  ): Promise<string> {
    this.requireRoom(author)
    const graph = await this.around.begin()
    const knowledge = { graph: besideOthers(graph), edition: this.around.holder.edition }
    await check(knowledge)
    await this.around.owner.see(graph)
    // Asked anew, since others may have come meanwhile; from here on it counts.
    this.requireRoom(author)
    const id = `calculation:${randomUUID()}`
    const calculation: LiveCalculation = {
      ...{ id, author, status: 'QUEUED', ending: new AbortController(), ended: Promise.resolve() },
    }
    this.live.set(id, calculation)
    try {
      const at = new Date().toISOString()
      await keepCalculation(graph, { ...said, id, at, author, owner: this.around.owner.id })
    } catch (error) {
      this.live.delete(id)
      throw error
    }
    this.queue = this.queue.then(() => this.make(knowledge, calculation, work))
    calculation.ended = this.queue
    return id
  }

  private requireRoom(author: string): void {
    const own = [...this.live.values()].filter((each) => each.author === author)
    if (own.length >= MOST_OF_ACCOUNT) {
      throw new TooManyJobsError(`${MOST_OF_ACCOUNT} calculations of yours wait already: wait for one, or end one`)
    }
    if (this.live.size >= MOST_OPEN) throw new TooManyJobsError(`${MOST_OPEN} calculations wait already: try later`)
  }

  private async make(knowledge: Knowledge<Graph>, calculation: LiveCalculation, work: Work): Promise<void> {
    const { graph } = knowledge
    const { signal } = calculation.ending
    // What waits while the server ends is broken off with all that is this server's.
    if (signal.aborted) return void this.live.delete(calculation.id)
    const progress = new JobProgress(graph, calculation.id)
    try {
      calculation.status = 'RUNNING'
      await changeCalculation(graph, calculation.id, { status: 'RUNNING' })
      const given = await work(knowledge, {
        ...{ job: calculation.id, signal, progress },
        isLeft: () => this.isEnding,
      })
      await progress.settle(true)
      await this.become(graph, calculation, 'DONE', null, given)
    } catch (error) {
      await progress.settle(false)
      if (this.isEnding) await this.become(graph, calculation, 'BROKEN_OFF', 'The server ended')
      else if (signal.aborted) await this.become(graph, calculation, 'CANCELLED', 'Somebody ended it')
      else await this.become(graph, calculation, 'FAILED', this.wordsOf(error))
    }
  }

  /** Keeps what became of a calculation; what cannot be kept now is tried again, before the next one begins. */
  private async become(
    graph: Graph,
    calculation: LiveCalculation,
    status: JobStatus,
    message: string | null,
    given: CalculationChanges = {},
  ): Promise<void> {
    calculation.status = status
    for (let isKept = false; !isKept; ) {
      isKept = await changeCalculation(graph, calculation.id, { ...given, status, message }).then(
        () => true,
        (error) => {
          this.around.log.error(error)
          return this.isEnding
        },
      )
      if (!isKept) await wait(TRY_AGAIN, null, { ref: false })
    }
    this.live.delete(calculation.id)
  }

  /** What is told of why nothing is calculated. */
  private wordsOf(error: unknown): string {
    const isOfQuestion = [BadUserInputError, NotFoundError, AmbiguousSectorError].some((kind) => error instanceof kind)
    if (isOfQuestion && error instanceof Error) return withoutPersonNumbers(error.message)
    this.around.log.error(error)
    return 'Something went wrong here'
  }
}
