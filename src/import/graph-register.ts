import { z } from 'zod'
import { GraphError } from '../graph/failure.js'
import type { GraphTransaction } from '../graph/graph.js'
import { type QueryParameters, type QueryValue, query } from '../graph/query.js'
import { accessWriters } from './graph-access.js'
import type { RegisterKind, RegisterRow } from './graph-lines.js'

const counted = z.object({ count: z.number() })

const writeFormers = query<{ formerRows: readonly QueryValue[] }>()(
  'write former entities',
  counted,
  `UNWIND $formerRows AS row
   MERGE (former:Former {id: row.id})
   SET former += row.properties
   RETURN count(former) AS count`,
)

const writeChanges = query<{ changeRows: readonly QueryValue[] }>()(
  'write changes',
  counted,
  `UNWIND $changeRows AS row
   MERGE (change:Change {id: row.id})
   SET change += row.properties
   RETURN count(change) AS count`,
)

const writeParts = query<{ partRows: readonly QueryValue[] }>()(
  'write parts of changes',
  counted,
  `UNWIND $partRows AS row
   MERGE (part:ChangePart {id: row.id})
   SET part += row.properties
   RETURN count(part) AS count`,
)

const writeProposals = query<{ proposalRows: readonly QueryValue[] }>()(
  'write proposals',
  counted,
  `UNWIND $proposalRows AS row
   MERGE (proposal:Proposal {id: row.id})
   SET proposal += row.properties
   RETURN count(proposal) AS count`,
)

type Label = 'Entity' | 'Former'

/** Made, not merged: an import changed a hundred thousand, and a merge would look through them all. */
const changedTo = (label: Label): string =>
  `UNWIND $changedRows AS row
   MATCH (change:Change {id: row.change})
   MATCH (node:${label} {id: row.id})
   CREATE (change)-[changed:CHANGED]->(node)
   SET changed += row.properties
   RETURN count(changed) AS count`

const becameOf = (label: Label): string =>
  `UNWIND $nowRows AS row
   MATCH (former:Former {id: row.former})
   MATCH (into:${label} {id: row.id})
   CREATE (former)-[became:NOW]->(into)
   SET became += row.properties
   RETURN count(became) AS count`

interface ChangedRows extends QueryParameters {
  readonly changedRows: readonly QueryValue[]
}
interface NowRows extends QueryParameters {
  readonly nowRows: readonly QueryValue[]
}

const tieChanges = query<ChangedRows>()('tie changes to entities', counted, changedTo('Entity'))
const tieChangesToFormers = query<ChangedRows>()('tie changes to former entities', counted, changedTo('Former'))
const tieFormers = query<NowRows>()('tie former entities to entities', counted, becameOf('Entity'))
const tieFormersToFormers = query<NowRows>()('tie former entities to former ones', counted, becameOf('Former'))

/** An id of something that is and of something that was: uniqueness does not span labels. */
export const idOfBoth = query<Record<never, never>>()(
  'an id of an entity and of a former one',
  z.object({ id: z.string() }),
  `MATCH (former:Former)
   MATCH (node:Entity {id: former.id})
   RETURN node.id AS id LIMIT 1`,
)

const someOf = (label: string): string =>
  `MATCH (node:${label})
   WITH node ORDER BY node.id LIMIT $limit
   DETACH DELETE node
   RETURN count(*) AS count`

/** Take some of what a graph's file brings away, and tell of how many; changes last, since many entities hang on one. */
export const removals = [
  query<{ limit: number }>()('take some nodes away', counted, someOf('Entity')),
  query<{ limit: number }>()('take some former entities away', counted, someOf('Former')),
  query<{ limit: number }>()('take some parts of changes away', counted, someOf('ChangePart')),
  query<{ limit: number }>()('take some proposals away', counted, someOf('Proposal')),
  query<{ limit: number }>()('take some changes away', counted, someOf('Change')),
  query<{ limit: number }>()('take some tokens away', counted, someOf('AccessToken')),
  query<{ limit: number }>()('take some of whom accounts act for away', counted, someOf('ActsFor')),
  query<{ limit: number }>()('take some accounts away', counted, someOf('Account')),
] as const

type Rows = readonly RegisterRow[]
type Counted = readonly { readonly count: number }[]

const writers: Readonly<Record<RegisterKind, (transaction: GraphTransaction, rows: Rows) => Promise<Counted>>> = {
  formers: (transaction, formerRows) => transaction.write(writeFormers, { formerRows }),
  changes: (transaction, changeRows) => transaction.write(writeChanges, { changeRows }),
  parts: (transaction, partRows) => transaction.write(writeParts, { partRows }),
  proposals: (transaction, proposalRows) => transaction.write(writeProposals, { proposalRows }),
  ...accessWriters,
  nows: async (transaction, nowRows) => [
    ...(await transaction.write(tieFormers, { nowRows })),
    ...(await transaction.write(tieFormersToFormers, { nowRows })),
  ],
  changed: async (transaction, changedRows) => [
    ...(await transaction.write(tieChanges, { changedRows })),
    ...(await transaction.write(tieChangesToFormers, { changedRows })),
  ],
}

/** Nodes before what ties them. */
export const registerKinds: readonly RegisterKind[] = [
  ...(['formers', 'changes', 'parts', 'proposals', 'nows', 'changed'] as const),
  ...(['accounts', 'actings', 'tokens'] as const),
]

/**
 * Writes lines of the register of one kind. Those that tie two nodes are written once.
 * @throws GraphError FAILED where one names what is not in the graph.
 */
export async function writeRegister(transaction: GraphTransaction, kind: RegisterKind, rows: Rows): Promise<void> {
  if (rows.length === 0) return
  const written = (await writers[kind](transaction, rows)).reduce((sum, { count }) => sum + count, 0)
  if (written === rows.length) return
  throw new GraphError('FAILED', `${rows.length - written} of the register (${kind}) name what is not there`)
}
