import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { ServerSettings } from '../startup/settings.js'
import { senderAt } from './sender.js'
import { isDirect, type WhoAsks } from './who-asks.js'

const A_MINUTE = 60_000
/** Who is counted at a time, each for one kind; whoever asked longest ago goes first. */
const MOST_COUNTED = 20_000

/** How often somebody may ask for addresses of one kind. */
interface Limit {
  readonly name: string
  /** Requests a minute. */
  readonly most: number
  /** Whether those who are known are counted each by themselves, or all of one address together. */
  readonly by: 'ACCOUNT' | 'ADDRESS'
  readonly holdsFor: (url: string, method: string) => boolean
}

/** The first that holds for a request; pages and files of the explorer, which ask nothing of the graph, have none. */
export const limits: readonly Limit[] = [
  { name: 'sign in', most: 30, by: 'ADDRESS', holdsFor: (url, method) => url === '/sign-in' && method === 'POST' },
  { name: 'to the provider', most: 30, by: 'ADDRESS', holdsFor: (url) => url === '/sign-in/provider' },
  { name: 'from the provider', most: 30, by: 'ADDRESS', holdsFor: (url) => url === '/sign-in/return' },
  { name: 'sign out', most: 30, by: 'ADDRESS', holdsFor: (url) => url === '/sign-out' },
  { name: 'files', most: 30, by: 'ACCOUNT', holdsFor: (url) => /^\/(imports|backup)/.test(url) },
  { name: 'questions', most: 600, by: 'ACCOUNT', holdsFor: (url) => /^\/(graphql|export|changes\.atom)/.test(url) },
]

/** Who asks too often: answered with 429, `Retry-After` and `TOO_MANY_REQUESTS`. */
class TooOftenError extends Error {
  override readonly name = 'TooOftenError'
  readonly statusCode = 429
  constructor(milliseconds: number) {
    super(`That is asked too often in a minute: ask again in ${Math.ceil(milliseconds / 1_000)} s`)
  }
}

/** How often each asked since their minute began. The library's own gives many at once the count of the last of them. */
class Counts implements FastifyRateLimitStore {
  private readonly counts = new LRUCache<string, { readonly times: number; readonly begun: number }>({
    max: MOST_COUNTED,
  })

  incr(key: string, tell: (error: Error | null, counted?: { current: number; ttl: number }) => void): void {
    const now = Date.now()
    const before = this.counts.get(key)
    const { times, begun } = before && before.begun + A_MINUTE > now ? before : { times: 0, begun: now }
    this.counts.set(key, { times: times + 1, begun })
    tell(null, { current: times + 1, ttl: begun + A_MINUTE - now })
  }

  child(): FastifyRateLimitStore {
    return new Counts()
  }
}

/**
 * Bounds how often each may ask in a minute, whoever asks directly on this machine aside. It holds for routes that are
 * added after it. Each server counts for itself.
 */
export async function addRateLimits(app: FastifyInstance, who: WhoAsks, settings: ServerSettings): Promise<void> {
  const unseen = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }
  const limitFor = ({ routeOptions: { url = '' }, method }: FastifyRequest) =>
    limits.find(({ holdsFor }) => holdsFor(url, method))
  await app.register(rateLimit, {
    timeWindow: A_MINUTE,
    store: Counts,
    async keyGenerator(request) {
      const limit = limitFor(request)
      if (!limit || isDirect(request, settings)) return UNCOUNTED
      return `${limit.name} ${(limit.by === 'ACCOUNT' && (await nameOf(request, who))) || senderAt(request.ip)}`
    },
    allowList: (_, key) => key === UNCOUNTED,
    max: (request) => limitFor(request)?.most ?? 0,
    addHeadersOnExceeding: unseen,
    addHeaders: { ...unseen, 'retry-after': true },
    errorResponseBuilder: (_, { ttl }) => new TooOftenError(ttl),
  })
}

const UNCOUNTED = ''

/** Who asks, as none is called whose name is an address; null for nobody, also where that cannot be told. */
async function nameOf(request: FastifyRequest, who: WhoAsks): Promise<string | null> {
  try {
    const viewer = await who.of(request)
    return viewer && `account ${viewer.name}`
  } catch {
    return null
  }
}
