import { MOST_OF_SINGLE, statement, type Yardstick } from './yardstick.js'

/** One entity by its id. */
export const entity = (id: string): Yardstick =>
  statement(
    `MATCH (entity:Entity {id: $id})
RETURN entity.id AS id, coalesce(entity.nameSv, entity.nameEn) AS name, entity.source AS source,
  entity.locator AS locator`,
    { id },
    MOST_OF_SINGLE,
  )
