import { z } from 'zod'
import { query } from '../graph/query.js'
import { flowRow, industryRow, tableRow } from './table-rows.js'

/** A table by its id, without its figures. */
export const tableById = query<{ table: string }>()(
  'table by id',
  z.object({ table: tableRow.extend({ digest: z.string() }) }),
  'MATCH (table:InputOutputTable {id: $table}) RETURN table {.*} AS table',
)

/** The industries of a table with its figures, and the SNI divisions that each is made of. */
export const industriesOfTable = query<{ table: string }>()(
  'industries of a table',
  z.object({ industry: industryRow }),
  `MATCH (:InputOutputTable {id: $table})-[figures:HAS_INDUSTRY]->(industry:Sector)
   CALL (industry) {
     MATCH (industry)-[:CORRESPONDS_TO]->(division:Sector)
     RETURN collect(division.code) AS divisions
   }
   RETURN industry {.*, figures: properties(figures), divisions: divisions} AS industry
   ORDER BY industry.code`,
)

/** The flows between the industries of a table; those that are zero are left out. */
export const flowsOfTable = query<{ table: string }>()(
  'flows of a table',
  z.object({ flow: flowRow }),
  `MATCH (:InputOutputTable {id: $table})-[:HAS_INDUSTRY]->(supplier:Sector)
   MATCH (supplier)-[input:INPUT_TO]->(buyer:Sector)
   WHERE input.table = $table
   RETURN {supplier: supplier.id, buyer: buyer.id, flow: input.flow} AS flow
   ORDER BY supplier.id, buyer.id`,
)

export const ventureRow = z.object({
  id: z.string(),
  /** SNI code of its sector. */
  sector: z.string(),
  county: z.string(),
  years: z.array(z.number()),
  jobs: z.array(z.number()),
})
export type VentureRow = z.infer<typeof ventureRow>

/** Ventures with their sector, the county that they are counted in and their expected new jobs. */
export const ventures = query<Record<never, never>>()(
  'ventures',
  z.object({ venture: ventureRow }),
  `MATCH (venture:Establishment)-[:IN_SECTOR]->(sector:Sector)
   MATCH (venture)-[:COUNTED_IN]->(county:County)
   RETURN {id: venture.id, sector: sector.code, county: county.id,
           years: venture.expectedYears, jobs: venture.expectedJobs} AS venture
   ORDER BY venture.id`,
)

const identified = z.object({ id: z.string() })

/** A run by its id. */
export const runById = query<{ run: string }>()(
  'run by id',
  z.object({ id: z.string(), identity: z.string() }),
  'MATCH (run:SpilloverRun {id: $run}) RETURN run.id AS id, run.identity AS identity',
)

/** Which of these ids are industries of a table. */
export const industriesById = query<{ ids: readonly string[] }>()(
  'industries by id',
  z.object({ id: z.string(), code: z.string() }),
  'UNWIND $ids AS id MATCH (industry:Sector {id: id}) RETURN industry.id AS id, industry.code AS code',
)

/** Takes a run's relationships from ventures to industries away. */
export const forgetEffects = query<{ run: string }>()(
  'forget the effects of a run',
  identified,
  `MATCH (run:SpilloverRun {id: $run})-[:INCLUDES]->(venture:Establishment)
   MATCH (venture)-[effect:SPILLS_OVER]->(:Sector)
   WHERE effect.run = $run
   DELETE effect
   RETURN DISTINCT venture.id AS id`,
)

/** Takes a run's node away. */
export const forgetRun = query<{ run: string }>()(
  'forget a run',
  z.object({ count: z.number() }),
  'MATCH (run:SpilloverRun {id: $run}) DETACH DELETE run RETURN count(*) AS count',
)
