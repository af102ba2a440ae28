import type { Edition } from '../../edition/edition.js'
import type { SeedProblem } from '../../edition/problems.js'
import type { InputOutputTable } from '../../spillover/model/table.js'
import { industriesOfSector } from '../../spillover/table/industry-of-sector.js'
import { tableNodeId } from '../../spillover/table/table-elements.js'
import type { SeedEntry } from '../seed/entry.js'

/**
 * Ventures whose new jobs no calculation could place: without a sector or county, or in a sector that is not one industry of
 * the table that is meant where a question names none.
 */
export function ventureProblems(
  { spillover }: Edition,
  entries: readonly SeedEntry[],
  tables: readonly (InputOutputTable | null)[],
): SeedProblem[] {
  const table = tables.find((each) => each !== null && tableNodeId(each.id) === spillover.table)
  const codes = new Map(
    entries.filter(({ label }) => label === 'Sector').map(({ id, properties }) => [id, String(properties.code)]),
  )
  return entries
    .filter(({ label }) => label === 'Establishment')
    .flatMap(({ id, file, line, relationships }): SeedProblem[] => {
      const inSector = relationships.find(({ type }) => type === 'IN_SECTOR')
      const lacks = [
        ...(inSector ? [] : [`${id} has no sector: IN_SECTOR says whose industry its jobs are`]),
        ...(relationships.some(({ type }) => type === 'COUNTED_IN')
          ? []
          : [`${id} has no county: COUNTED_IN says where its jobs count`]),
      ]
      const code = codes.get(inSector?.to ?? '')
      const uncovered = table && code !== undefined ? uncoveredBy(table, code) : []
      return [
        ...lacks.map((reason) => ({ file, line, reason })),
        ...uncovered.map((reason) => ({
          file,
          line: inSector?.line ?? line,
          reason: `${inSector?.to} of ${id}: ${reason}`,
        })),
      ]
    })
}

function uncoveredBy(table: InputOutputTable, code: string): string[] {
  const industries = industriesOfSector(table, code)
  if (industries.length === 0) return [`no industry of ${tableNodeId(table.id)} covers it`]
  if (industries.length === 1) return []
  const those = industries.map((industry) => industry.code).join(', ')
  return [`it is more than one industry of ${tableNodeId(table.id)}: ${those}`]
}
