import { householdIncomes } from '../../edition/assumption-kinds.js'
import type { SpilloverPart } from '../../edition/spillover-part.js'
import { type Assumptions, nothingCutAfter, type Regionalisation, regionalisationInWords } from './assumptions.js'
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

/** What can be defended beside the assumptions of a question; location quotients with all that they leave out. */
export type Defended = Omit<SpilloverPart['alternatives'], 'regionalisation'> & {
  readonly regionalisation: readonly Regionalisation[]
}

/**
 * The assumptions that can be defended beside those of a question, one at a time; those without bearing are left out.
 * @param defended the figures that can be, and the venture that can be left out.
 * @param usual what is assumed where a question leaves it out: the retention rule that takes the place of location quotients.
 */
export function alternativesTo(
  { assumptions, shocks }: Pick<AlternativeQuestion, 'assumptions' | 'shocks'>,
  defended: Defended,
  usual: Pick<Assumptions, 'retention'>,
): AlternativeQuestion[] {
  const { closure, householdIncome } = assumptions
  const changed = changing(assumptions, shocks)
  const otherClosure = closure === 'TYPE_II' ? 'TYPE_I' : 'TYPE_II'
  const otherShock = assumptions.shock === 'OUTPUT' ? 'FINAL_DEMAND' : 'OUTPUT'
  const incomes = closure === 'TYPE_II' ? householdIncomes.filter((income) => income !== householdIncome) : []
  const taxed = closure === 'TYPE_II' && householdIncome === 'DISPOSABLE_WAGES'
  const taxes = taxed ? defended.incomeTax.filter((tax) => tax !== assumptions.incomeTax) : []
  const { without = null } = defended
  const others = shocks.filter(({ establishment }) => establishment !== without)
  return [
    changed('closure', otherClosure, { closure: otherClosure }),
    ...incomes.map((income) => changed('householdIncome', income, { householdIncome: income })),
    changed('shock', otherShock, { shock: otherShock }),
    ...taxes.map((tax) => changed('incomeTax', tax, { incomeTax: tax })),
    ...whatStays(assumptions, changed, defended, usual),
    ...(others.length > 0 && others.length < shocks.length
      ? [{ assumption: 'establishments', value: `without ${without}`, without, assumptions, shocks: others }]
      : []),
  ]
}

type Changed = (assumption: string, value: string | number, change: Partial<Assumptions>) => AlternativeQuestion

const changing =
  (assumptions: Assumptions, shocks: readonly Shock[]): Changed =>
  (assumption, value, change) => ({
    assumption,
    value: String(value),
    without: null,
    assumptions: { ...assumptions, ...change },
    shocks,
  })

/** Other rules of what stays in the region: other shares and cuts, and location quotients; or those in place of what is asked. */
function whatStays(
  { retention, regionalisation }: Assumptions,
  changed: Changed,
  defended: Defended,
  usual: Pick<Assumptions, 'retention'>,
): AlternativeQuestion[] {
  const quotients = defended.regionalisation
    .filter((each) => regionalisationInWords(each) !== regionalisationInWords(regionalisation))
    .map((each) =>
      changed('regionalisation', regionalisationInWords(each), { regionalisation: each, retention: nothingCutAfter }),
    )
  if (regionalisation !== null) {
    const rule = changed('regionalisation', regionalisationInWords(null), { regionalisation: null, ...usual })
    return [rule, ...quotients]
  }
  const otherRule = retention.apply === 'AFTER' ? 'IN_COEFFICIENTS' : 'AFTER'
  const shares = defended.retentionShare.filter((share) => share !== retention.share)
  return [
    ...shares.map((share) => changed('retention.share', share, { retention: { ...retention, share } })),
    changed('retention.apply', otherRule, { retention: { ...retention, apply: otherRule } }),
    ...quotients,
  ]
}
