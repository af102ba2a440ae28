import { BadUserInputError } from '../../kernel/input-errors.js'
import type { Steps } from '../../kernel/turns.js'
import type { Sentence } from '../../language/wording.js'
import { type Account, accountsOf } from './accounts.js'
import { isValueAdded, plain } from './balance/accounts.js'
import { withoutOutput } from './divisors.js'
import type { InducedRounds } from './households.js'
import { contentInSteps, divisorsOf, ratioBy, unstatedOf } from './multipliers.js'
import type { RegionalModel } from './regional-model.js'
import type { InputOutputTable } from './table.js'

/** What an account of the table has of one industry, and of all for each unit of final demand for that industry. */
export interface AccountMultiplier {
  /** As the table calls it. */
  readonly name: string
  readonly unit: string
  /** v_j = account / x: its own, for each unit of its output. */
  readonly coefficient: number | null
  /** (v' M)_j: that of all industries, for each unit of final demand. */
  readonly effect: number | null
  /** (v' M)_j / v_j. */
  readonly multiplier: number | null
  /** Why the last of these is null that is, and with it maybe the others. */
  readonly reason: Sentence | null
}

/**
 * The accounts of a table by their names, in its order; all of them where none are named. Value added is found by whatever
 * name, and letters are all that counts of a name.
 * @throws BadUserInputError for a name that the table has no account of.
 */
export function accountsCalled(table: InputOutputTable, names: readonly string[] | null): readonly Account[] {
  const accounts = accountsOf(table)
  if (names === null) return accounts
  const isCalled = ({ name }: Account, asked: string) =>
    plain(name) === plain(asked) || (isValueAdded(name) && isValueAdded(asked))
  const unknown = names.find((asked) => !accounts.some((account) => isCalled(account, asked)))
  if (unknown !== undefined) {
    const known = accounts.map(({ name }) => name).join(', ')
    throw new BadUserInputError('names', `Table ${table.id} has no account ${unknown}; it has ${known}.`)
  }
  return accounts.filter((account) => names.some((asked) => isCalled(account, asked)))
}

/**
 * Multipliers of accounts, industry by industry in the table's order (n × accounts), a step for each account. Miller & Blair,
 * *Input–Output Analysis*, section 6.2.2, of any account v = account / x as of employment: effect v' M, multiplier
 * (v' M)_j / v_j, where M is L, or with households L̄ without them. Null where an industry does not state the account, and
 * where there is no v_j to divide by.
 */
export function* accountMultipliersInSteps(
  table: InputOutputTable,
  economy: Pick<RegionalModel, 'system'>,
  rounds: InducedRounds | null,
  accounts: readonly Account[],
): Steps<AccountMultiplier[][]> {
  const divisors = divisorsOf(table)
  const byIndustry: AccountMultiplier[][] = table.industries.map(() => [])
  for (const account of accounts) {
    yield
    const { name, unit, stated, coefficients } = account
    const effects = coefficients === null ? null : yield* contentInSteps(economy, rounds, coefficients)
    const unstated = unstatedOf(table, account)
    const ratio = ratioBy(divisors, name, stated, effects)
    for (const [j, { output }] of table.industries.entries()) {
      const isIdle = output === 0
      const { ratio: multiplier, reason } = ratio(j)
      byIndustry[j]?.push({
        ...{ name, unit, multiplier },
        coefficient: isIdle ? null : (stated[j] ?? null),
        effect: isIdle ? null : (effects?.[j] ?? null),
        reason: isIdle ? withoutOutput : (unstated ?? reason),
      })
    }
  }
  return byIndustry
}
