import { z } from 'zod'
import { closures, householdIncomes, retentionRules, shockKinds } from '../spillover/model/assumptions.js'

const text = z.string().trim().min(1)
const idOf = (kind: string) => z.string().regex(new RegExp(`^${kind}:\\S+$`), `is no id such as ${kind}:…`)
const share = z.number().min(0).max(1)

/** What the file `region.yaml` holds. */
export const region = z.strictObject({
  /** Of the region's texts, its own first. */
  languages: z.array(z.enum(['SV', 'EN'])).min(1),
  country: idOf('country'),
  /** Those that are meant where a question names none. */
  counties: z.array(idOf('county')).min(1),
  /** Input–output tables, folders of `tables/`. */
  tables: z.array(z.strictObject({ folder: text, source: idOf('source'), locator: text })).min(1),
  spillover: z.strictObject({
    /** Of a question that names none. */
    table: idOf('table'),
    /** The calculation that is kept up to date in every graph. */
    run: z.strictObject({ id: idOf('run'), name: text, scenario: idOf('scenario') }),
    assumptions: z.strictObject({
      shock: z.enum(shockKinds),
      closure: z.enum(closures),
      householdIncome: z.enum(householdIncomes),
      incomeTax: share,
      retention: z.strictObject({ share, apply: z.enum(retentionRules) }),
    }),
  }),
})

export type Region = z.output<typeof region>
