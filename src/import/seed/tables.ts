import { z } from 'zod'
import { sectorGroups } from '../../classification/sector-group.js'
import { type Classification, idIn } from '../../edition/classification.js'
import type { Edition } from '../../edition/edition.js'
import { text } from '../../edition/forms.js'
import type { Reading } from '../../edition/yaml-file.js'
import { grouped } from '../../kernel/grouped.js'
import { commutingDeclaration, readCommuting, type WorkersHomes } from './commuting.js'
import type { WrittenEntry } from './files.js'
import { type MainTown, mainTownsDeclaration, readMainTowns } from './main-towns.js'
import { postTownsDeclaration, readPostTowns } from './post-towns.js'
import { type Cells, optionalCell, optionalNumber, readRows } from './rows.js'

const provenance = { source: text, locator: text }

/** What `seed.yaml` says of a key to the region's first classification: a file of `code,corresponds`. */
export const keyDeclaration = z.strictObject({ file: text, source: text, locator: text })

/** What `seed.yaml` says of a table: the file, what its rows are, and where they and its judged columns come from. */
export const tableDeclaration = z.strictObject({
  file: text,
  rows: z.enum(['COUNTIES', 'MUNICIPALITIES', 'SECTORS']),
  ...provenance,
  /** Of sectors: which of the region's classifications they are of, its first where it is left out. */
  classification: text.optional(),
  /** Of sectors of a later classification: which of the first they correspond to. */
  key: keyDeclaration.optional(),
  /** Where the column that holds a judgement comes from: `inland`, or `group` where the report's text does not give it. */
  judgement: z.strictObject(provenance).optional(),
  /** Where `group` comes from where the report's text gives it. */
  stated: z.strictObject(provenance).optional(),
  /** Of counties: where those who work in each live. */
  commuting: commutingDeclaration.optional(),
  /** Of municipalities: the post towns in each that bear another name. */
  postTowns: postTownsDeclaration.optional(),
  /** Of municipalities: where the main town of each lies. */
  mainTowns: mainTownsDeclaration.optional(),
})
type TableDeclaration = z.output<typeof tableDeclaration>

/** What tables take from `region.yaml`. */
export type TablesEdition = Pick<Edition, 'country' | 'classifications' | 'populationOn'>

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
  readonly mainTowns: ReadonlyMap<string, MainTown> | undefined
  /** Codes of the first classification. */
  readonly corresponding: ReadonlyMap<string, readonly string[]> | undefined
}

/** A row as an entry of the form that YAML files have. */
function entryOf(
  table: TableDeclaration,
  { country, classifications, populationOn }: TablesEdition,
  row: Cells,
  { homes, towns, mainTowns, corresponding }: Beside,
): z.ZodSafeParseResult<unknown> {
  const { source } = table
  if (table.rows === 'COUNTIES') {
    return countyRow
      .transform((own) => ({
        ...own,
        populationOn: own.population === undefined ? undefined : populationOn,
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
        populationOn: own.population === undefined ? undefined : populationOn,
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
        ...mainTowns?.get(own.code),
        source,
        locator: locatorOf(table, own.code),
        relations: { IN_COUNTY: [`county:${county}`] },
      }))
      .safeParse(row)
  }
  const [first] = classifications
  const classification = classifications.find(({ id }) => id === table.classification) ?? first
  return sectorRow
    .transform(({ groupBasis, ...own }) => {
      const isSection = own.code === own.section
      const basis = groupBasis === 'STATED' ? table.stated : table.judgement
      return {
        ...own,
        id: idIn(classification, own.code),
        level: isSection ? 'SECTION' : 'DIVISION',
        classification: classification.id,
        classificationName: classification.name,
        division: isSection ? undefined : own.code.slice(1),
        groupSource: groupBasis && basis?.source,
        groupLocator: groupBasis && basis?.locator,
        source,
        locator: locatorOf(table, own.code),
        relations: {
          ...(isSection ? {} : { PART_OF: [idIn(classification, own.section)] }),
          ...correspondences(first, table, corresponding?.get(own.code) ?? []),
        },
      }
    })
    .safeParse(row)
}

/** The sectors of the first classification that one corresponds to, as the key says. */
function correspondences(first: Classification, { key }: TableDeclaration, codes: readonly string[]) {
  if (!key || codes.length === 0) return {}
  const { source, locator } = key
  return { CORRESPONDS_TO: codes.map((code) => ({ to: idIn(first, code), source, locator })) }
}

const keyRow = z.strictObject({ code: text, corresponds: text })

/** By code, the codes that it corresponds to, in the order of the file. */
async function readKey(folder: string, file: string): Promise<Reading<ReadonlyMap<string, readonly string[]>>> {
  const { found: rows, problems } = await readRows(folder, file, (row) => keyRow.safeParse(row))
  const byCode = grouped(rows, ({ value }) => value.code)
  return {
    found: new Map([...byCode].map(([code, those]) => [code, those.map(({ value }) => value.corresponds)])),
    problems,
  }
}

/** The codes of a table's rows; what is wrong with them is told where they are read as entries. */
async function codesIn(folder: string, { file }: TableDeclaration): Promise<ReadonlySet<string>> {
  const { found } = await readRows(folder, file, (row) => z.looseObject({ code: text }).safeParse(row))
  return new Set(found.map(({ value }) => value.code))
}

/** Every row of a table of comma-separated values as an entry. A missing file, a short row and a malformed cell are problems. */
export async function readTable(
  folder: string,
  table: TableDeclaration,
  edition: TablesEdition,
): Promise<Reading<WrittenEntry[]>> {
  const homes = table.commuting && (await readCommuting(folder, table.commuting))
  const towns = table.postTowns && (await readPostTowns(folder, table.postTowns))
  const keys = table.key && (await readKey(folder, table.key.file))
  const mainTowns = table.mainTowns && (await readMainTowns(folder, table.mainTowns, await codesIn(folder, table)))
  const beside = {
    ...{ homes: homes?.found, towns: towns?.found, mainTowns: mainTowns?.found },
    corresponding: keys?.found,
  }
  const { found, problems } = await readRows(folder, table.file, (row) => entryOf(table, edition, row, beside))
  return {
    found: found.map(({ file, line, value }) => ({ file, value, lineOf: () => line })),
    problems: [...[homes, towns, mainTowns, keys].flatMap((reading) => reading?.problems ?? []), ...problems],
  }
}
