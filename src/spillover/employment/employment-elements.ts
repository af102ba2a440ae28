import { createHash } from 'node:crypto'
import type { Properties } from '../../graph/elements.js'
import { known } from '../../graph/known.js'
import type { CountyEmployed, EmploymentTable } from './employment-table.js'

/** What stands on the node of a table of employment. */
export function employmentProperties(table: EmploymentTable): Properties {
  const { title, publisher, edition, year, groups, nation, region, key } = table
  return known({
    ...{ title, publisher, edition, year, groups, nation, region },
    ...{ keyTable: key?.table, keyIndustries: key?.industries, keyGroups: key?.groups },
    digest: createHash('sha256').update(JSON.stringify(table)).digest('hex').slice(0, 24),
  })
}

/** What stands on `COUNTS`, which leads from the table to a county; `employed` is one figure on other relationships. */
export const countsProperties = ({ employed, minedToSupplied, made }: CountyEmployed): Properties =>
  known({ employedByGroup: employed, minedToSupplied, made })
