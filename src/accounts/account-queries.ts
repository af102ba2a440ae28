import { z } from 'zod'
import { query } from '../graph/query.js'
import { roles } from './viewer.js'

const role = z.enum(roles)
const none = z.object({ count: z.number() })

/** An account as it is stored, without what it signs in by. */
const accountRow = z.object({
  name: z.string(),
  displayName: z.string(),
  role,
  createdAt: z.string(),
  isDisabled: z.boolean(),
  hasPassword: z.boolean(),
  /** Whether it signs in by a provider. */
  isProvided: z.boolean(),
})
export type AccountRow = z.infer<typeof accountRow>

const told = `account.name AS name, account.displayName AS displayName, account.role AS role, account.createdAt AS createdAt,
  coalesce(account.disabled, false) AS isDisabled, account.password IS NOT NULL AS hasPassword,
  account.subject IS NOT NULL AS isProvided`

/** Whether there is any account. */
export const anyAccount = query<Record<never, never>>()(
  'whether there is an account',
  z.object({ name: z.string() }),
  'MATCH (account:Account) RETURN account.name AS name LIMIT 1',
)

export const accountsNamed = query<{ accounts: readonly string[] }>()(
  'accounts by name',
  accountRow,
  `UNWIND $accounts AS name MATCH (account:Account {name: name}) RETURN ${told}`,
)

/** Of some names, those that changes or proposals are by, whether there is an account of that name or not. */
export const namesWrittenBy = query<{ accounts: readonly string[] }>()(
  'names that something was written by',
  z.object({ name: z.string() }),
  `MATCH (change:Change) WHERE change.by IN $accounts RETURN DISTINCT change.by AS name
   UNION
   MATCH (proposal:Proposal) WHERE proposal.by IN $accounts RETURN DISTINCT proposal.by AS name`,
)

export const accountsAfter = query<{ afterAccount: string; limit: number }>()(
  'accounts after a name',
  accountRow,
  `MATCH (account:Account) WHERE account.name > $afterAccount
   RETURN ${told} ORDER BY name LIMIT $limit`,
)

export const accountsCounted = query<Record<never, never>>()(
  'number of accounts',
  none,
  'MATCH (account:Account) RETURN count(account) AS count',
)

/** ADMINs that may sign in, beside one. */
export const otherAdmins = query<{ account: string }>()(
  'other admins that may sign in',
  none,
  `MATCH (account:Account {role: 'ADMIN'})
   WHERE account.name <> $account AND coalesce(account.disabled, false) = false
     AND (account.password IS NOT NULL OR account.subject IS NOT NULL)
   RETURN count(account) AS count`,
)

/** What an account signs in by. */
export const credentialsOf = query<{ account: string }>()(
  'what an account signs in by',
  z.object({ password: z.string().nullable(), isDisabled: z.boolean(), epoch: z.number() }),
  `MATCH (account:Account {name: $account})
   RETURN account.password AS password, coalesce(account.disabled, false) AS isDisabled, account.epoch AS epoch`,
)

/** The account of somebody at a provider. */
export const accountOfSubject = query<{ issuer: string; subject: string }>()(
  'account of a subject',
  z.object({ name: z.string(), isDisabled: z.boolean(), epoch: z.number() }),
  `MATCH (account:Account {subject: $subject}) WHERE account.issuer = $issuer
   RETURN account.name AS name, coalesce(account.disabled, false) AS isDisabled, account.epoch AS epoch`,
)

/** Values of an account as they are stored; null takes one away. */
export interface AccountValues {
  readonly displayName?: string
  readonly role?: string
  readonly password?: string | null
  readonly disabled?: boolean
  readonly issuer?: string
  readonly subject?: string
}

type Given = { readonly [name: string]: string | boolean | null }

export const makeAccount = query<{ newAccount: string; at: string; epoch: number; accountValues: Given }>()(
  'make an account',
  none,
  `CREATE (account:Account {id: 'account:' + $newAccount, name: $newAccount, createdAt: $at, epoch: $epoch})
   SET account += $accountValues
   RETURN count(account) AS count`,
)

/** @param epoch which of its credentials hold now. */
export const setAccount = query<{ account: string; accountValues: Given; epoch: number }>()(
  'set what an account is',
  none,
  `MATCH (account:Account {name: $account})
   SET account += $accountValues, account.epoch = $epoch
   RETURN count(account) AS count`,
)

export const removeAccountNode = query<{ account: string }>()(
  'remove an account',
  none,
  `MATCH (account:Account {name: $account}) DELETE account RETURN count(*) AS count`,
)

/** Sessions of an account, which end when it may do nothing any more, or has another password. */
export const removeSessions = query<{ account: string }>()(
  'remove sessions of an account',
  none,
  'MATCH (session:Session {account: $account}) DELETE session RETURN count(*) AS count',
)

export const removeTokens = query<{ account: string }>()(
  'remove tokens of an account',
  none,
  'MATCH (token:AccessToken {account: $account}) DELETE token RETURN count(*) AS count',
)

export const removeActsFor = query<{ account: string }>()(
  'remove whom an account acts for',
  none,
  'MATCH (acting:ActsFor {account: $account}) DELETE acting RETURN count(*) AS count',
)

/** Runs that it stored are nobody's then, whoever has its name next. */
export const removeRunOwners = query<{ account: string }>()(
  'remove that an account stored runs',
  none,
  'MATCH (owner:RunOwner {account: $account}) DELETE owner RETURN count(*) AS count',
)

/** With how far each has come. */
export const removeCalculations = query<{ account: string }>()(
  'remove what an account calculated',
  none,
  `MATCH (job:CalculationJob {author: $account})
   MATCH (progress:JobProgress {id: job.id})
   DELETE job, progress
   RETURN count(*) AS count`,
)

/** For whom accounts act, by the ids that the actors had when that was said. */
export const actsForOf = query<{ accounts: readonly string[] }>()(
  'whom accounts act for',
  z.object({
    ...{ id: z.string(), account: z.string(), actor: z.string() },
    ...{ from: z.string().nullable(), to: z.string().nullable() },
  }),
  `UNWIND $accounts AS name
   MATCH (acting:ActsFor {account: name})
   RETURN acting.id AS id, acting.account AS account, acting.actor AS actor, acting.validFrom AS from, acting.validTo AS to
   ORDER BY account, actor`,
)

export const setActsFor = query<{
  acting: string
  account: string
  actor: string
  from: string | null
  to: string | null
}>()(
  'set that an account acts for an actor',
  none,
  `MERGE (acting:ActsFor {id: $acting})
   SET acting.account = $account, acting.actor = $actor, acting.validFrom = $from, acting.validTo = $to
   RETURN count(acting) AS count`,
)

/** Takes away that an account acts for an actor. */
export const removeActing = query<{ acting: string }>()(
  'remove that an account acts for an actor',
  none,
  'MATCH (acting:ActsFor {id: $acting}) DELETE acting RETURN count(*) AS count',
)

/** Which of some ids are support actors. */
export const actorsAmong = query<{ actors: readonly string[] }>()(
  'actors among ids',
  z.object({ id: z.string() }),
  'UNWIND $actors AS id MATCH (actor:SupportActor {id: id}) RETURN actor.id AS id ORDER BY actor.sortName, actor.id',
)
