import { z } from 'zod'
import { closures, householdIncomes, retentionRules, shockKinds } from '../../edition/assumption-kinds.js'
import { placements } from '../model/placement.js'
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
