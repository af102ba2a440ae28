import { fileURLToPath } from 'node:url'
import { readTableFiles } from '../../src/import/input-output/table-files.js'
import type { ShockByJobs } from '../../src/spillover/model/shocks.js'
import { edition } from '../edition.js'

/** The seed's table, on 44 industries. */
export const reportTable = await readTableFiles(
  fileURLToPath(new URL('../../seed/tables/scb-2016-44', import.meta.url)),
  edition,
)

/** The report's Table 1: expected new employees 2022–2026, with this project's assignment of industries. */
const ventures: readonly (readonly [
  establishment: string,
  county: string,
  industry: string,
  jobs: readonly number[],
])[] = [
  ['establishment:boliden', 'county:24', 'B', [400, 400, 400, 450, 500]],
  ['establishment:ssab', 'county:25', 'C24', [50, 60, 80, 80, 80]],
  ['establishment:lkab', 'county:25', 'B', [400, 400, 400, 400, 600]],
  ['establishment:lkab-construction', 'county:25', 'F', [1100, 1300, 1300, 1200, 3100]],
  ['establishment:northvolt', 'county:24', 'C27', [600, 600, 500, 700, 300]],
  ['establishment:skelleftea-kraft', 'county:24', 'D35', [30, 30, 30, 40, 40]],
  ['establishment:h2-green-steel', 'county:25', 'C24', [50, 200, 500, 450, 500]],
]

export const reportShocks: readonly ShockByJobs[] = ventures.flatMap(([establishment, county, industry, years]) =>
  years.map((jobs, index) => ({ establishment, county, industry, year: 2022 + index, jobs })),
)
