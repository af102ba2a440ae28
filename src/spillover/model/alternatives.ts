import { householdIncomes } from '../../edition/assumption-kinds.js'
import type { SpilloverPart } from '../../edition/spillover-part.js'
import type { Assumptions } from './assumptions.js'
import type { Shock } from './shocks.js'

/** Another defensible assumption in the place of one that a question makes. */
export interface AlternativeQuestion {
  /** What is assumed otherwise, such as `retention.share`. */
  readonly assumption: string
  readonly value: string
  /** The venture that is left out, where one is. */
  readonly without: string | null
  readonly assumptions: Assumptions
  readonly shocks: readonly Shock[]
}

/**
 * The assumptions that can be defended beside those of a question, one at a time; those without bearing are left out.
 * @param defended the figures that can be, and the venture that can be left out.
 */
export function alternativesTo(
  assumptions: Assumptions,
  shocks: readonly Shock[],
  defended: SpilloverPart['alternatives'],
): AlternativeQuestion[] {
  const { closure, householdIncome, retention } = assumptions
  const changed = (assumption: string, value: string | number, change: Partial<Assumptions>): AlternativeQuestion => ({
    assumption,
    value: String(value),
    without: null,
    assumptions: { ...assumptions, ...change },
    shocks,
  })
  const otherClosure = closure === 'TYPE_II' ? 'TYPE_I' : 'TYPE_II'
  const otherShock = assumptions.shock === 'OUTPUT' ? 'FINAL_DEMAND' : 'OUTPUT'
  const otherRule = retention.apply === 'AFTER' ? 'IN_COEFFICIENTS' : 'AFTER'
  const incomes = closure === 'TYPE_II' ? householdIncomes.filter((income) => income !== householdIncome) : []
  const taxed = closure === 'TYPE_II' && householdIncome === 'DISPOSABLE_WAGES'
  const taxes = taxed ? defended.incomeTax.filter((tax) => tax !== assumptions.incomeTax) : []
  const shares = defended.retentionShare.filter((share) => share !== retention.share)
  const { without = null } = defended
  const others = shocks.filter(({ establishment }) => establishment !== without)
  return [
    changed('closure', otherClosure, { closure: otherClosure }),
    ...incomes.map((income) => changed('householdIncome', income, { householdIncome: income })),
    changed('shock', otherShock, { shock: otherShock }),
    ...taxes.map((tax) => changed('incomeTax', tax, { incomeTax: tax })),
    ...shares.map((share) => changed('retention.share', share, { retention: { ...retention, share } })),
    changed('retention.apply', otherRule, { retention: { ...retention, apply: otherRule } }),
    ...(others.length > 0 && others.length < shocks.length
      ? [{ assumption: 'establishments', value: `without ${without}`, without, assumptions, shocks: others }]
      : []),
  ]
}
