import { idsInGraph } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import type { EmploymentKey, EmploymentTable } from '../../spillover/employment/employment-table.js'
import type { InputOutputTable } from '../../spillover/model/table.js'
import { readTable } from '../../spillover/table/stored-table.js'
import { enteringText, textFaults } from '../../text/entering-text.js'
import { slugOf } from '../../writing/publishing/slug.js'
import { enteringSaid } from '../firms/said-of-source.js'
import { ImportError } from '../import-error.js'
import { type EmploymentFile, readEmploymentFile } from './employment-file.js'
import { sectionGroups } from './group-codes.js'
import { readKeyFile } from './key-file.js'

/** What a user says of a file of those employed. */
export interface SaidOfEmployment {
  /** With `employment:` before it or not; null to take it from the title. */
  readonly id: string | null
  readonly title: string
  readonly publisher: string
  readonly edition: string
  readonly year: number
  /** Id of the input–output table whose industries are named; null where groups are sections. */
  readonly table: string | null
  /** Path of a file of `industry,group`; null where groups are sections, or industries themselves. */
  readonly industries: string | null
}

/**
 * Reads how many are employed in a user's own region from a file of `group,region,nation`, or one of `county` beside.
 * @throws ImportError with file, line and reason of the first fault; NotFoundError for a table that is not there.
 */
export async function readOwnEmployment(
  graph: GraphReader,
  file: string,
  said: SaidOfEmployment,
): Promise<EmploymentTable> {
  const { title, publisher, edition } = enteringSaid(file, said)
  if (title === null || publisher === null || edition === null) {
    throw new ImportError(file, null, 'needs a title, a publisher and an edition that say something')
  }
  const stored = said.table === null ? null : await readTable(graph, said.table)
  const faults: ImportError[] = []
  const read = await readEmploymentFile(file, faults)
  const told =
    read && (await groupsOf(file, read, stored && { ...stored.table, id: stored.id }, said.industries, faults))
  if (read) faults.push(...(await unknownCounties(graph, file, read)))
  const [first] = faults
  if (first || !read || !told) throw first ?? new ImportError(file, null, 'cannot be read')
  return {
    ...{ id: idOf(file, said.id, title), title, publisher, edition, year: said.year },
    ...{ ...told, nation: read.nation, region: read.region },
    counties: read.counties.map(({ code, employed }) => ({
      ...{ county: countyId(code), employed },
      ...{ minedToSupplied: null, made: null },
    })),
  }
}

/** @throws ImportError for an id that is none. */
function idOf(file: string, said: string | null, title: string): string {
  const slug = said === null ? slugOf(title) : said.replace(/^employment:/, '')
  const entering = enteringText(slug)
  if ('fault' in entering) throw new ImportError(file, null, `its id ${textFaults[entering.fault]}`)
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/i.test(slug)) return `employment:${slug}`
  throw new ImportError(file, null, `its id is "${slug}"; it holds letters, digits and hyphens between them`)
}

const countyId = (code: string): string => (code.startsWith('county:') ? code : `county:${code}`)

async function unknownCounties(graph: GraphReader, file: string, { counties }: EmploymentFile): Promise<ImportError[]> {
  if (counties.length === 0) return []
  const there = await idsInGraph(
    graph,
    counties.map(({ code }) => countyId(code)),
  )
  return counties
    .filter(({ code }) => !there.has(countyId(code)))
    .map(({ code, line }) => new ImportError(file, line, `county ${code} is not in the graph`))
}

type Told = Pick<EmploymentTable, 'groups' | 'key'>

/** The groups by their sections, or with the key of a table: the file of it, else industries by their own codes or sections. */
async function groupsOf(
  file: string,
  { groups }: EmploymentFile,
  table: InputOutputTable | null,
  keyFile: string | null,
  faults: ImportError[],
): Promise<Told> {
  const codes = groups.map(({ code }) => code)
  if (table === null) return { groups: sectionGroups(file, groups, () => false, faults), key: null }
  if (keyFile !== null) return { groups: codes, key: keyOf(table, await readKeyFile(keyFile, table, groups, faults)) }
  const own = new Set(table.industries.map(({ code }) => code))
  const spelled = sectionGroups(file, groups, (code) => own.has(code), faults)
  const ofSections = new Map(
    spelled.filter((code) => !own.has(code)).flatMap((code) => code.split('+').map((section) => [section, code])),
  )
  const groupOf = new Map<string, string>()
  for (const { code, section } of table.industries) {
    const group = spelled.includes(code) ? code : ofSections.get(section ?? '')
    if (group !== undefined) groupOf.set(code, group)
    else faults.push(new ImportError(file, null, `industry ${code} of ${table.id} is in no group`))
  }
  return { groups: spelled, key: codes.some((code) => own.has(code)) ? keyOf(table, groupOf) : null }
}

const keyOf = ({ id }: InputOutputTable, groupOf: ReadonlyMap<string, string>): EmploymentKey => ({
  table: id,
  industries: [...groupOf.keys()],
  groups: [...groupOf.values()],
})
