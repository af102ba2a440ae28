import { join } from 'node:path'
import { sectorId } from '../../edition/classification.js'
import type { Edition } from '../../edition/edition.js'
import type { SeedProblem } from '../../edition/problems.js'
import { shownName } from '../../edition/yaml-file.js'
import type { TableSurvey } from '../input-output/table-files.js'
import type { SeedSurvey } from '../seed/seed.js'

/** Divisions that a table's industries are made of and that are no sectors of the region. */
export function divisionProblems(
  edition: Edition,
  { entries, faulty }: SeedSurvey,
  tables: readonly TableSurvey[],
): SeedProblem[] {
  if (faulty === null) return []
  const known = new Set([...entries.map(({ id }) => id), ...faulty])
  return tables.flatMap(({ lines }, index) => {
    const file = join(edition.folder, 'tables', edition.tables[index]?.folder ?? '', 'industries.csv')
    return lines.flatMap(({ industry: { code, sni }, line }) =>
      sni
        .map((division) => sectorId(edition, division))
        .filter((sector) => !known.has(sector))
        .map((sector) => ({
          file: shownName(edition.folder, file),
          line,
          reason: `${code} is made of ${sector}, which does not exist`,
        })),
    )
  })
}
