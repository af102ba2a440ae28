/** How exact a number is written. */
export interface Precision {
  /** Digits behind the point at the most; null where digits are counted from the first. */
  readonly decimals: number | null
  readonly significant: number
}

const WHOLE: Precision = { decimals: 0, significant: 15 }
/** Jobs, in persons, as models give them. */
const JOBS: Precision = { decimals: 1, significant: 15 }
const SHARE: Precision = { decimals: null, significant: 4 }
const KILOMETRES = WHOLE
const DEGREES: Precision = { decimals: 5, significant: 15 }
/** What somebody stated, without the noise of binary fractions. */
const AS_STORED: Precision = { decimals: null, significant: 12 }

/** How exact fractional numbers are, by the names of their fields; with its type where a name means another thing there. */
export const precisions: Readonly<Record<string, Precision>> = {
  ...each(JOBS, ['direct', 'indirect', 'induced', 'spillover', 'cumulativeSpillover', 'temporaryJobYears']),
  ...each(JOBS, ['jobs', 'totalJobs', 'jobsAtStake', 'a', 'b', 'difference', 'computed', 'low', 'high']),
  ...each(SHARE, ['share', 'incomeTax', 'score', 'factor', 'adds', 'betweenness', 'backwardLinkage', 'forwardLinkage']),
  ...each(JOBS, ['needed', 'taken', 'lost', 'netDirect', 'net', 'own', 'others', 'alone']),
  ...each(SHARE, ['fromRegionalSmes', 'refilled', 'delta', 'householdDelta', 'cumulativeShare']),
  ...each(SHARE, ['quotient', 'coefficient', 'effect', 'multiplier']),
  ...each(SHARE, ['Multiplier.output', 'employmentEffect', 'employmentMultiplier', 'incomeEffect', 'incomeMultiplier']),
  ...each(SHARE, ['basis', 'requirements', 'distance']),
  ...each(KILOMETRES, ['distanceKm', 'nearestKm', 'spanKm']),
  ...each(DEGREES, ['latitude', 'longitude']),
  ...each(AS_STORED, ['employedInNation', 'allEmployed', 'allEmployedInNation']),
  ...each(AS_STORED, ['turnover', 'minTurnover', 'maxTurnover', 'minAmount', 'maxAmount', 'maxShare', 'value']),
  ...each(AS_STORED, ['all', 'ExtractedAccount.own', 'ExtractedAccount.others']),
  ...each(AS_STORED, [
    'output',
    'employed',
    'region',
    'nation',
    'wages',
    'JobProgress.done',
    'JobProgress.total',
    'done',
    'total',
  ]),
}

/** How exact the numbers of a type's field are written. */
export const precisionOf = (number: string, type: string, field: string): Precision =>
  number === 'Int' ? WHOLE : (precisions[`${type}.${field}`] ?? precisions[field] ?? AS_STORED)

function each(precision: Precision, fields: readonly string[]): Record<string, Precision> {
  return Object.fromEntries(fields.map((field) => [field, precision]))
}
