import type { ExplorerAroundQuery, ExplorerBetweenQuery } from '../../generated/graphql.js'
import { lineKey } from './lines.js'

export type Around = ExplorerAroundQuery['neighbourhood']
export type Way = ExplorerBetweenQuery['paths'][number]
export type ShownEdge = Around['edges'][number]
/** How many neighbours of a kind a node has that are not shown. */
export type Hidden = Around['hidden'][number]

/** A node of the drawing. */
export interface ShownNode extends Pick<Around['nodes'][number], 'id' | 'label' | 'kind' | 'degree'> {
  /** Steps from the nearest start; null on a way between two. */
  readonly tier: number | null
}

/** All that is drawn. */
export interface ShownNetwork {
  readonly nodes: readonly ShownNode[]
  readonly edges: readonly ShownEdge[]
  readonly hidden: readonly Hidden[]
  readonly truncated: boolean
  readonly warnings: Around['warnings']
  /** What it begins at, in the order of the address. */
  readonly starts: readonly string[]
}

/** The ways between two, and what lies around some nodes of them, as one network. */
export function shownNetwork(
  around: Around | null,
  ways: readonly Way[],
  asked: { readonly of: readonly string[]; readonly to: string | null },
): ShownNetwork {
  const nodes = new Map<string, ShownNode>()
  for (const way of ways) for (const node of way.nodes) nodes.set(node.id, { ...node, tier: null })
  for (const node of around?.nodes ?? []) if (!nodes.has(node.id)) nodes.set(node.id, node)
  const edges = new Map<string, ShownEdge>()
  for (const edge of [...ways.flatMap((way) => way.edges), ...(around?.edges ?? [])]) edges.set(edge.id, edge)
  const drawn = [...nodes.values()]
  return {
    nodes: drawn,
    edges: [...edges.values()],
    hidden: around?.hidden ?? [],
    truncated: around?.truncated ?? false,
    warnings: around?.warnings ?? [],
    starts: asked.to === null ? startsAround(around, asked.of) : endsOf(ways),
  }
}

/** The starts in the order of the address; what was merged away since the link was made goes by its id now. */
function startsAround(around: Around | null, asked: readonly string[]): string[] {
  const drawn = (around?.nodes ?? []).filter(({ tier }) => tier === 0).map(({ id }) => id)
  return [...asked.filter((id) => drawn.includes(id)), ...drawn.filter((id) => !asked.includes(id))]
}

const endsOf = ([way]: readonly Way[]): string[] =>
  [way?.nodes.at(0), way?.nodes.at(-1)].flatMap((node) => (node ? [node.id] : []))

/** The lines that a way leads along, by their keys. */
export const linesOfWay = ({ nodes }: Way): ReadonlySet<string> =>
  new Set(nodes.slice(1).map(({ id }, index) => lineKey(nodes[index]?.id ?? '', id)))

/** The relationships of a node, those that begin at it first. */
export function edgesAt(edges: readonly ShownEdge[], id: string): ShownEdge[] {
  return [
    ...edges.filter(({ source }) => source === id),
    ...edges.filter(({ target, source }) => target === id && source !== id),
  ]
}
