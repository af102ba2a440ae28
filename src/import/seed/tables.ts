import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type Reading, shownName, type WrittenEntry } from './files.js'
import { sectorGroups } from './kinds.js'
import type { SeedProblem } from './problems.js'

const text = z.string().trim().min(1)
const numberCell = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'is not a number')
  .transform(Number)
const optionalCell = z.string().transform((cell) => (cell === '' ? undefined : cell))
const provenance = { source: text, locator: text }

/** What `seed.yaml` says of a table: the file, what its rows are, and where they and its judged columns come from. */
export const tableDeclaration = z.strictObject({
  file: text,
  rows: z.enum(['COUNTIES', 'MUNICIPALITIES', 'SECTORS']),
  ...provenance,
  /** Where the column that holds a judgement comes from: `inland`, or `group` where the report's text does not give it. */
  judgement: z.strictObject(provenance).optional(),
  /** Where `group` comes from where the report's text gives it. */
  stated: z.strictObject(provenance).optional(),
})
type TableDeclaration = z.output<typeof tableDeclaration>

const population = { population2023: numberCell, population2024: numberCell }

const countyRow = z.strictObject({ code: text, nameSv: text, nameEn: text, ...population })

const municipalityRow = z.strictObject({
  code: text,
  nameSv: text,
  county: text,
  latitude: numberCell,
  longitude: numberCell,
  ...population,
  /** Empty where nobody has judged it. */
  inland: optionalCell.pipe(z.enum(['yes', 'no']).optional()),
})

const sectorRow = z.strictObject({
  code: text,
  section: text,
  nameSv: text,
  nameEn: text,
  group: optionalCell.pipe(z.enum(sectorGroups).optional()),
  groupBasis: optionalCell.pipe(z.enum(['STATED', 'JUDGED']).optional()),
})

const locatorOf = ({ locator }: TableDeclaration, code: string): string => `${locator}, ${code}`

/** A row as an entry of the form that YAML files have. */
function entryOf(table: TableDeclaration, row: unknown): z.ZodSafeParseResult<unknown> {
  const { source } = table
  if (table.rows === 'COUNTIES') {
    return countyRow
      .transform((own) => ({
        ...own,
        id: `county:${own.code}`,
        source,
        locator: locatorOf(table, own.code),
        relations: { IN_COUNTRY: ['country:SE'] },
      }))
      .safeParse(row)
  }
  if (table.rows === 'MUNICIPALITIES') {
    return municipalityRow
      .transform(({ county, inland, ...own }) => ({
        ...own,
        id: `municipality:${own.code}`,
        ...(inland && {
          inland: inland === 'yes',
          inlandSource: table.judgement?.source,
          inlandLocator: table.judgement?.locator,
        }),
        source,
        locator: locatorOf(table, own.code),
        relations: { IN_COUNTY: [`county:${county}`] },
      }))
      .safeParse(row)
  }
  return sectorRow
    .transform(({ groupBasis, ...own }) => {
      const isSection = own.code === own.section
      const basis = groupBasis === 'STATED' ? table.stated : table.judgement
      return {
        ...own,
        id: `sector:sni2007-${own.code}`,
        level: isSection ? 'SECTION' : 'DIVISION',
        classification: 'SNI 2007',
        division: isSection ? undefined : own.code.slice(1),
        groupSource: groupBasis && basis?.source,
        groupLocator: groupBasis && basis?.locator,
        source,
        locator: locatorOf(table, own.code),
        relations: isSection ? {} : { PART_OF: [`sector:sni2007-${own.section}`] },
      }
    })
    .safeParse(row)
}

const rowsWithLines = z.array(z.object({ record: z.unknown(), info: z.object({ lines: z.int() }) }))

/** Every row of a table of comma-separated values as an entry. A missing file, a short row and a malformed cell are problems. */
export async function readTable(folder: string, table: TableDeclaration): Promise<Reading<WrittenEntry[]>> {
  const path = join(folder, table.file)
  const file = shownName(folder, path)
  const found: WrittenEntry[] = []
  const problems: SeedProblem[] = []
  try {
    const rows = rowsWithLines.parse(parse(await readFile(path, 'utf8'), { columns: true, bom: true, info: true }))
    for (const { record, info } of rows) {
      const entry = entryOf(table, record)
      if (entry.success) found.push({ file, value: entry.data, lineOf: () => info.lines })
      for (const { path: cell, message } of entry.error?.issues ?? []) {
        problems.push({ file, line: info.lines, reason: [...cell, message].join(': ') })
      }
    }
  } catch (error) {
    if (error instanceof CsvError) problems.push({ file, line: Number(error.lines ?? 1), reason: error.message })
    else if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      problems.push({ file, line: 1, reason: 'is named in seed.yaml and does not exist' })
    } else throw error
  }
  return { found, problems }
}
