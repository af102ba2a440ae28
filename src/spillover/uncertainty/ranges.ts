import { takesDelta } from '../../edition/assumption-kinds.js'
import type { Assumptions } from '../model/assumptions.js'
import { lognormalFactor } from './lognormal.js'

/** Any value from `low` to `high`, each as likely as any other. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** What is uncertain, and how much: ranges of shares, and standard deviations of the logarithms of factors. */
export interface Ranges {
  readonly incomeTax: Range
  readonly retentionShare: Range
  /** δ of location quotients. */
  readonly delta: Range
  /** Of each cell of A and of h_c by itself. */
  readonly coefficientSpread: number
  /** Of each industry's jobs for each unit of output by itself. */
  readonly employmentSpread: number
}

/** A range as an answer states it. */
export interface Parameter {
  readonly name: string
  readonly distribution: 'UNIFORM' | 'LOGNORMAL'
  readonly low: number
  readonly high: number
}

/**
 * How far income tax may lie below and above what is assumed. Around 0.32 that is 0.25–0.40, the alternatives. Low: what an
 * average wage pays once its deductions are made, a quarter (OECD, Taxing Wages 2018: a tax wedge of 42.9 % of labour cost in
 * Sweden, of which employers' contributions are 31.42 % of the wage). High: wages on part of which state tax is paid.
 */
const INCOME_TAX = { below: 0.07, above: 0.08 }

/** From half of the retention share to half again as much: the report takes its 27 % for granted and says of no ground. */
const RETENTION = { least: 0.5, most: 1.5 }

/** How far δ may lie from what is assumed: around its usual 0.25 from 0.15 to 0.35, the range of published estimates. */
const DELTA = 0.1

/**
 * A fifth, for each coefficient: they are of 2016 and of all Sweden, and a venture is not its industry's average. This
 * project's judgement; Bullard and Sebald (Review of Economics and Statistics 70, 1988) show that such errors, when they are
 * independent, largely cancel in what a whole final demand sets off.
 */
const COEFFICIENT_SPREAD = 0.2

/** A tenth: employed and output are both counted, but productivity has changed since the table's year, and not evenly. */
const EMPLOYMENT_SPREAD = 0.1

/** Ranges around the assumptions of a question; what has no bearing on them stays at its value. */
export function rangesAround(assumptions: Assumptions): Ranges {
  const { closure, householdIncome, incomeTax, retention, regionalisation } = assumptions
  const taxed = closure === 'TYPE_II' && householdIncome === 'DISPOSABLE_WAGES'
  const income = householdIncome === 'DISPOSABLE_WAGES' ? incomeTax : 0
  const kept = retention.share
  return {
    incomeTax: taxed
      ? { low: Math.max(0, incomeTax - INCOME_TAX.below), high: Math.min(1, incomeTax + INCOME_TAX.above) }
      : exactly(income),
    retentionShare:
      retention.nationalIndustries?.length === 0
        ? exactly(kept)
        : { low: kept * RETENTION.least, high: Math.min(1, kept * RETENTION.most) },
    delta: deltaAround(regionalisation),
    coefficientSpread: COEFFICIENT_SPREAD,
    employmentSpread: EMPLOYMENT_SPREAD,
  }
}

/** SLQ and CILQ have no δ; it is below 1, which a number that is drawn from below it is too. */
function deltaAround(regionalisation: Assumptions['regionalisation']): Range {
  if (regionalisation === null) return exactly(0)
  const { method, delta } = regionalisation
  if (!takesDelta(method)) return exactly(delta)
  return { low: Math.max(0, delta - DELTA), high: Math.min(1, delta + DELTA) }
}

/** The ranges in words; those of factors reach from their 5 % to their 95 % quantile. What is certain is left out. */
export function parametersOf(ranges: Ranges): Parameter[] {
  const { incomeTax, retentionShare, delta, coefficientSpread, employmentSpread } = ranges
  const shares = [
    { name: 'incomeTax', ...incomeTax },
    { name: 'retention.share', ...retentionShare },
    { name: 'regionalisation.delta', ...delta },
  ]
  const factors = [
    { name: 'coefficients', spread: coefficientSpread },
    { name: 'employment', spread: employmentSpread },
  ]
  return [
    ...shares
      .filter(({ low, high }) => low < high)
      .map(({ name, low, high }): Parameter => ({ name, distribution: 'UNIFORM', low, high })),
    ...factors
      .filter(({ spread }) => spread > 0)
      .map(({ name, spread }): Parameter => {
        const [low, high] = [lognormalFactor(spread, 0.05), lognormalFactor(spread, 0.95)]
        return { name, distribution: 'LOGNORMAL', low, high }
      }),
  ]
}

const exactly = (value: number): Range => ({ low: value, high: value })
