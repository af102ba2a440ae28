import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Graph } from '../graph/graph.js'
import { breakOffCalculations } from './calculation-store.js'
import { openStatuses } from './job.js'
import { isRunning } from './job-folder.js'
import { forgetOwners, jobOwners, openJobs, seeOwner } from './job-queries.js'
import { changeJobIn } from './job-store.js'

/** How often a server says that it is there. */
export const MILLISECONDS_BETWEEN_SIGNS = 10_000
/** After how long without a sign it is gone: as long as clocks of two servers may differ, and a write may wait. */
const MILLISECONDS_UNTIL_GONE = 90_000

/** The server that this process is, among those that run jobs on one graph. */
export class JobOwner {
  readonly id = `job-owner:${randomUUID()}`

  /**
   * @param host the machine.
   * @param process_ its number there.
   */
  constructor(
    private readonly host = hostname(),
    private readonly process_ = process.pid,
  ) {}

  /** Says that this server is there, and what others left that are gone: their jobs are broken off. */
  async see(graph: Graph): Promise<void> {
    const now = new Date()
    await graph.transaction(async (transaction) => {
      await transaction.writeUnshown(seeOwner, {
        ...{ jobOwner: this.id, seen: now.toISOString() },
        ...{ host: this.host, process: this.process_ },
      })
      const owners = await transaction.read(jobOwners, {})
      const gone = owners.filter((owner) => this.isGone(owner, now)).map(({ id }) => id)
      if (gone.length > 0) await transaction.writeUnshown(forgetOwners, { jobOwners: gone })
      const there = new Set(owners.map(({ id }) => id).filter((id) => !gone.includes(id)))
      for (const { id, owner, status } of await transaction.read(openJobs, { openStatuses })) {
        if (there.has(owner)) continue
        const message = status === 'READY' ? 'The server ended before anybody confirmed it' : 'The server ended'
        await changeJobIn(transaction, id, { status: 'BROKEN_OFF', message })
      }
      await breakOffCalculations(transaction, (owner) => !there.has(owner))
    })
  }

  /** Forgets this server; its jobs that are not ended are broken off. */
  async leave(graph: Graph): Promise<void> {
    await graph.transaction(async (transaction) => {
      for (const { id, owner } of await transaction.read(openJobs, { openStatuses })) {
        if (owner !== this.id) continue
        await changeJobIn(transaction, id, { status: 'BROKEN_OFF', message: 'The server ended' })
      }
      await breakOffCalculations(transaction, (owner) => owner === this.id)
      await transaction.writeUnshown(forgetOwners, { jobOwners: [this.id] })
    })
  }

  /** Jobs of other servers that write: of all there are, one does at a time. */
  async othersWrite(graph: Graph): Promise<boolean> {
    const open = await graph.read(openJobs, { openStatuses: ['RUNNING'] })
    return open.some(({ owner }) => owner !== this.id)
  }

  private isGone(
    { id, seen, host, process: number }: { id: string; seen: string; host: string; process: number },
    now: Date,
  ): boolean {
    if (id === this.id) return false
    // Of this machine it is known; a number that this process has now was another's.
    if (host === this.host && (number === this.process_ || !isRunning(number))) return true
    return now.getTime() - Date.parse(seen) > MILLISECONDS_UNTIL_GONE
  }
}
