import { z } from 'zod'
import { text } from './forms.js'

/** What a region says of Statistics Sweden's workbook of input–output tables, which is read as it is published. */
export const scbWorkbookPart = z.strictObject({
  /** The file that says of what its industries are, and which are added up. */
  industries: text,
  /** Which edition it is. */
  edition: text,
})
