import type { Properties } from '../../graph/elements.js'
import type { NodeLabel, RelationshipType } from '../../graph/vocabulary.js'
import type { ChangeOperation } from '../changes/operation.js'

/** A page or document that somebody names as the source of what they write. */
export interface NamedSource {
  readonly title: string
  readonly publisher: string | null
  readonly url: string | null
  readonly year: number | null
}

/** A relationship that is added, or of which it is said from when on it no longer holds. */
export interface DraftTie {
  readonly does: 'ADD' | 'END'
  readonly type: RelationshipType
  /** The other end; the entity itself is the near one. */
  readonly end: string
  readonly direction: 'OUT' | 'IN'
  /** What tells parallel ones apart, without the source that `keyedBySource` adds. */
  readonly key: string
  readonly isKeyedBySource: boolean
  /** Its own properties as they are stored, with the days that it holds for. */
  readonly values: Properties
  /** Path of the argument that says so, such as `meets[0].need`. */
  readonly argument: string
}

/**
 * What somebody wants to say of one entity, read and checked as far as that goes without the graph: plain data, so that a
 * proposal keeps it until it is decided.
 */
export interface Draft {
  readonly operation: Extract<ChangeOperation, 'CREATE' | 'UPDATE' | 'END'>
  readonly label: NodeLabel
  /** Null for what is made, unless its number makes its id. */
  readonly id: string | null
  /** The revision that it was made from; null where it does not matter. */
  readonly revision: number | null
  /** Values as they are stored. */
  readonly values: Properties
  /** Names of values of which it is said that there is none. */
  readonly emptied: readonly string[]
  readonly ties: readonly DraftTie[]
  /** The day from which on it no longer holds, for an `END`. */
  readonly endsOn: string | null
  readonly source: NamedSource | null
  readonly locator: string | null
  /** The day that it holds for; null where it is not said. */
  readonly asOf: string | null
  readonly reason: string | null
  /**
   * Entities of their own that are made or changed with it, in the same change: the phases of a venture, to each new one
   * of which it has a `HAS_PHASE`.
   */
  readonly parts?: readonly Draft[]
}
