import { z } from 'zod'
import { query } from '../../graph/query.js'
import { flowRow, industryRow, tableRow } from './table-rows.js'

/** A table by its id, without its figures. */
export const tableById = query<{ table: string }>()(
  'table by id',
  z.object({ table: tableRow.extend({ digest: z.string() }) }),
  'MATCH (table:InputOutputTable {id: $table}) RETURN table {.*} AS table',
)

/** Some of the industries of a table with its figures, and the SNI divisions that each is made of. */
export const industriesOfTable = query<{ table: string; begin: number; end: number }>()(
  'industries of a table',
  z.object({ industry: industryRow }),
  `MATCH (:InputOutputTable {id: $table})-[figures:HAS_INDUSTRY]->(industry:Sector)
   WHERE figures.position >= $begin AND figures.position < $end
   CALL (industry) {
     MATCH (industry)-[:CORRESPONDS_TO]->(division:Sector)
     RETURN collect(division.code) AS divisions
   }
   RETURN industry {.*, figures: properties(figures), divisions: divisions} AS industry
   ORDER BY figures.position`,
)

/** The flows between the industries of a table that is not packed; those that are zero are left out. */
export const flowsOfTable = query<{ table: string }>()(
  'flows of a table',
  z.object({ flow: flowRow }),
  `MATCH (:InputOutputTable {id: $table})-[:HAS_INDUSTRY]->(supplier:Sector)
   MATCH (supplier)-[input:INPUT_TO]->(buyer:Sector)
   WHERE input.table = $table
   RETURN {supplier: supplier.id, buyer: buyer.id, flow: input.flow} AS flow
   ORDER BY supplier.id, buyer.id`,
)
