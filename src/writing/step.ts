import type { Shown } from './fold.js'
import type { EntityChange, LifePiece } from './piece.js'
import type { Statement } from './statement.js'
import type { EntityState } from './states.js'

/** An entity before and after a change. */
export interface Step {
  readonly change: EntityChange
  readonly life: LifePiece | undefined
  /** Null for one that is made. */
  readonly state: EntityState | null
  readonly statements: readonly Statement[]
  readonly revision: number
  /** Null for one that is no entity afterwards. */
  readonly shown: Shown | null
}
