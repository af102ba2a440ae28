import { z } from 'zod'
import { sizeClasses } from '../../classification/size-class.js'
import type { StoredStatement } from '../../firms/firm-statement.js'
import { query } from '../../graph/query.js'

const statement = z.object({
  source: z.string(),
  locator: z.string(),
  recordedAt: z.string(),
  name: z.string().optional(),
  municipality: z.string().optional(),
  sni: z.array(z.string()).optional(),
  sectors: z.array(z.string()).optional(),
  employees: z.number().optional(),
  employeesFrom: z.number().optional(),
  employeesTo: z.number().optional(),
  turnover: z.number().optional(),
  sizeClass: z.enum(sizeClasses).optional(),
  asOf: z.string().optional(),
} satisfies Record<keyof StoredStatement, z.ZodType>)

/** What one source says of firms. */
export const statementsOfSource = query<{ ids: readonly string[]; source: string }>()(
  'what a source says of firms',
  z.object({ id: z.string(), statement }),
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})-[stated:STATED_IN]->(:Source {id: $source})
   RETURN firm.id AS id, properties(stated) AS statement`,
)

/** Of how many firms a source speaks, and of how many it states each property. */
export const heldByColumn = query<{ source: string }>()(
  'firms that a source speaks of, by what it states',
  z.object({
    count: z.number(),
    municipality: z.number(),
    sni: z.number(),
    employees: z.number(),
    turnover: z.number(),
    sizeClass: z.number(),
    asOf: z.number(),
  }),
  `MATCH (source:Source {id: $source})<-[stated:STATED_IN]-(:Firm)
   RETURN count(stated) AS count, count(stated.municipality) AS municipality, count(stated.sni) AS sni,
     count(coalesce(stated.employees, stated.employeesFrom)) AS employees, count(stated.turnover) AS turnover,
     count(CASE WHEN stated.sizeClass <> 'UNKNOWN' THEN 1 END) AS sizeClass, count(stated.asOf) AS asOf`,
)

/** Firms that a source speaks of and how it calls them, page by page. */
export const firmsStated = query<{ source: string; after: string; limit: number }>()(
  'firms that a source speaks of',
  z.object({ id: z.string(), name: z.string().nullable() }),
  `MATCH (source:Source {id: $source})<-[stated:STATED_IN]-(firm:Firm)
   WHERE firm.id > $after
   RETURN firm.id AS id, stated.name AS name
   ORDER BY id LIMIT $limit`,
)

/** Titles of the sources that still say something of firms, or of what they are related to. */
export const sourcesNaming = query<{ ids: readonly string[] }>()(
  'sources that still name firms',
  z.object({ title: z.string() }),
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})
   MATCH (firm)-[tie]-(:Entity)
   WITH DISTINCT tie.source AS named
   MATCH (source:Source {id: named})
   RETURN source.title AS title
   ORDER BY title`,
)

/** A firm of a demo, if there is one. */
export const syntheticFirm = query<Record<never, never>>()(
  'a synthetic firm',
  z.object({ id: z.string() }),
  'MATCH (firm:Firm) WHERE firm.synthetic = true RETURN firm.id AS id LIMIT 1',
)

/** Which of some firms were taken out or merged into others. */
export const formerFirms = query<{ ids: readonly string[] }>()(
  'firms that are none any more',
  z.object({ id: z.string() }),
  'UNWIND $ids AS id MATCH (former:Former {id: id}) RETURN former.id AS id',
)
