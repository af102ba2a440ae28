import type { GraphReader } from '../graph/graph.js'
import { SearchTooLargeError } from '../kernel/input-errors.js'
import { nextTurn } from '../kernel/turns.js'
import type { EdgeFact } from './edge-facts.js'
import { isHub } from './hubs.js'
import { edgeOf, type NetworkEdge } from './network.js'
import { relationshipsIn, relationshipsOut } from './queries.js'
import { boundsOf, type Walk } from './walk.js'

/** A node with more neighbours than this is not walked from to look for a few among them. */
export const HUB = 1_000
const MOST_EDGES = 50_000

/**
 * All relationships of a walk's types between some nodes, by id.
 * @param degrees about how many relationships each node has: those of wide ones are looked for from the other end.
 * @param facts what they say that is read too.
 * @throws SearchTooLargeError beyond 50 000.
 */
export async function edgesAmong(
  graph: GraphReader,
  walk: Walk,
  nodes: readonly string[],
  degrees: ReadonlyMap<string, number>,
  facts: readonly EdgeFact[],
): Promise<NetworkEdge[]> {
  const isWide = (id: string) => isHub(id) || (degrees.get(id) ?? 0) > HUB
  const hubs = nodes.filter(isWide)
  const others = nodes.filter((id) => !isWide(id))
  const bounds = { ...boundsOf(walk), limit: MOST_EDGES + 1 }
  const rows = await Promise.all([
    others.length > 0 ? graph.read(relationshipsOut(walk, facts), { ids: others, among: nodes, ...bounds }) : [],
    others.length > 0 && hubs.length > 0
      ? graph.read(relationshipsIn(walk, facts), { ids: others, among: hubs, ...bounds })
      : [],
    hubs.length > 0 ? graph.read(relationshipsOut(walk, facts), { ids: hubs, among: hubs, ...bounds }) : [],
  ])
  // Thousands of rows have been read in one piece.
  await nextTurn(undefined)
  const edges = rows.flat().map(edgeOf)
  if (edges.length > MOST_EDGES) {
    throw new SearchTooLargeError(
      MOST_EDGES,
      `There are more than ${MOST_EDGES} relationships between the nodes: ask for fewer nodes or types`,
    )
  }
  return edges.toSorted((left, right) => (left.id < right.id ? -1 : 1))
}
