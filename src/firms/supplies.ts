/** Where a supply stood when its page was written, or since. */
export const supplyStatuses = ['AGREED', 'RUNNING', 'OVER', 'ENDED', 'CLAIMED_UNPAID'] as const

/** How a firm stands to a requirement of buyers. */
export const requirementStatuses = ['FULFILLED', 'LACKING'] as const

/** The currency of what a supply is worth: Swedish kronor where its page names none; null where there is no value. */
export const currencyOf = (supplies: string): string =>
  `CASE WHEN ${supplies}.value IS NULL THEN null ELSE coalesce(${supplies}.currency, 'SEK') END`
