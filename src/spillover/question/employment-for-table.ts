import type { Knowledge } from '../../edition/knowledge.js'
import { isOfNation } from '../employment/location-quotients.js'
import { readEmployment } from '../employment/read-employment.js'
import type { RegionalEmployment } from '../model/regional-employment.js'
import type { StoredTable } from '../table/stored-table.js'

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
