import { z } from 'zod'
import type { InBoth } from '../language/language.js'

const text = z.string().trim().min(1)

/** Words of the region as its files write them, `SV` or `EN` or both; what is not said in one language is said in the other. */
export const inBoth = z
  .union([z.strictObject({ SV: text, EN: text.optional() }), z.strictObject({ SV: text.optional(), EN: text })])
  .transform(({ SV, EN }): InBoth => ({ Sv: SV ?? EN ?? '', En: EN ?? SV ?? '' }))
