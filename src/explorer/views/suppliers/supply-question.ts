import type { PhaseKind } from '../../generated/graphql.js'

/** What is asked for of a venture's suppliers. */
export interface SupplyQuestion {
  readonly establishment: string
  readonly phase: PhaseKind | null
  readonly withinKm: number | null
}
