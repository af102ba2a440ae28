import { z } from 'zod'
import { text } from './forms.js'

/** What a region says of Statistics Sweden's workbooks of input–output tables, which are read as they are published. */
export const scbWorkbookPart = z.strictObject({
  /** The file that says of what their industries and products are, and which are added up. */
  industries: text,
  /** Which edition that of industries is. */
  edition: text,
  /** The later one, product by product; left out where the region has none. */
  products: z.strictObject({ edition: text }).optional(),
})
