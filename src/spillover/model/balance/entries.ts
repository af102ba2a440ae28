import type { InputOutputTable } from '../table.js'
import type { BalanceAccounts, FlowSums } from './accounts.js'
import { digits, faultOf, type Judged } from './faults.js'

const amountNames = {
  wages: 'wages',
  labourCost: 'labourCost',
  purchases: 'householdPurchases',
  intermediateConsumption: 'intermediateConsumption',
  imports: 'imports',
  hours: 'hours',
} as const satisfies Partial<Readonly<Record<keyof BalanceAccounts, string>>>
const cannotBeNegative = ['wages', 'labourCost', 'purchases', 'intermediateConsumption', 'imports', 'hours'] as const

/** Nothing is calculated of them: they are odd and no more. */
const onlyOdd: ReadonlySet<string> = new Set(['imports', 'hours'])

/** Of an industry's output so much may households have sold back where all uses are stated: published tables have a little, of balancing. */
const BALANCING = 0.001

/** Amounts below nothing of which there can be none. */
export const negativeAmounts = ({ industries }: InputOutputTable, accounts: BalanceAccounts): Judged[] =>
  cannotBeNegative.flatMap((name) =>
    accounts[name].flatMap((value, j): Judged[] => {
      if (value === null || value >= 0) return []
      const of = { identity: 'NEGATIVE_AMOUNT', industry: industries[j]?.code ?? null, at: 'FIGURES' } as const
      const fault = faultOf({ ...of, left: value, right: 0 }, (language) =>
        language === 'Sv'
          ? `${amountNames[name]} är ${digits(language, value)}; det kan inte vara negativt`
          : `${amountNames[name]} is ${digits(language, value)}; it cannot be negative`,
      )
      const isBalancing =
        name === 'purchases' && accounts.otherFinalUse[j] !== null && -value <= BALANCING * (industries[j]?.output ?? 0)
      return [{ fault, isRefused: !isBalancing && !onlyOdd.has(name) }]
    }),
  )

/** Suppliers with flows below nothing: published tables have a few, of adjustments. */
export const negativeFlows = ({ industries, flows }: InputOutputTable): Judged[] =>
  flows.flatMap((row, i): Judged[] => {
    let [count, least, buyer] = [0, 0, 0]
    for (let j = 0; j < row.length; j++) {
      const flow = row[j] ?? 0
      if (!(flow < -1e-9 * (industries[j]?.output ?? 0))) continue
      count++
      if (flow < least) [least, buyer] = [flow, j]
    }
    if (count === 0) return []
    const of = { identity: 'NEGATIVE_FLOW', industry: industries[i]?.code ?? null, at: 'FLOWS' } as const
    const to = industries[buyer]?.code ?? ''
    const fault = faultOf({ ...of, left: least, right: 0 }, (language) =>
      language === 'Sv'
        ? `flödet till ${to} är ${digits(language, least)}, negativt${count > 1 ? `; sådana flöden: ${count}` : ''}`
        : `the flow to ${to} is ${digits(language, least)}, negative${count > 1 ? `; such flows: ${count}` : ''}`,
    )
    return [{ fault, isRefused: false }]
  })

/** Industries that make nothing, and sell or buy nevertheless. */
export const zeroOutputs = ({ industries, flows }: InputOutputTable, { columns }: FlowSums): Judged[] =>
  industries.flatMap(({ code, output: made }, k): Judged[] => {
    if (made !== 0) return []
    const sold = absolute(flows[k] ?? [])
    const bought = columns[k] === 0 ? absolute(flows.map((row) => row[k] ?? 0)) : Math.abs(columns[k] ?? 0)
    if (sold + bought === 0) return []
    const fault = faultOf(
      { identity: 'ZERO_OUTPUT', industry: code, at: 'FIGURES', left: sold + bought, right: 0 },
      (language) =>
        language === 'Sv'
          ? `produktionen är 0, men branschen säljer ${digits(language, sold)} till branscher och köper ${digits(language, bought)} av dem`
          : `output is 0, yet the industry sells ${digits(language, sold)} to industries and buys ${digits(language, bought)} of them`,
    )
    return [{ fault, isRefused: true }]
  })

const absolute = (values: Iterable<number>): number => {
  let sum = 0
  for (const value of values) sum += Math.abs(value)
  return sum
}
