import { z } from 'zod'
import { grouped } from '../kernel/grouped.js'
import type { GraphTransaction } from './graph.js'
import { type QueryValue, query } from './query.js'
import type { NodeLabel } from './vocabulary.js'

const counted = z.object({ count: z.number() })

/** Makes entities of one label what they were: no list, count or search sees them, and their history stays. */
const retireOf = (label: NodeLabel) =>
  query<{ ids: readonly string[] }>()(
    `retire ${label} nodes`,
    counted,
    `UNWIND $ids AS id
     MATCH (node:Entity {id: id})
     REMOVE node:Entity:${label}
     SET node:Former
     RETURN count(*) AS count`,
  )

/** Makes former entities of one label entities again. */
const reviveOf = (label: NodeLabel) =>
  query<{ ids: readonly string[] }>()(
    `revive ${label} nodes`,
    counted,
    `UNWIND $ids AS id
     MATCH (node:Former {id: id})
     REMOVE node:Former
     SET node:Entity:${label}
     RETURN count(*) AS count`,
  )

/** Leads from former entities to those that they have become. */
const leadTo = query<{ rows: readonly QueryValue[] }>()(
  'lead former entities to what they became',
  counted,
  `UNWIND $rows AS row
   MATCH (former:Former {id: row.id})
   MATCH (entity:Entity {id: row.now})
   CREATE (former)-[:NOW]->(entity)
   RETURN count(*) AS count`,
)

/** Leads former entities to nothing any more. */
const leadNowhere = query<{ ids: readonly string[] }>()(
  'lead former entities nowhere',
  counted,
  `UNWIND $ids AS id
   MATCH (former:Former {id: id})-[now:NOW]->()
   DELETE now
   RETURN count(*) AS count`,
)

/** An entity that is no more, or is again. */
export interface Retired {
  readonly id: string
  readonly label: NodeLabel
  /** The entity that it has become; null for none. */
  readonly now: string | null
}

/** Makes entities former ones, each leading to what it became. */
export async function retire(transaction: GraphTransaction, retired: readonly Retired[]): Promise<void> {
  for (const [label, some] of grouped(retired, (each) => each.label)) {
    await transaction.write(retireOf(label), { ids: some.map(({ id }) => id) })
  }
  const rows = retired.flatMap(({ id, now }) => (now === null ? [] : [{ id, now }]))
  if (rows.length > 0) await transaction.write(leadTo, { rows })
}

/** Makes former entities entities again. */
export async function revive(
  transaction: GraphTransaction,
  revived: readonly Pick<Retired, 'id' | 'label'>[],
): Promise<void> {
  if (revived.length === 0) return
  await transaction.write(leadNowhere, { ids: revived.map(({ id }) => id) })
  for (const [label, some] of grouped(revived, (each) => each.label)) {
    await transaction.write(reviveOf(label), { ids: some.map(({ id }) => id) })
  }
}
