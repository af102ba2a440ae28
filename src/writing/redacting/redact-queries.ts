import { z } from 'zod'
import { type QueryValue, query } from '../../graph/query.js'
import { storedProperties, storedRelationship } from '../../graph/stored-properties.js'

/**
 * Changes are append-only: nothing in the program alters or deletes one, but the statements of this file, for what should
 * never have been written. They blank texts, and keep who did what to which entity, and when.
 */

const counted = z.object({ count: z.number() })
type Rows = { rows: readonly QueryValue[] }

const historyRow = z.object({
  entity: z.string(),
  change: z.string(),
  isFormer: z.boolean(),
  revision: z.number(),
  differed: z.string().nullable(),
  pieces: z.string().nullable(),
})

/** What every change did to some entities, or former ones. */
export const historyToBlank = query<{ ids: readonly string[] }>()(
  'what every change did to entities',
  historyRow,
  `UNWIND $ids AS asked
   CALL (asked) {
     MATCH (entity:Entity {id: asked})<-[changed:CHANGED]-(change:Change)
     RETURN change.id AS change, false AS isFormer, changed.revision AS revision, changed.differed AS differed,
       changed.pieces AS pieces
     UNION
     MATCH (former:Former {id: asked})<-[changed:CHANGED]-(change:Change)
     RETURN change.id AS change, true AS isFormer, changed.revision AS revision, changed.differed AS differed,
       changed.pieces AS pieces
   }
   RETURN asked AS entity, change, isFormer, revision, differed, pieces`,
)

/** Which changes of one thing, no file's, changed some entities or former ones. */
export const changesOfOne = query<{ ids: readonly string[] }>()(
  'changes of one thing that changed entities',
  z.object({ change: z.string() }),
  `UNWIND $ids AS asked
   CALL (asked) {
     MATCH (entity:Entity {id: asked})<-[:CHANGED]-(change:Change)
     WHERE change.entity IS NOT NULL
     RETURN change.id AS change
     UNION
     MATCH (former:Former {id: asked})<-[:CHANGED]-(change:Change)
     WHERE change.entity IS NOT NULL
     RETURN change.id AS change
   }
   RETURN DISTINCT change`,
)

/** What some changes changed. */
export const changedTogether = query<{ changes: readonly string[] }>()(
  'what changes changed',
  z.object({ id: z.string() }),
  `UNWIND $changes AS id
   MATCH (change:Change {id: id})
   MATCH (change)-[:CHANGED]->(node)
   RETURN DISTINCT node.id AS id`,
)

const blankHistory = (label: 'Entity' | 'Former') =>
  `UNWIND $rows AS row
   MATCH (node:${label} {id: row.entity})<-[changed:CHANGED]-(change:Change)
   WHERE change.id = row.change AND changed.revision = row.revision
   SET changed += row.properties
   RETURN count(*) AS count`

/** Blanks what changes did to entities. */
export const blankChanged = query<Rows>()('blank what changes did to entities', counted, blankHistory('Entity'))

/** The same of former ones. */
export const blankChangedFormers = query<Rows>()(
  'blank what changes did to former entities',
  counted,
  blankHistory('Former'),
)

const blankNodes = (name: string, label: string) =>
  `UNWIND $rows AS row
   MATCH (${name}:${label} {id: row.id})
   SET ${name} += row.properties
   RETURN count(*) AS count`

/** Pieces of some changes that are kept apart. */
export const partsToBlank = query<{ changes: readonly string[] }>()(
  'kept pieces to blank',
  z.object({ id: z.string(), change: z.string(), entity: z.string(), number: z.number(), text: z.string() }),
  `UNWIND $changes AS change
   MATCH (part:ChangePart {change: change})
   RETURN part.id AS id, part.change AS change, part.entity AS entity, part.number AS number, part.text AS text`,
)

/** Blanks kept pieces. */
export const blankParts = query<Rows>()('blank kept pieces', counted, blankNodes('part', 'ChangePart'))

/** Blanks reasons, and notes what is redacted. */
export const blankChanges = query<Rows>()('blank what is said of changes', counted, blankNodes('change', 'Change'))

