import { z } from 'zod'
import { text } from '../../edition/forms.js'
import type { SeedProblem } from '../../edition/problems.js'
import { textFaults } from '../../text/entering-text.js'
import { enteringValue } from '../../text/entering-values.js'
import { readRelationship, type SeedEntry, type SeedRelationship } from './entry.js'
import { optionalCell, optionalNumber, readRows } from './rows.js'

/** One supply a row: what `SUPPLIES` carries, between a supplier and a buyer by their ids. */
const supplyRow = z.strictObject({
  supplier: text,
  buyer: text,
  category: text,
  phase: optionalCell,
  validFrom: optionalCell,
  validTo: optionalCell,
  supplyStatus: optionalCell,
  value: optionalNumber,
  currency: optionalCell,
  valueText: optionalCell,
  datesText: optionalCell,
  whatSv: optionalCell,
  whatEn: optionalCell,
  source: text,
  locator: text,
})

/**
 * Adds the supplies that files of comma-separated values state to the entries of their suppliers. What is wrong is
 * added to `problems` with file and line; a supplier that is no entry is.
 */
export async function addSupplies(
  folder: string,
  files: readonly string[],
  entries: readonly SeedEntry[],
  problems: SeedProblem[],
): Promise<SeedEntry[]> {
  const bySupplier = new Map<string, SeedRelationship[]>()
  const suppliers = new Set(entries.map(({ id }) => id))
  for (const name of files) {
    const { found, problems: malformed } = await readRows(folder, name, (row) => supplyRow.safeParse(row))
    problems.push(...malformed)
    for (const { file, line, value } of found) {
      const { supplier, buyer, ...stated } = value
      const report = (_: unknown, reason: string) => problems.push({ file, line, reason })
      if (!suppliers.has(supplier)) report([], `supplier ${supplier} does not exist`)
      const entering = enteringValue({ to: buyer, ...stated })
      if ('fault' in entering) {
        report([], [...entering.path, textFaults[entering.fault]].join(': '))
        continue
      }
      const origin = { id: supplier, source: stated.source, locator: stated.locator }
      const read = readRelationship(entering.value, 'SUPPLIES', origin, { file, line }, report)
      bySupplier.set(supplier, [...(bySupplier.get(supplier) ?? []), ...read])
    }
  }
  return entries.map((entry) => {
    const stated = bySupplier.get(entry.id)
    return stated ? { ...entry, relationships: [...entry.relationships, ...stated] } : entry
  })
}
