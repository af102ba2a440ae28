import type { Address } from '../../address.js'
import type {
  Closure,
  HouseholdIncome,
  Placement,
  RetentionRule,
  ShockKind,
  SpilloverInput,
} from '../../generated/graphql.js'

export const shocks: readonly ShockKind[] = ['FINAL_DEMAND', 'OUTPUT']
export const closures: readonly Closure[] = ['TYPE_II', 'TYPE_I']
export const incomes: readonly HouseholdIncome[] = ['DISPOSABLE_WAGES', 'WAGES', 'LABOUR_COST', 'ALL_INCOME']
export const rules: readonly RetentionRule[] = ['AFTER', 'IN_COEFFICIENTS']
export const placements: readonly Placement[] = ['VENTURE', 'COMMUTING']

/** Names of what a question keeps in the address. */
export const questionNames = [
  'ventures',
  'years',
  'scenario',
  'shock',
  'closure',
  'income',
  'tax',
  'share',
  'apply',
  'placement',
  'national',
] as const

/** The question that an address asks; what it leaves out is as the region has it. */
export function questionOf({ get, list }: Pick<Address, 'get' | 'list'>): SpilloverInput {
  const oneOf = <Value extends string>(values: readonly Value[], name: string): Value | null =>
    values.find((value) => value === get(name)) ?? null
  const number = (name: string) => (get(name) === null ? null : Number(get(name)))
  const several = (name: string) => (list(name).length > 0 ? [...list(name)] : null)
  const national = several('national')
  return {
    establishments: several('ventures'),
    years: several('years')?.map(Number) ?? null,
    scenario: get('scenario'),
    shock: oneOf(shocks, 'shock'),
    closure: oneOf(closures, 'closure'),
    householdIncome: oneOf(incomes, 'income'),
    incomeTax: number('tax'),
    placement: oneOf(placements, 'placement'),
    retention: { share: number('share'), apply: oneOf(rules, 'apply'), nationalSectors: national },
  }
}

/** The question of the address of another setting, kept beside this one. */
export function questionOfText(text: string): SpilloverInput {
  const query = new URLSearchParams(text)
  return questionOf({
    get: (name) => query.get(name),
    list: (name) => query.get(name)?.split(',') ?? [],
  })
}

/** The part of an address that asks the question, as text. */
export function textOfQuestion({ get }: Pick<Address, 'get'>): string {
  const query = new URLSearchParams()
  for (const name of questionNames) {
    const value = get(name)
    if (value) query.set(name, value)
  }
  return query.toString()
}
