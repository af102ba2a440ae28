import type { GraphReader } from '../graph/graph.js'
import type { EntityKind } from '../graph/vocabulary.js'
import { NotFoundError } from '../kernel/input-errors.js'
import type { Warning } from '../kernel/warning.js'
import type { EdgeFact } from './edge-facts.js'
import { edgesAmong } from './edges.js'
import { type ByKind, type NetworkKnowledge, neighboursByKind } from './hubs.js'
import { endsLeftOut, whyEmpty } from './left-out.js'
import type { HiddenNeighbours, Network, NetworkEdge, NetworkNode } from './network.js'
import { factsWhenAsked } from './node-facts.js'
import { drawnNodes, firstNeighbours, type NodeRow, offDayCount } from './queries.js'
import type { Growth } from './question.js'
import { boundsOf, isOfKinds, pastUnfinished, type Walk } from './walk.js'

/** Distinct neighbours by kind, for each node that has some. */
type NeighbourCounts = Map<string, ByKind>

/**
 * Grows a network from its starts a step at a time, nearest first, until the depth or the limit is reached. A hub's
 * neighbours are counted and cut in the database.
 * @param edgeFacts what its relationships say that is read too.
 * @throws NotFoundError for a start that is not in the graph.
 */
export async function grow(
  knowledge: NetworkKnowledge,
  asks: Growth,
  edgeFacts: readonly EdgeFact[],
): Promise<Network> {
  const { graph } = knowledge
  const growth = { ...asks, walk: await pastUnfinished(graph, asks.walk) }
  const { starts, walk, depth } = growth
  const counts: NeighbourCounts = new Map()
  const begins = await readNodes(graph, starts)
  const { tiers, truncated } = await reach(knowledge, growth, counts)
  const shown = [...tiers.keys()]
  const added = await readNodes(graph, shown.slice(starts.length))
  const rows = [...begins, ...added]
  const degrees = new Map([...counts].map(([id, byKind]) => [id, sumOf(byKind.values())]))
  const edges = await edgesAmong(graph, walk, shown, degrees, edgeFacts)
  const factsOf = factsWhenAsked(graph, shown, walk.asOf)
  const nodes = rows.map((row): NetworkNode => {
    const { id, kind, nameSv, nameEn } = row
    return {
      ...{ id, kind, nameSv, nameEn, degree: degrees.get(id) ?? 0, tier: tiers.get(id) ?? 0 },
      facts: () => factsOf(id),
    }
  })
  const counted = new Map(rows.filter((row) => isOfKinds(walk, row.kind, row.level)).map(({ id, kind }) => [id, kind]))
  const inside = nodes.filter(({ tier }) => tier !== null && tier < depth)
  const insideIds = inside.map(({ id }) => id)
  const hidden = hiddenOf(inside, counts, shownNeighbours(walk, edges, counted))
  const warnings = depth === 0 ? [] : await warningsOf(graph, growth, edges, insideIds)
  const leftOutByDay = () => countOffDay(graph, walk, insideIds)
  return { nodes, edges, truncated, hidden, leftOutByDay, warnings }
}

/** Why a network is empty, or what was asked for and cannot be in it. */
async function warningsOf(
  graph: GraphReader,
  growth: Growth,
  edges: readonly NetworkEdge[],
  inside: readonly string[],
): Promise<Warning[]> {
  if (edges.length === 0) return whyEmpty(graph, growth)
  const { walk, asked } = growth
  return asked.kinds && asked.edgeKinds ? endsLeftOut(graph, walk, inside, edges) : []
}

/** Entities in the order of their ids. */
async function readNodes(graph: GraphReader, ids: readonly string[]): Promise<NodeRow[]> {
  if (ids.length === 0) return []
  const rows = new Map((await graph.read(drawnNodes, { ids })).map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = rows.get(id)
    if (!row) throw new NotFoundError(id)
    return row
  })
}

/** How far each shown node is from the nearest start, in the order of the network; `counts` is filled in on the way. */
async function reach(
  knowledge: NetworkKnowledge,
  { starts, depth, limit, walk, without }: Growth,
  counts: NeighbourCounts,
): Promise<{ tiers: Map<string, number>; truncated: boolean }> {
  const tiers = new Map(starts.map((id) => [id, 0]))
  const { graph } = knowledge
  const next = firstNeighbours(walk)
  let frontier = starts
  let truncated = false
  for (let tier = 1; tier <= depth && frontier.length > 0 && !truncated; tier += 1) {
    const left = limit - (tiers.size - starts.length)
    // So many that enough are left when those that are shown already are taken away, which costs the database more.
    const [found] = await Promise.all([
      graph.read(next, {
        ids: frontier,
        kinds: walk.kinds,
        ...boundsOf(walk),
        limit: left + 1 + tiers.size + without.size,
      }),
      countNeighbours(knowledge, walk, frontier, counts),
    ])
    const fresh = found.filter(({ id }) => !tiers.has(id) && !without.has(id))
    truncated = fresh.length > left
    frontier = fresh.slice(0, left).map(({ id }) => id)
    for (const id of frontier) tiers.set(id, tier)
  }
  await countNeighbours(
    knowledge,
    walk,
    [...tiers.keys()].filter((id) => !counts.has(id)),
    counts,
  )
  return { tiers, truncated }
}

async function countOffDay(graph: GraphReader, walk: Walk, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const [counted] = await graph.read(offDayCount(walk), { ids, kinds: walk.kinds, ...boundsOf(walk) })
  return counted?.count ?? 0
}

/** Counts the neighbours of some nodes. */
export async function countNeighbours(
  knowledge: NetworkKnowledge,
  walk: Walk,
  ids: readonly string[],
  counts: NeighbourCounts,
): Promise<void> {
  for (const [id, byKind] of await neighboursByKind(knowledge, walk, ids)) counts.set(id, byKind)
}

/** The shown nodes that are each shown node's neighbours in the walk's direction, of those that count as such. */
function shownNeighbours(
  { direction }: Walk,
  edges: readonly NetworkEdge[],
  counted: ReadonlyMap<string, EntityKind>,
): Map<string, Map<string, EntityKind>> {
  const neighbours = new Map<string, Map<string, EntityKind>>()
  const add = (from: string, to: string) => {
    const kind = counted.get(to)
    if (kind === undefined || from === to) return
    const known = neighbours.get(from)
    if (known) known.set(to, kind)
    else neighbours.set(from, new Map([[to, kind]]))
  }
  for (const { source, target } of edges) {
    if (direction !== 'IN') add(source, target)
    if (direction !== 'OUT') add(target, source)
  }
  return neighbours
}

function hiddenOf(
  nodes: readonly NetworkNode[],
  counts: NeighbourCounts,
  shown: ReadonlyMap<string, ReadonlyMap<string, EntityKind>>,
): HiddenNeighbours[] {
  return nodes.flatMap((node) => {
    const shownKinds = [...(shown.get(node.id)?.values() ?? [])]
    const byKind = [...(counts.get(node.id) ?? [])].toSorted(([left], [right]) => (left < right ? -1 : 1))
    return byKind.flatMap(([kind, all]) => {
      const count = all - shownKinds.filter((each) => each === kind).length
      return count > 0 ? [{ node, kind, count }] : []
    })
  })
}

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, number) => sum + number, 0)
