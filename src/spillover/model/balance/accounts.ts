import type { Matrix } from '../linear-algebra/leontief.js'
import type { Industry, InputOutputTable } from '../table.js'

/** What the identities ask of a table beside its own columns. */
const spellings = {
  intermediateConsumption: ['intermediateConsumption', 'totalIntermediateConsumption', 'P2'],
  valueAdded: ['valueAdded', 'grossValueAdded', 'GVA', 'B1G', 'valueAddedAtBasicPrices', 'GVAAtBasicPrices'],
  imports: ['imports', 'import', 'importedInputs', 'intermediateImports', 'importedIntermediates', 'P7'],
  intermediateUse: ['intermediateUse', 'totalIntermediateUse', 'intermediateDemand', 'intermediateSales'],
  grossOperatingSurplus: ['grossOperatingSurplus', 'B2A3G'],
  operatingSurplus: ['operatingSurplus', 'netOperatingSurplus', 'B2A3N'],
  otherNetProductionTaxes: ['otherNetProductionTaxes', 'D29X39'],
  otherFinalUse: ['otherFinalUse', 'otherFinalDemand'],
  hours: ['hours', 'hoursWorked'],
} as const
type SatelliteAccount = keyof typeof spellings

/** What net taxes on products are made of; subsidies count against them, whatever sign they are written with. */
const taxes = [
  ...['productTaxes', 'taxesOnProducts', 'netProductTaxes', 'taxesLessSubsidies', 'taxesLessSubsidiesOnProducts'],
  ...['netTaxesOnProducts', 'valueAddedTax', 'VAT', 'customsDuties', 'importDuties', 'D21', 'D21X31', 'D21M31'],
]
const subsidies = ['productSubsidies', 'subsidiesOnProducts', 'D31']

/** Figures of each industry, in the table's order; null where the table states none. */
export type Account = readonly (number | null)[]

/** The accounts of a table that identities are made of; one that no industry states is all null. */
export interface BalanceAccounts extends Readonly<Record<SatelliteAccount, Account>> {
  readonly output: readonly number[]
  readonly employed: Account
  readonly wages: Account
  readonly labourCost: Account
  readonly purchases: Account
  /** Net taxes on products that industries pay. */
  readonly taxes: Account
}

/** Letters and digits of a name alone, so that `Gross value-added` and `grossValueAdded` are one. */
export const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether an account is gross value added, whatever a table calls it. */
export const isValueAdded = (name: string): boolean =>
  spellings.valueAdded.some((spelling) => plain(spelling) === plain(name))

/** Finds the accounts of a table, satellite accounts by their common spellings. */
export function balanceAccounts({ industries }: InputOutputTable): BalanceAccounts {
  const names = new Map(Object.keys(industries[0]?.satellites ?? {}).map((name) => [plain(name), name]))
  const stated = (known: readonly string[]): string[] => known.flatMap((name) => names.get(plain(name)) ?? [])
  const satellite = (account: SatelliteAccount): Account => {
    const [name] = stated(spellings[account])
    return industries.map(({ satellites }) => (name === undefined ? null : (satellites[name] ?? null)))
  }
  const [added, takenOff] = [stated(taxes), stated(subsidies)]
  const figures = (figure: (industry: Industry) => number | null): Account => industries.map(figure)
  return {
    output: industries.map(({ output }) => output),
    employed: figures(({ employed }) => employed),
    wages: figures(({ wages }) => wages),
    labourCost: figures(({ labourCost }) => labourCost),
    purchases: figures(({ householdPurchases }) => householdPurchases),
    intermediateConsumption: satellite('intermediateConsumption'),
    valueAdded: satellite('valueAdded'),
    imports: satellite('imports'),
    intermediateUse: satellite('intermediateUse'),
    grossOperatingSurplus: satellite('grossOperatingSurplus'),
    operatingSurplus: satellite('operatingSurplus'),
    otherNetProductionTaxes: satellite('otherNetProductionTaxes'),
    otherFinalUse: satellite('otherFinalUse'),
    hours: satellite('hours'),
    taxes: figures(({ satellites }) => {
      const known = [
        ...added.map((name) => satellites[name] ?? null),
        ...takenOff.map((name) => -Math.abs(satellites[name] ?? 0)),
      ].filter((value) => value !== null)
      return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
    }),
  }
}

/** What is stated of an account, added up; null where nothing is. */
export function totalOf(account: Account): number | null {
  const known = account.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

/** Sums of flows (each of length n). */
export interface FlowSums {
  /** Σ_i z_ij: what an industry buys of the table's industries. */
  readonly columns: Float64Array
  /** Σ_j z_ij: what an industry sells to them. */
  readonly rows: Float64Array
}

/** Adds flows up, all n × n of them in one go. */
export function flowSums(flows: Matrix): FlowSums {
  const columns = new Float64Array(flows.length)
  const rows = Float64Array.from(flows, (row) => {
    let sum = 0
    for (let j = 0; j < row.length; j++) {
      const flow = row[j] ?? 0
      sum += flow
      columns[j] = (columns[j] ?? 0) + flow
    }
    return sum
  })
  return { columns, rows }
}
