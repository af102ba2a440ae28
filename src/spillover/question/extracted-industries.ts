import type { GraphReader } from '../../graph/graph.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import { industriesNamed, onlyIndustry } from '../table/industry-of-sector.js'
import type { StoredTable } from '../table/stored-table.js'
import { industryNodeId } from '../table/table-elements.js'
import { sectorsById } from './queries.js'

/**
 * The industry of a table that each sector is, by its position.
 * @param ids of sectors.
 * @throws NotFoundError for a sector that is not in the graph; BadUserInputError where the table leaves it out, or two are the
 * same industry; AmbiguousSectorError where it could be several.
 */
export async function industriesAsked(
  graph: GraphReader,
  { table }: StoredTable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = ids.length > 0 ? await graph.read(sectorsById, { ids }) : []
  const idOf = (code: string) => industryNodeId(table.id, code)
  const found = new Map<string, number>()
  for (const id of ids) {
    const sector = rows.find((row) => row.id === id)
    if (sector === undefined) throw new NotFoundError(id)
    const industry = onlyIndustry(industriesNamed(table, sector, idOf), id, 'of', idOf)
    const position = table.industries.indexOf(industry)
    if ([...found.values()].includes(position)) {
      throw new BadUserInputError('of', `of names ${idOf(industry.code)} more than once.`)
    }
    found.set(id, position)
  }
  return found
}
