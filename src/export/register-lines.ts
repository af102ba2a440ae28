import { z } from 'zod'
import type { GraphReader } from '../graph/graph.js'
import type { ChangedLine, ChangeLine, FormerLine, NowLine, PartLine, ProposalLine } from '../graph/graph-file.js'
import { type Query, query } from '../graph/query.js'
import { formerProperties, inOrder, keptProperties, labelOf, ownProperties } from './own-properties.js'

const IDS_A_PAGE = 5_000
/** What a change did to an entity may be some ten thousand letters long, and so may a proposal. */
const LONG_A_PAGE = 500
/** A part is as long as a text may be. */
const PARTS_A_PAGE = 50

/** What of a change is for its author and for editors. */
const ofAccounts: ReadonlySet<string> = new Set(['by', 'reason'])

const identified = z.object({ id: z.string(), properties: keptProperties })

const formersAfter = query<{ after: string; limit: number }>()(
  'former entities after an id',
  z.object({ kind: z.string(), id: z.string(), properties: keptProperties }),
  `MATCH (former:Former)
   WHERE former.id > $after
   RETURN former.entityKind AS kind, former.id AS id, properties(former) AS properties
   ORDER BY id LIMIT $limit`,
)

const nowsOfFormers = query<{ ids: readonly string[] }>()(
  'what former entities became',
  z.object({ former: z.string(), now: z.string(), properties: keptProperties }),
  `UNWIND $ids AS id
   MATCH (former:Former {id: id})-[became:NOW]->(into)
   RETURN former.id AS former, into.id AS now, properties(became) AS properties
   ORDER BY former, now`,
)

const numbered = z.object({ last: z.number() })

const lastChange = query<Record<never, never>>()(
  'number of the last change',
  numbered,
  'MATCH (change:Change) RETURN coalesce(max(change.number), 0) AS last',
)

const lastProposal = query<Record<never, never>>()(
  'number of the last proposal',
  numbered,
  'MATCH (proposal:Proposal) RETURN coalesce(max(proposal.number), 0) AS last',
)

const changesNumbered = query<{ begin: number; end: number }>()(
  'changes by their numbers',
  identified,
  `UNWIND range($begin, $end) AS number
   MATCH (change:Change {number: number})
   RETURN change.id AS id, properties(change) AS properties
   ORDER BY change.number, id`,
)

const proposalsNumbered = query<{ begin: number; end: number }>()(
  'proposals by their numbers',
  identified,
  `UNWIND range($begin, $end) AS number
   MATCH (proposal:Proposal {number: number})
   RETURN proposal.id AS id, properties(proposal) AS properties
   ORDER BY proposal.number, id`,
)

/** By change and entity. */
const partsAfter = query<PartPosition & { limit: number }>()(
  'parts of changes',
  z.object({ id: z.string(), change: z.string(), entity: z.string(), number: z.number(), properties: keptProperties }),
  `MATCH (part:ChangePart)
   WHERE part.change > $afterChange OR (part.change = $afterChange AND (part.entity > $afterEntity OR
     (part.entity = $afterEntity AND part.number > $afterNumber)))
   WITH part ORDER BY part.change, part.entity, part.number LIMIT $limit
   RETURN part.id AS id, part.change AS change, part.entity AS entity, part.number AS number,
     properties(part) AS properties
   ORDER BY change, entity, number`,
)

/** The last part that was read. */
type PartPosition = { readonly afterChange: string; readonly afterEntity: string; readonly afterNumber: number }

const idsChanged = query<{ after: string; limit: number }>()(
  'ids of entities that were changed',
  z.object({ id: z.string() }),
  `MATCH (node:Entity)
   WHERE node.id > $after AND EXISTS { (node)<-[:CHANGED]-(:Change) }
   RETURN node.id AS id
   ORDER BY id LIMIT $limit`,
)

const formersChanged = query<{ after: string; limit: number }>()(
  'ids of former entities that were changed',
  z.object({ id: z.string() }),
  `MATCH (node:Former)
   WHERE node.id > $after AND EXISTS { (node)<-[:CHANGED]-(:Change) }
   RETURN node.id AS id
   ORDER BY id LIMIT $limit`,
)

const changedRow = z.object({
  entity: z.string(),
  number: z.number(),
  revision: z.number(),
  change: z.string(),
  properties: keptProperties,
})

/** The entities of a page, and the last revision that was read. */
type ChangedPage = {
  readonly ids: readonly string[]
  readonly afterEntity: string
  readonly afterNumber: number
  readonly afterRevision: number
  readonly limit: number
}

/**
 * From the side of entities, which were changed a few times each: an import changes as many as its file has rows. `WITH node`
 * keeps Neo4j from the other side, where the few changes mislead it to read all that each changed for each id.
 */
