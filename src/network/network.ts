import type { EntityKind, RelationshipType } from '../graph/vocabulary.js'
import type { Warning } from '../kernel/warning.js'
import type { Lang } from '../language/language.js'
import { type EdgeFacts, edgeFacts } from './edge-facts.js'
import type { NodeFacts } from './node-facts.js'
import type { EdgeRow, NodeRow } from './queries.js'

/** A node of a drawing. */
export interface NetworkNode {
  readonly id: string
  readonly kind: EntityKind
  readonly nameSv: string | null
  readonly nameEn: string | null
  /** Distinct neighbours of the kinds asked for. On a path they are counted when they are asked for. */
  readonly degree: number | (() => Promise<number>)
  /** Steps from the nearest start; null on a path. */
  readonly tier: number | null
  /** What it says of itself, read when it is asked for. */
  readonly facts: () => Promise<NodeFacts>
}

/** A relationship of a drawing. */
export interface NetworkEdge extends EdgeFacts {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly kind: RelationshipType
}

/** Neighbours of a shown node that are not shown. */
export interface HiddenNeighbours {
  readonly node: NetworkNode
  readonly kind: EntityKind
  readonly count: number
}

/** A bounded part of the graph. */
export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  readonly truncated: boolean
  readonly hidden: readonly HiddenNeighbours[]
  /** How many relationships that would have been followed do not hold on the day, counted when it is asked for. */
  readonly leftOutByDay: () => Promise<number>
  /** Why it is empty, or what was asked for and cannot be in it. */
  readonly warnings: readonly Warning[]
}

/** A node's name in a language, else in the other, else its id. */
export function labelOf({ id, nameSv, nameEn }: Pick<NodeRow, 'id' | 'nameSv' | 'nameEn'>, lang: Lang): string {
  const [wanted, other] = lang === 'EN' ? [nameEn, nameSv] : [nameSv, nameEn]
  return wanted ?? other ?? id
}

/** An edge as it is drawn. Its id is made of what the writer keeps apart, so every engine gives the same. */
export function edgeOf({ type, from, to, key, ...row }: EdgeRow): NetworkEdge {
  const id = [type, from, to, ...(key === '' ? [] : [key])].join('|')
  return { id, source: from, target: to, kind: type, ...edgeFacts(row) }
}
