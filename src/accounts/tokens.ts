import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Graph, GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import { grouped } from '../kernel/grouped.js'
import { BadUserInputError, NotFoundError } from '../kernel/input-errors.js'
import { displayNameOf, requireAccount, viewerOfAccount } from './accounts.js'
import { may } from './capabilities.js'
import { digest, newSecret } from './secrets.js'
import { mayAs, type Role, roles, type Viewer } from './viewer.js'

const MOST_DAYS = 366
const USUAL_DAYS = 90
const DAY = 86_400_000

/** How many tokens an account may have at a time. */
export const MOST_TOKENS = 100

const tokenRow = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  role: z.enum(roles),
  createdAt: z.string(),
  expiresAt: z.string(),
})

/** A token as it is shown; what is sent is kept as a digest alone. */
export type TokenRow = z.infer<typeof tokenRow>

const told = Object.keys(tokenRow.shape)
  .map((name) => `token.${name} AS ${name}`)
  .join(', ')

const tokenOfDigest = query<{ digest: string }>()(
  'a token by the digest of its secret',
  tokenRow,
  `MATCH (token:AccessToken {digest: $digest}) RETURN ${told}`,
)

const tokenById = query<{ token: string }>()(
  'a token by id',
  tokenRow,
  `MATCH (token:AccessToken {id: $token}) RETURN ${told}`,
)

const tokensOfAccounts = query<{ accounts: readonly string[] }>()(
  'tokens of accounts',
  tokenRow,
  `UNWIND $accounts AS name
   MATCH (token:AccessToken {account: name})
   RETURN ${told} ORDER BY account, createdAt DESC, id`,
)

const makeToken = query<{ token: string; digest: string; tokenValues: Omit<TokenRow, 'id'> }>()(
  'make a token',
  z.object({ count: z.number() }),
  `CREATE (token:AccessToken {id: $token, digest: $digest})
   SET token += $tokenValues
   RETURN count(token) AS count`,
)

const removeToken = query<{ token: string }>()(
  'remove a token',
  z.object({ count: z.number() }),
  'MATCH (token:AccessToken {id: $token}) DELETE token RETURN count(*) AS count',
)

/** Tokens of some accounts, newest first. */
export async function readTokens(
  graph: GraphReader,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly TokenRow[]>> {
  const rows = names.length === 0 ? [] : await graph.read(tokensOfAccounts, { accounts: names })
  return grouped(rows, ({ account }) => account)
}

/** A token that is asked for. */
export interface NewToken {
  readonly name: string
  readonly role?: Role | null | undefined
  readonly days?: number | null | undefined
  /** Whose it is; the asker's own where left out. */
  readonly account?: string | null | undefined
}

/**
 * Makes a token; its secret is told this once.
 * @throws NotFoundError for an account that there is not, or that the asker may not see; BadUserInputError for what cannot
 * be: a role above the account's, more days than there may be, more tokens than one has.
 */
export async function createToken(
  graph: Graph,
  viewer: Viewer,
  asked: NewToken,
): Promise<{ readonly token: TokenRow; readonly secret: string }> {
  const owner = ownerOf(viewer, asked.account)
  const name = displayNameOf('input.name', asked.name)
  const days = asked.days ?? USUAL_DAYS
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new BadUserInputError('input.days', `input.days is from 1 to ${MOST_DAYS}`)
  }
  const secret = newSecret('norrgraph_')
  const [id, now] = [`token:${randomUUID()}`, Date.now()]
  const token = await graph.transaction(async (transaction) => {
    const account = await requireAccount(transaction, owner)
    // One's own role by now, which a token that asks may have less of.
    const most = owner === viewer.name ? viewer.role : account.role
    const role = asked.role ?? most
    if (!mayAs({ role: most }, role)) {
      throw new BadUserInputError('input.role', `A token of ${owner} may be at most ${most}`)
    }
    const held = (await readTokens(transaction, [owner])).get(owner) ?? []
    if (held.length >= MOST_TOKENS) {
      throw new BadUserInputError('input.account', `${owner} has ${MOST_TOKENS} tokens: revoke one first`)
    }
    const wanted = new Date(now + days * DAY).toISOString()
    const values = {
      account: owner,
      name,
      role,
      createdAt: new Date(now).toISOString(),
      expiresAt: lastDay(viewer, owner, wanted),
    }
    await transaction.write(makeToken, { token: id, digest: digest(secret), tokenValues: values })
    return { id, ...values }
  })
  return { token, secret }
}

/** One that a token makes for its own account ends with it at the latest: who finds a token has it no longer than that. */
const lastDay = ({ name, tokenEndsAt }: Viewer, owner: string, wanted: string): string =>
  owner === name && tokenEndsAt !== undefined && tokenEndsAt < wanted ? tokenEndsAt : wanted

/** @throws NotFoundError where it is another's, and the asker keeps no accounts. */
function ownerOf(viewer: Viewer, account: string | null | undefined): string {
  if (account == null && viewer.hasAccount) return viewer.name
  if (account == null) throw new BadUserInputError('input.account', 'input.account says whose it is')
  const name = account.toLowerCase()
  if (name === viewer.name || may(viewer, 'KEEP_ACCOUNTS')) return name
  throw new NotFoundError(`account ${account}`)
}

/**
 * Ends a token.
 * @throws NotFoundError for one that there is not, or that is another's, where the asker keeps no accounts.
 */
export async function revokeToken(graph: Graph, viewer: Viewer, id: string): Promise<void> {
  await graph.transaction(async (transaction) => {
    const [token] = await transaction.read(tokenById, { token: id })
    const isOwn = token?.account === viewer.name && viewer.hasAccount
    if (!token || !(isOwn || may(viewer, 'KEEP_ACCOUNTS'))) throw new NotFoundError(id)
    await transaction.write(removeToken, { token: id })
  })
}

/** Who sends a token; null for one that is none, has ended, or is of an account that may do nothing. */
export async function viewerOfToken(graph: GraphReader, secret: string, day: string): Promise<Viewer | null> {
  const [token] = await graph.read(tokenOfDigest, { digest: digest(secret) })
  if (!token || Date.parse(token.expiresAt) <= Date.now()) return null
  const viewer = await viewerOfAccount(graph, token.account, day, token.role)
  return viewer && { ...viewer, tokenEndsAt: token.expiresAt }
}
