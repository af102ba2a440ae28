import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { unlessAborted } from '../kernel/unless-aborted.js'
import { GraphError } from './failure.js'

export interface QueueBounds {
  /**
   * Milliseconds that a request has had, or is expected to take, up to which it is light and goes before heavy ones.
   */
  readonly light: number
  /** Milliseconds of a statement, by what its text took before, from which it leaves room for others. */
  readonly long: number
  /** Milliseconds that a statement waits at most. */
  readonly wait: number
  /** Requests that wait at most. */
  readonly waiting: number
}

const usualBounds: QueueBounds = { light: 100, long: 25, wait: 10_000, waiting: 200 }

const TEXTS_KNOWN = 1_000
/** How much the last time counts in what a text takes: once is no rule, since the machine may have been busy. */
const WEIGHT_OF_LAST = 0.3

interface Waiting {
  readonly text: string
  readonly start: () => void
}

/**
 * Lets statements of many requests run a bounded number at a time: those of light requests first, then those of the one
 * that came first, so that few requests are half done at any time. Long ones never take all of the room.
 */
export class StatementQueue {
  private readonly longAtOnce: number
  private readonly ofOneRequest: number
  private readonly waiting = new Set<RequestTurns>()
  private readonly taken = new LRUCache<string, number>({ max: TEXTS_KNOWN })
  private running = 0
  private longRunning = 0
  private arrivals = 0

  /** @param atOnce statements of all requests that run at the same time. */
  constructor(
    private readonly atOnce: number,
    readonly bounds: QueueBounds = usualBounds,
  ) {
    this.longAtOnce = Math.max(1, atOnce - Math.ceil(atOnce / 4))
    this.ofOneRequest = Math.min(atOnce, Math.max(2, Math.ceil(atOnce / 2)))
  }

  /** The turns of a request, which came after all others. */
  enter(): RequestTurns {
    this.arrivals += 1
    return new RequestTurns(this, this.arrivals)
  }

  /** What a statement takes in milliseconds, by what others of its text took; null for the first of its kind. */
  usual(text: string): number | null {
    return this.taken.get(text) ?? null
  }

  learn(text: string, took: number): void {
    const before = this.taken.get(text) ?? took
    this.taken.set(text, before + WEIGHT_OF_LAST * (took - before))
  }

  /** @throws GraphError BUSY where too many others wait already. */
  wait(turns: RequestTurns): void {
    if (this.waiting.size >= this.bounds.waiting && !this.waiting.has(turns)) throw busy()
    this.waiting.add(turns)
    this.startNext()
  }

  leave(turns: RequestTurns): void {
    this.waiting.delete(turns)
  }

  started(long: boolean): void {
    this.running += 1
    if (long) this.longRunning += 1
  }

  ended(long: boolean): void {
    this.running -= 1
    if (long) this.longRunning -= 1
    this.startNext()
  }

  private startNext(): void {
    while (this.running < this.atOnce) {
      const next = this.next()
      if (!next) return
      next.startFirst()
    }
  }

  private next(): RequestTurns | null {
    let best: RequestTurns | null = null
    for (const turns of this.waiting) {
      if (turns.running >= this.ofOneRequest) continue
      if (this.longRunning >= this.longAtOnce && turns.asksLong()) continue
      if (best === null || goesBefore(turns, best)) best = turns
    }
    return best
  }
}

const goesBefore = (one: RequestTurns, other: RequestTurns): boolean =>
  one.isHeavy === other.isHeavy ? one.arrival < other.arrival : other.isHeavy

/** The statements of one request. */
export class RequestTurns {
  running = 0
  private spent = 0
  private expected: number | null = null
  private readonly waiting = new Set<Waiting>()

  constructor(
    private readonly queue: StatementQueue,
    readonly arrival: number,
  ) {}

  /** What the request as a whole is expected to take, in milliseconds. */
  expect(work: number): void {
    this.expected = work
  }

  get isHeavy(): boolean {
    return Math.max(this.spent, this.expected ?? 0) > this.queue.bounds.light
  }

  /** Whether what waits first may take long. */
  asksLong(): boolean {
    const [first] = this.waiting
    return first !== undefined && this.mayTakeLong(first.text)
  }

  private mayTakeLong(text: string): boolean {
    const { light, long } = this.queue.bounds
    const took = this.queue.usual(text)
    // Of the first of its kind no more is known than of its request.
    return took === null ? (this.expected ?? Number.POSITIVE_INFINITY) > light : took > long
  }

  startFirst(): void {
    const [first] = this.waiting
    first?.start()
  }

  /**
   * Asks in turn, and lets whatever else waits in this process go on before it answers.
   * @param text by which it is known how long such a statement takes.
   * @throws GraphError BUSY where its turn would not come soon; the signal's reason once it is aborted, while what
   * cannot be stopped ends by itself.
   */
  async take<Result>(text: string, signal: AbortSignal, ask: () => Promise<Result>): Promise<Result> {
    signal.throwIfAborted()
    const long = await this.turn(text, signal)
    const begun = performance.now()
    const asked = ask().finally(() => {
      const took = performance.now() - begun
      this.spent += took
      this.running -= 1
      this.queue.learn(text, took)
      this.queue.ended(long)
    })
    const answer = await unlessAborted(asked, signal)
    await setImmediate()
    signal.throwIfAborted()
    return answer
  }

  /** Waits until a statement may be asked; whether it may take long. */
  private turn(text: string, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(late)
        signal.removeEventListener('abort', abort)
        this.waiting.delete(waiting)
        if (this.waiting.size === 0) this.queue.leave(this)
      }
      const refuse = (reason: unknown) => {
        leave()
        reject(reason)
      }
      const abort = () => refuse(signal.reason)
      const late = setTimeout(() => refuse(busy()), this.queue.bounds.wait)
      signal.addEventListener('abort', abort, { once: true })
      const waiting: Waiting = {
        text,
        start: () => {
          const long = this.mayTakeLong(text)
          leave()
          this.running += 1
          this.queue.started(long)
          resolve(long)
        },
      }
      this.waiting.add(waiting)
      try {
        this.queue.wait(this)
      } catch (error) {
        refuse(error)
      }
    })
  }
}

const busy = () => new GraphError('BUSY', 'more is asked than can be answered soon')
