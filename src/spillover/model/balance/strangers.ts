import type { InBoth } from '../../../language/language.js'
import type { Matrix } from '../linear-algebra/leontief.js'
import type { Industry, InputOutputTable } from '../table.js'
import type { FlowSums } from './accounts.js'
import { type Account, type BalanceAccounts, totalOf } from './accounts.js'
import { type BalanceIdentity, digits, faultOf, type Judged } from './faults.js'

/** How near, of all of them together, figures of a row or column have to be to others to be the same. */
const SAME = 0.001
/** Of fewer figures than this nothing is told. */
const FEWEST = 2
/** Of fewer that tell it may be chance: something else has to say the same. Tables of three industries have two. */
const ENOUGH = 4

/** Rows and columns that stand among the industries and are none: sums of others, accounts, and households. */
export function notIndustries(table: InputOutputTable, accounts: BalanceAccounts, sums: FlowSums): Judged[] {
  if (table.industries.length <= FEWEST) return []
  const columns = columnsOf(table.flows)
  const strangeness = [sumOfOthers, sumOfNeighbours, accountAmong, purchasesAmong, householdsAmong]
  return table.industries.flatMap((industry, k): Judged[] => {
    for (const strange of strangeness) {
      const found = strange({ table, accounts, sums, columns, industry, k })
      if (found !== null) return [found]
    }
    return []
  })
}

interface Looked {
  readonly table: InputOutputTable
  readonly accounts: BalanceAccounts
  readonly sums: FlowSums
  readonly columns: (j: number) => Float64Array
  readonly industry: Industry
  /** Its position. */
  readonly k: number
}

const columnsOf = (flows: Matrix) => {
  const kept = new Map<number, Float64Array>()
  return (j: number): Float64Array => {
    const column = kept.get(j) ?? Float64Array.from(flows, (row) => row[j] ?? 0)
    kept.set(j, column)
    return column
  }
}

/** A total that was left in: its row, or its column, is the sum of all others. */
function sumOfOthers({ table, sums, columns, industry, k }: Looked): Judged | null {
  const row = table.flows[k] ?? []
  const others = (totals: Float64Array, own: ArrayLike<number>) => (j: number) => (totals[j] ?? 0) - (own[j] ?? 0)
  const inRow = sameAs(row, others(sums.columns, row), k)
  const column = inRow === null ? columns(k) : null
  const found = inRow ?? (column === null ? null : sameAs(column, others(sums.rows, column), k))
  if (found === null || !(found.telling >= ENOUGH || isWhole(table, sums, k))) return null
  return refusal('SUM_OF_OTHERS', industry, found, {
    Sv: `är ingen bransch utan summan av de andra: ${inRow ? 'raden' : 'kolumnen'} är`,
    En: `is no industry but the sum of the others: its ${inRow ? 'row' : 'column'} comes to`,
  })
}

/**
 * Whether what stands where a total meets itself is the sum of the others again, nothing where they are nothing, or the output
 * is all output. Of a few industries one may sell to the others what they together do by chance.
 */
function isWhole({ flows, industries }: InputOutputTable, { rows, columns }: FlowSums, k: number): boolean {
  const own = flows[k]?.[k] ?? 0
  const all = industries.reduce((sum, { output }) => sum + output, 0)
  const isSum = (whole: number) => Math.abs(2 * own - whole) <= SAME * Math.abs(whole)
  return isSum(rows[k] ?? 0) || isSum(columns[k] ?? 0) || isNear(2 * (industries[k]?.output ?? 0), all)
}

/** The most industries of which sums of some are looked for. */
const MOST_WITH_PARTS = 300

