import { z } from 'zod'
import { type QueryValue, query } from '../../graph/query.js'

const counted = z.object({ count: z.number() })

/** Of what kind the entities are that have these ids. */
export const kindsOfEntities = query<{ ids: readonly string[] }>()(
  'kinds of entities',
  z.object({ id: z.string(), kind: z.string() }),
  'UNWIND $ids AS id MATCH (entity:Entity {id: id}) RETURN entity.id AS id, entity.entityKind AS kind',
)

/** Entities of one kind with their names. */
export const namesOfKind = query<{ kind: string }>()(
  'names of one kind',
  z.object({ id: z.string(), nameSv: z.string().nullable(), nameEn: z.string().nullable() }),
  `MATCH (entity:Entity)
   WHERE entity.entityKind = $kind
   RETURN entity.id AS id, entity.nameSv AS nameSv, entity.nameEn AS nameEn
   ORDER BY id LIMIT 500`,
)

/** What entities of one kind are found by, page by page. */
export const searchedTexts = query<{ kind: string; after: string; limit: number }>()(
  'what entities of one kind are found by',
  z.object({ id: z.string(), searchText: z.string() }),
  `MATCH (entity:Entity)
   WHERE entity.entityKind = $kind AND entity.id > $after
   RETURN entity.id AS id, coalesce(entity.searchText, '') AS searchText
   ORDER BY id LIMIT $limit`,
)

/** Relationships of one type that are there, of those named, with what they say. */
export const tiesThere = query<{ type: string; ends: readonly QueryValue[] }>()(
  'relationships that are there',
  z.object({
    start: z.string(),
    finish: z.string(),
    key: z.string(),
    said: z.object({
      category: z.string().nullable(),
      phase: z.string().nullable(),
      since: z.string().nullable(),
      until: z.string().nullable(),
      status: z.string().nullable(),
    }),
  }),
  `UNWIND $ends AS row
   MATCH (start:Firm {id: row.from})-[tie:SUPPLIES|HAS_NEED|FULFILS]->(finish:Entity {id: row.to})
   WHERE tie.key = row.key AND type(tie) = $type
   RETURN start.id AS start, finish.id AS finish, tie.key AS key,
     {category: tie.category, phase: tie.phase, since: tie.since, until: tie.until, status: tie.status} AS said`,
)

/** How many relationships of one type a source states, and of how many it states each property. */
export const tiesByColumn = query<{ type: string; source: string }>()(
  'relationships that a source states, by what it states',
  z.object({
    count: z.number(),
    category: z.number(),
    phase: z.number(),
    since: z.number(),
    until: z.number(),
    status: z.number(),
  }),
  `MATCH (:Firm)-[tie:SUPPLIES|HAS_NEED|FULFILS]->(:Entity)
   WHERE tie.source = $source AND type(tie) = $type
   RETURN count(tie) AS count, count(tie.category) AS category, count(tie.phase) AS phase, count(tie.since) AS since,
     count(tie.until) AS until, count(tie.status) AS status`,
)

/** Relationships of one type that a source states, from a place in their order on. */
export const tiesStated = query<{
  type: string
  source: string
  start: string
  finish: string
  key: string
  limit: number
}>()(
  'relationships that a source states',
  z.object({ start: z.string(), finish: z.string(), key: z.string() }),
  `MATCH (from:Firm)-[tie:SUPPLIES|HAS_NEED|FULFILS]->(to:Entity)
   WHERE tie.source = $source AND type(tie) = $type
   WITH from.id AS start, to.id AS finish, tie.key AS key
   WHERE start > $start OR (start = $start AND (finish > $finish OR (finish = $finish AND key > $key)))
   RETURN start, finish, key
   ORDER BY start, finish, key LIMIT $limit`,
)

/** Takes relationships of one type away. */
export const forgetTiesOfType = query<{ type: string; ends: readonly QueryValue[] }>()(
  'forget relationships of one type',
  counted,
  `UNWIND $ends AS row
   MATCH (start:Firm {id: row.from})-[tie:SUPPLIES|HAS_NEED|FULFILS]->(finish:Entity {id: row.to})
   WHERE tie.key = row.key AND type(tie) = $type
   DELETE tie
   RETURN count(*) AS count`,
)

/** Firms without a description that nothing is related to any more. */
export const forgottenFirms = query<{ ids: readonly string[] }>()(
  'firms that nothing names any more',
  z.object({ id: z.string(), ties: z.number() }),
  `UNWIND $ids AS id
   MATCH (firm:Firm {id: id})
   WITH firm
   WHERE firm.undescribed = true
   CALL (firm) {
     MATCH (firm)-[tie]-(:Entity)
     RETURN count(tie) AS ties
   }
   RETURN firm.id AS id, ties`,
)
