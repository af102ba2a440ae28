import type { Shown } from '../statements/fold.js'
import type { Statement } from '../statements/statement.js'
import type { EntityState } from '../statements/states.js'
import type { EntityChange, LifePiece } from './piece.js'

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
