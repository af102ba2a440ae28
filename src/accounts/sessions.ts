import { z } from 'zod'
import type { Graph, GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import { digest } from './secrets.js'

/** How long a session lasts without use. */
const LASTS = 12 * 3_600_000
/** How long somebody may take at a provider. */
export const FLOW_LASTS = 600_000
/** How exactly it is known when one was last used: to know it to the second would be a write a request. */
const SEEN_EVERY = 60_000

const counted = z.object({ count: z.number() })

/** What a session holds: whose it is, or how far somebody is who signs in by a provider. */
export interface SessionState {
  /** Name of the account. */
  readonly account: string | null
  /** Which of the account's credentials it was begun with. */
  readonly epoch: number
  /** What a provider has to send back, as JSON. */
  readonly flow: string | null
}

const storedSession = query<{ session: string }>()(
  'a session',
  z.object({ account: z.string(), epoch: z.number(), flow: z.string(), seenAt: z.number() }),
  `MATCH (session:Session {id: $session})
   RETURN session.account AS account, session.epoch AS epoch, session.flow AS flow, session.seenAt AS seenAt`,
)

const epochOf = query<{ account: string }>()(
  'which credentials of an account hold',
  z.object({ epoch: z.number() }),
  `MATCH (account:Account {name: $account}) WHERE coalesce(account.disabled, false) = false
   RETURN account.epoch AS epoch`,
)

const writeSession = query<{ session: string; account: string; epoch: number; flow: string; since: number }>()(
  'write a session',
  counted,
  `MERGE (session:Session {id: $session})
   SET session.account = $account, session.epoch = $epoch, session.flow = $flow, session.seenAt = $since
   RETURN count(session) AS count`,
)

const seeSession = query<{ session: string; since: number }>()(
  'see that a session is used',
  counted,
  'MATCH (session:Session {id: $session}) SET session.seenAt = $since RETURN count(session) AS count',
)

const removeSession = query<{ session: string }>()(
  'remove a session',
  counted,
  'MATCH (session:Session {id: $session}) DELETE session RETURN count(*) AS count',
)

const endFlow = query<{ session: string }>()(
  'let a session wait for no provider',
  counted,
  `MATCH (session:Session {id: $session}) SET session.flow = '' RETURN count(session) AS count`,
)

/** @param begunSince for those that nobody has signed in with yet. */
const removeOldSessions = query<{ since: number; begunSince: number }>()(
  'remove sessions that have ended',
  counted,
  `MATCH (session:Session)
   WHERE session.seenAt < $since OR (session.account = '' AND session.seenAt < $begunSince)
   WITH session LIMIT 1000 DELETE session RETURN count(*) AS count`,
)

/**
 * What a session holds; null for one that there is not, that was not used for long, or whose account has another password
 * or may do nothing any more.
 * @param id what the cookie says; kept is its digest.
 */
export async function readSession(graph: Graph, id: string): Promise<SessionState | null> {
  const key = digest(id)
  const [session] = await graph.read(storedSession, { session: key })
  const now = Date.now()
  if (!session) return null
  const { account, epoch, flow, seenAt } = session
  if (seenAt + (account === '' ? FLOW_LASTS : LASTS) <= now) return null
  if (account === '') return { account: null, epoch, flow: flow || null }
  if (!(await isHeld(graph, account, epoch))) return null
  if (seenAt + SEEN_EVERY < now) {
    // Nobody waits for it: where it fails, the next request says so again.
    graph
      .transaction((transaction) => transaction.writeUnshown(seeSession, { session: key, since: now }))
      .catch(() => undefined)
  }
  return { account, epoch, flow: flow || null }
}

const isHeld = async (graph: GraphReader, name: string, epoch: number): Promise<boolean> =>
  (await graph.read(epochOf, { account: name }))[0]?.epoch === epoch

/** Keeps a session, and takes out those that have ended. */
export async function keepSession(graph: Graph, id: string, { account, epoch, flow }: SessionState): Promise<void> {
  const since = Date.now()
  const kept = { session: digest(id), account: account ?? '', epoch, flow: flow ?? '', since }
  await graph.transaction(async (transaction) => {
    await transaction.writeUnshown(removeOldSessions, { since: since - LASTS, begunSince: since - FLOW_LASTS })
    await transaction.writeUnshown(writeSession, kept)
  })
}

/** Ends a session. */
export const endSession = async (graph: Graph, id: string): Promise<void> => {
  await graph.transaction((transaction) => transaction.writeUnshown(removeSession, { session: digest(id) }))
}

/** Takes what a provider has to send back from a session, once: whoever comes second finds null. */
export const takeFlow = (graph: Graph, id: string): Promise<string | null> =>
  graph.transaction(async (transaction) => {
    const key = digest(id)
    const [session] = await transaction.read(storedSession, { session: key })
    await transaction.writeUnshown(endFlow, { session: key })
    return session?.flow || null
  })
