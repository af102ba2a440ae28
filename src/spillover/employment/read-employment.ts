import { LRUCache } from 'lru-cache'
import type { Edition } from '../../edition/edition.js'
import type { GraphReader } from '../../graph/graph.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import type { RegionalEmployment, SectionsBToE } from '../model/regional-employment.js'
import { employmentById, employmentDigest, employmentWithKey } from './queries.js'

/** Which employment is asked for. */
export interface AskedEmployment {
  /** Its id; null where none is named. */
  readonly named: string | null
  /** Id of the input–output table that it is asked for. */
  readonly table: string
}

/** What readers of employment take from the region's folder. */
type EmploymentEdition = { readonly counties: Edition['counties'] } & {
  readonly spillover: Pick<Edition['spillover'], 'employment'>
}

/** By digest, so that one statement tells whether it is the same, and by the region's own counties. */
const kept = new LRUCache<string, RegionalEmployment>({ max: 32 })

/**
 * Employment in the region, its counties and the nation: the one that is named, else one that has a key for the table,
 * the newest first, else the region's own. One that was read before costs one small statement.
 * @returns null where none is named and the region has none.
 * @throws NotFoundError for a named one that is not there.
 */
export async function readEmployment(
  graph: GraphReader,
  edition: EmploymentEdition,
  { named, table }: AskedEmployment,
): Promise<RegionalEmployment | null> {
  if (named !== null) return requireEmployment(graph, edition, named)
  const [keyed] = await graph.read(employmentWithKey, { table })
  const id = keyed?.id ?? edition.spillover.employment
  return id === undefined ? null : employmentOf(graph, edition, id)
}

/**
 * The employment of this id.
 * @throws NotFoundError
 */
export async function requireEmployment(
  graph: GraphReader,
  edition: EmploymentEdition,
  id: string,
): Promise<RegionalEmployment> {
  const found = await employmentOf(graph, edition, id)
  if (found === null) throw new NotFoundError(id)
  return found
}

async function employmentOf(
  graph: GraphReader,
  { counties: own }: EmploymentEdition,
  id: string,
): Promise<RegionalEmployment | null> {
  const [current] = await graph.read(employmentDigest, { employment: id })
  const before = current && kept.get(nameOf(id, current.digest, own))
  if (before) return before
  const [found] = await graph.read(employmentById, { employment: id })
  if (!found) return null
  const { keyTable, keyIndustries, keyGroups, region, ...facts } = found.employment
  const counties = new Map(found.counties.map(({ county, employed }) => [county, employed]))
  const employment: RegionalEmployment = {
    ...facts,
    counties,
    region: region ?? null,
    regionCounties: own.filter((county) => counties.has(county)),
    industries: keyTable ? keyOf(keyIndustries ?? [], keyGroups ?? []) : null,
    mining: miningOf(found.counties),
  }
  kept.set(nameOf(id, facts.digest, own), employment)
  return employment
}

/** Under which employment is kept. */
const nameOf = (...of: readonly [id: string, digest: string, own: readonly string[]]): string => JSON.stringify(of)

const keyOf = (industries: readonly string[], groups: readonly string[]): ReadonlyMap<string, string> =>
  new Map(industries.flatMap((industry, index) => (groups[index] === undefined ? [] : [[industry, groups[index]]])))

function miningOf(
  rows: readonly { county: string; minedToSupplied?: number | null | undefined; made?: number | null | undefined }[],
): RegionalEmployment['mining'] {
  const told = rows.flatMap(({ county, minedToSupplied, made }): [string, SectionsBToE][] =>
    minedToSupplied == null || made == null ? [] : [[county, { minedToSupplied, made }]],
  )
  return told.length > 0 ? new Map(told) : null
}
