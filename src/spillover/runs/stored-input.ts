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
import { placements } from '../model/placement.js'
import type { SpilloverInput } from '../question/spillover-input.js'

const ids = z.array(z.string())
const yearlyJobs = z.array(z.object({ year: z.number(), jobs: z.number() }))
const purchase = z.object({ sector: z.string(), share: z.number(), local: z.number().nullish() })

const shock = z.object({
  sector: z.string(),
  county: z.string(),
  year: z.number(),
  jobs: z.number().nullish(),
  output: z.number().nullish(),
  purchases: z.array(purchase).nullish(),
  durationYears: z.number().nullish(),
})

/** A question as a run keeps it: what the API takes as `SpilloverInput`. */
const storedInput: z.ZodType<SpilloverInput> = z.object({
  table: z.string().nullish(),
  establishments: ids.nullish(),
  years: z.array(z.number()).nullish(),
  scenario: z.string().nullish(),
  adjust: z.array(z.object({ establishment: z.string(), jobs: yearlyJobs })).nullish(),
  shocks: z.array(shock).nullish(),
  placement: z.enum(placements).nullish(),
  shock: z.enum(shockKinds).nullish(),
  closure: z.enum(closures).nullish(),
  householdIncome: z.enum(householdIncomes).nullish(),
  incomeTax: z.number().nullish(),
  retention: z
    .object({ share: z.number().nullish(), apply: z.enum(retentionRules).nullish(), nationalSectors: ids.nullish() })
    .nullish(),
  regionalisation: z
    .object({
      method: z.enum([...regionalisationMethods, 'RETENTION']),
      delta: z.number().nullish(),
      householdDelta: z.number().nullish(),
      area: z.enum(regionalAreas).nullish(),
      mining: z.enum(minings).nullish(),
      employment: z.string().nullish(),
    })
    .nullish(),
  displacement: z.object({ fromRegionalSmes: z.number().nullish(), refilled: z.number().nullish() }).nullish(),
})

/**
 * A question that a run keeps.
 * @throws ZodError for one that an older program stored otherwise.
 */
export const readStoredInput = (text: string): SpilloverInput => storedInput.parse(JSON.parse(text))
