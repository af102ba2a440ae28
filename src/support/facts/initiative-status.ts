import type { SupportEvidence } from './evidence.js'

/** Where an initiative stands on a day. */
export const initiativeStatuses = ['ENDED', 'PROPOSED', 'PLANNED', 'UNCONFIRMED', 'ACTIVE'] as const
export type InitiativeStatus = (typeof initiativeStatuses)[number]

const YEARS_THAT_A_PAGE_CONFIRMS = 3

/** The oldest year of a page that still confirms, on this day, an initiative of which no end is known. */
export function confirmedSince(asOf: string): number {
  return yearOf(asOf) - YEARS_THAT_A_PAGE_CONFIRMS
}

/**
 * The status of an initiative as a Cypher expression.
 * @param initiative the node's variable.
 * @param day an expression for the ISO date.
 * @param since an expression for what `confirmedSince` gives for that date.
 */
export function initiativeStatusOn(initiative: string, day: string, since: string): string {
  return `CASE
    WHEN coalesce(${initiative}.endsOn, ${day}) < ${day} THEN 'ENDED'
    WHEN coalesce(${initiative}.proposed, false) THEN 'PROPOSED'
    WHEN coalesce(${initiative}.startsOn, ${day}) > ${day} THEN 'PLANNED'
    WHEN ${initiative}.endsOn IS NULL AND coalesce(${initiative}.lastSeenYear, 0) < ${since} THEN 'UNCONFIRMED'
    ELSE 'ACTIVE' END`
}

/** When a page last spoke of an initiative. */
export interface Seen {
  /** Of the newest page that has a year. */
  readonly year: number | null
  /** Whose pages without a year speak of it. */
  readonly undatedPage: 'OWN' | 'OTHERS' | null
}

/**
 * How well an initiative is known to be there on a day; null where it is not. One that no page has named for long is no
 * more than what its actor can.
 * @param offerLasts years.
 */
export function evidenceOn(
  asOf: string,
  status: InitiativeStatus,
  { year, undatedPage }: Seen,
  offerLasts: number,
): SupportEvidence | null {
  if (status === 'ACTIVE') return 'IN_FORCE'
  if (status !== 'UNCONFIRMED') return null
  const isRecent = year !== null && yearOf(asOf) - year <= offerLasts
  return isRecent || undatedPage !== null ? 'LAST_SEEN' : 'COMPETENCE'
}

/** The year of a day. @param day ISO. */
export const yearOf = (day: string): number => Number(day.slice(0, 4))
