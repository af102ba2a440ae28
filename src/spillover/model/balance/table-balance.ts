import type { InputOutputTable } from '../table.js'
import { balanceAccounts, flowSums } from './accounts.js'
import { negativeAmounts, negativeFlows, zeroOutputs } from './entries.js'
import { type BalanceFault, fewOfEach, type Judged } from './faults.js'
import { accountIdentities } from './identities.js'
import { notIndustries } from './strangers.js'
import { transposedFlows } from './transposed.js'
import { unitsOff, yearsOff } from './units.js'

export type { BalanceFault, BalanceIdentity, BalancePlace } from './faults.js'

/** What a table's figures say of each other that cannot be, and what can but is odd. */
export interface TableBalance {
  readonly refused: readonly BalanceFault[]
  readonly odd: readonly BalanceFault[]
}

/**
 * Holds the figures of a table against each other: the identities of national accounts, with the slack that published
 * tables need, and what shows that something else than an industry, other flows or other units were read. What the table
 * does not state is not asked. Of what goes wrong in many industries the worst few are named. All figures are finite and
 * the flows n × n.
 */
export function tableBalance(table: InputOutputTable): TableBalance {
  const accounts = balanceAccounts(table)
  const sums = flowSums(table.flows)
  // What was read wrongly as a whole would break much else: it is told alone.
  const strangers = [...notIndustries(table, accounts, sums), ...unitsOff(table, accounts, sums)]
  const judged = strangers.some(({ isRefused }) => isRefused)
    ? strangers
    : [...strangers, ...identities(table, accounts, sums)]
  return {
    refused: fewOfEach(judged.filter(({ isRefused }) => isRefused)),
    odd: fewOfEach([...judged.filter(({ isRefused }) => !isRefused), ...yearsOff(table)]),
  }
}

function identities(...[table, accounts, sums]: Parameters<typeof accountIdentities>): readonly Judged[] {
  // Of an industry that makes nothing, flows are told and not each identity that they break.
  const idle = zeroOutputs(table, sums)
  const idleCodes = new Set(idle.map(({ fault }) => fault.industry))
  const broken = accountIdentities(table, accounts, sums).filter(
    ({ fault }) => fault.industry === null || !idleCodes.has(fault.industry),
  )
  const found = [...idle, ...broken]
  const transposed = transposedFlows(table, accounts, sums, found)
  const always = [...negativeAmounts(table, accounts), ...negativeFlows(table)]
  return transposed === null ? [...found, ...always] : [transposed, ...always]
}
