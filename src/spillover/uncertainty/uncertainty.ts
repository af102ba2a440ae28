import type { SectorGroup } from '../../classification/sector-group.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { inTurns, type Steps } from '../../kernel/turns.js'
import { preparedTable, type TableQuestion } from '../table/stored-table.js'
import { checkDraws, checkSeed } from './draw-bounds.js'
import { drawModel } from './draw-model.js'
import type { DrawOptions, DrawWorkers } from './draw-workers.js'
import { type Parameter, parametersOf, type Ranges, rangesAround } from './ranges.js'

/** Between which values nine of ten draws lie, and the one in the middle. */
export interface Interval {
  readonly p5: number
  readonly median: number
  readonly p95: number
}

/** Spillover (indirect and induced jobs) under all that is uncertain. */
export interface Uncertainty {
  /** How many were made, those that were rejected among them. */
  readonly draws: number
  readonly rejected: number
  readonly parameters: readonly Parameter[]
  readonly total: Interval
  readonly bySectorGroup: readonly (Interval & { readonly group: SectorGroup | null })[]
}

/** What is asked: how many draws, and from which seed. */
export interface DrawsAsked {
  readonly draws: number
  readonly seed: number
}

/**
 * Calculates a question again and again with what is uncertain drawn at random, in worker threads. The same seed gives the
 * same answer, whatever the machine, the engine and the number of threads.
 * @throws BadUserInputError for a number of draws or a seed that is out of range, and where every draw was rejected; what
 * `DrawWorkers.run` throws.
 */
export async function uncertainty(
  question: TableQuestion,
  { draws, seed }: DrawsAsked,
  workers: DrawWorkers,
  options: DrawOptions & { readonly ranges?: Ranges } = {},
): Promise<Uncertainty> {
  const { table, assumptions, shocks } = question
  checkDraws(draws, table.table.industries.length)
  checkSeed(seed)
  const ranges = options.ranges ?? rangesAround(assumptions)
  const model = drawModel(preparedTable(question), shocks, ranges)
  const results = await workers.run(model, seed, draws, options)
  return inTurns(uncertaintySteps({ draws, results, groups: model.groups, ranges }), undefined)
}

/** Draws that were made. */
export interface DrawsMade {
  readonly draws: number
  /** Draws × groups; NaN where one was rejected. */
  readonly results: Float64Array
  readonly groups: readonly (SectorGroup | null)[]
  readonly ranges: Ranges
}

/**
 * Between which values draws lie, a step for each group of industries: sorting takes time.
 * @throws BadUserInputError where every draw was rejected.
 */
export function* uncertaintySteps({ draws, results, groups, ranges }: DrawsMade): Steps<Uncertainty> {
  const standing = results.filter((value) => !Number.isNaN(value))
  const accepted = standing.length / groups.length
  if (accepted === 0) {
    throw new BadUserInputError('draws', `All ${draws} draws have a spectral radius of 1 or more and are rejected.`)
  }
  const total = new Float64Array(accepted)
  const bySectorGroup: (Interval & { group: SectorGroup | null })[] = []
  for (const [index, group] of groups.entries()) {
    yield
    const values = total.map((_, draw) => standing[draw * groups.length + index] ?? 0)
    for (let draw = 0; draw < accepted; draw++) total[draw] = (total[draw] ?? 0) + (values[draw] ?? 0)
    bySectorGroup.push({ group, ...intervalOf(values) })
  }
  yield
  return {
    draws,
    rejected: draws - accepted,
    parameters: parametersOf(ranges),
    total: intervalOf(total),
    bySectorGroup,
  }
}

function intervalOf(values: Float64Array): Interval {
  const sorted = values.toSorted()
  return { p5: quantile(sorted, 0.05), median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
}

/** The quantile between the two nearest of some ordered values: definition 7 of Hyndman and Fan (1996), numpy's default. */
export function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  return low + (position - below) * (high - low)
}
