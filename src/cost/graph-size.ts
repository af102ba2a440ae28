import { z } from 'zod'
import type { Graph, GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'
import { graphqlType, nodeKinds, nodeLabels, placeLabels, type RelationshipType } from '../graph/vocabulary.js'

export type Direction = 'IN' | 'OUT'

/** How many relationships some nodes have. */
export interface Degrees {
  /** Of all of the nodes together. */
  readonly total: number
  /** Of the one that has most. */
  readonly most: number
}

/** How large a graph is, as far as what a request costs depends on it. */
export interface GraphSize {
  /** How many nodes there are of a type of the API; of an interface or union, of all that it can be. */
  nodes(type: string): number
  /** The relationships that leave, or reach, the nodes of a type. */
  degrees(type: string, along: readonly RelationshipType[], direction: Direction): Degrees
  /** How many industries an input–output table has; null where there is no such table. */
  industriesOf(table: string): number | null
  /** How many relationships at most lead from or to some of all nodes, whichever these are. */
  around(nodes: number): number
  /** How many lead from them. */
  leaving(nodes: number): number
}

const countRow = z.object({ kind: z.string().nullable(), table: z.string().nullable(), count: z.number() })
const degreeRow = z.object({ kind: z.string(), type: z.string(), total: z.number(), most: z.number() })
type DegreeRow = z.infer<typeof degreeRow>

/** How many nodes there are of each kind; and since tables differ a thousandfold in what a calculation of them takes, how many industries each has. */
const countsOfNodes = query<Record<never, never>>()(
  'nodes counted by kind, and industries by table',
  countRow,
  `MATCH (entity:Entity)
   RETURN entity.entityKind AS kind, null AS table, count(entity) AS count
   UNION ALL
   MATCH (table:InputOutputTable)-[:HAS_INDUSTRY]->(industry:Sector)
   RETURN null AS kind, table.id AS table, count(industry) AS count`,
)

/** How many relationships leave the nodes of each kind, and the one that most leave. */
const degreesOut = query<Record<never, never>>()(
  'relationships counted from nodes',
  degreeRow,
  `MATCH (entity:Entity)-[relationship]->(:Entity)
   WITH entity, type(relationship) AS type, count(relationship) AS degree
   RETURN entity.entityKind AS kind, type, coalesce(sum(degree), 0) AS total, max(degree) AS most ORDER BY kind, type`,
)

/** How many relationships reach the nodes of each kind, and the one that most reach. */
const degreesIn = query<Record<never, never>>()(
  'relationships counted to nodes',
  degreeRow,
  `MATCH (entity:Entity)<-[relationship]-(:Entity)
   WITH entity, type(relationship) AS type, count(relationship) AS degree
   RETURN entity.entityKind AS kind, type, coalesce(sum(degree), 0) AS total, max(degree) AS most ORDER BY kind, type`,
)

const kindsByType = new Map<string, readonly string[]>(
  nodeLabels.map((label) => [graphqlType(label), [nodeKinds[label].entityKind]]),
)
kindsByType.set(
  'Place',
  placeLabels.map((label) => nodeKinds[label].entityKind),
)

const none: Degrees = { total: 0, most: 0 }

/** Reads how large a graph is: all of its relationships are counted. */
export async function readGraphSize(graph: GraphReader): Promise<GraphSize> {
  // One after the other, so that threads are left for whoever asks meanwhile.
  const counts = await graph.read(countsOfNodes, {})
  const outward = await graph.read(degreesOut, {})
  const inward = await graph.read(degreesIn, {})
  return graphSizeOf(counts, { OUT: outward, IN: inward })
}

/** The size that some counts tell of. */
export function graphSizeOf(
  counts: readonly { readonly kind: string | null; readonly table?: string | null; readonly count: number }[],
  degrees: Readonly<Record<Direction, readonly DegreeRow[]>>,
): GraphSize {
  const industries = new Map(counts.flatMap(({ table, count }) => (table ? [[table, count]] : [])))
  const nodes = new Map(counts.flatMap(({ kind, count }) => (kind === null ? [] : [[kind, count]])))
  const all = [...nodes.values()].reduce((sum, count) => sum + count, 0)
  const known = new Map<string, Degrees>()
  function degreesOf(type: string, along: readonly RelationshipType[], direction: Direction): Degrees {
    const kinds = kindsByType.get(type)
    return degrees[direction]
      .filter((row) => (kinds?.includes(row.kind) ?? true) && along.some((each) => each === row.type))
      .reduce(({ total, most }, row) => ({ total: total + row.total, most: most + row.most }), none)
  }
  return {
    nodes: (type) => kindsByType.get(type)?.reduce((sum, kind) => sum + (nodes.get(kind) ?? 0), 0) ?? all,
    degrees(type, along, direction) {
      const key = `${type} ${along.join()} ${direction}`
      const found = known.get(key) ?? degreesOf(type, along, direction)
      known.set(key, found)
      return found
    },
    industriesOf: (table) => industries.get(table) ?? null,
    around: (some) => ofNodes([...degrees.IN, ...degrees.OUT], some),
    leaving: (some) => ofNodes(degrees.OUT, some),
  }
}

/** The most relationships that some nodes, whichever they are, can have among these. */
const ofNodes = (rows: readonly DegreeRow[], nodes: number): number =>
  rows.reduce((sum, { total, most }) => sum + Math.min(total, nodes * most), 0)

/** How long a size is taken for the present one at least. */
const KEPT_MS = 10_000
/** Counting takes no more than a hundredth of the time. */
const KEPT_TIMES = 100

/** The present size of a graph: counted when it is first asked for, and anew in the background while the last one serves. */
export class PresentSize {
  private known: { readonly graph: Graph; readonly size: Promise<GraphSize> } | null = null
  private until = 0
  private counting: Promise<void> = Promise.resolve()

  async of(graph: Graph): Promise<GraphSize> {
    const { known } = this
    if (known?.graph === graph && Date.now() < this.until) return known.size
    this.until = Number.POSITIVE_INFINITY
    const begun = Date.now()
    const size = readGraphSize(graph)
    this.counting = size.then(
      () => {
        this.known = { graph, size }
        this.until = Date.now() + Math.max(KEPT_MS, KEPT_TIMES * (Date.now() - begun))
      },
      () => {
        if (this.known?.size === size) this.known = null
        this.until = 0
      },
    )
    if (known?.graph === graph) return known.size
    this.known = { graph, size }
    await this.counting
    return size
  }

  /** Settles when no graph is being counted any more, so that it can be closed. */
  async settled(): Promise<void> {
    await this.counting
  }
}
