export const phaseKinds = ['PLANNING', 'CONSTRUCTION', 'RAMP_UP', 'OPERATION', 'MAINTENANCE_STOP'] as const
/** What a venture is at, in the order in which it comes to it. */
export type PhaseKind = (typeof phaseKinds)[number]

/** How a phase stood when its source was written. */
export const phaseStatuses = ['EXPECTED', 'POSTPONED', 'UNDER_WAY', 'COMPLETED', 'ENDED'] as const
