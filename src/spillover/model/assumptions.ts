import {
  type Closure,
  type HouseholdIncome,
  type Mining,
  type RegionalArea,
  type RegionalisationMethod,
  type RetentionRule,
  type ShockKind,
  takesDelta,
} from '../../edition/assumption-kinds.js'
import { BadUserInputError, requireBetween } from '../../kernel/input-errors.js'
import type { InputOutputTable } from './table.js'

/** What is assumed beside the table. Shares lie between 0 and 1. */
export interface Assumptions {
  readonly shock: ShockKind
  readonly closure: Closure
  readonly householdIncome: HouseholdIncome
  /** Share of wages that goes to income tax; counts under DISPOSABLE_WAGES. */
  readonly incomeTax: number
  readonly retention: {
    /** Share of the jobs of national industries that stays in the region; local ones stay whole. */
    readonly share: number
    readonly apply: RetentionRule
    /** Codes of the industries judged national; null: those of the table. An industry of unknown scope counts as local. */
    readonly nationalIndustries: readonly string[] | null
  }
  /** By location quotients, before L, and nothing is cut after it; null where the retention rule says what stays. */
  readonly regionalisation: Regionalisation | null
  /** Null where hires are taken from nobody. */
  readonly displacement: Displacement | null
}

/** How a nation's table is made the region's. */
export interface Regionalisation {
  readonly method: RegionalisationMethod
  /** δ of λ, 0–1 (1 left out); without bearing on SLQ and CILQ. */
  readonly delta: number
  /** δ of households' λ, 0–1 (1 left out). */
  readonly householdDelta: number
  readonly area: RegionalArea
  readonly mining: Mining
  /** Id of the employment that quotients rest on. */
  readonly employment: string
}

/** Whom ventures, and those who fill again what they leave empty, hire from. Shares, 0–1, which are not both 1. */
export interface Displacement {
  /** Share of hires that are taken from the region's small and medium-sized firms. */
  readonly fromRegionalSmes: number
  /** Share of the vacancies there that are filled again. */
  readonly refilled: number
}

/** What stays where location quotients say it: all of what is made in the region. */
export const nothingCutAfter: Assumptions['retention'] = { share: 1, apply: 'AFTER', nationalIndustries: [] }

/**
 * Refuses shares outside 0–1, a δ of 1 and national industries that the table does not hold.
 * @throws BadUserInputError
 */
export function checkAssumptions(table: InputOutputTable, assumptions: Assumptions): void {
  const { incomeTax, retention, regionalisation, displacement } = assumptions
  requireBetween('incomeTax', incomeTax, 0, 1)
  requireBetween('retention.share', retention.share, 0, 1)
  if (regionalisation !== null) {
    requireBelowOne('regionalisation.delta', regionalisation.delta)
    requireBelowOne('regionalisation.householdDelta', regionalisation.householdDelta)
  }
  if (displacement !== null) {
    requireBetween('displacement.fromRegionalSmes', displacement.fromRegionalSmes, 0, 1)
    requireBetween('displacement.refilled', displacement.refilled, 0, 1)
    if (displacement.fromRegionalSmes * displacement.refilled === 1) {
      const reason =
        'Both shares are 1: where all are hired from firms of the region and every place there is filled again, so that places come free without end. Lower one of them.'
      throw new BadUserInputError('displacement', reason)
    }
  }
  const codes = new Set(table.industries.map((industry) => industry.code))
  const unknown = retention.nationalIndustries?.find((code) => !codes.has(code))
  if (unknown !== undefined) {
    throw new BadUserInputError('retention.nationalSectors', `Table ${table.id} has no industry ${unknown}.`)
  }
}

function requireBelowOne(argument: string, value: number): void {
  requireBetween(argument, value, 0, 1)
  if (value === 1) throw new BadUserInputError(argument, `${argument} is 1; it lies between 0 and below 1.`)
}

/** Such as `FLQ 0.25`, with what is not usual behind it: `FLQ 0.25 households 0 EACH APART`. `RETENTION` for none. */
export function regionalisationInWords(regionalisation: Regionalisation | null): string {
  if (regionalisation === null) return 'RETENTION'
  const { method, delta, householdDelta, area, mining } = regionalisation
  return [
    method,
    ...(takesDelta(method) ? [delta] : []),
    ...(householdDelta === delta / 2 ? [] : [`households ${householdDelta}`]),
    ...(area === 'TOGETHER' ? [] : [area]),
    ...(mining === 'MERGED' ? [] : [mining]),
  ].join(' ')
}
