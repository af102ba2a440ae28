import type { InputOutputTable } from '../table.js'
import type { FlowSums } from './accounts.js'
import { type Account, type BalanceAccounts, totalOf } from './accounts.js'
import { digits, faultOf, type Judged } from './faults.js'
import { beforeSubsidies, type Identity, knownIdentities as known } from './known-identities.js'
import { roundedApart } from './rounding.js'

/** Of all output: of an industry no larger the rounding of whole units shows. */
const SMALL = 0.01

/** What an identity adds up, and what that is held against; null is not stated, and then nothing is held. */
interface Held {
  readonly parts: Account
  readonly right: number | null
}

/** Accounting identities, industry by industry; of those that build on each other the first that is broken is told. */
export function accountIdentities(table: InputOutputTable, accounts: BalanceAccounts, sums: FlowSums): Judged[] {
  const whole = accounts.output.reduce((sum, value) => sum + value, 0)
  const judge = (identity: Identity, position: number | null, { parts, right }: Held): Judged[] => {
    const left = sumOf(parts)
    if (left === null || right === null || right < 0) return []
    const isSmall = position !== null && (accounts.output[position] ?? 0) <= SMALL * whole
    const isBeyond = ([least, most]: readonly [number, number], mayBeRounding: boolean): boolean => {
      const noise = 1e-12 * whole
      if (!(left > most * right + noise || left < least * right - noise)) return false
      return !roundedApart(termsOf(table, identity, position, parts), { left, right }, mayBeRounding)
    }
    const { odd, refused } = identity.bounds
    const isRefused = isBeyond(refused, isSmall)
    if (!isRefused && !isBeyond(odd, true)) return []
    const code = position === null ? null : (table.industries[position]?.code ?? null)
    return [judged(identity, code, { left, right, isRefused })]
  }
  const bought = totalOf(accounts.purchases)
  return [
    ...table.industries.flatMap((_, j) => ofIndustry(j, accounts, sums, (identity, held) => judge(identity, j, held))),
    ...judge(known.purchases, null, { parts: [bought], right: table.householdConsumption }),
  ]
}

function ofIndustry(
  j: number,
  accounts: BalanceAccounts,
  { columns, rows }: FlowSums,
  judge: (identity: Identity, held: Held) => Judged[],
): Judged[] {
  const at = (account: Account): number | null => account[j] ?? null
  const [inputs, sales, right] = [columns[j] ?? 0, rows[j] ?? 0, accounts.output[j] ?? 0]
  const [imports, added, consumed] = [
    at(accounts.imports),
    at(accounts.valueAdded),
    at(accounts.intermediateConsumption),
  ]
  const [taxes, wages, labour] = [at(accounts.taxes), at(accounts.wages), at(accounts.labourCost)]
  // What is left of value added beside labour cost, as the table states it.
  const surplus = at(accounts.grossOperatingSurplus) ?? at(accounts.operatingSurplus) ?? 0
  const isAtALoss = surplus + (at(accounts.otherNetProductionTaxes) ?? 0) < 0
  // What is bought counts before subsidies on it, what it is held against after them.
  const subsidies = Math.max(0, -(taxes ?? 0))
  const judgePaid = (identity: Identity, { parts, right: paid }: Held): Judged[] =>
    subsidies === 0 || paid === null
      ? judge(identity, { parts, right: paid })
      : judge(beforeSubsidies(identity), { parts, right: paid + subsidies })
  const ofColumn = firstOf(
    () => judge(known.inputs, { parts: [inputs], right }),
    () => judgePaid(known.withValueAdded, { parts: [inputs, added], right }),
    () =>
      labour === null
        ? judgePaid(known.withWages, { parts: [inputs, wages], right })
        : judgePaid(isAtALoss ? known.withLabourCostAtALoss : known.withLabourCost, { parts: [inputs, labour], right }),
    () =>
      imports === null
        ? judgePaid(known.inConsumption, { parts: [inputs], right: consumed })
        : judgePaid(known.withImports, { parts: [inputs, imports], right: consumed }),
    () => {
      if (consumed !== null) return []
      const parts = [inputs, imports, added, taxes ?? 0]
      return judge(taxes === null ? known.withAllButTaxes : known.withAll, { parts, right })
    },
  )
  const [bought, others] = [at(accounts.purchases), at(accounts.otherFinalUse)]
  const ofRow =
    others === null
      ? judge(known.sales, { parts: [sales, bought ?? 0], right })
      : firstOf(
          () => judge(known.allSales, { parts: [sales, bought, others], right }),
          () => judge(known.salesBesideOtherUse, { parts: [sales, bought ?? 0], right }),
        )
  return [
    ...ofColumn,
    ...judge(known.consumptionAndValueAdded, { parts: [consumed, added], right }),
    ...ofRow,
    ...judge(known.intermediateUse, { parts: [sales], right: at(accounts.intermediateUse) }),
    ...judge(known.wages, { parts: [wages], right: labour }),
    ...(isAtALoss || (added ?? 0) <= 0 ? [] : judge(known.labourCost, { parts: [labour ?? wages], right: added })),
  ]
}

/** Null where a part is not stated. */
const sumOf = (parts: Account): number | null =>
  parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0)

/** The figures that a sum is made of, flows each by itself. */
function termsOf(
  { flows }: InputOutputTable,
  identity: Identity,
  position: number | null,
  parts: Account,
): readonly number[] {
  const [, ...others] = parts
  const stated = (identity.flows === null ? parts : others).map((part) => part ?? 0)
  if (identity.flows === null) return stated
  const added =
    identity.flows === 'ROW' ? Array.from(flows[position ?? -1] ?? []) : flows.map((row) => row[position ?? -1] ?? 0)
  return [...added, ...stated]
}

/** What the first identity finds that refuses; else the first that finds anything. */
function firstOf(...identities: readonly (() => Judged[])[]): Judged[] {
  const found = identities.map((judge) => judge()).filter(({ length }) => length > 0)
  return found.find(([each]) => each?.isRefused) ?? found[0] ?? []
}

function judged(
  { name, at, bounds, ...words }: Identity,
  industry: string | null,
  { left, right, isRefused }: { readonly left: number; readonly right: number; readonly isRefused: boolean },
): Judged {
  const [least, most] = isRefused ? bounds.refused : bounds.odd
  const isOver = left > most * right
  const fault = faultOf({ identity: name, industry, at, left, right }, (language) => {
    const figures = `${digits(language, left)}, ${words.right[language]} ${digits(language, right)}`
    if (right === 0) return `${words.left[language]} ${language === 'Sv' ? 'är' : 'are'} ${figures}`
    const quotient = digits(language, Number((left / right).toPrecision(5)))
    const bound = digits(language, isOver ? most : least)
    return language === 'Sv'
      ? `${words.left.Sv} är ${figures}: kvoten är ${quotient} och ska vara ${isOver ? 'högst' : 'minst'} ${bound}`
      : `${words.left.En} are ${figures}: the quotient is ${quotient} and should be ${isOver ? 'at most' : 'at least'} ${bound}`
  })
  return { fault, isRefused }
}
