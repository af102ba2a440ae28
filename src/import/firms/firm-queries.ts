import { z } from 'zod'
import { sizeClasses } from '../../classification/size-class.js'
import type { StoredStatement } from '../../firms/firm-statement.js'
import { type QueryValue, query } from '../../graph/query.js'

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
} satisfies Record<keyof StoredStatement, z.ZodType>)

const propertyValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())])

const properties = z.record(z.string(), propertyValue)

const nodeProperties = z
  .object({
    source: z.string(),
    locator: z.string(),
    recordedAt: z.string(),
    nameSv: z.string().optional(),
    employees: z.number().optional(),
    turnover: z.number().optional(),
    sizeClass: sizeClass.optional(),
    undescribed: z.boolean().optional(),
  })
  .catchall(propertyValue)

const firmRow = z.object({
  id: z.string(),
  properties: nodeProperties,
  statements: z.array(statement),
  ties: z.array(z.object({ type: z.enum(['LOCATED_IN', 'IN_SECTOR']), to: z.string(), properties })),
})

/** A firm as it is in the graph: its node, what each source says of it, where it is and what it does. */
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
     MATCH (firm)-[tie:LOCATED_IN|IN_SECTOR]->(end:Entity)
     RETURN collect({type: type(tie), to: end.id, properties: properties(tie)}) AS ties
   }
   RETURN firm.id AS id, properties(firm) AS properties, statements, ties`,
)

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
  z.object({ id: z.string(), name: z.string() }),
  `MATCH (source:Source {id: $source})<-[stated:STATED_IN]-(firm:Firm)
   WHERE firm.id > $after
   RETURN firm.id AS id, stated.name AS name
   ORDER BY id LIMIT $limit`,
)

/** Changes properties of firms: those that are null are taken away. */
export const changeFirms = query<{ rows: readonly QueryValue[] }>()(
  'change firms',
  counted,
  `UNWIND $rows AS row
   MATCH (firm:Firm {id: row.id})
   SET firm += row.properties
   RETURN count(*) AS count`,
)

/** Takes away where firms are and what they do, each tie by its ends. */
export const forgetTies = query<{ ties: readonly QueryValue[] }>()(
  'forget places and sectors of firms',
  counted,
  `UNWIND $ties AS row
   MATCH (firm:Firm {id: row.from})-[tie:LOCATED_IN|IN_SECTOR]->(end:Entity {id: row.to})
   WHERE type(tie) = row.type AND tie.source = row.source
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

/** Takes firms away. */
export const forgetFirms = query<{ ids: readonly string[] }>()(
  'forget firms',
  counted,
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})
   DETACH DELETE firm
   RETURN count(*) AS count`,
)
