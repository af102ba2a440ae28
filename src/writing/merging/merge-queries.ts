import { query } from '../../graph/query.js'
import { storedRelationship } from '../../graph/stored-properties.js'

const tieRow = storedRelationship

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
