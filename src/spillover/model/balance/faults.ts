import type { InBoth, Language } from '../../../language/language.js'
import { type Sentence, sentence } from '../../../language/wording.js'

/** What figures were held against: see the sentences. */
export type BalanceIdentity =
  | 'INPUTS'
  | 'INPUTS_AND_VALUE_ADDED'
  | 'INPUTS_AND_LABOUR_COST'
  | 'INPUTS_AND_WAGES'
  | 'ALL_INPUTS_AND_VALUE_ADDED'
  | 'INPUTS_AND_IMPORTS'
  | 'CONSUMPTION_AND_VALUE_ADDED'
  | 'SALES'
  | 'SALES_AND_OTHER_USE'
  | 'STATED_INTERMEDIATE_USE'
  | 'WAGES_IN_LABOUR_COST'
  | 'LABOUR_COST_IN_VALUE_ADDED'
  | 'PURCHASES_IN_CONSUMPTION'
  | 'NEGATIVE_AMOUNT'
  | 'NEGATIVE_FLOW'
  | 'ZERO_OUTPUT'
  | 'SUM_OF_OTHERS'
  | 'ACCOUNT_AMONG_INDUSTRIES'
  | 'HOUSEHOLDS_AMONG_INDUSTRIES'
  | 'TRANSPOSED'
  | 'UNITS'
  | 'YEARS'

/** Which of a table's parts says it: what it is as a whole, the figures of industries, or the flows between them. */
export type BalancePlace = 'FACTS' | 'FIGURES' | 'FLOWS'

/** Figures of a table that do not go together, said in both languages without the industry's name before it. */
export interface BalanceFault extends Sentence {
  readonly identity: BalanceIdentity
  /** Its code; null where it is the table as a whole. */
  readonly industry: string | null
  readonly at: BalancePlace
  /** What was held against what, in the table's units. */
  readonly left: number
  readonly right: number
  /** left / right. */
  readonly quotient: number
}

/** A fault, and whether a table that has it is refused. */
export interface Judged {
  readonly fault: BalanceFault
  readonly isRefused: boolean
}

/** A fault whose sentence is made in each language. */
export const faultOf = (
  { left, right, ...of }: Omit<BalanceFault, 'quotient' | keyof Sentence>,
  say: (language: Language) => string,
): BalanceFault => ({ ...of, left, right, quotient: left / right, ...sentence(say) })

/** A figure to seven digits, with the language's own decimal sign and nothing between thousands. */
export function digits(language: Language, value: number): string {
  const text = String(Number(value.toPrecision(7)))
  return language === 'Sv' ? text.replace('.', ',') : text
}

/** Of one identity that many industries break, so many are named. */
const NAMED = 5

const further: InBoth = { Sv: 'likaså branscher till:', En: 'so are further industries:' }

/** Of each identity the worst few, in their order; the last says how many more there are. */
export function fewOfEach(judged: readonly Judged[]): readonly BalanceFault[] {
  const identities = new Set(judged.map(({ fault }) => fault.identity))
  return [...identities].flatMap((identity) => {
    const faults = judged.filter(({ fault }) => fault.identity === identity)
    const worst = new Set(faults.toSorted((a, b) => distance(b.fault) - distance(a.fault)).slice(0, NAMED))
    const shown = faults.filter((each) => worst.has(each)).map(({ fault }) => fault)
    const left = faults.length - shown.length
    if (left === 0) return shown
    return shown.map((fault, index) =>
      index < shown.length - 1
        ? fault
        : { ...fault, ...sentence((language) => `${fault[`text${language}`]}; ${further[language]} ${left}`) },
    )
  })
}

/** How far two figures are apart. */
const distance = ({ left, right }: BalanceFault): number => Math.abs(left - right)
