import { compare } from '../../graph/sort-name.js'
import type { Named, Sentence } from '../../language/wording.js'
import type { Position } from '../../places/great-circle.js'
import type { InitiativeStatus } from './initiative-status.js'

export type { Named } from '../../language/wording.js'

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

/** Who may have an initiative and how much of it; null where it states nothing. */
export interface Terms {
  readonly minEmployees: number | null
  readonly maxEmployees: number | null
  /** SEK million. */
  readonly minTurnover: number | null
  readonly maxTurnover: number | null
  /** The largest part of a cost that is paid, 0.5 for half. */
  readonly maxShare: number | null
  /** SEK. */
  readonly minAmount: number | null
  readonly maxAmount: number | null
  readonly amountOf: AmountOf
  readonly lengthMonths: number | null
  readonly excluded: ExcludedPlaces
  /** What else is asked for, in words. */
  readonly others: readonly Sentence[]
}

/** What amounts count: what an initiative pays, or the size of what the firm wants to pay for. */
export const amountKinds = ['SUPPORT', 'INVESTMENT', 'NEED'] as const
export type AmountOf = (typeof amountKinds)[number]

/** Where an initiative cannot be had. */
export interface ExcludedPlaces {
  readonly wholly: readonly Named[]
  /** Places of which a part is left out. */
  readonly partly: readonly Named[]
  /** What is left out, in the source's words; the places' names where it is null. */
  readonly words: Sentence | null
}

export interface SupportArea extends Named {
  readonly meets: readonly Named[]
}

/** A PROVIDES or ADDRESSES relationship. */
export interface Provision {
  readonly area: SupportArea
  /** Whether a source says so, other than this project's own assessment. */
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

/** Where an SME stands with respect to one kind of limit. */
export interface Standing {
  /** Ids that hold it: its municipality, county and country; its sectors and those above them; its size class. */
  readonly within: ReadonlySet<string>
  /** Ids that may hold it, where it is not known. */
  readonly perhapsWithin: 'ANYTHING' | ReadonlySet<string>
}

/** What is known of an SME that looks for support. */
export interface Sme {
  readonly places: Standing
  readonly sectors: Standing
  readonly sizes: Standing
  readonly employees: number | null
  /** SEK million. */
  readonly turnover: number | null
}

/** The ids of entities, each once, by name. */
export function idsByName(entities: readonly Named[]): string[] {
  return [...new Set(entities.toSorted(byName).map(({ id }) => id))]
}

/** Order by name in the Swedish alphabet, then id. */
export function byName(left: Named, right: Named): number {
  return compare(left.sortName, right.sortName) || compare(left.id, right.id)
}
