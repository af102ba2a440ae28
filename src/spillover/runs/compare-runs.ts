import { idOfKind } from '../../graph/entity-ids.js'
import { regionalisationInWords } from '../model/assumptions.js'
import type { TotalEffects } from '../model/cube.js'
import type { AnsweredAssumptions } from '../question/answers.js'
import { byKey, effectsAt, type RunCut } from './run-cuts.js'
import type { RunLoader } from './run-loader.js'
import type { RunDimension } from './run-queries.js'

/** Two stored runs, by their ids. */
export interface ComparedRuns {
  readonly a: string
  readonly b: string
}

export interface AssumptionDifference {
  readonly assumption: string
  readonly a: string
  readonly b: string
}

/** Spillover of two runs for one key of a dimension. */
export interface CutDifference {
  /** An id or a year; null for shocks that no venture makes. */
  readonly key: string | number | null
  readonly a: number
  readonly b: number
  /** The second less the first. */
  readonly difference: number
}

/**
 * Two runs that are there.
 * @throws BadUserInputError for an id of another kind; NotFoundError for a run that is not there.
 */
export async function comparedRuns(loader: RunLoader, a: string, b: string): Promise<ComparedRuns> {
  // Both before anything is asked: a question that is left to itself would end the process where it fails.
  const runs = [idOfKind('run', a, 'a'), idOfKind('run', b, 'b')]
  await Promise.all(runs.map((run) => loader.assumptions(run)))
  return { a, b }
}

/** What the runs assume differently. */
export async function differingAssumptions(loader: RunLoader, { a, b }: ComparedRuns): Promise<AssumptionDifference[]> {
  const [ofA, ofB] = await Promise.all([loader.assumptions(a), loader.assumptions(b)])
  const [first, second] = [inWords(ofA), inWords(ofB)]
  return Object.keys(first).flatMap((assumption) => {
    const [left = '', right = ''] = [first[assumption], second[assumption]]
    return left === right ? [] : [{ assumption, a: left, b: right }]
  })
}

/** Total effects of the second run less those of the first. */
export async function differenceOfTotals(loader: RunLoader, { a, b }: ComparedRuns): Promise<TotalEffects> {
  const [ofA, ofB] = await Promise.all([loader.cut(a, 'county'), loader.cut(b, 'county')])
  const difference = (effect: keyof TotalEffects) => added(ofB, effect) - added(ofA, effect)
  return {
    direct: difference('direct'),
    indirect: difference('indirect'),
    induced: difference('induced'),
    spillover: difference('spillover'),
  }
}

/** Spillover of both runs by one dimension, for every key that either has, in order. */
export async function differencesBy(
  loader: RunLoader,
  { a, b }: ComparedRuns,
  dimension: RunDimension,
): Promise<CutDifference[]> {
  const [ofA, ofB] = await Promise.all([loader.cut(a, dimension), loader.cut(b, dimension)])
  return [...new Set([...ofA.keys(), ...ofB.keys()])].sort(byKey).map((key) => {
    const [left, right] = [effectsAt(ofA, key).spillover, effectsAt(ofB, key).spillover]
    return { key, a: left, b: right, difference: right - left }
  })
}

const added = (cut: RunCut, effect: keyof TotalEffects): number =>
  [...cut.values()].reduce((sum, effects) => sum + effects[effect], 0)

/** Assumptions by name, each as a text. */
function inWords({ tableId, placement, scenario, assumptions }: AnsweredAssumptions): Readonly<Record<string, string>> {
  const { retention, regionalisation, displacement, incomeTax, ...rest } = assumptions
  return {
    table: `table:${tableId}`,
    ...rest,
    incomeTax: String(incomeTax),
    'retention.share': String(retention.share),
    'retention.apply': retention.apply,
    'retention.nationalSectors': (retention.nationalIndustries ?? []).join(' '),
    regionalisation: regionalisationInWords(regionalisation),
    'regionalisation.employment': regionalisation?.employment ?? 'none',
    'displacement.fromRegionalSmes': String(displacement?.fromRegionalSmes ?? 0),
    'displacement.refilled': String(displacement?.refilled ?? 0),
    placement,
    scenario: scenario ?? 'none',
  }
}
