import { z } from 'zod'
import { roles } from '../../accounts/viewer.js'
import type { AskApi } from '../asked-api.js'

const ACCOUNTS_A_PAGE = 200

const token = z.object({
  ...{ id: z.string(), name: z.string(), role: z.enum(roles) },
  ...{ createdAt: z.string(), expiresAt: z.string(), hasExpired: z.boolean() },
})

const account = z.object({
  ...{ name: z.string(), displayName: z.string(), role: z.enum(roles), isDisabled: z.boolean() },
  signsInBy: z.array(z.enum(['PASSWORD', 'PROVIDER'])),
  actsFor: z.array(
    z.object({
      actor: z.object({ id: z.string() }).nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  tokens: z.array(token),
})

/** An account as the API tells of it. */
export type ToldAccount = z.infer<typeof account>

/** A token as the API tells of it. */
export type ToldToken = z.infer<typeof token>

const fields = `name displayName role isDisabled signsInBy actsFor { actor { id } from to }
  tokens { id name role createdAt expiresAt hasExpired }`

const page = z.object({
  accounts: z.object({
    nodes: z.array(account),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})

/** All accounts, by name, a page at a time. @throws RefusedError */
export async function* toldAccounts(ask: AskApi): AsyncGenerator<ToldAccount> {
  let after: string | null = null
  do {
    const { accounts } = page.parse(
      await ask(
        `query ($first: Int!, $after: String) {
          accounts(first: $first, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } }
        }`,
        { first: ACCOUNTS_A_PAGE, after },
      ),
    )
    yield* accounts.nodes
    after = accounts.pageInfo.hasNextPage ? accounts.pageInfo.endCursor : null
  } while (after !== null)
}

const made = z.object({ createAccount: z.object({ account }) })
const changed = z.object({ updateAccount: z.object({ account }) })

/** Makes an account. @throws RefusedError */
export const makeAccount = async (ask: AskApi, input: object): Promise<ToldAccount> =>
  made.parse(
    await ask(`mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { ${fields} } } }`, {
      input,
    }),
  ).createAccount.account

/** Changes an account. @throws RefusedError */
export const changeAccount = async (ask: AskApi, input: object): Promise<ToldAccount> =>
  changed.parse(
    await ask(`mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { ${fields} } } }`, {
      input,
    }),
  ).updateAccount.account

const ways = { PASSWORD: 'password', PROVIDER: 'provider' } as const

/** What an account is, in a line. */
export function accountLine({ name, displayName, role, isDisabled, signsInBy, actsFor, tokens }: ToldAccount): string {
  const inUse = tokens.filter(({ hasExpired }) => !hasExpired).length
  return [
    name,
    role,
    displayName,
    isDisabled
      ? 'disabled'
      : [
          ...signsInBy.map((way) => ways[way]),
          ...(inUse > 0 ? [`${inUse} ${inUse === 1 ? 'token' : 'tokens'}`] : []),
        ].join(', '),
    actsFor.map(({ actor, from, to }) => `${actor?.id ?? '(withdrawn)'} ${from ?? ''}–${to ?? ''}`).join(', '),
  ].join('\t')
}

/** What a token is, in a line. */
export const tokenLine = (whose: string, { id, name, role, expiresAt, hasExpired }: ToldToken): string =>
  [id, whose, role, `${hasExpired ? 'ended' : 'until'} ${expiresAt.slice(0, 10)}`, name].join('\t')
