import { type Assumptions, householdIncomes, reportAssumptions } from './assumptions.js'
import type { Shock } from './shocks.js'

/** Another defensible assumption in the place of one that a question makes. */
export interface AlternativeQuestion {
  /** What is assumed otherwise, such as `retention.share`. */
  readonly assumption: string
  readonly value: string
  readonly assumptions: Assumptions
  readonly shocks: readonly Shock[]
}

/** The venture whose sector is the most debatable: the report's jobs leave out those who build the plants. */
const DEBATABLE_VENTURE = 'establishment:lkab-construction'

/** Income taxes beside the default, with which municipalities and pay differ. */
const incomeTaxes = [0.25, reportAssumptions.incomeTax, 0.4]

/** Nothing of what national industries gain stays, the report's share does, or all. */
const retentionShares = [0, reportAssumptions.retention.share, 1]

/** The assumptions that can be defended beside those of a question, one at a time; those without bearing are left out. */
export function alternativesTo(assumptions: Assumptions, shocks: readonly Shock[]): AlternativeQuestion[] {
  const { closure, householdIncome, retention } = assumptions
  const changed = (assumption: string, value: string | number, change: Partial<Assumptions>): AlternativeQuestion => ({
    assumption,
    value: String(value),
    assumptions: { ...assumptions, ...change },
    shocks,
  })
  const otherClosure = closure === 'TYPE_II' ? 'TYPE_I' : 'TYPE_II'
  const otherShock = assumptions.shock === 'OUTPUT' ? 'FINAL_DEMAND' : 'OUTPUT'
  const otherRule = retention.apply === 'AFTER' ? 'IN_COEFFICIENTS' : 'AFTER'
  const incomes = closure === 'TYPE_II' ? householdIncomes.filter((income) => income !== householdIncome) : []
  const taxed = closure === 'TYPE_II' && householdIncome === 'DISPOSABLE_WAGES'
  const taxes = taxed ? incomeTaxes.filter((tax) => tax !== assumptions.incomeTax) : []
  const shares = retentionShares.filter((share) => share !== retention.share)
  const others = shocks.filter(({ establishment }) => establishment !== DEBATABLE_VENTURE)
  return [
    changed('closure', otherClosure, { closure: otherClosure }),
    ...incomes.map((income) => changed('householdIncome', income, { householdIncome: income })),
    changed('shock', otherShock, { shock: otherShock }),
    ...taxes.map((tax) => changed('incomeTax', tax, { incomeTax: tax })),
    ...shares.map((share) => changed('retention.share', share, { retention: { ...retention, share } })),
    changed('retention.apply', otherRule, { retention: { ...retention, apply: otherRule } }),
    ...(others.length > 0 && others.length < shocks.length
      ? [{ assumption: 'establishments', value: `without ${DEBATABLE_VENTURE}`, assumptions, shocks: others }]
      : []),
  ]
}
