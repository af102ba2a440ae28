import { z } from 'zod'
import { text } from './forms.js'

/**
 * What the file `wordings.yaml` holds: what the region's own notes, which are written in English, read in Swedish. A text
 * may have places for any words, `{1}` and `{2}`, which its Swedish words name.
 */
export const wordings = z.strictObject({
  /** Where in sources something stands, each whole, a remark between semicolons or a piece between commas. */
  locators: z.record(text, text).default({}),
  /** What sources say of a supply's worth and dates. */
  supplies: z.record(text, text).default({}),
  /** Publishers, editions, and titles of tables. */
  sources: z.record(text, text).default({}),
})

export type RegionWordings = z.output<typeof wordings>
