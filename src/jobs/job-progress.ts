import type { Graph, GraphTransaction } from '../graph/graph.js'
import type { Progress } from '../kernel/progress.js'
import { noteProgress, noteProgressIn } from './job-store.js'

const MILLISECONDS_BETWEEN = 500

/** Notes how far a job has come, now and then and one note at a time: what it does beside waits for none of them. */
export class JobProgress implements Progress {
  private total = 0
  private done = 0
  private noted = 0
  private last: Promise<void> | null = null

  constructor(
    private readonly graph: Graph,
    private readonly job: string,
  ) {}

  begin(total: number): void {
    this.total = total
  }

  reach(done: number): void {
    this.done = done
    if (this.last !== null || Date.now() - this.noted < MILLISECONDS_BETWEEN) return
    this.noted = Date.now()
    // What is noted is what is so once it is its turn: it never goes back behind what was noted before.
    this.last = this.graph
      .transaction((transaction) => noteProgressIn(transaction, this.job, this.done, this.total))
      .catch(() => undefined)
      .finally(() => {
        this.last = null
      })
  }

  end(): void {}

  /** Says within a transaction that all is done. */
  async completeIn(transaction: GraphTransaction): Promise<void> {
    this.done = this.total
    await noteProgressIn(transaction, this.job, this.total, this.total)
  }

  /** Waits for the last note; where all is done, says so. */
  async settle(isDone: boolean): Promise<void> {
    await this.last
    if (isDone) await noteProgress(this.graph, this.job, this.total, this.total)
  }
}
