import { z } from 'zod'
import { sectorGroups } from '../../classification/sector-group.js'
import type { Reading } from '../../edition/yaml-file.js'
import { commutingDeclaration, readCommuting, type WorkersHomes } from './commuting.js'
import type { WrittenEntry } from './files.js'
import { postTownsDeclaration, readPostTowns } from './post-towns.js'
import { readRows } from './rows.js'

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
  /** Of counties: where those who work in each live. */
  commuting: commutingDeclaration.optional(),
  /** Of municipalities: the post towns in each that bear another name. */
  postTowns: postTownsDeclaration.optional(),
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

/** What other files say of a table's places, by their codes. */
interface Beside {
  readonly homes: ReadonlyMap<string, WorkersHomes> | undefined
  readonly towns: ReadonlyMap<string, readonly string[]> | undefined
}

/** A row as an entry of the form that YAML files have. */
function entryOf(table: TableDeclaration, row: unknown, { homes, towns }: Beside): z.ZodSafeParseResult<unknown> {
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

/** Every row of a table of comma-separated values as an entry. A missing file, a short row and a malformed cell are problems. */
export async function readTable(folder: string, table: TableDeclaration): Promise<Reading<WrittenEntry[]>> {
  const homes = table.commuting && (await readCommuting(folder, table.commuting))
  const towns = table.postTowns && (await readPostTowns(folder, table.postTowns))
  const beside = { homes: homes?.found, towns: towns?.found }
  const { found, problems } = await readRows(folder, table.file, (row) => entryOf(table, row, beside))
  return {
    found: found.map(({ file, line, value }) => ({ file, value, lineOf: () => line })),
    problems: [...(homes?.problems ?? []), ...(towns?.problems ?? []), ...problems],
  }
}