/** A sum of some that was left in beside them, as a section beside its divisions: its row and its output are theirs. */
function sumOfNeighbours({ table: { industries, flows }, sums, industry, k }: Looked): Judged | null {
  if (industries.length > MOST_WITH_PARTS) return null
  const ownSold = (sums.rows[k] ?? 0) - (flows[k]?.[k] ?? 0)
  for (const step of [1, -1]) {
    let [output, sold, parts] = [0, 0, 0]
    for (let i = k + step; i >= 0 && i < industries.length; i += step) {
      output += industries[i]?.output ?? 0
      const toOthers = (sums.rows[i] ?? 0) - (flows[i]?.[k] ?? 0)
      sold += toOthers
      if (toOthers !== 0) parts++
      if (output > industry.output * (1 + SAME)) break
      if (parts < FEWEST || !isNear(output, industry.output) || !isNear(sold, ownSold)) continue
      // Industries that all sell alike, as in made-up tables, add up to many others.
      if (sellsAlike(flows, sums, k, i)) continue
      const [from, to] = step > 0 ? [k + 1, i] : [i, k - 1]
      const summed = (j: number) => {
        let sum = 0
        for (let each = from; each <= to; each++) sum += flows[each]?.[j] ?? 0
        return sum
      }
      const found = sameAs(flows[k] ?? [], summed, k)
      if (found === null) continue
      const [first, last] = [industries[from]?.code ?? '', industries[to]?.code ?? '']
      return refusal('SUM_OF_OTHERS', industry, found, {
        Sv: `är ingen bransch utan summan av ${first} till ${last}: raden är`,
        En: `is no industry but the sum of ${first} to ${last}: its row comes to`,
      })
    }
  }
  return null
}

/** Whether an industry sells to others in the same shares as another does. */
function sellsAlike(flows: Matrix, { rows }: FlowSums, k: number, i: number): boolean {
  const share = (supplier: number, j: number) => (flows[supplier]?.[j] ?? 0) / (rows[supplier] || 1)
  let apart = 0
  for (let j = 0; j < flows.length; j++) apart += Math.abs(share(k, j) - share(i, j))
  return apart < 0.01
}

const isNear = (left: number, right: number): boolean => right > 0 && Math.abs(left - right) <= SAME * right

const worksOf = ({ wages, labourCost, employed }: BalanceAccounts) => [wages, labourCost, employed]

/** Whether somebody is stated to work in it, as in any industry. */
const isAtWork = (accounts: BalanceAccounts, k: number): boolean =>
  worksOf(accounts).some((account) => (account[k] ?? 0) > 0)

const rowNames = {
  wages: { Sv: 'lönerna', En: 'wages' },
  labourCost: { Sv: 'arbetskraftskostnaden', En: 'labour cost' },
  valueAdded: { Sv: 'förädlingsvärdet', En: 'value added' },
  imports: { Sv: 'importen', En: 'imports' },
} as const

/** An account that was left in below the industries, as the row of households is: what is stated of each. */
function accountAmong({ table, accounts, industry, k }: Looked): Judged | null {
  if (isAtWork(accounts, k)) return null
  const row = table.flows[k] ?? []
  for (const name of ['wages', 'labourCost', 'valueAdded', 'imports'] as const) {
    const found = sameAsAccount(row, accounts[name], k)
    if (found === null || (found.telling < ENOUGH && !isNamedHouseholds(industry))) continue
    const { Sv, En } = rowNames[name]
    const isOfHouseholds = name === 'wages' || name === 'labourCost'
    const identity = isOfHouseholds ? 'HOUSEHOLDS_AMONG_INDUSTRIES' : 'ACCOUNT_AMONG_INDUSTRIES'
    return refusal(identity, industry, found, {
      Sv: `är ingen bransch${isOfHouseholds ? ' utan hushållen' : ''}: raden är ${Sv} (${name}),`,
      En: `is no industry${isOfHouseholds ? ' but the households' : ''}: its row is ${En} (${name}), it comes to`,
    })
  }
  return null
}

/** Households' column among the buyers. */
function purchasesAmong({ accounts, columns, industry, k }: Looked): Judged | null {
  if (isAtWork(accounts, k) || accounts.purchases.every((value) => value === null)) return null
  const found = sameAsAccount(columns(k), accounts.purchases, k)
  if (found === null || (found.telling < ENOUGH && !isNamedHouseholds(industry))) return null
  return refusal('HOUSEHOLDS_AMONG_INDUSTRIES', industry, found, {
    Sv: 'är ingen bransch utan hushållen: kolumnen är deras köp (householdPurchases),',
    En: 'is no industry but the households: its column is their purchases (householdPurchases), it comes to',
  })
}