const changesOfEntities = query<ChangedPage>()(
  'what changes did to entities',
  changedRow,
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})
   WITH node
   MATCH (node)<-[changed:CHANGED]-(made:Change)
   WITH changed, node.id AS entity, made.number AS number, changed.revision AS revision, made.id AS change
   WHERE entity > $afterEntity OR (entity = $afterEntity AND (number > $afterNumber OR
     (number = $afterNumber AND revision > $afterRevision)))
   WITH changed, entity, number, revision, change ORDER BY entity, number, revision LIMIT $limit
   RETURN entity, number, revision, change, properties(changed) AS properties
   ORDER BY entity, number, revision`,
)

const changesOfFormers = query<ChangedPage>()(
  'what changes did to former entities',
  changedRow,
  `UNWIND $ids AS id
   MATCH (node:Former {id: id})
   WITH node
   MATCH (node)<-[changed:CHANGED]-(made:Change)
   WITH changed, node.id AS entity, made.number AS number, changed.revision AS revision, made.id AS change
   WHERE entity > $afterEntity OR (entity = $afterEntity AND (number > $afterNumber OR
     (number = $afterNumber AND revision > $afterRevision)))
   WITH changed, entity, number, revision, change ORDER BY entity, number, revision LIMIT $limit
   RETURN entity, number, revision, change, properties(changed) AS properties
   ORDER BY entity, number, revision`,
)

/** What was an entity, in the order of ids. */
export async function* formersOf(graph: GraphReader): AsyncGenerator<FormerLine> {
  for await (const rows of pagesOf(graph, formersAfter, LONG_A_PAGE)) {
    for (const { kind, id, properties: own } of rows) {
      yield { former: id, label: labelOf(kind), properties: formerProperties(own) }
    }
  }
}

/** What each former entity became, where it became one. */
export async function* nowsOf(graph: GraphReader): AsyncGenerator<NowLine> {
  for await (const rows of pagesOf(graph, formersAfter, LONG_A_PAGE)) {
    const ids = rows.map(({ id }) => id)
    for (const { former, now, properties: own } of await graph.read(nowsOfFormers, { ids })) {
      yield { now, former, properties: inOrder(own) }
    }
  }
}

/** Changes in the order of their numbers; who made them and why only with accounts. */
export async function* changesOf(graph: GraphReader, withAccounts: boolean): AsyncGenerator<ChangeLine> {
  for await (const { id, properties: own } of numberedOf(graph, lastChange, changesNumbered)) {
    const shown = Object.entries(own).filter(([name]) => withAccounts || !ofAccounts.has(name))
    yield { change: id, properties: ownProperties(Object.fromEntries(shown)) }
  }
}

/** Proposals in the order of their numbers. */
export async function* proposalsOf(graph: GraphReader): AsyncGenerator<ProposalLine> {
  for await (const { id, properties: own } of numberedOf(graph, lastProposal, proposalsNumbered)) {
    yield { proposal: id, properties: ownProperties(own) }
  }
}

/** Parts of what changes did, those of one text one after the other. */
export async function* partsOf(graph: GraphReader): AsyncGenerator<PartLine> {
  let position: PartPosition = { afterChange: '', afterEntity: '', afterNumber: 0 }
  let isMore = true
  while (isMore) {
    const rows = await graph.read(partsAfter, { ...position, limit: PARTS_A_PAGE })
    for (const { id, change, entity, number, properties: own } of rows) {
      yield { part: id, properties: ownProperties(own) }
      position = { afterChange: change, afterEntity: entity, afterNumber: number }
    }
    isMore = rows.length === PARTS_A_PAGE
  }
}

/** What changes did to entities, then to former ones: to each from its first change on. */
export async function* changedOf(graph: GraphReader): AsyncGenerator<ChangedLine> {
  for await (const rows of pagesOf(graph, idsChanged, IDS_A_PAGE)) yield* changedFrom(graph, changesOfEntities, rows)
  for await (const rows of pagesOf(graph, formersChanged, IDS_A_PAGE)) yield* changedFrom(graph, changesOfFormers, rows)
}

async function* changedFrom(
  graph: GraphReader,
  changes: typeof changesOfEntities,
  nodes: readonly { readonly id: string }[],
): AsyncGenerator<ChangedLine> {
  const ids = nodes.map(({ id }) => id)
  let position = { afterEntity: '', afterNumber: 0, afterRevision: 0 }
  let isMore = ids.length > 0
  while (isMore) {
    const rows = await graph.read(changes, { ids, ...position, limit: LONG_A_PAGE })
    for (const { entity, number, revision, change, properties: own } of rows) {
      yield { changed: entity, change, properties: inOrder(own) }
      position = { afterEntity: entity, afterNumber: number, afterRevision: revision }
    }
    isMore = rows.length === LONG_A_PAGE
  }
}

/** Rows that stand in the order of their ids, page by page. */
export async function* pagesOf<Row extends { readonly id: string }>(
  graph: GraphReader,
  rowsAfter: Query<{ after: string; limit: number }, Row>,
  limit: number,
): AsyncGenerator<readonly Row[]> {
  let after = ''
  let isMore = true
  while (isMore) {
    const rows = await graph.read(rowsAfter, { after, limit })
    yield rows
    after = rows.at(-1)?.id ?? after
    isMore = rows.length === limit
  }
}

/** Rows that are found by their numbers, from 1 to the last. */
async function* numberedOf<Row>(
  graph: GraphReader,
  lastNumber: typeof lastChange,
  rowsNumbered: Query<{ begin: number; end: number }, Row>,
): AsyncGenerator<Row> {
  const [found] = await graph.read(lastNumber, {})
  for (let begin = 1; begin <= (found?.last ?? 0); begin += LONG_A_PAGE) {
    yield* await graph.read(rowsNumbered, { begin, end: begin + LONG_A_PAGE - 1 })
  }
}
