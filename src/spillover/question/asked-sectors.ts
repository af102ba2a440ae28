import { idOfKind } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import type { Industry } from '../model/table.js'
import { industriesNamed, type NamedSector, onlyIndustry } from '../table/industry-of-sector.js'
import type { StoredTable } from '../table/stored-table.js'
import { industryNodeId } from '../table/table-elements.js'
import { sectorsById } from './queries.js'
import type { SpilloverInput } from './spillover-input.js'

/** The sectors that a question names, as industries of its table. */
export interface AskedSectors {
  /**
   * The one industry that a sector is.
   * @throws AmbiguousSectorError where it could be several; BadUserInputError where the table leaves it out.
   */
  industry(sector: string, argument: string): Industry
  /**
   * All industries that lie in a sector.
   * @throws BadUserInputError where the table leaves it out.
   */
  industries(sector: string, argument: string): readonly Industry[]
}

/**
 * Reads every sector that a question names, in one statement.
 * @throws BadUserInputError for an id of another kind; NotFoundError for a sector that is not in the graph.
 */
export async function readAskedSectors(
  graph: GraphReader,
  { table }: StoredTable,
  { shocks, retention }: SpilloverInput,
): Promise<AskedSectors> {
  const named = [
    ...(retention?.nationalSectors ?? []).map((id) => idOfKind('sector', id, 'input.retention.nationalSectors')),
    ...(shocks ?? []).flatMap(({ sector, purchases }, index) => [
      idOfKind('sector', sector, `input.shocks[${index}].sector`),
      ...(purchases ?? []).map(({ sector: bought }, place) =>
        idOfKind('sector', bought, `input.shocks[${index}].purchases[${place}].sector`),
      ),
    ]),
  ]
  const ids = [...new Set(named)]
  const rows = ids.length > 0 ? await graph.read(sectorsById, { ids }) : []
  const byId = new Map<string, NamedSector>(rows.map((row) => [row.id, row]))
  const unknown = ids.find((id) => !byId.has(id))
  if (unknown !== undefined) throw new NotFoundError(unknown)

  const idOf = (code: string) => industryNodeId(table.id, code)
  const candidates = (sector: string) => {
    const found = byId.get(sector)
    return found === undefined ? [] : industriesNamed(table, found, idOf)
  }
  return {
    industry: (sector, argument) => onlyIndustry(candidates(sector), sector, argument, idOf),
    industries: (sector, argument) => {
      const found = candidates(sector)
      if (found.length === 0) throw new BadUserInputError(argument, `${argument}: the table leaves ${sector} out`)
      return found
    },
  }
}
