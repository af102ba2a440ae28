import { z } from 'zod'
import type { Graph } from '../graph/graph.js'
import { query } from '../graph/query.js'
import { BadUserInputError, ForbiddenError } from '../kernel/input-errors.js'
import { credentialsOf } from './account-queries.js'
import { asTypedName, setCredentials } from './accounts.js'
import { hashed, isPassword } from './passwords.js'
import { digest } from './secrets.js'
import type { SessionState } from './sessions.js'
import type { Viewer } from './viewer.js'

/** So many wrong passwords in a row are nothing but slips. */
const SLIPS = 5
/** Milliseconds after the next one, doubled by each after it. */
const FIRST_WAIT = 2_000
const LONGEST_WAIT = 3_600_000
/** After so long nobody waits any more, and wrong ones are counted anew. */
const FORGOTTEN = 24 * 3_600_000

/** How often those are taken away: each time all who wait are looked at, and nobody else writes meanwhile. */
const SWEPT_EVERY = 60_000
const swept = new WeakMap<Graph, number>()

const wait = z.object({ failed: z.number(), until: z.number() })

const readWait = query<{ wait: string }>()(
  'how long somebody waits who was wrong',
  wait,
  'MATCH (wait:SignInWait {id: $wait}) RETURN wait.failed AS failed, wait.until AS until',
)

const writeWait = query<{ wait: string; failed: number; until: number; since: number }>()(
  'let somebody wait who was wrong',
  wait,
  `MERGE (wait:SignInWait {id: $wait})
   SET wait.failed = $failed, wait.until = $until, wait.at = $since
   RETURN wait.failed AS failed, wait.until AS until`,
)

const removeWait = query<{ wait: string }>()(
  'let nobody wait who was right',
  z.object({ count: z.number() }),
  'MATCH (wait:SignInWait {id: $wait}) DELETE wait RETURN count(*) AS count',
)

const removeOldWaits = query<{ since: number }>()(
  'forget who was wrong long ago',
  z.object({ count: z.number() }),
  'MATCH (wait:SignInWait) WHERE wait.at < $since WITH wait LIMIT 1000 DELETE wait RETURN count(*) AS count',
)

/** Too many wrong passwords in a row were given for this name from this address. */
export class WaitError extends Error {
  override readonly name = 'WaitError'
  constructor(readonly seconds: number) {
    super(`Too many wrong passwords for this name from here: try again in ${seconds} s`)
  }
}

/**
 * Signs somebody in by name and password; null where one of the two is wrong, whichever.
 * @param address whence; each has waits of its own, so that nobody keeps another out.
 * @throws WaitError
 */
export async function signIn(
  graph: Graph,
  name: string,
  password: string,
  address: string,
): Promise<SessionState | null> {
  const account = asTypedName(name)
  const id = digest(JSON.stringify([account, address]))
  await countAttempt(graph, id)
  const [held] = await graph.read(credentialsOf, { account })
  const isRight = await isPassword(held?.password ?? null, password)
  if (!isRight || !held || held.isDisabled) return null
  await graph.transaction((transaction) => transaction.writeUnshown(removeWait, { wait: id }))
  return { account, epoch: held.epoch, flow: null }
}

/** Each attempt counts as a wrong one until it was right: many at once are not looked at before they are counted. */
async function countAttempt(graph: Graph, id: string): Promise<void> {
  const at = Date.now()
  const isDue = Math.abs(at - (swept.get(graph) ?? 0)) >= SWEPT_EVERY
  if (isDue) swept.set(graph, at)
  const left = await graph.transaction(async (transaction) => {
    if (isDue) await transaction.writeUnshown(removeOldWaits, { since: at - FORGOTTEN })
    const [before] = await transaction.read(readWait, { wait: id })
    if (before && before.until > at) return before.until - at
    const failed = (before?.failed ?? 0) + 1
    const waits = waitAfter(failed)
    // Whoever came before and is looked at after is kept waiting by nothing.
    const until = waits === 0 ? 0 : at + waits
    await transaction.writeUnshown(writeWait, { wait: id, failed, until, since: at })
    return 0
  })
  if (left > 0) throw new WaitError(Math.ceil(left / 1_000))
}

/** Milliseconds that one waits after so many wrong passwords in a row. */
export const waitAfter = (failed: number): number =>
  failed < SLIPS ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failed - SLIPS))

/**
 * Changes one's own password, and ends all sessions.
 * @throws ForbiddenError for who has no account; BadUserInputError where the current one is wrong, or the new one cannot
 * be; WaitError.
 */
export async function changePassword(
  graph: Graph,
  { name, hasAccount }: Viewer,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<void> {
  if (!hasAccount) throw new ForbiddenError(`${name} is no account, and has no password`)
  const id = digest(JSON.stringify([name, 'its own']))
  await countAttempt(graph, id)
  const [held] = await graph.read(credentialsOf, { account: name })
  if (!held?.password || !(await isPassword(held.password, current))) {
    throw new BadUserInputError('input.current', 'input.current is not the password')
  }
  const password = await hashed('input.new', next, name)
  await graph.transaction(async (transaction) => {
    await transaction.writeUnshown(removeWait, { wait: id })
    await setCredentials(transaction, name, { password }, true)
  })
}