/** What households are called where they stand beside industries; those that employ somebody are an industry. */
const households =
  /^(the )?(households?|household (sector|consumption|income|expenditure)|compensation of employees|hushåll(en|et)?|hushållens (konsumtion|konsumtionsutgifter|inkomster)|löner)$/i

const isNamedHouseholds = ({ code, name, nameSv }: Industry): boolean =>
  [code, name, nameSv].some((each) => each !== null && households.test(each.trim()))

/** Of what they earn households sell so much to industries, their work, or spend so much on them. Owners of dwellings do neither. */
const EXCHANGED = 0.3

/**
 * Households by their name, or because what they make is all income or consumption, without anybody at work in them. Those
 * that sell and buy nothing are employers of their own, an industry of classifications.
 */
function householdsAmong({ table, accounts, sums, industry, k }: Looked): Judged | null {
  const { output } = industry
  const [sold, bought] = [sums.rows[k] ?? 0, sums.columns[k] ?? 0]
  const isExchanging = Math.max(sold, bought) >= EXCHANGED * output
  if (isAtWork(accounts, k) || !(isExchanging || sold > 0)) return null
  const income = [
    table.householdConsumption,
    table.householdIncome,
    totalOf(accounts.wages),
    totalOf(accounts.labourCost),
  ]
  const total = income.find((each) => each !== null && isNear(output, each)) ?? null
  const othersWork = worksOf(accounts).some((account) => (totalOf(account) ?? 0) > 0)
  const isIncome = total !== null && othersWork && isExchanging
  if (!isNamedHouseholds(industry) && !isIncome) return null
  return refusal(
    'HOUSEHOLDS_AMONG_INDUSTRIES',
    industry,
    { left: output, right: total ?? output },
    {
      Sv: 'är ingen bransch utan hushållen: ingen arbetar i den, och produktionen är',
      En: 'is no industry but the households: nobody works in it, and its output is',
    },
  )
}

interface Compared {
  readonly left: number
  readonly right: number
}

interface Same extends Compared {
  /** How many figures are too large to be the same by being little beside the others. */
  readonly telling: number
}

/** Sums of figures and of what they are held against, but for position k, where they are the same; else null. */
function sameAs(figures: ArrayLike<number>, others: (j: number) => number, k: number): Same | null {
  let [left, right, apart, count] = [0, 0, 0, 0]
  for (let j = 0; j < figures.length; j++) {
    if (j === k) continue
    const [figure, other] = [figures[j] ?? 0, others(j)]
    left += figure
    right += Math.abs(other)
    apart += Math.abs(figure - other)
    if (other !== 0) count++
  }
  if (count < FEWEST || apart > SAME * right) return null
  let telling = 0
  for (let j = 0; j < figures.length; j++) if (j !== k && Math.abs(others(j)) > 2 * SAME * right) telling++
  return { left, right, telling }
}

/** The same of an account that nearly all industries state. */
function sameAsAccount(figures: ArrayLike<number>, account: Account, k: number): Same | null {
  const isStated = account.every((value, j) => value !== null || j === k)
  return isStated && isVaried(account, k) ? sameAs(figures, (j) => account[j] ?? 0, k) : null
}

/** Whether figures differ at all: made-up ones that are all alike are like much else. */
function isVaried(account: Account, k: number): boolean {
  const [first, ...others] = account.filter((_, j) => j !== k)
  return others.some((value) => !isNear(Math.abs(value ?? 0), Math.abs(first ?? 0)))
}

function refusal(identity: BalanceIdentity, { code }: Industry, { left, right }: Compared, said: InBoth): Judged {
  const fault = faultOf({ identity, industry: code, at: 'FLOWS', left, right }, (language) =>
    language === 'Sv'
      ? `${said.Sv} ${digits('Sv', left)} mot ${digits('Sv', right)}`
      : `${said.En} ${digits('En', left)} against ${digits('En', right)}`,
  )
  return { fault, isRefused: true }
}
