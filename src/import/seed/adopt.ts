import { z } from 'zod'
import type { GraphTransaction } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { relationshipTypes } from '../../graph/vocabulary.js'
import { ruleOf } from '../../writing/forms/relationships.js'
import type { Said } from './said.js'
import { readStanding, saidBefore } from './standing.js'

const counted = z.object({ count: z.number() })

/** Marks what the region's folder said of entities; tables, their industries, and runs are none of its entries. */
const markEntities = query<{ times: readonly string[] }>()(
  'mark what the seed says of entities',
  counted,
  `MATCH (entity:Entity)
   WHERE entity.recordedAt IN $times AND coalesce(entity.level, '') <> 'INDUSTRY' AND
     entity.entityKind <> 'INPUT_OUTPUT_TABLE' AND entity.entityKind <> 'SPILLOVER_RUN'
   SET entity.seeded = true, entity.revision = coalesce(entity.revision, 1)
   RETURN count(*) AS count`,
)

/** Marks what it said of relationships; an industry's to its divisions are of its table. */
const markTies = query<{ times: readonly string[]; types: readonly string[] }>()(
  'mark what the seed says of relationships',
  counted,
  `MATCH (start:Entity)-[tie]->(:Entity)
   WHERE tie.recordedAt IN $times AND type(tie) IN $types AND coalesce(start.level, '') <> 'INDUSTRY'
   SET tie.seeded = true
   RETURN count(*) AS count`,
)

/**
 * Marks what the region's folder said in a graph of a program that made no difference between it and what people wrote.
 * @param times when the editions were recorded: what bears another time is people's.
 * @returns what the folder said.
 */
export async function markSeeded(transaction: GraphTransaction, times: readonly string[]): Promise<Said> {
  await transaction.write(markEntities, { times })
  const types = relationshipTypes.filter((type) => ruleOf(type) !== undefined)
  await transaction.write(markTies, { times, types })
  return saidBefore(await readStanding(transaction))
}
