import { z } from 'zod'
import type { InBoth } from '../language/language.js'

/** A text that is not empty, without blanks around it. */
export const text = z.string().trim().min(1)

/** An id of an entity of one kind, such as `county:25`. */
export const idOf = (kind: string) => z.string().regex(new RegExp(`^${kind}:\\S+$`), `is no id such as ${kind}:…`)

/** A part of a whole, from 0 to 1. */
export const share = z.number().min(0).max(1)

/** Words of the region as its files write them, `SV` or `EN` or both; what is not said in one language is said in the other. */
export const inBoth = z
  .union([z.strictObject({ SV: text, EN: text.optional() }), z.strictObject({ SV: text.optional(), EN: text })])
  .transform(({ SV, EN }): InBoth => ({ Sv: SV ?? EN ?? '', En: EN ?? SV ?? '' }))
