import type { Named } from '../../language/wording.js'
import type { Position } from '../../places/great-circle.js'
import type { InitiativeStatus } from './initiative-status.js'
import type { Limits } from './limits.js'
import type { Terms } from './terms.js'

export interface SupportArea extends Named {
  readonly meets: readonly Named[]
}

/** A PROVIDES or ADDRESSES relationship. */
export interface Provision {
  readonly area: SupportArea
  /** Whether a source says so, other than the region's own assessment. */
  readonly sourced: boolean
}

/** An initiative with where it stands on a day. */
export interface Initiative extends Named {
  readonly status: InitiativeStatus
  readonly limits: Limits
  readonly terms: Terms
  readonly addresses: readonly Provision[]
}

/** An actor with what it provides and offers on a day. An initiative that several offer is the same object in each. */
export interface SupportActor extends Named {
  readonly limits: Limits
  readonly provides: readonly Provision[]
  readonly offers: readonly Initiative[]
  /** Where it has its seats, as far as that is known. */
  readonly seats: readonly Position[]
}
