import { createHash } from 'node:crypto'
import type { Shock } from '../model/shocks.js'
import type { FilledQuestion } from '../question/question.js'

/** Raised whenever the same input would give other numbers. */
const RULES = 3

/** The parts of what a run is calculated from, each as a text that changes when it does. */
export const runParts = ['TABLE', 'VENTURES', 'RESIDENCE', 'EMPLOYMENT', 'RULES'] as const
export type RunPart = (typeof runParts)[number]
/** What a part is in a run that is calculated without it. */
export const NO_PART = 'none'
export type RunFingerprints = Readonly<Record<RunPart, string>>

/** What a run is calculated from. Its shocks stand in an order of their own, so that theirs in the input does not count. */
export function runFingerprints(question: FilledQuestion): RunFingerprints {
  const { table, shocks, temporary, residence } = question
  return {
    TABLE: `${table.id} ${table.digest}`,
    VENTURES: digest([...shocks, ...temporary].map(shockKey).sort()),
    RESIDENCE: residence === null ? NO_PART : digest([...residence]),
    EMPLOYMENT: employmentFingerprint(question),
    RULES: String(RULES),
  }
}

/** Who is employed where, which location quotients rest on; whom ventures hire from, which a scenario may say, and in what firms those are. */
function employmentFingerprint({ assumptions, regionalEmployment, smeShares }: FilledQuestion): string {
  const { regionalisation, displacement } = assumptions
  const shares = displacement === null ? '' : digest([displacement, [...smeShares].sort()])
  if (regionalEmployment !== null && (regionalisation !== null || displacement !== null)) {
    return [regionalEmployment.id, regionalEmployment.digest, shares].join(' ').trimEnd()
  }
  return displacement === null ? NO_PART : shares
}

/** What makes two runs the same: what was asked with defaults filled in, the table, the ventures and the rules. */
export function runIdentity(question: FilledQuestion): string {
  const { EMPLOYMENT, ...fingerprints } = runFingerprints(question)
  const { regionalisation, displacement, ...assumptions } = question.assumptions
  // What is not assumed is left out, so that runs of programs that did not know of it are the same.
  return digest([
    EMPLOYMENT === NO_PART ? fingerprints : { ...fingerprints, EMPLOYMENT },
    { ...assumptions, ...(regionalisation && { regionalisation }), ...(displacement && { displacement }) },
    question.placement,
  ])
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24)

/** A shock's values in one order, however they were put. */
const shockKey = (shock: Shock): string => {
  const { industry, county, year, establishment, jobs = null, output = null, durationYears = null } = shock
  const purchases = (shock.purchases ?? []).map(({ industry: bought, share, local }) =>
    JSON.stringify([bought, share, local]),
  )
  return JSON.stringify([industry, county, year, establishment, jobs, output, durationYears, purchases.sort()])
}
