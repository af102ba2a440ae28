import { z } from 'zod'
import { sectorGroups } from '../../classification/sector-group.js'
import { type Industry, scopes } from '../../spillover/model/table.js'
import { ImportError } from '../import-error.js'
import { tableRows } from '../readers/table-rows.js'

/** What this project says of an industry of Statistics Sweden's table, beside the figures that a year states of it. */
export type IndustryClass = Pick<
  Industry,
  'code' | 'name' | 'nameSv' | 'section' | 'group' | 'scope' | 'sni' | 'imputedRent'
> & {
  /** The published industries that it is made of; itself among the 59 and the products. */
  readonly parts: readonly string[]
}

const classifications = ['scb44', 'scb59', 'scb65-products'] as const
export type Classification = (typeof classifications)[number]

const words = z.string().transform((text) => text.split(' ').filter(Boolean))

const classRow = z.tuple([
  z.enum(classifications),
  z.string().min(1),
  words,
  z.string().min(1),
  z.string().min(1),
  z.string().length(1),
  z.enum(sectorGroups),
  z.enum(scopes),
  words,
  z.enum(['', '1']),
])

/**
 * The industries of a classification, in the table's order: names, sections, groups, judged scopes and divisions of the 59
 * published ones, of the 44 made of them, and of the 65 products of later editions.
 * @throws ImportError where the data file of the project is wrong.
 */
export async function readIndustryClasses(
  file: string,
  classification: Classification,
): Promise<readonly IndustryClass[]> {
  const classes: IndustryClass[] = []
  let isHeader = true
  for await (const { line, cells } of tableRows(file)) {
    if (isHeader) {
      isHeader = false
      continue
    }
    const row = classRow.safeParse(cells)
    if (!row.success) throw new ImportError(file, line, z.prettifyError(row.error).replaceAll('\n', ' '))
    const [of, code, parts, name, nameSv, section, group, scope, sni, imputedRent] = row.data
    if (of !== classification) continue
    classes.push({ code, parts, name, nameSv, section, group, scope, sni, imputedRent: imputedRent === '1' })
  }
  return classes
}
