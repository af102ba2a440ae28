import { z } from 'zod'
import { propertyValue } from '../../graph/graph-file.js'
import { query } from '../../graph/query.js'
import { relationshipTypes } from '../../graph/vocabulary.js'

const tieRow = z.object({
  type: z.enum(relationshipTypes),
  from: z.string(),
  to: z.string(),
  key: z.string(),
  properties: z.record(z.string(), propertyValue),
})

/** All relationships that lead from an entity to others. */
export const tiesFrom = query<{ entity: string }>()(
  'all relationships from an entity',
  tieRow,
  `MATCH (entity:Entity {id: $entity})-[tie]->(end:Entity)
   RETURN type(tie) AS type, entity.id AS from, end.id AS to, coalesce(tie.key, '') AS key, properties(tie) AS properties`,
)

/** All relationships that lead to an entity from others. */
export const tiesTo = query<{ entity: string }>()(
  'all relationships to an entity',
  tieRow,
  `MATCH (entity:Entity {id: $entity})<-[tie]-(end:Entity)
   RETURN type(tie) AS type, end.id AS from, entity.id AS to, coalesce(tie.key, '') AS key, properties(tie) AS properties`,
)

/** A merge, and what its two are now: an entity, or what it became. */
export const mergeRecorded = query<{ change: string }>()(
  'a merge as it was recorded',
  z.object({ number: z.number(), into: z.string(), from: z.string(), isStanding: z.boolean() }),
  `MATCH (change:Change {id: $change})
   MATCH (change)-[:CHANGED]->(former:Former)
   WHERE former.id <> change.entity
   RETURN change.number AS number, change.entity AS into, former.id AS from,
     EXISTS { MATCH (former)-[:NOW]->(entity:Entity) WHERE entity.id = change.entity } AS isStanding`,
)

const laterRow = z.object({
  id: z.string(),
  number: z.number(),
  entity: z.string(),
  operation: z.string(),
  inverseOf: z.string().nullable(),
  pieces: z.string().nullable(),
})

/** What changes after another did to some entities, or former ones, where they name one of them. */
export const laterChanges = query<{ ids: readonly string[]; entity: string; number: number }>()(
  'later changes that name an entity',
  laterRow,
  `UNWIND $ids AS asked
   CALL (asked) {
     MATCH (entity:Entity {id: asked})<-[changed:CHANGED]-(change:Change)
     WHERE change.number > $number AND (changed.pieces IS NULL OR changed.pieces CONTAINS $entity)
     RETURN change.id AS id, change.number AS number, change.operation AS operation, change.inverseOf AS inverseOf,
       changed.pieces AS pieces
     UNION
     MATCH (former:Former {id: asked})<-[changed:CHANGED]-(change:Change)
     WHERE change.number > $number AND (changed.pieces IS NULL OR changed.pieces CONTAINS $entity)
     RETURN change.id AS id, change.number AS number, change.operation AS operation, change.inverseOf AS inverseOf,
       changed.pieces AS pieces
   }
   RETURN asked AS entity, id, number, operation, inverseOf, pieces`,
)
