import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { GraphReader } from '../graph/graph.js'
import {
  GRAPH_FILE_FORMAT,
  type GraphFileEnd,
  type GraphFileHeader,
  type NodeLine,
  propertyValue,
  type RelationshipLine,
} from '../graph/graph-file.js'
import { countOfNodes, countOfRelationships, readSeededRegion, readState } from '../graph/graph-state.js'
import { type Query, type QueryValue, query } from '../graph/query.js'
import { isOfNone, unfinishedRuns } from '../graph/unfinished-runs.js'
import { nodeKinds, nodeLabels, type RelationshipType, relationshipTypes } from '../graph/vocabulary.js'
import { type Progress, silent } from '../kernel/progress.js'

const NODES_A_PAGE = 5_000

/** An industry of a packed table holds a number for each of its industries: there pages are short. */
const relationshipPages: readonly { readonly types: readonly RelationshipType[]; readonly limit: number }[] = [
  { types: relationshipTypes.filter((type) => type !== 'HAS_INDUSTRY'), limit: 5_000 },
  { types: ['HAS_INDUSTRY'], limit: 100 },
]

const properties = z.record(z.string(), propertyValue)

const nodesAfter = query<{ after: string; limit: number }>()(
  'nodes after an id',
  z.object({ kind: z.string(), id: z.string(), properties }),
  `MATCH (node:Entity)
   WHERE node.id > $after
   RETURN node.entityKind AS kind, node.id AS id, properties(node) AS properties
   ORDER BY id LIMIT $limit`,
)

const idsAfter = query<{ after: string; limit: number }>()(
  'ids after an id',
  z.object({ id: z.string() }),
  `MATCH (node:Entity)
   WHERE node.id > $after
   RETURN node.id AS id
   ORDER BY id LIMIT $limit`,
)

const relationshipRow = z.object({
  type: z.enum(relationshipTypes),
  start: z.string(),
  finish: z.string(),
  key: z.string(),
  properties,
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

/**
 * Writes every node and relationship of a graph to a file, page by page. The file stands under its name once it is whole.
 * What is written to the graph in the meantime may or may not be in it.
 */
export async function exportGraph(
  graph: GraphReader,
  file: string,
  progress: Progress = silent,
): Promise<GraphFileEnd> {
  const partial = `${file}.partial`
  const written = { nodes: 0, relationships: 0 }
  try {
    progress.begin(await sizeOf(graph))
    await pipeline(Readable.from(linesOf(graph, written, progress)), createWriteStream(partial))
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  } finally {
    progress.end()
  }
  return written
}

async function sizeOf(graph: GraphReader): Promise<number> {
  const counts = await Promise.all([graph.read(countOfNodes, {}), graph.read(countOfRelationships, {})])
  return counts.flat().reduce((sum, { count }) => sum + count, 0)
}

async function* linesOf(
  graph: GraphReader,
  written: { nodes: number; relationships: number },
  progress: Progress,
): AsyncGenerator<string> {
  const { seedVersion } = await readState(graph)
  const region = await readSeededRegion(graph)
  const header = { norrgraph: 'graph', format: GRAPH_FILE_FORMAT, seed: seedVersion } as const
  yield line((region === null ? header : { ...header, region }) satisfies GraphFileHeader)
  for await (const node of nodesOf(graph)) {
    written.nodes += 1
    progress.reach(written.nodes)
    yield line(node)
  }
  for await (const relationship of relationshipsOf(graph)) {
    written.relationships += 1
    progress.reach(written.nodes + written.relationships)
    yield line(relationship)
  }
  yield line(written satisfies GraphFileEnd)
}

async function* nodesOf(graph: GraphReader): AsyncGenerator<NodeLine> {
  let after = ''
  let isMore = true
  while (isMore) {
    const rows = await graph.read(nodesAfter, { after, limit: NODES_A_PAGE })
    for (const { kind, id, properties: all } of rows) {
      const { id: _, entityKind: __, ...own } = all
      yield { label: labelOf(kind), id, properties: inOrder(own) }
    }
    after = rows.at(-1)?.id ?? after
    isMore = rows.length === NODES_A_PAGE
  }
}

async function* relationshipsOf(graph: GraphReader): AsyncGenerator<RelationshipLine> {
  let after = ''
  let isMore = true
  while (isMore) {
    const rows = await graph.read(idsAfter, { after, limit: NODES_A_PAGE })
    const ids = rows.map(({ id }) => id)
    for (const { types, limit } of relationshipPages) yield* relationshipsFrom(graph, ids, types, limit)
    after = ids.at(-1) ?? after
    isMore = rows.length === NODES_A_PAGE
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

const labels = new Map<string, NodeLine['label']>(nodeLabels.map((label) => [nodeKinds[label].entityKind, label]))

function labelOf(kind: string): NodeLine['label'] {
  const label = labels.get(kind)
  if (!label) throw new Error(`a node is of the kind ${kind}, which is none`)
  return label
}

/** The same graph gives the same lines, whichever engine it is in. */
function inOrder<Value>(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

const line = (value: object): string => `${JSON.stringify(value)}\n`
