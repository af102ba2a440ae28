import type { GraphReader } from '../graph/graph.js'
import { type EntityKind, entityKinds, nodeKinds, nodeLabels } from '../graph/vocabulary.js'
import { Kept } from '../reference/kept.js'
import type { KeptKnowledge } from '../reference/reference.js'
import { neighbourCounts, relationshipCounts } from './queries.js'
import { boundsOf, type Walk } from './walk.js'

/** What networks are read from: the graph, and what is kept of it. */
export type NetworkKnowledge = Pick<KeptKnowledge<GraphReader>, 'graph' | 'reference'>

/** Distinct neighbours by kind. */
export type ByKind = ReadonlyMap<EntityKind, number>

/** Kinds of which there are few, each with more neighbours the more firms there are. */
const hubKinds: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'MUNICIPALITY',
  'COUNTY',
  'COUNTRY',
  'SECTOR',
  'SIZE_CLASS',
  'SOURCE',
  'ESTABLISHMENT',
  'SUPPLY_CATEGORY',
  'REQUIREMENT',
  'NEED',
])

const hubPrefixes: ReadonlySet<string> = new Set(
  nodeLabels.flatMap((label) => (hubKinds.has(nodeKinds[label].entityKind) ? [nodeKinds[label].idPrefix] : [])),
)

/** Whether a node may have as many neighbours as there are firms, by its id: it is looked for from its neighbours. */
export const isHub = (id: string): boolean => hubPrefixes.has(id.slice(0, id.indexOf(':')))

/** A hub's neighbours, counted once while nothing changes. */
const neighboursOfHub = new Kept('neighbours of a hub', async ({ graph }, id: string, walk: Walk) => {
  return (await readNeighbours(graph, walk, [id])).get(id) ?? new Map<EntityKind, number>()
})

/** How many relationships a hub has, counted once while nothing changes. */
const relationshipsOfHub = new Kept('relationships of a hub', async ({ graph }, id: string) => {
  const [counted] = await graph.read(relationshipCounts, { ids: [id] })
  return counted?.count ?? 0
})

/** Distinct neighbours of some nodes that a walk leads to, by kind; nothing for a node without any. */
export async function neighboursByKind(
  { graph, reference }: NetworkKnowledge,
  walk: Walk,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ByKind>> {
  const { direction, types, withIndustries } = walk
  const shared = { direction, types, withIndustries, kinds: entityKinds, ...boundsOf(walk) }
  const hubs = ids.filter(isHub).map(async (id): Promise<[string, ByKind]> => {
    const all = await reference.of(neighboursOfHub, id, shared)
    return [id, new Map([...all].filter(([kind]) => walk.kinds.includes(kind)))]
  })
  const others = ids.filter((id) => !isHub(id))
  const [counted, ofHubs] = await Promise.all([readNeighbours(graph, walk, others), Promise.all(hubs)])
  return new Map([...counted, ...ofHubs])
}

async function readNeighbours(
  graph: GraphReader,
  walk: Walk,
  ids: readonly string[],
): Promise<Map<string, Map<EntityKind, number>>> {
  const counts = new Map(ids.map((id) => [id, new Map<EntityKind, number>()]))
  if (ids.length === 0) return counts
  const rows = await graph.read(neighbourCounts(walk), { ids, kinds: walk.kinds, ...boundsOf(walk) })
  for (const { id, kind, count } of rows) counts.get(id)?.set(kind, count)
  return counts
}

/** How many relationships of any type some nodes have. */
export async function countRelationships(
  { graph, reference }: NetworkKnowledge,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const others = ids.filter((id) => !isHub(id))
  const [rows, ofHubs] = await Promise.all([
    others.length > 0 ? graph.read(relationshipCounts, { ids: others }) : [],
    Promise.all(
      ids.filter(isHub).map(async (id): Promise<[string, number]> => [id, await reference.of(relationshipsOfHub, id)]),
    ),
  ])
  return new Map([...rows.map(({ id, count }): [string, number] => [id, count]), ...ofHubs])
}
