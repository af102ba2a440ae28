import { all, type Costs, upTo } from '../cost/field-cost.js'
import { MOST_TOKENS } from './tokens.js'

/** What one account usually has; few have more. */
const usualTokens = upTo(Math.ceil(MOST_TOKENS / 20))

export const accountCosts: Costs = {
  Query: { viewer: {}, signIn: {}, accounts: { work: () => 3 } },
  Mutation: {
    // A password is made slow to try.
    createAccount: { work: () => 60 },
    updateAccount: { work: () => 60 },
    removeAccount: { work: () => 10 },
    changePassword: { work: () => 120 },
    createToken: { work: () => 10 },
    revokeToken: { work: () => 10 },
  },
  Viewer: { actsFor: all('SupportActor'), tokens: usualTokens },
  Account: { signsInBy: upTo(2), actsFor: upTo(5), tokens: usualTokens },
  SignIn: { methods: upTo(2) },
}
