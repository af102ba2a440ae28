import { setMaxListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { finished } from 'node:stream'
import { GraphError } from '../graph/failure.js'

/** When a request ends before it is answered: its client goes away, its time is used, or there is no room for it. */
export class RequestEnd {
  private readonly ending = new AbortController()
  private left: number
  private since = 0
  private timer: NodeJS.Timeout | undefined
  private outside = 0

  /** @param seconds that the request may take. */
  constructor(
    response: ServerResponse,
    private readonly seconds: number,
  ) {
    this.left = 1_000 * seconds
    // Each statement that is under way listens, and a request may have many at once.
    setMaxListeners(0, this.ending.signal)
    this.run()
    finished(response, () => {
      clearTimeout(this.timer)
      if (!response.writableFinished) this.ending.abort()
    })
  }

  /** Aborted with the reason. */
  get signal(): AbortSignal {
    return this.ending.signal
  }

  /** Ends the request for a reason. */
  end(reason: Error): void {
    this.ending.abort(reason)
  }

  /** Does what has bounds of its own; the request's time stands still meanwhile. */
  async untimed<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.outside === 0) this.stop()
    this.outside += 1
    try {
      return await work()
    } finally {
      this.outside -= 1
      if (this.outside === 0) this.run()
    }
  }

  private run(): void {
    this.since = performance.now()
    const used = () => this.end(new GraphError('TIMED_OUT', `a request: stopped after ${this.seconds} s`))
    this.timer = setTimeout(used, this.left).unref()
  }

  private stop(): void {
    clearTimeout(this.timer)
    this.left -= performance.now() - this.since
  }
}
