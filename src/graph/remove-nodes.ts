import { z } from 'zod'
import type { GraphReader, GraphTransaction } from './graph.js'
import { query } from './query.js'
import { retire } from './retire.js'
import type { NodeLabel } from './vocabulary.js'

const counted = z.object({ count: z.number() })

/** Those of some entities that the register knows. */
const changedOnes = query<{ ids: readonly string[] }>()(
  'entities that the register knows',
  z.object({ id: z.string() }),
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})<-[:CHANGED]-(:Change)
   RETURN DISTINCT node.id AS id`,
)

const untieOutward = query<{ ids: readonly string[] }>()(
  'take away what leads from entities',
  counted,
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})-[tie]->(:Entity)
   DELETE tie
   RETURN count(*) AS count`,
)

const untieInward = query<{ ids: readonly string[] }>()(
  'take away what leads to entities',
  counted,
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})<-[tie]-(:Entity)
   DELETE tie
   RETURN count(*) AS count`,
)

const removeEntities = query<{ ids: readonly string[] }>()(
  'take entities away',
  counted,
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})
   DETACH DELETE node
   RETURN count(*) AS count`,
)

const formerRevisions = query<{ ids: readonly string[] }>()(
  'revisions of former entities',
  z.object({ id: z.string(), revision: z.number() }),
  `UNWIND $ids AS id
   MATCH (former:Former {id: id})
   RETURN former.id AS id, coalesce(former.revision, 1) AS revision`,
)

/**
 * Takes entities of one label away with their relationships; one that is not there is none to take. Those that the register
 * knows become former entities instead, which nothing leads to, so that their history stays.
 */
export async function removeNodes(
  transaction: GraphTransaction,
  label: NodeLabel,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const kept = (await transaction.read(changedOnes, { ids })).map(({ id }) => id)
  if (kept.length > 0) {
    await transaction.write(untieOutward, { ids: kept })
    await transaction.write(untieInward, { ids: kept })
    await retire(
      transaction,
      kept.map((id) => ({ id, label, now: null })),
    )
  }
  // What was retired is no entity any more.
  await transaction.write(removeEntities, { ids })
}

/** Those of some ids that are of former entities, with the revision that each had last. */
export async function formersAmong(graph: GraphReader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return new Map((await graph.read(formerRevisions, { ids })).map(({ id, revision }) => [id, revision]))
}
