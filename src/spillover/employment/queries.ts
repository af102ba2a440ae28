import { z } from 'zod'
import { query } from '../../graph/query.js'

const figures = z.array(z.number())
const names = z.array(z.string())

/** Of which figures a table of employment is. */
export const employmentDigest = query<{ employment: string }>()(
  'digest of employment',
  z.object({ digest: z.string() }),
  'MATCH (employment:EmploymentTable {id: $employment}) RETURN employment.digest AS digest',
)

/** A table of employment by its id, with what it says of counties. */
export const employmentById = query<{ employment: string }>()(
  'employment by id',
  z.object({
    employment: z.object({
      ...{ id: z.string(), title: z.string(), publisher: z.string(), edition: z.string(), year: z.number() },
      ...{ digest: z.string(), groups: names, nation: figures, region: figures.nullish() },
      ...{ keyTable: z.string().nullish(), keyIndustries: names.nullish(), keyGroups: names.nullish() },
    }),
    counties: z.array(
      z.object({
        county: z.string(),
        employed: figures,
        minedToSupplied: z.number().nullish(),
        made: z.number().nullish(),
      }),
    ),
  }),
  `MATCH (employment:EmploymentTable {id: $employment})
   CALL (employment) {
     MATCH (employment)-[counts:COUNTS]->(county:County)
     WITH counts, county ORDER BY county.id
     RETURN collect({county: county.id, employed: counts.employedByGroup, minedToSupplied: counts.minedToSupplied,
       made: counts.made}) AS counties
   }
   RETURN employment {.*} AS employment, counties`,
)

/** The tables of employment whose key is for an input–output table, the newest first. */
export const employmentWithKey = query<{ table: string }>()(
  'employment with a key for a table',
  z.object({ id: z.string() }),
  `MATCH (employment:EmploymentTable {keyTable: $table})
   RETURN employment.id AS id, employment.year AS year
   ORDER BY year DESC, id`,
)

/** The tables that an industry is of, the newest first. */
export const tablesOfIndustry = query<{ sector: string }>()(
  'tables of an industry',
  z.object({ table: z.string() }),
  `MATCH (table:InputOutputTable)-[:HAS_INDUSTRY]->(:Sector {id: $sector})
   RETURN table.id AS table, table.year AS year
   ORDER BY year DESC, table LIMIT 1`,
)
