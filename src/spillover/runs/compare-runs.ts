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

/** What the runs assume differently; what a method of regionalisation takes the place of is no assumption of its own. */
export async function differingAssumptions(loader: RunLoader, { a, b }: ComparedRuns): Promise<AssumptionDifference[]> {
  const [ofA, ofB] = await Promise.all([loader.assumptions(a), loader.assumptions(b)])
  const isCut = [ofA, ofB].every(({ assumptions }) => assumptions.regionalisation === null)
  const [first, second] = [inWords(ofA), inWords(ofB)]
  return Object.keys(first).flatMap((assumption) => {
    const [left = '', right = ''] = [first[assumption], second[assumption]]
    return left === right || (!isCut && assumption.startsWith('retention.')) ? [] : [{ assumption, a: left, b: right }]
  })
}

/** Total effects of the second run less those of the first. */
export async function differenceOfTotals(loader: RunLoader, { a, b }: ComparedRuns): Promise<TotalEffects> {
  const [ofA, ofB] = await Promise.all([loader.cut(a, 'county'), loader.cut(b, 'county')])
  const difference = (effect: keyof TotalEffects) => differenceOf(added(ofA, effect), added(ofB, effect))
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
    return { key, a: left, b: right, difference: differenceOf(left, right) }
  })
}

/** A figure of two runs. */
export interface FigureDifference {
  readonly a: number
  readonly b: number
  /** The second less the first. */
  readonly difference: number
}

/** What hiring from the region's firms leaves in two runs, in jobs. */
export interface DisplacementDifference {
  readonly lost: FigureDifference
  readonly netDirect: FigureDifference
  readonly net: FigureDifference
}

/** What is lost and left in both runs; null where neither assumes that ventures hire from the region's firms. */
export async function differenceOfDisplaced(
  loader: RunLoader,
  { a, b }: ComparedRuns,
): Promise<DisplacementDifference | null> {
  const [ofA, ofB] = await Promise.all([leftOf(loader, a), leftOf(loader, b)])
  if (!ofA.isDisplaced && !ofB.isDisplaced) return null
  const of = (name: 'lost' | 'netDirect' | 'net') => {
    return { a: ofA[name], b: ofB[name], difference: differenceOf(ofA[name], ofB[name]) }
  }
  return { lost: of('lost'), netDirect: of('netDirect'), net: of('net') }
}

async function leftOf(loader: RunLoader, run: string) {
  const displaced = await loader.displacement(run)
  if (displaced !== null) return { isDisplaced: true, ...displaced }
  const cut = await loader.cut(run, 'county')
  const [direct, spillover] = [added(cut, 'direct'), added(cut, 'spillover')]
  return { isDisplaced: false, lost: 0, netDirect: direct, net: direct + spillover }
}

/** How far apart two sums are that are the same but for the order in which they were added up. */
const ROUNDING = 1e-9

/** The second less the first; nothing where rounding alone tells them apart. */
function differenceOf(a: number, b: number): number {
  return Math.abs(b - a) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)) ? 0 : b - a
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
