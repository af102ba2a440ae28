import { z } from 'zod'
import type { SizeRule } from '../classification/size-class.js'

/** Fewer employees than, and a turnover in EUR million up to. */
const limit = z.strictObject({ employees: z.int().min(1), turnover: z.number().positive() })

/** What `region.yaml` says of the classes of firms by size. */
export const sizeRulePart = z
  .strictObject({
    /** What a euro is in the currency of turnover. */
    currencyAEuro: z.number().positive(),
    SMALL: limit,
    MEDIUM: limit,
  })
  .transform(({ currencyAEuro, ...classes }): SizeRule => {
    return (['SMALL', 'MEDIUM'] as const).map((sizeClass) => {
      const { employees, turnover } = classes[sizeClass]
      return { sizeClass, employees, turnover: turnover * currencyAEuro }
    })
  })
