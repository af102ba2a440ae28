import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { Graph, GraphReader } from '../graph/graph.js'
import {
  FORMAT_WITHOUT_ACCOUNTS,
  GRAPH_FILE_FORMAT,
  type GraphFileEnd,
  type GraphFileHeader,
  type NodeLine,
  nothingCounted,
  type RelationshipLine,
} from '../graph/graph-file.js'
import {
  countOfChanges,
  countOfNodes,
  countOfRelationships,
  readNumbers,
  readSeededRegion,
  readState,
} from '../graph/graph-state.js'
import { type Query, type QueryValue, query } from '../graph/query.js'
import { isOfNone, unfinishedRuns } from '../graph/unfinished-runs.js'
import { type RelationshipType, relationshipTypes } from '../graph/vocabulary.js'
import { type Progress, silent } from '../kernel/progress.js'
import { accountsOf, actingsOf, tokensOf } from './access-lines.js'
import { inOrder, keptProperties, labelOf, ownProperties } from './own-properties.js'
import { changedOf, changesOf, formersOf, nowsOf, partsOf, proposalsOf } from './register-lines.js'

/** How many ids are read at a time: the engine looks through all of them for each page. */
const IDS_A_PAGE = 5_000

/** Of how many nodes all that they say is read at a time: a server that exports answers others in between. */
const NODES_A_PAGE = 500

/** An industry of a packed table holds a number for each of its industries: there pages are short. */
const relationshipPages: readonly { readonly types: readonly RelationshipType[]; readonly limit: number }[] = [
  { types: relationshipTypes.filter((type) => type !== 'HAS_INDUSTRY'), limit: 1_000 },
  { types: ['HAS_INDUSTRY'], limit: 100 },
]

const idsAfter = query<{ after: string; limit: number }>()(
  'ids after an id',
  z.object({ id: z.string() }),
  `MATCH (node:Entity)
   WHERE node.id > $after
   RETURN node.id AS id
   ORDER BY id LIMIT $limit`,
)

const nodesOfIds = query<{ ids: readonly string[] }>()(
  'nodes by their ids',
  z.object({ kind: z.string(), id: z.string(), properties: keptProperties }),
  `UNWIND $ids AS id
   MATCH (node:Entity {id: id})
   RETURN node.entityKind AS kind, node.id AS id, properties(node) AS properties
   ORDER BY id`,
)

const relationshipRow = z.object({
  type: z.enum(relationshipTypes),
  start: z.string(),
  finish: z.string(),
  key: z.string(),
  properties: keptProperties,
})

/** The last relationship that was read. */
interface Position {
  readonly start: string
  readonly type: string
  readonly finish: string
  readonly key: string
}

/** Relationships of some types that begin at some nodes, from a place in their order on: a node may have any number. */
const relationshipsAfter = (whole: string): Query<Record<string, QueryValue>, z.infer<typeof relationshipRow>> =>
  query()(
    'relationships of nodes',
    relationshipRow,
    `UNWIND $ids AS id
   MATCH (from:Entity {id: id})-[relationship]->(to:Entity)
   WHERE type(relationship) IN $types${whole}
   WITH relationship, from.id AS start, type(relationship) AS type, to.id AS finish,
     coalesce(relationship.key, '') AS key
   WHERE start > $start OR (start = $start AND (type > $type OR (type = $type AND
     (finish > $finish OR (finish = $finish AND key > $key)))))
   WITH relationship, start, type, finish, key ORDER BY start, type, finish, key LIMIT $limit
   RETURN start, type, finish, key, properties(relationship) AS properties
   ORDER BY start, type, finish, key`,
  )

/** What may be taken out beside what everyone may read. */
export interface Outgoing {
  /** Whether accounts go along, with who made a change and why, and what was proposed. */
  readonly withAccounts: boolean
}

/** How a graph is written. */
interface Writing {
  readonly progress?: Progress
  readonly outgoing?: Outgoing
  /** Aborted when nobody waits for it any more. */
  readonly signal?: AbortSignal
}

/** How many lines of each kind were written so far. */
type Written = { -readonly [Kind in keyof GraphFileEnd]: number }

/**
 * Writes every node and relationship of a graph, and its register, page by page and all of one moment.
 * @param begin gives what is written to, empty; it is asked anew where the graph has to be read anew.
 * @throws the signal's reason once it is aborted; what the writing throws.
 */
export async function writeGraph(
  graph: Pick<Graph, 'snapshot'>,
  begin: () => Promise<Writable>,
  { progress = silent, outgoing = { withAccounts: false }, signal }: Writing = {},
): Promise<GraphFileEnd> {
  try {
    return await graph.snapshot(async (reader) => {
      signal?.throwIfAborted()
      const counts: Written = { ...nothingCounted }
      progress.begin(await sizeOf(reader))
      const lines = linesOf(reader, counts, progress, outgoing)
      await pipeline(Readable.from(lines), await begin(), signal ? { signal } : {})
      return counts
    })
  } finally {
    progress.end()
  }
}

