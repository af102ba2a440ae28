import type { Provenance } from '../../graph/elements.js'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { firstDayOf, lastDayOf } from '../../graph/relationship-days.js'
import { storedRelationship } from '../../graph/stored-properties.js'
import type { NodeLabel } from '../../graph/vocabulary.js'
import type { TiePiece } from '../changes/piece.js'
import { endOfTie } from '../statements/ending.js'
import { tieStatementsOf } from '../statements/stored-statement.js'
import { endedTie } from './plan-ties.js'

/** Relationships that end with the entity at either end of them. */
const endingWith: Partial<Record<NodeLabel, readonly string[]>> = {
  SupportActor: ['OFFERS', 'FUNDS', 'PARTNERS_IN', 'SERVES', 'PROVIDES', 'HELPS_WITH'],
  Firm: ['SUPPLIES', 'CAN_SUPPLY', 'FUNDS', 'PARTNERS_IN'],
}

/** Relationships of some types at an entity that hold on a day. */
const tiesHolding = query<{ entity: string; types: readonly string[]; day: string }>()(
  'relationships that hold on a day',
  storedRelationship,
  `MATCH (entity:Entity {id: $entity})-[tie]-(end:Entity)
   WHERE type(tie) IN $types AND coalesce(${lastDayOf('tie')}, $day) >= $day AND
     coalesce(${firstDayOf('tie')}, $day) <= $day
   RETURN type(tie) AS type, startNode(tie).id AS from, endNode(tie).id AS to, tie.key AS key,
     properties(tie) AS properties`,
)

/** What is said of the relationships of an entity that no longer holds from a day on. */
export async function endedWith(
  graph: GraphReader,
  { entity, label }: { readonly entity: string; readonly label: NodeLabel },
  on: string,
  saying: Provenance,
): Promise<TiePiece[]> {
  const types = endingWith[label]
  if (!types) return []
  const ties = await graph.read(tiesHolding, { entity, types, day: on })
  return ties.map(({ properties, ...identity }) =>
    endedTie(identity, tieStatementsOf(properties), endOfTie(identity.type, on), saying),
  )
}
