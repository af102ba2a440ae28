import { z } from 'zod'
import { closures, householdIncomes, retentionRules, shockKinds } from '../../edition/assumption-kinds.js'
import { placements } from '../model/placement.js'
import type { TemporaryYear } from '../model/temporary-work.js'
import type { AnsweredAssumptions } from '../question/answers.js'

/** A run's assumptions as its node states them. */
export const assumptionProperties = z.object({
  table: z.string(),
  shock: z.enum(shockKinds),
  closure: z.enum(closures),
  householdIncome: z.enum(householdIncomes),
  incomeTax: z.number(),
  retentionShare: z.number(),
  retentionApply: z.enum(retentionRules),
  nationalIndustries: z.array(z.string()),
  placement: z.enum(placements),
  scenario: z.string().nullish(),
})

export function assumptionsOf({
  table,
  placement,
  scenario,
  retentionShare,
  retentionApply,
  nationalIndustries,
  ...assumptions
}: z.infer<typeof assumptionProperties>): AnsweredAssumptions {
  return {
    tableId: table.replace(/^table:/, ''),
    placement,
    scenario: scenario ?? null,
    assumptions: {
      ...assumptions,
      retention: { share: retentionShare, apply: retentionApply, nationalIndustries },
    },
  }
}

const numbers = z.array(z.number()).nullish()
const temporaryLists = z.object({ years: numbers, direct: numbers, indirect: numbers, induced: numbers })

/** Work that ends, by year, from the lists of the same length that a run's node states. */
export function temporaryYearsOf(stored: unknown): TemporaryYear[] {
  const { years, direct, indirect, induced } = temporaryLists.parse(stored)
  return (years ?? []).map((year, index) => {
    const of = { direct: direct?.[index] ?? 0, indirect: indirect?.[index] ?? 0, induced: induced?.[index] ?? 0 }
    return { year, ...of, jobs: of.direct + of.indirect + of.induced }
  })
}
