import { z } from 'zod'
import {
  closures,
  householdIncomes,
  minings,
  regionalAreas,
  regionalisationMethods,
  retentionRules,
  shockKinds,
} from '../../edition/assumption-kinds.js'
import type { Regionalisation } from '../model/assumptions.js'
import { placements } from '../model/placement.js'
import type { TemporaryYear } from '../model/temporary-work.js'
import type { AnsweredAssumptions } from '../question/answers.js'
import { statedDisplacement } from '../question/scenario.js'

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
  regionalisationMethod: z.enum(regionalisationMethods).nullish(),
  delta: z.number().nullish(),
  householdDelta: z.number().nullish(),
  regionalArea: z.enum(regionalAreas).nullish(),
  mining: z.enum(minings).nullish(),
  employment: z.string().nullish(),
  displacementFromRegionalSmes: z.number().nullish(),
  displacementRefilled: z.number().nullish(),
})
type AssumptionProperties = z.infer<typeof assumptionProperties>

export function assumptionsOf(run: AssumptionProperties): AnsweredAssumptions {
  const { table, placement, scenario, shock, closure, householdIncome, incomeTax } = run
  return {
    tableId: table.replace(/^table:/, ''),
    placement,
    scenario: scenario ?? null,
    assumptions: {
      ...{ shock, closure, householdIncome, incomeTax },
      retention: {
        share: run.retentionShare,
        apply: run.retentionApply,
        nationalIndustries: run.nationalIndustries,
      },
      regionalisation: regionalisationOf(run),
      displacement: statedDisplacement(run),
    },
  }
}

/** Null in a run by the retention rule, as all are that an older program stored. */
function regionalisationOf({
  regionalisationMethod: method,
  delta,
  householdDelta,
  regionalArea: area,
  mining,
  employment,
}: AssumptionProperties): Regionalisation | null {
  if (!method || !area || !mining || !employment) return null
  return { method, delta: delta ?? 0, householdDelta: householdDelta ?? 0, area, mining, employment }
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
