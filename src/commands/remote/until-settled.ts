import { setTimeout as wait } from 'node:timers/promises'
import type { Progress } from '../../kernel/progress.js'

/** Milliseconds between two questions how far a job has come. */
const BETWEEN = 400
/** How often it may not be answered in a row, as while the server is busy, and milliseconds until it is asked again. */
const MOST_MISSED = 10
const AFTER_MISSED = 1_000

interface Standing {
  readonly status: string
  readonly progress: { readonly done: number; readonly total: number }
}

/**
 * A job as it stands once nothing is done with it any more.
 * @param read asks the server.
 * @throws what `read` throws where the server does not answer for long; the job goes on.
 */
export async function untilSettled<Job extends Standing>(read: () => Promise<Job>, progress: Progress): Promise<Job> {
  let total = 0
  let missed = 0
  try {
    for (;;) {
      const now = await read().catch(async (error) => {
        missed += 1
        if (missed > MOST_MISSED) throw error
        return null
      })
      if (now === null) {
        await wait(AFTER_MISSED)
        continue
      }
      missed = 0
      if (!['QUEUED', 'COMPARING', 'RUNNING'].includes(now.status)) return now
      if (now.progress.total !== total) {
        total = now.progress.total
        progress.begin(total)
      }
      if (total > 0) progress.reach(now.progress.done)
      await wait(BETWEEN)
    }
  } finally {
    if (total > 0) progress.end()
  }
}
