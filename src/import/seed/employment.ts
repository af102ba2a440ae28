import { join } from 'node:path'
import { z } from 'zod'
import { text } from '../../edition/forms.js'
import type { SeedProblem } from '../../edition/problems.js'
import { type Reading, shownName } from '../../edition/yaml-file.js'
import { countsProperties, employmentProperties } from '../../spillover/employment/employment-elements.js'
import type { EmploymentTable } from '../../spillover/employment/employment-table.js'
import { readEmploymentFile } from '../employment/employment-file.js'
import { sectionGroups } from '../employment/group-codes.js'
import type { ImportError } from '../import-error.js'
import type { SeedEntry } from './entry.js'
import { readRows } from './rows.js'

const provenance = { file: text, source: text, locator: text }

/**
 * What `seed.yaml` says of employment: a file of `group,region,nation` or `group,county,region,nation`, groups told by
 * their sections, and one of what another publisher counts of sections B to E and of C in counties, by which mining is
 * told apart from manufacturing.
 */
export const employmentDeclaration = z.strictObject({
  id: z.string().regex(/^employment:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, 'is no id such as employment:own-2024'),
  title: text,
  titleSv: text.optional(),
  titleEn: text.optional(),
  publisher: text,
  edition: text,
  year: z.int().min(1900).max(2200),
  ...provenance,
  mining: z.strictObject(provenance).optional(),
})
type EmploymentDeclaration = z.output<typeof employmentDeclaration>

const count = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'is no number of persons')
  .transform(Number)

const miningRow = z.strictObject({ county: text, minedToSupplied: count, made: count })
type Mining = ReadonlyMap<string, z.output<typeof miningRow> & { readonly line: number }>

/** Employment as an entry of the seed. A missing file and what its rows cannot say are problems. */
export async function employmentEntries(
  folder: string,
  declaration: EmploymentDeclaration,
): Promise<Reading<readonly SeedEntry[]>> {
  const { id, file, source, locator, mining, titleSv, titleEn, ...said } = declaration
  const path = join(folder, file)
  const shown = shownName(folder, path)
  const faults: ImportError[] = []
  const read = await readEmploymentFile(path, faults)
  const codes = read && sectionGroups(path, read.groups, () => false, faults)
  const problems = faults.map((fault) => problemOf(shown, fault))
  const apart = mining ? await readMining(folder, mining.file, problems) : null
  if (!read || !codes || problems.length > 0) return { found: [], problems }
  for (const [code, { line }] of apart ?? []) {
    if (read.counties.some((county) => county.code === code)) continue
    problems.push({
      file: shownName(folder, join(folder, mining?.file ?? '')),
      line,
      reason: `${file} has no county ${code}`,
    })
  }
  const counties = read.counties.map(({ code, line, employed }) => ({
    ...{ line, county: `county:${code}`, employed },
    ...{ minedToSupplied: apart?.get(code)?.minedToSupplied ?? null, made: apart?.get(code)?.made ?? null },
  }))
  const table: EmploymentTable = {
    ...{ id, ...said, groups: codes, nation: read.nation, region: read.region, key: null },
    counties: counties.map(({ line: _, ...own }) => own),
  }
  const where = { source, locator, file: shown }
  const entry: SeedEntry = {
    ...{ label: 'EmploymentTable', id, line: 1, ...where },
    properties: {
      ...employmentProperties(table),
      ...{ nameSv: titleSv ?? said.title, nameEn: titleEn ?? said.title },
      ...(mining && { miningSource: mining.source, miningLocator: mining.locator }),
    },
    relationships: counties.map(({ line, ...own }) => ({
      ...{ type: 'COUNTS', from: id, to: own.county, key: '', line, ...where },
      properties: countsProperties(own),
    })),
  }
  return { found: problems.length > 0 ? [] : [entry], problems }
}

async function readMining(folder: string, file: string, problems: SeedProblem[]): Promise<Mining> {
  const { found, problems: malformed } = await readRows(folder, file, (row) => miningRow.safeParse(row))
  problems.push(...malformed)
  const counties = new Map<string, z.output<typeof miningRow> & { readonly line: number }>()
  for (const { file: shown, line, value } of found) {
    const report = (reason: string) => void problems.push({ file: shown, line, reason })
    const before = counties.get(value.county)
    if (before) report(`county ${value.county} is repeated; line ${before.line} has it too`)
    if (value.made > value.minedToSupplied) {
      report(`made is ${value.made}, more than the ${value.minedToSupplied} of sections B to E, C among them`)
    }
    counties.set(value.county, { ...value, line })
  }
  return counties
}

/** A fault of a file that `seed.yaml` names. */
function problemOf(file: string, { place, reason, cause }: ImportError): SeedProblem {
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  const line = typeof place === 'number' ? place : 1
  return { file, line, reason: isMissing ? 'is named in seed.yaml and does not exist' : reason }
}
