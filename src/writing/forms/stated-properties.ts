import { z } from 'zod'
import { legalForms } from '../../classification/legal-form.js'
import { sizeClasses } from '../../classification/size-class.js'
import { text } from '../../edition/forms.js'
import { phaseKinds, phaseStatuses } from '../../establishments/phases.js'
import { voices } from '../../findings/voices.js'
import { known } from '../../graph/known.js'
import { naming } from './naming.js'
import { identityShape, otherNamesProperties } from './other-names.js'
import { backwards, isInOrder, spanProperties, spanShape } from './partial-date.js'

const count = z.int().min(0)
const amount = z.number().min(0)

/** What an establishment may say of itself, field by field. */
export const establishmentShape = {
  ...naming,
  ...identityShape,
  expectedJobs: z.record(z.string().regex(/^\d{4}$/), amount),
  totalJobs: amount,
}

/** Yearly jobs are written as a map, and stored as two lists of the same length with the printed total beside them. */
export const establishment = z
  .strictObject(establishmentShape)
  .superRefine(({ expectedJobs, totalJobs }, context) => {
    const sum = Object.values(expectedJobs).reduce((total, jobs) => total + jobs, 0)
    if (sum !== totalJobs) {
      context.addIssue({
        code: 'custom',
        path: ['totalJobs'],
        message: `${totalJobs} is not the sum of the years, ${sum}`,
      })
    }
  })
  .transform(({ expectedJobs, otherNames, ...rest }) => {
    const years = Object.keys(expectedJobs).sort()
    return known({
      ...rest,
      ...otherNamesProperties(otherNames),
      expectedYears: years.map(Number),
      expectedJobs: years.map((each) => expectedJobs[each] ?? 0),
    })
  })

/** What a phase of an establishment may say of itself, field by field. */
export const phaseShape = { ...naming, ...spanShape, kind: z.enum(phaseKinds), status: z.enum(phaseStatuses) }

/** What a phase of an establishment may say of itself. */
export const phase = z
  .strictObject(phaseShape)
  .refine(isInOrder, backwards)
  .transform(({ from, to, fromText, toText, ...rest }) => ({
    ...known(rest),
    ...spanProperties({ from, to, fromText, toText }),
  }))

/** What a firm may say of itself, field by field. */
export const firmShape = {
  ...naming,
  ...identityShape,
  sizeClass: z.enum(sizeClasses),
  employees: count.optional(),
  legalForm: z.enum(legalForms).optional(),
}

/** What a firm may say of itself. */
export const firm = z
  .strictObject(firmShape)
  .transform(({ otherNames, ...own }) => known({ ...own, ...otherNamesProperties(otherNames) }))

/** What a claim may say of itself, field by field. */
export const claimShape = {
  statementSv: text.optional(),
  statementEn: text.optional(),
  value: z.number().min(-1e15).max(1e15).optional(),
  unit: text.optional(),
  saidBy: z.enum(voices).optional(),
}

/** What a claim may say of itself. */
export const claim = z
  .strictObject(claimShape)
  .transform((own) => known({ ...own, nameSv: own.statementSv, nameEn: own.statementEn }))
