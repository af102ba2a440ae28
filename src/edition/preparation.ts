import { z } from 'zod'
import { idOf, inBoth, text } from './forms.js'

/** Help that should come before a phase in which a venture buys. */
export const preparationPart = z.strictObject({
  area: idOf('area'),
  /** Where a source says so. */
  passage: text,
  /** Why, with `{phase}` and `{requirements}` where the phase and what the buyer asks for are named. */
  reason: inBoth,
  /** Whether it helps with what the buyer asks of suppliers, and comes only where that is something. */
  forRequirements: z.boolean().default(false),
})

export type PreparationPart = z.output<typeof preparationPart>
