import type { GraphReader, GraphTransaction } from '../../graph/graph.js'
import type { Batch } from '../../writing/changes/file-change.js'
import type { RefusedCell, RowRefusal } from './refusal.js'

/** What was made of a row: what it says but for cells that could not be read, why it is not taken, or why nobody asked for it. */
export type RowReading<Item> = {
  readonly line: number
  /** The firm that it is about, as it may be shown. */
  readonly firm?: string
} & (
  | { readonly item: Item; readonly cells?: readonly RefusedCell[] }
  | { readonly refusal: RowRefusal; readonly cell?: string }
  | { readonly leftOut: string }
)

export interface Numbered<Item> {
  readonly line: number
  readonly item: Item
}

/** How many items there are, and how many of them state something in each column. */
export interface Filled {
  readonly count: number
  readonly byColumn: Readonly<Record<string, number>>
}

/** How an item of a file stands to what its source says in the graph. */
export interface Compared<Item> {
  readonly item: Item
  readonly state: 'ADDED' | 'CHANGED' | 'UNCHANGED'
  /** Whether it names a firm that was merged into another, of which it is said now. */
  readonly isMerged?: boolean
  /** Columns that it states, after it is written. */
  readonly states: readonly string[]
  /** Columns that the source stated of it before. */
  readonly stated: readonly string[]
}

export interface Comparison<Item> {
  readonly compared: readonly Compared<Item>[]
  /** Those that do not fit what is in the graph. */
  readonly refused: readonly { readonly line: number; readonly refusal: RowRefusal }[]
}

/** A set of what was read. */
export interface Seen {
  add(identity: string): boolean
  has(identity: string): boolean
}

/** How an item that is gone is found, and what people call it. */
export interface Gone {
  readonly from: string
  readonly to: string
  readonly key: string
  readonly name: string
}

/** Whether a file says all that its source says, or corrects it: what it leaves empty or does not name stays. */
export type Scope = 'WHOLE' | 'CORRECTIONS'

/** What of the graph is a source's own, for one kind of file. */
export interface Holdings<Item> {
  /** What its items are, in the plural. */
  readonly items: string
  /** The columns whose values are counted, by their English headers. */
  readonly columns: readonly string[]
  held(graph: GraphReader): Promise<Filled>
  /** What people call an item. */
  nameOf(item: Item): string
  /** The entities that an item is said of. */
  entitiesOf(item: Item): readonly string[]
  /** Notes an item; false where it was noted before. */
  note(item: Item, seen: Seen): boolean
  /** @param isNew where the source has nothing in the graph. */
  compare(graph: GraphReader, items: readonly Numbered<Item>[], isNew: boolean): Promise<Comparison<Item>>
  /** Items of the source that were not noted, some at a time. */
  gone(graph: GraphReader, seen: Seen): AsyncIterable<readonly Gone[]>
  /** @param change id of the change that the file makes. */
  write(transaction: GraphTransaction, change: string, items: readonly Item[], recordedAt: string): Promise<Batch>
  remove(transaction: GraphTransaction, change: string, gone: readonly Gone[], recordedAt: string): Promise<Batch>
}
