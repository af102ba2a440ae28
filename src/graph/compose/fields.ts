import { type Lang, wantedFirst } from '../../language/language.js'
import type { QueryValue } from '../query.js'
import type { NodeLabel } from '../vocabulary.js'

/** Variable names that the composer hands to a fragment: where it starts, the node it leads to, the relationship walked. */
export interface Names {
  readonly parent: string
  readonly node: string
  readonly edge: string
}

/** What fields mean that leave a language or a calculation out. */
export interface LeftOut {
  readonly lang: Lang
  /** Its id. */
  readonly run: string
}

/** What a field's definition may use besides names. */
export interface FieldContext {
  /** The field's arguments, defaults filled in. */
  readonly args: Readonly<Record<string, QueryValue>>
  /** The day that is asked about: the nearest `asOf` at or above this field, else today. */
  readonly asOf: string
  /** The language that is asked for: the field's own, else the region's first. */
  readonly lang: Lang
  /** The calculation that is asked about: the one that the field names, else the region's. */
  readonly run: string
  /** Turns a value into a parameter of the statement and returns its name with the dollar sign. */
  bind(value: QueryValue): string
}

/** One key of an order: a value of the node, or of the relationship walked. The last keys must tell any two rows apart. */
export interface OrderKey {
  readonly of: 'node' | 'edge'
  readonly expression: (variable: string) => string
  readonly descending?: boolean
}

/** Hand-written Cypher from a parent to the nodes of a field. */
export interface Fragment {
  /** `MATCH` clauses, the last without `WHERE`; they bind the node, and the edge where the field is a connection. */
  readonly match: string
  /** Conditions on the last `MATCH`, all of which must hold. */
  readonly where?: readonly string[]
  /** By Swedish alphabet, then id, then the relationship's key, where left out. */
  readonly orderBy?: readonly OrderKey[]
  /** Whether a connection's `MATCH` binds the edge; true below a parent, false at the root, where left out. */
  readonly bindsEdge?: boolean
}

/** Nodes that are known before they are asked for, in place of a fragment that finds them. */
export interface KnownNodes {
  readonly label: NodeLabel
  /** All of them by Swedish alphabet, then id. */
  readonly known: readonly { readonly id: string; readonly sortName: string }[]
  readonly orderBy?: never
  readonly bindsEdge?: never
}

/** How the nodes of a connection are found, or which they are. */
export interface Found {
  readonly fragment: (names: Names, context: FieldContext) => Fragment | KnownNodes
}

/** A value of the node (or relationship) itself, as a Cypher expression over its variable. */
export interface Leaf {
  readonly kind: 'leaf'
  readonly expression: (variable: string, context: FieldContext) => string
}

/** An object whose fields are read from the same node or relationship. */
export interface Embedded {
  readonly kind: 'embedded'
}

/** One related node, the first in order, or null. */
export interface One {
  readonly kind: 'one'
  readonly fragment: (names: Names, context: FieldContext) => Fragment
}

/** A short list of related nodes, cut at `limit`. */
export interface List {
  readonly kind: 'list'
  readonly limit: number
  readonly fragment: (names: Names, context: FieldContext) => Fragment
}

/** A Relay connection along a relationship; the fields of its edge type are read from that relationship. */
export interface Connection {
  readonly kind: 'connection'
  readonly fragment: (names: Names, context: FieldContext) => Fragment
}

export type FieldDefinition = Leaf | Embedded | One | List | Connection

/** For each composed GraphQL type, how each of its fields is read. `cursor` and `node` of edges need no entry. */
export type Catalog = Readonly<Record<string, Readonly<Record<string, FieldDefinition>>>>

/** A value that an expression gives. */
export const leaf = (expression: Leaf['expression']): Leaf => ({ kind: 'leaf', expression })

/** The node's id: of the field `id`, and of fields that their own resolvers answer with a further question. */
export const ownId: Leaf = leaf((variable) => `${variable}.id`)

/** A property under its own name. */
export const property = (name: string): Leaf => (name === 'id' ? ownId : leaf((variable) => `${variable}.${name}`))

/** `Sv` and `En` properties read by the argument `lang`, each standing in where the other is missing. */
export const inLanguage = (name: string): Leaf =>
  leaf((variable, { lang }) => {
    const [wanted, other] = wantedFirst(lang)
    return `coalesce(${variable}.${name}${wanted}, ${variable}.${name}${other})`
  })

export const embedded: Embedded = { kind: 'embedded' }

export const one = (fragment: One['fragment']): One => ({ kind: 'one', fragment })

/** @param limit the most nodes that are listed; for lists that are short by nature. */
export const list = (fragment: List['fragment'], limit = 200): List => ({ kind: 'list', fragment, limit })

export const connection = (fragment: Connection['fragment']): Connection => ({ kind: 'connection', fragment })

const keyOf =
  (of: OrderKey['of']) =>
  (value: string | OrderKey['expression']): OrderKey => ({
    of,
    expression: typeof value === 'string' ? (variable) => `${variable}.${value}` : value,
  })

/** An order by a property of the node, or by an expression over it. */
export const nodeKey = keyOf('node')

/** An order by a property of the relationship walked, or by an expression over it. */
export const edgeKey = keyOf('edge')
