import type { NodeLabel, RelationshipType } from './vocabulary.js'

/** A property as both engines store it: flat, one type a property, dates as ISO strings. */
export type PropertyValue = string | number | boolean | readonly string[] | readonly number[]

/** Properties of a node or relationship; a property that is not known is left out. */
export type Properties = Readonly<Record<string, PropertyValue>>

/** Where a statement comes from. Every node and every relationship carries these three. */
export interface Provenance {
  /** Id of the Source, such as `source:ramboll-2022`. */
  readonly source: string
  /** Chapter, table, page or row in it. */
  readonly locator: string
  /** When it was recorded here, as an ISO date and time. */
  readonly recordedAt: string
}

/** A node to be written. The label `Entity`, `entityKind` and `sortName` are added by the writer. */
export interface GraphNode {
  readonly label: NodeLabel
  /** `kind:slug`, unique in the graph. */
  readonly id: string
  readonly provenance: Provenance
  readonly properties: Properties
}

/** A relationship to be written. */
export interface GraphRelationship {
  readonly type: RelationshipType
  readonly from: string
  readonly to: string
  /** What tells parallel relationships of this type between the same two nodes apart; empty where there is only one. */
  readonly key: string
  readonly provenance: Provenance
  readonly properties: Properties
}

/** A part of the graph, as the seed and importers hand it to the writer. */
export interface GraphElements {
  readonly nodes: readonly GraphNode[]
  readonly relationships: readonly GraphRelationship[]
}
