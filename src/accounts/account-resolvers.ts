import type { Resolvers } from '../generated/resolvers.js'
import type { About } from '../kernel/note.js'
import { accountsNamed, actorsAmong } from './account-queries.js'
import { type AccountChange, createAccount, removeAccount, updateAccount } from './accounts.js'
import { accountShown, accountsShown } from './shown-accounts.js'
import { changePassword } from './sign-in.js'
import { createToken, readTokens, revokeToken } from './tokens.js'

/** What of an account is said anew: its fields, and the role where it is one. */
function saidAnew({ name: _, ...said }: AccountChange): About {
  const changed = Object.entries(said).flatMap(([field, value]) => (value == null ? [] : [field]))
  const { role, isDisabled } = said
  return { changed, ...(role == null ? {} : { role }), ...(isDisabled == null ? {} : { isDisabled }) }
}

export const accountResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer,
    signIn: async (_, __, { waysIn }) => waysIn(),
    accounts: (_, { first, after }, { graph }) => accountsShown(graph, { first, after }),
  },
  Mutation: {
    async createAccount(_, { input }, { graph, composer, note }) {
      const account = await createAccount(graph, input, composer.today)
      note('account made', { account, role: input.role })
      return account
    },
    async updateAccount(_, { input }, { graph, composer, note }) {
      await updateAccount(graph, input, composer.today)
      note('account changed', { account: input.name.toLowerCase(), ...saidAnew(input) })
      return input.name
    },
    async removeAccount(_, { name }, { graph, note }) {
      const account = await removeAccount(graph, name)
      note('account removed', { account })
      return { name: account }
    },
    async changePassword(_, { input: { current, new: next } }, { graph, viewer, note }) {
      await changePassword(graph, viewer, { current, next })
      note('account changed', { account: viewer.name, changed: ['password'] })
      return { viewer }
    },
    async createToken(_, { input }, { graph, viewer, note }) {
      const made = await createToken(graph, viewer, input)
      const { id, account, role, expiresAt } = made.token
      note('token made', { token: id, account, role, expiresAt })
      return made
    },
    async revokeToken(_, { id }, { graph, viewer, note }) {
      await revokeToken(graph, viewer, id)
      note('token revoked', { token: id })
      return { id }
    },
  },
  Viewer: {
    async actsFor({ actsFor: actors }, _, { graph, composer }, info) {
      if (actors.length === 0) return []
      const found = await graph.read(actorsAmong, { actors })
      return composer.entities(
        info,
        found.map(({ id }) => id),
      )
    },
    hasPassword: async ({ name, hasAccount }, _, { graph }) =>
      hasAccount && (await graph.read(accountsNamed, { accounts: [name] })).some(({ hasPassword }) => hasPassword),
    tokens: async ({ name, hasAccount }, _, { graph }) =>
      hasAccount ? ((await readTokens(graph, [name])).get(name) ?? []) : [],
  },
  AccountPayload: { account: (name, _, { graph }) => accountShown(graph, name) },
  AccountConnection: { totalCount: ({ counted }) => counted() },
  Account: {
    signsInBy: ({ hasPassword, isProvided }) => [
      ...(hasPassword ? (['PASSWORD'] as const) : []),
      ...(isProvided ? (['PROVIDER'] as const) : []),
    ],
    actsFor: ({ actsFor }) => actsFor(),
    tokens: ({ tokens }) => tokens(),
  },
  ActsFor: { actor: ({ actor }, _, { composer }, info) => composer.entity(info, actor) },
  AccessToken: { hasExpired: ({ expiresAt }) => Date.parse(expiresAt) <= Date.now() },
}
