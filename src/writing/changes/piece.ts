import type { Properties } from '../../graph/elements.js'
import type { NodeLabel, RelationshipType } from '../../graph/vocabulary.js'
import type { RelationshipIdentity } from '../../graph/write-elements.js'
import { replaced, type Statement, type TieStatement } from '../statements/statement.js'

/** What a change did to what one source says of an entity. */
export interface StatementPiece {
  readonly of: 'STATEMENT'
  readonly entity: string
  readonly before: Statement | null
  readonly after: Statement | null
}

/** What tells a relationship from all others. */
export type TieIdentity = RelationshipIdentity

/** What a change did to what one source says of a relationship. */
export interface TiePiece extends TieIdentity {
  readonly of: 'TIE'
  readonly before: TieStatement | null
  readonly after: TieStatement | null
}

/** Whether something is an entity, was one (merged into another, or withdrawn), or never was. */
export type Life = 'NONE' | 'ENTITY' | 'FORMER'

/** What a change did to an entity as a whole. */
export interface LifePiece {
  readonly of: 'LIFE'
  readonly entity: string
  readonly label: NodeLabel
  readonly before: Life
  readonly after: Life
  /** The entity that it was merged into, or that it is no longer merged into; null for none. */
  readonly now: string | null
  /** How it stood before a merge, of either of the two. */
  readonly stood?: Stood | undefined
}

/** What of an entity is in no statement, so that statements alone would not bring it back as it was. */
export interface Stood {
  /** Whether what its only source says stands in its own properties. */
  readonly isImplicit: boolean
  /** What stands on its node beside what sources say; all of it where none says anything. */
  readonly beside: Properties
  /** Names of properties that its node had not, though what sources say makes them. */
  readonly lacked: readonly string[]
  /** A firm's places and sectors, and whether what sources say of it makes each. */
  readonly places: readonly {
    readonly type: RelationshipType
    readonly to: string
    readonly properties: Properties
    readonly isStated: boolean
  }[]
}

/** A change is made of pieces, and taken back by their opposites. */
export type Piece = StatementPiece | TiePiece | LifePiece

/** What takes a piece back. */
export function opposite<Some extends Piece>(piece: Some): Some {
  return { ...piece, before: piece.after, after: piece.before }
}

/** What a change does to one entity. */
export interface EntityChange {
  readonly entity: string
  readonly label: NodeLabel
  /** Of the entity's own statements and life, and of relationships at either end of it. */
  readonly pieces: readonly Piece[]
  /** How it stood before, where it is brought back to that. */
  readonly stood?: Stood | undefined
}

/** What sources say of an entity once a change of it is made. */
export const statementsAfter = (
  { pieces }: Pick<EntityChange, 'pieces'>,
  before: readonly Statement[],
): readonly Statement[] => pieces.filter((piece) => piece.of === 'STATEMENT').reduce(replaced, before)
