import type { Resolvers } from '../generated/resolvers.js'
import { accountsNamed, actorsAmong } from './account-queries.js'
import { createAccount, removeAccount, updateAccount } from './accounts.js'
import { accountShown, accountsShown } from './shown-accounts.js'
import { changePassword } from './sign-in.js'
import { createToken, readTokens, revokeToken } from './tokens.js'

export const accountResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer,
    signIn: async (_, __, { waysIn }) => waysIn(),
    accounts: (_, { first, after }, { graph }) => accountsShown(graph, { first, after }),
  },
  Mutation: {
    createAccount: async (_, { input }, { graph, composer }) => createAccount(graph, input, composer.today),
    updateAccount: async (_, { input }, { graph, composer }) => {
      await updateAccount(graph, input, composer.today)
      return input.name
    },
    removeAccount: async (_, { name }, { graph }) => ({ name: await removeAccount(graph, name) }),
    async changePassword(_, { input: { current, new: next } }, { graph, viewer }) {
      await changePassword(graph, viewer, { current, next })
      return { viewer }
    },
    createToken: (_, { input }, { graph, viewer }) => createToken(graph, viewer, input),
    async revokeToken(_, { id }, { graph, viewer }) {
      await revokeToken(graph, viewer, id)
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
