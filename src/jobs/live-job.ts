import type { SaidOfList } from './import-readers.js'
import type { ImportKind, JobStatus } from './job.js'

/** What became of a confirmation, as far as whoever confirms waits for it. */
export type Answered = 'STORED' | 'CHANGED' | 'ENDED'

/** What became of a job, and what is told of it. */
export interface JobEnd {
  readonly status: JobStatus
  readonly message: string | null
}

/** A job as the server knows it that runs it. */
export class LiveJob {
  status: JobStatus = 'QUEUED'
  /** The digest of what was shown; null while nothing is. */
  shown: string | null = null
  /** Until when its file is kept, in milliseconds since 1970; null while something is done with it. */
  keptUntil: number | null = null
  /** Whether its file is still there, to be read in another way. */
  hasFile = true
  /** What became of it, where that could not be kept in the graph yet. */
  unsaid: JobEnd | null = null
  /** Where what was refused is listed; null where nothing was. */
  refusedFile: string | null = null
  /** Ends what is done with it. */
  readonly ending = new AbortController()
  private waiting: ((answered: Answered) => void)[] = []

  constructor(
    readonly id: string,
    readonly kind: ImportKind,
    readonly path: string,
    public said: SaidOfList,
  ) {}

  /** Waits until it is known whether what was shown is stored. */
  answered(): Promise<Answered> {
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  /** Tells who waits. */
  answer(answered: Answered): void {
    for (const tell of this.waiting) tell(answered)
    this.waiting = []
  }
}
