import { z } from 'zod'
import { query } from '../../graph/query.js'

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

/**
 * How many relationships of one type a source alone states, and of how many it states each property; and what is said of
 * those that several state, which are few.
 */
export const tiesByColumn = query<{ type: string; source: string }>()(
  'relationships that a source states, by what it states',
  z.object({
    count: z.number(),
    category: z.number(),
    phase: z.number(),
    since: z.number(),
    until: z.number(),
    status: z.number(),
    shared: z.array(z.array(z.string())),
  }),
  `MATCH (:Firm)-[tie:SUPPLIES|HAS_NEED|FULFILS]->(:Entity)
   WHERE type(tie) = $type AND (tie.source = $source OR tie.statements IS NOT NULL)
   RETURN count(CASE WHEN tie.statements IS NULL THEN 1 END) AS count, ${[
     'category',
     'phase',
     'since',
     'until',
     'status',
   ]
     .map((name) => `count(CASE WHEN tie.statements IS NULL THEN tie.${name} END) AS ${name}`)
     .join(', ')},
     collect(tie.statements) AS shared`,
)

/** Relationships of one type that a source states, or several do, from a place in their order on. */
export const tiesStated = query<{
  type: string
  source: string
  start: string
  finish: string
  key: string
  limit: number
}>()(
  'relationships that a source states',
  z.object({ start: z.string(), finish: z.string(), key: z.string(), statements: z.array(z.string()).nullable() }),
  `MATCH (from:Firm)-[tie:SUPPLIES|HAS_NEED|FULFILS]->(to:Entity)
   WHERE type(tie) = $type AND (tie.source = $source OR tie.statements IS NOT NULL)
   WITH from.id AS start, to.id AS finish, tie.key AS key, tie.statements AS statements
   WHERE start > $start OR (start = $start AND (finish > $finish OR (finish = $finish AND key > $key)))
   RETURN start, finish, key, statements
   ORDER BY start, finish, key LIMIT $limit`,
)

/** Firms without a description, and how many relationships each has. */
export const undescribedFirms = query<{ ids: readonly string[] }>()(
  'firms that nothing describes',
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
