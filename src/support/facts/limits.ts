import type { Named } from '../../language/wording.js'

/** How near support comes from, nearest first: it names the municipality, its county or the country. */
export const levels = ['LOCAL', 'COUNTY', 'NATIONAL'] as const
export type Level = (typeof levels)[number]

export interface NamedPlace extends Named {
  readonly level: Level
}

/** One kind of limit of an actor or initiative. A limit that has lapsed still counts as named. */
export interface Limit<Of extends Named = Named> {
  readonly named: boolean
  readonly inForce: readonly Of[]
}

/** For whom an actor or initiative is. */
export interface Limits {
  readonly places: Limit<NamedPlace>
  readonly sectors: Limit
  readonly sizes: Limit
}
