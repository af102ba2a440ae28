import type { Edition } from '../../edition/edition.js'
import type { Knowledge } from '../../edition/knowledge.js'
import type { RegionalEmployment } from '../model/regional-employment.js'
import type { StoredTable } from '../table/stored-table.js'
import { readEmployment } from './read-employment.js'

/**
 * The employment that location quotients of a table rest on; null where none is known that goes with it.
 * @param named its id; null where none is named.
 * @throws NotFoundError for a named one that is not there.
 */
export async function employmentForTable(
  { graph, edition }: Knowledge,
  table: StoredTable,
  named: string | null,
): Promise<RegionalEmployment | null> {
  const employment = await readEmployment(graph, edition, { named, table: table.id })
  return named !== null || isOfNation(table, employment, edition) ? employment : null
}

/**
 * Whether employment that nobody names is of a table's nation: it has a key for the table that leaves none of its industries out, as it
 * may once the table is another, or both are of the region's country.
 */
const isOfNation = (
  { table }: StoredTable,
  employment: RegionalEmployment | null,
  { country }: Pick<Edition, 'country'>,
): boolean => {
  if (employment === null) return false
  const { industries: key } = employment
  return key === null ? country === `country:${table.geography}` : table.industries.every(({ code }) => key.has(code))
}