const nodeRow = z.object({ id: z.string(), properties: storedProperties })

/** What stands on entities. */
export const entitiesToBlank = query<{ ids: readonly string[] }>()(
  'what stands on entities',
  nodeRow,
  'UNWIND $ids AS id MATCH (entity:Entity {id: id}) RETURN entity.id AS id, properties(entity) AS properties',
)

/** What stands on former entities. */
export const formersToBlank = query<{ ids: readonly string[] }>()(
  'what stands on former entities',
  nodeRow,
  'UNWIND $ids AS id MATCH (former:Former {id: id}) RETURN former.id AS id, properties(former) AS properties',
)

/** Blanks entities. */
export const blankEntities = query<Rows>()('blank entities', counted, blankNodes('entity', 'Entity'))

/** Blanks former entities. */
export const blankFormers = query<Rows>()('blank former entities', counted, blankNodes('former', 'Former'))

/** All relationships of some entities with what stands on them. */
export const tiesToBlank = query<{ ids: readonly string[] }>()(
  'what stands on relationships of entities',
  storedRelationship,
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   MATCH (entity)-[tie]-(end:Entity)
   RETURN type(tie) AS type, startNode(tie).id AS from, endNode(tie).id AS to, coalesce(tie.key, '') AS key,
     properties(tie) AS properties`,
)

/** What proposals say, by their numbers. */
export const proposalsToBlank = query<{ begin: number; end: number }>()(
  'what proposals say',
  z.object({
    id: z.string(),
    change: z.string().nullable(),
    entity: z.string().nullable(),
    reason: z.string().nullable(),
    decisionReason: z.string().nullable(),
    draft: z.string(),
    differed: z.string(),
    touched: z.string(),
  }),
  `UNWIND range($begin, $end) AS number
   MATCH (proposal:Proposal {number: number})
   RETURN proposal.id AS id, proposal.change AS change, proposal.entity AS entity, proposal.reason AS reason,
     proposal.decisionReason AS decisionReason, proposal.draft AS draft, proposal.differed AS differed,
     proposal.touched AS touched`,
)

/** The number of the last proposal. */
export const lastProposalNumber = query<Record<never, never>>()(
  'how many proposals there are',
  z.object({ last: z.number() }),
  "MATCH (state:NorrgraphState {id: 'state'}) RETURN coalesce(state.proposals, 0) AS last",
)

/** Blanks proposals. */
export const blankProposals = query<Rows>()('blank proposals', counted, blankNodes('proposal', 'Proposal'))

/** The number of the last list that was brought in while the server ran. */
export const lastJobNumber = query<Record<never, never>>()(
  'how many lists were brought in',
  z.object({ last: z.number() }),
  "MATCH (state:NorrgraphState {id: 'state'}) RETURN coalesce(state.jobs, 0) AS last",
)

const jobText = z.string().nullable()

/** What is kept of lists that were brought in, by their numbers. */
export const jobsToBlank = query<{ begin: number; end: number }>()(
  'jobs to blank',
  z.object({
    ...{ id: z.string(), title: jobText, file: jobText, columns: jobText },
    ...{ remarks: jobText, asks: jobText, message: jobText },
  }),
  `UNWIND range($begin, $end) AS number
   MATCH (job:Job {number: number})
   RETURN job.id AS id, job.title AS title, job.file AS file, job.columns AS columns, job.remarks AS remarks,
     job.asks AS asks, job.message AS message`,
)

/** Blanks what is kept of lists. */
export const blankJobs = query<Rows>()('blank jobs', counted, blankNodes('job', 'Job'))

/** What jobs refused. */
export const refusalsToBlank = query<{ jobs: readonly string[] }>()(
  'refusals to blank',
  z.object({ id: z.string(), text: z.string() }),
  `UNWIND $jobs AS job
   MATCH (part:JobRefusals {job: job})
   RETURN part.id AS id, part.text AS text`,
)

/** Blanks what jobs refused. */
export const blankRefusals = query<Rows>()('blank what jobs refused', counted, blankNodes('part', 'JobRefusals'))
