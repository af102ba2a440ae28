/** Where a supply stood when its page was written, or since. */
export const supplyStatuses = ['AGREED', 'RUNNING', 'OVER', 'ENDED', 'CLAIMED_UNPAID'] as const
export type SupplyStatus = (typeof supplyStatuses)[number]
