import { LARGEST_DENSE } from '../linear-algebra/leontief.js'
import type { InputOutputTable } from '../table.js'
import type { Account, BalanceAccounts, FlowSums } from './accounts.js'
import { type BalanceIdentity, faultOf, type Judged } from './faults.js'
import { accountIdentities } from './identities.js'

/** Identities that flows the other way round would break. */
const ofFlows: ReadonlySet<BalanceIdentity> = new Set<BalanceIdentity>([
  'INPUTS',
  'INPUTS_AND_VALUE_ADDED',
  'INPUTS_AND_LABOUR_COST',
  'INPUTS_AND_WAGES',
  'ALL_INPUTS_AND_VALUE_ADDED',
  'INPUTS_AND_IMPORTS',
  'SALES',
  'SALES_AND_OTHER_USE',
])

/** Of a table's industries, so many, and two at least, have to break them. */
const MANY = 0.1

/**
 * Whether the flows stand the other way round, buyers in rows: many industries break identities, or what they are stated to
 * sell to industries is what they buy, and all is well once rows and columns change places. A table that states neither
 * value added nor consumption cannot be told from its transpose.
 * @param found what the identities find as the flows stand.
 */
export function transposedFlows(
  table: InputOutputTable,
  accounts: BalanceAccounts,
  sums: FlowSums,
  found: readonly Judged[],
): Judged | null {
  const broken = new Set(
    found.filter(({ fault, isRefused }) => isRefused && ofFlows.has(fault.identity)).map(({ fault }) => fault.industry),
  )
  const { length } = table.industries
  const turnedSums: FlowSums = { columns: sums.rows, rows: sums.columns }
  const otherWay =
    isMany(broken.size, length) &&
    !accountIdentities(turned(table), accounts, turnedSums).some(({ isRefused }) => isRefused)
  const sold = notFitting(accounts.intermediateUse, sums.rows)
  const bought = notFitting(accounts.intermediateUse, sums.columns)
  const isStated = sold !== null && bought !== null && isMany(sold, length) && !isMany(bought, length)
  if (!otherWay && !isStated) return null
  const left = otherWay ? broken.size : (sold ?? 0)
  const fault = faultOf({ identity: 'TRANSPOSED', industry: null, at: 'FLOWS', left, right: length }, (language) =>
    language === 'Sv'
      ? `flödena står åt andra hållet: en rad är leverantören och en kolumn köparen, och så går ${left} av ${length} branscher inte ihop; med rader och kolumner ombytta gör de det`
      : `the flows stand the other way round: a row is the supplier and a column the buyer, and so ${left} of ${length} industries do not add up; with rows and columns changed they do`,
  )
  return { fault, isRefused: true }
}

/** The same table with its flows the other way round. */
const turned = (table: InputOutputTable): InputOutputTable => ({
  ...table,
  flows: table.flows.map((_, i) =>
    table.industries.length > LARGEST_DENSE
      ? Float64Array.from(table.flows, (row) => row[i] ?? 0)
      : table.flows.map((row) => row[i] ?? 0),
  ),
})

const isMany = (count: number, length: number): boolean => count >= Math.max(2, MANY * length)

/** Of how many industries a sum is not what is stated, within a hundredth; null where not all state it. */
function notFitting(account: Account, sums: Float64Array): number | null {
  let count = 0
  for (const [i, value] of account.entries()) {
    if (value === null) return null
    if (Math.abs((sums[i] ?? 0) - value) > 0.01 * Math.abs(value)) count++
  }
  return count
}
