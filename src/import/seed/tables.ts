import { z } from 'zod'
import { sectorGroups } from '../../classification/sector-group.js'
import type { Edition } from '../../edition/edition.js'
import type { Reading } from '../../edition/yaml-file.js'
import { commutingDeclaration, readCommuting, type WorkersHomes } from './commuting.js'
import type { WrittenEntry } from './files.js'
import { postTownsDeclaration, readPostTowns } from './post-towns.js'
import { type Cells, readRows } from './rows.js'

const text = z.string().trim().min(1)
const numberCell = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'is not a number')
  .transform(Number)
const optionalCell = z.string().transform((cell) => (cell === '' ? undefined : cell))
const optionalNumber = optionalCell.pipe(numberCell.optional()).optional()
const provenance = { source: text, locator: text }

/** What `seed.yaml` says of a table: the file, what its rows are, and where they and its judged columns come from. */
export const tableDeclaration = z.strictObject({
  file: text,
  rows: z.enum(['COUNTIES', 'MUNICIPALITIES', 'SECTORS']),
  ...provenance,
  /** Of sectors: which of the region's classifications they are of, its first where it is left out. */
  classification: text.optional(),
  /** Where the column that holds a judgement comes from: `inland`, or `group` where the report's text does not give it. */
  judgement: z.strictObject(provenance).optional(),
  /** Where `group` comes from where the report's text gives it. */
  stated: z.strictObject(provenance).optional(),
  /** Of counties: where those who work in each live. */
  commuting: commutingDeclaration.optional(),
  /** Of municipalities: the post towns in each that bear another name. */
  postTowns: postTownsDeclaration.optional(),
})
type TableDeclaration = z.output<typeof tableDeclaration>

/** What tables take from `region.yaml`. */
export type TablesEdition = Pick<Edition, 'country' | 'classifications'>

const names = { nameSv: optionalCell.optional(), nameEn: optionalCell.optional() }

const countyRow = z.strictObject({ code: text, ...names, population: optionalNumber })

const municipalityRow = z.strictObject({
  code: text,
  ...names,
  county: text,
  latitude: optionalNumber,
  longitude: optionalNumber,
  population: optionalNumber,
  /** Empty where nobody has judged it. */
  inland: optionalCell.pipe(z.enum(['yes', 'no']).optional()),
})

const sectorRow = z.strictObject({
  code: text,
  section: text,
  ...names,
  group: optionalCell.pipe(z.enum(sectorGroups).optional()),
  groupBasis: optionalCell.pipe(z.enum(['STATED', 'JUDGED']).optional()),
})

const locatorOf = ({ locator }: TableDeclaration, code: string): string => `${locator}, ${code}`

/** What other files say of a table's places, by their codes. */
interface Beside {
  readonly homes: ReadonlyMap<string, WorkersHomes> | undefined
  readonly towns: ReadonlyMap<string, readonly string[]> | undefined
}

/** A row as an entry of the form that YAML files have. */
function entryOf(
  table: TableDeclaration,
  { country, classifications }: TablesEdition,
  row: Cells,
  { homes, towns }: Beside,
): z.ZodSafeParseResult<unknown> {
  const { source } = table
  if (table.rows === 'COUNTIES') {
    return countyRow
      .transform((own) => ({
        ...own,
        id: `county:${own.code}`,
        ...homes?.get(own.code),
        commutingSource: homes?.has(own.code) ? table.commuting?.source : undefined,
        commutingLocator: homes?.has(own.code) ? table.commuting?.locator : undefined,
        source,
        locator: locatorOf(table, own.code),
        relations: { IN_COUNTRY: [country] },
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
        ...(towns?.has(own.code) && {
          postTowns: towns.get(own.code),
          postTownsSource: table.postTowns?.source,
          postTownsLocator: table.postTowns?.locator,
        }),
        source,
        locator: locatorOf(table, own.code),
        relations: { IN_COUNTY: [`county:${county}`] },
      }))
      .safeParse(row)
  }
  const { id: classification, name } =
    classifications.find(({ id }) => id === table.classification) ?? classifications[0]
  return sectorRow
    .transform(({ groupBasis, ...own }) => {
      const isSection = own.code === own.section
      const basis = groupBasis === 'STATED' ? table.stated : table.judgement
      return {
        ...own,
        id: `sector:${classification}-${own.code}`,
        level: isSection ? 'SECTION' : 'DIVISION',
        classification: name,
        division: isSection ? undefined : own.code.slice(1),
        groupSource: groupBasis && basis?.source,
        groupLocator: groupBasis && basis?.locator,
        source,
        locator: locatorOf(table, own.code),
        relations: isSection ? {} : { PART_OF: [`sector:${classification}-${own.section}`] },
      }
    })
    .safeParse(row)
}

/** Every row of a table of comma-separated values as an entry. A missing file, a short row and a malformed cell are problems. */
export async function readTable(
  folder: string,
  table: TableDeclaration,
  edition: TablesEdition,
): Promise<Reading<WrittenEntry[]>> {
  const homes = table.commuting && (await readCommuting(folder, table.commuting))
  const towns = table.postTowns && (await readPostTowns(folder, table.postTowns))
  const beside = { homes: homes?.found, towns: towns?.found }
  const { found, problems } = await readRows(folder, table.file, (row) => entryOf(table, edition, row, beside))
  return {
    found: found.map(({ file, line, value }) => ({ file, value, lineOf: () => line })),
    problems: [...(homes?.problems ?? []), ...(towns?.problems ?? []), ...problems],
  }
}
