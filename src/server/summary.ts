import { z } from 'zod'
import type { Graph, GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import { nodeKinds, nodeLabels, relationshipTypes } from '../graph/vocabulary.js'
import { today } from '../kernel/day.js'
import { readUnfinishedImports, waysOutOfPart } from '../reference/unfinished-imports.js'
import { isStale, readLastSeen, type SeenKind } from '../support/facts/last-seen.js'

const counted = z.object({ name: z.string(), count: z.number() })

/**
 * Nodes by label. One count for each, which neither engine needs to read a node for: a graph of a million nodes would take
 * seconds to read on every start.
 */
const nodesByLabel = query<Record<never, never>>()(
  'nodes by label',
  counted,
  nodeLabels
    .map((label) => `MATCH (node:${label}) RETURN '${nodeKinds[label].entityKind}' AS name, count(node) AS count`)
    .join('\nUNION ALL\n'),
)

/** Relationships by type, each from its count. */
const relationshipsByType = query<Record<never, never>>()(
  'relationships by type',
  counted,
  relationshipTypes
    .map((type) => `MATCH ()-[relationship:${type}]->() RETURN '${type}' AS name, count(relationship) AS count`)
    .join('\nUNION ALL\n'),
)

/** What a graph holds, as lines for whoever starts the server. */
export async function summaryOf(graph: Graph): Promise<string[]> {
  return [
    `Graph (${graph.engine === 'embedded' ? 'embedded' : 'Neo4j'}):`,
    ...[...(await countsOf(graph)), await staleCounts(graph, today()), ...(await unfinishedLines(graph))].map(
      (line) => `  ${line}`,
    ),
  ]
}

/** Lists of which only a part is in the graph. */
async function unfinishedLines(graph: GraphReader): Promise<string[]> {
  const unfinished = await readUnfinishedImports(graph)
  return unfinished.map(
    ({ title, change }) => `only a part of this list is in the graph: ${title} (${waysOutOfPart(change)})`,
  )
}

/** How much of what is said of today rests on pages that may be out of date. */
async function staleCounts(graph: GraphReader, asOf: string): Promise<string> {
  const stale = (await readLastSeen(graph, asOf)).filter((seen) => isStale(seen, asOf))
  const of = (kind: SeenKind) => stale.filter((seen) => seen.kind === kind).length
  const counts = `${of('INITIATIVE')} offers, ${of('SUPPORT_ACTOR')} support actors, ${of('ESTABLISHMENT')} ventures`
  return `on pages older than three years or without a year: ${counts} (\`stale\` lists them)`
}

async function countsOf(graph: GraphReader): Promise<string[]> {
  const [nodes, relationships] = await Promise.all([graph.read(nodesByLabel, {}), graph.read(relationshipsByType, {})])
  return [line('nodes', nodes), line('relationships', relationships)]
}

function line(what: string, counts: readonly { name: string; count: number }[]): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const held = counts.filter(({ count }) => count > 0).map(({ name, count }) => `${name} ${count}`)
  return `${total} ${what}: ${held.toSorted().join(', ')}`
}