/**
 * Writes a graph to a file, as `writeGraph` does. The file stands under its name once it is whole; one with accounts is for
 * its own user alone.
 */
export async function exportGraph(
  graph: Pick<Graph, 'snapshot'>,
  file: string,
  progress: Progress = silent,
  outgoing: Outgoing = { withAccounts: false },
): Promise<GraphFileEnd> {
  const partial = `${file}.partial`
  // A new file each time: to the one before something may still be on its way.
  const begin = async () => {
    await rm(partial, { force: true })
    return createWriteStream(partial, outgoing.withAccounts ? { mode: 0o600 } : {})
  }
  try {
    const written = await writeGraph(graph, begin, { progress, outgoing })
    await rename(partial, file)
    return written
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function sizeOf(graph: GraphReader): Promise<number> {
  const asked = [countOfNodes, countOfRelationships, countOfChanges]
  const counts = await Promise.all(asked.map((each) => graph.read(each, {})))
  return counts.flat().reduce((sum, { count }) => sum + count, 0)
}

async function* linesOf(
  graph: GraphReader,
  written: Written,
  progress: Progress,
  { withAccounts }: Outgoing,
): AsyncGenerator<string> {
  const { seedVersion } = await readState(graph)
  const region = await readSeededRegion(graph)
  const { changes, proposals } = await readNumbers(graph)
  yield line({
    ...{ norrgraph: 'graph', format: withAccounts ? GRAPH_FILE_FORMAT : FORMAT_WITHOUT_ACCOUNTS, seed: seedVersion },
    ...(region === null ? {} : { region }),
    changes,
    ...(withAccounts ? { proposals } : {}),
  } satisfies GraphFileHeader)
  let done = 0
  const counted = (kind: keyof Written, value: object): string => {
    written[kind] += 1
    done += 1
    progress.reach(done)
    return line(value)
  }
  for await (const node of nodesOf(graph)) yield counted('nodes', node)
  for await (const relationship of relationshipsOf(graph)) yield counted('relationships', relationship)
  for await (const former of formersOf(graph)) yield counted('formers', former)
  for await (const now of nowsOf(graph)) yield counted('nows', now)
  for await (const change of changesOf(graph, withAccounts)) yield counted('changes', change)
  for await (const part of partsOf(graph)) yield counted('parts', part)
  for await (const changed of changedOf(graph)) yield counted('changed', changed)
  if (!withAccounts) {
    const { accounts: _, actings: __, tokens: ___, ...end } = written
    yield line(end)
    return
  }
  for await (const proposal of proposalsOf(graph)) yield counted('proposals', proposal)
  for await (const account of accountsOf(graph)) yield counted('accounts', account)
  for await (const acting of actingsOf(graph)) yield counted('actings', acting)
  for await (const token of tokensOf(graph)) yield counted('tokens', token)
  yield line(written satisfies GraphFileEnd)
}

async function* nodesOf(graph: GraphReader): AsyncGenerator<NodeLine> {
  for await (const ids of idsOf(graph)) {
    for (const { kind, id, properties: own } of await graph.read(nodesOfIds, { ids })) {
      yield { label: labelOf(kind), id, properties: ownProperties(own) }
    }
  }
}

async function* relationshipsOf(graph: GraphReader): AsyncGenerator<RelationshipLine> {
  for await (const ids of idsOf(graph)) {
    for (const { types, limit } of relationshipPages) yield* relationshipsFrom(graph, ids, types, limit)
  }
}

/** Ids of all nodes in their order, some at a time. */
async function* idsOf(graph: GraphReader): AsyncGenerator<readonly string[]> {
  let after = ''
  let isMore = true
  while (isMore) {
    const rows = await graph.read(idsAfter, { after, limit: IDS_A_PAGE })
    for (let first = 0; first < rows.length; first += NODES_A_PAGE) {
      yield rows.slice(first, first + NODES_A_PAGE).map(({ id }) => id)
    }
    after = rows.at(-1)?.id ?? after
    isMore = rows.length === IDS_A_PAGE
  }
}

async function* relationshipsFrom(
  graph: GraphReader,
  ids: readonly string[],
  types: readonly RelationshipType[],
  limit: number,
): AsyncGenerator<RelationshipLine> {
  let position: Position = { start: '', type: '', finish: '', key: '' }
  let isMore = ids.length > 0
  while (isMore) {
    const unfinished = await unfinishedRuns(graph)
    const whole = unfinished.length > 0 ? ` AND ${isOfNone('relationship', '$unfinished')}` : ''
    const rows = await graph.read(relationshipsAfter(whole), { ids, types, unfinished, ...position, limit })
    for (const { type, start, finish, key, properties: all } of rows) {
      const { key: _, ...own } = all
      yield { type, from: start, to: finish, key, properties: inOrder(own) }
      position = { start, type, finish, key }
    }
    isMore = rows.length === limit
  }
}

const line = (value: object): string => `${JSON.stringify(value)}\n`
