import { idOfKnownKind, requireInGraph } from '../graph/entity-ids.js'
import { type EntityKind, relationshipTypes } from '../graph/vocabulary.js'
import { wholeNumber } from '../kernel/input-errors.js'
import type { EdgeFact } from './edge-facts.js'
import { edgesAmong } from './edges.js'
import { countNeighbours } from './grow.js'
import { type ByKind, countRelationships, type NetworkKnowledge } from './hubs.js'
import type { NetworkEdge, NetworkNode } from './network.js'
import { factsWhenAsked } from './node-facts.js'
import { PathSearch } from './path-search.js'
import { drawnNodes } from './queries.js'
import { DEFAULT_LIMIT, kindsBut, LARGEST_LIMIT, nodesBut } from './question.js'
import { passableKinds, pastUnfinished, type Walk } from './walk.js'

const DEFAULT_LENGTH = 4

/** Paths as they are asked for. */
export interface PathsQuestion {
  readonly from: string
  readonly to: string
  readonly maxLength?: number | null | undefined
  readonly limit?: number | null | undefined
  readonly withoutKinds?: readonly EntityKind[] | null | undefined
  readonly without?: readonly string[] | null | undefined
  readonly asOf: string
}

/** A way from one entity to another. */
export interface Path {
  /** How many steps it has. */
  readonly length: number
  readonly nodes: readonly NetworkNode[]
  /** One for each step. */
  readonly edges: readonly NetworkEdge[]
}

/**
 * How two entities are joined, shortest first, then by ids; none from an entity to itself.
 * @throws BadUserInputError for what is no id, and a length or limit out of range; NotFoundError; SearchTooLargeError.
 */
export async function paths(
  knowledge: NetworkKnowledge,
  question: PathsQuestion,
  edgeFacts: readonly EdgeFact[],
): Promise<Path[]> {
  const { graph } = knowledge
  const { asOf } = question
  const longest = wholeNumber('maxLength', question.maxLength ?? DEFAULT_LENGTH, 6)
  const limit = wholeNumber('limit', question.limit ?? DEFAULT_LIMIT, LARGEST_LIMIT)
  const from = idOfKnownKind(question.from, 'from')
  const to = idOfKnownKind(question.to, 'to')
  await requireInGraph(graph, [from, to])
  if (from === to) return []
  const walk = await pastUnfinished(graph, {
    ...{ direction: 'EITHER', types: relationshipTypes, withIndustries: true, asOf },
    kinds: kindsBut(passableKinds, question.withoutKinds),
  })
  const search = new PathSearch(knowledge, walk, [from, to], nodesBut(question.without))
  const found: string[][] = []
  for (let length = 1; length <= longest && found.length < limit; length += 1) {
    found.push(...(await search.next(limit - found.length)))
  }
  return drawn(knowledge, walk, found, edgeFacts)
}

/** Paths of ids with what is drawn of them. */
async function drawn(
  knowledge: NetworkKnowledge,
  walk: Walk,
  found: readonly (readonly string[])[],
  edgeFacts: readonly EdgeFact[],
): Promise<Path[]> {
  const ids = [...new Set(found.flat())]
  if (ids.length === 0) return []
  const { graph } = knowledge
  const [rows, relationships] = await Promise.all([graph.read(drawnNodes, { ids }), countRelationships(knowledge, ids)])
  const edges = await edgesAmong(graph, walk, ids, relationships, edgeFacts)
  const firstEdges = new Map(edges.toReversed().map((edge) => [pairOf(edge.source, edge.target), edge]))
  const degreeOf = degreesWhenAsked(knowledge, walk, ids)
  const factsOf = factsWhenAsked(graph, ids, walk.asOf)
  const nodes = new Map(
    rows.map(({ id, kind, nameSv, nameEn }): [string, NetworkNode] => [
      id,
      {
        ...{ id, kind, nameSv, nameEn, degree: () => degreeOf(id), tier: null },
        facts: () => factsOf(id),
      },
    ]),
  )
  return found.map((path) => ({
    length: path.length - 1,
    nodes: path.flatMap((id) => nodes.get(id) ?? []),
    edges: path.slice(1).flatMap((id, index) => firstEdges.get(pairOf(id, path[index] ?? '')) ?? []),
  }))
}

const pairOf = (one: string, other: string): string => [one, other].toSorted().join(' ')

/** Degrees of nodes, read together when the first is asked for. */
function degreesWhenAsked(
  knowledge: NetworkKnowledge,
  walk: Walk,
  ids: readonly string[],
): (id: string) => Promise<number> {
  const counts = new Map<string, ByKind>()
  let reading: Promise<void> | null = null
  return async (id) => {
    reading ??= countNeighbours(knowledge, walk, ids, counts)
    await reading
    return [...(counts.get(id)?.values() ?? [])].reduce((sum, count) => sum + count, 0)
  }
}
