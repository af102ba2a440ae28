import { z } from 'zod'
import { sizeClasses } from '../../firms/size-class.js'
import { query } from '../../graph/query.js'

const counted = z.object({ count: z.number() })

const sizeClass = z.enum(sizeClasses)

const statement = z.object({
  source: z.string(),
  locator: z.string(),
  recordedAt: z.string(),
  name: z.string(),
  municipality: z.string().optional(),
  sni: z.array(z.string()).optional(),
  sectors: z.array(z.string()).optional(),
  employees: z.number().optional(),
  employeesFrom: z.number().optional(),
  employeesTo: z.number().optional(),
  turnover: z.number().optional(),
  sizeClass,
  asOf: z.string().optional(),
})

const nodeProperties = z.looseObject({
  source: z.string(),
  locator: z.string(),
  recordedAt: z.string(),
  nameSv: z.string().optional(),
  employees: z.number().optional(),
  turnover: z.number().optional(),
  sizeClass: sizeClass.optional(),
})

const firmRow = z.object({
  id: z.string(),
  properties: nodeProperties,
  statements: z.array(statement),
  places: z.array(z.string()),
  sectors: z.array(z.string()),
})

/** A firm with what each source says of it; `places` and `sectors` are those of the source that its node names. */
export type FirmRow = z.infer<typeof firmRow>

/** Firms that are there with what each source says of them. */
export const firmsWithStatements = query<{ ids: readonly string[] }>()(
  'firms with what sources say of them',
  firmRow,
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})
   CALL (firm) {
     MATCH (firm)-[stated:STATED_IN]->(:Source)
     RETURN collect(properties(stated)) AS statements
   }
   CALL (firm) {
     MATCH (firm)-[located:LOCATED_IN]->(place:Place)
     WHERE located.source = firm.source
     WITH place ORDER BY coalesce(located.rank, 1), place.id
     RETURN collect(place.id) AS places
   }
   CALL (firm) {
     MATCH (firm)-[main:IN_SECTOR]->(sector:Sector)
     WHERE main.source = firm.source
     WITH sector ORDER BY coalesce(main.rank, 1), sector.id
     RETURN collect(sector.id) AS sectors
   }
   RETURN firm.id AS id, properties(firm) AS properties, statements, places, sectors`,
)

/** How many firms a source speaks of. */
export const countOfStated = query<{ source: string }>()(
  'number of firms that a source speaks of',
  counted,
  `MATCH (source:Source {id: $source})<-[stated:STATED_IN]-(:Firm)
   RETURN count(stated) AS count`,
)

/** Firms that a source speaks of, page by page. */
export const firmsStated = query<{ source: string; after: string; limit: number }>()(
  'firms that a source speaks of',
  z.object({ id: z.string() }),
  `MATCH (source:Source {id: $source})<-[:STATED_IN]-(firm:Firm)
   WHERE firm.id > $after
   RETURN firm.id AS id
   ORDER BY id LIMIT $limit`,
)

/** Takes away where firms are and what they do, as some sources said. */
export const forgetTies = query<{ ids: readonly string[]; sources: readonly string[] }>()(
  'forget places and sectors of firms',
  counted,
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})-[tie:LOCATED_IN|IN_SECTOR]->(:Entity)
   WHERE tie.source IN $sources
   DELETE tie
   RETURN count(*) AS count`,
)

/** Takes away what a source says of firms. */
export const forgetStatements = query<{ ids: readonly string[]; source: string }>()(
  'forget what a source says of firms',
  counted,
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})-[stated:STATED_IN]->(:Source {id: $source})
   DELETE stated
   RETURN count(*) AS count`,
)

/** Of firms, the source of one relationship that each has left; null for none. */
export const firmsWithTies = query<{ ids: readonly string[] }>()(
  'firms with a relationship that is left',
  z.object({ id: z.string(), source: z.string().nullable() }),
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})
   CALL (firm) {
     MATCH (firm)-[tie]-(:Entity)
     RETURN min(tie.source) AS source
   }
   RETURN firm.id AS id, source`,
)

/** Takes firms away. */
export const forgetFirms = query<{ ids: readonly string[] }>()(
  'forget firms',
  counted,
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})
   DETACH DELETE firm
   RETURN count(*) AS count`,
)
