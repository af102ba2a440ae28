export const closures = ['TYPE_I', 'TYPE_II'] as const
/** TYPE_I: indirect effects only. TYPE_II: households are part of the model, and induced effects are counted too. */
export type Closure = (typeof closures)[number]

export const householdIncomes = ['DISPOSABLE_WAGES', 'WAGES', 'LABOUR_COST', 'ALL_INCOME'] as const
/** Which income a household spends, and of which total its purchases are a share: see `householdClosure`. */
export type HouseholdIncome = (typeof householdIncomes)[number]

export const shockKinds = ['FINAL_DEMAND', 'OUTPUT'] as const
/**
 * How a venture's jobs enter the model. FINAL_DEMAND: its output is final demand, x = L f. OUTPUT: its output is its
 * industry's, and final demand is what is left of it once the ventures have bought from one another (mixed model).
 */
export type ShockKind = (typeof shockKinds)[number]

export const retentionRules = ['AFTER', 'IN_COEFFICIENTS'] as const
/** AFTER: national industries' jobs are cut after L. IN_COEFFICIENTS: their rows of A and of h_c are, before it. */
export type RetentionRule = (typeof retentionRules)[number]

export const regionalisationMethods = ['SLQ', 'CILQ', 'FLQ', 'AFLQ'] as const
/** By which location quotients a nation's table is made the region's: see `sharesByQuotients`. */
export type RegionalisationMethod = (typeof regionalisationMethods)[number]

/** Whether a method's quotients take a δ. */
export const takesDelta = (method: RegionalisationMethod): boolean => method === 'FLQ' || method === 'AFLQ'

export const regionalAreas = ['TOGETHER', 'EACH'] as const
/** TOGETHER: the region's counties are one economy. EACH: each county is one, with its own ventures. */
export type RegionalArea = (typeof regionalAreas)[number]

export const minings = ['MERGED', 'APART'] as const
/** MERGED: mining as the employment data count it, maybe with manufacturing. APART: told from it by another publisher's figures. */
export type Mining = (typeof minings)[number]
