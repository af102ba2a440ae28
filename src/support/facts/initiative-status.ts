/** Where an initiative stands on a day. */
export const initiativeStatuses = ['ENDED', 'PROPOSED', 'PLANNED', 'UNCONFIRMED', 'ACTIVE'] as const
export type InitiativeStatus = (typeof initiativeStatuses)[number]

const YEARS_THAT_A_PAGE_CONFIRMS = 3

/** The oldest year of a page that still confirms, on this day, an initiative of which no end is known. */
export function confirmedSince(asOf: string): number {
  return Number(asOf.slice(0, 4)) - YEARS_THAT_A_PAGE_CONFIRMS
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
