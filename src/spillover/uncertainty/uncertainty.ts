import type { SectorGroup } from '../../classification/sector-group.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { inTurns, type Steps } from '../../kernel/turns.js'
import { preparedTable, type TableQuestion } from '../table/stored-table.js'
import { askedCorrelation, correlationsShown } from './correlation.js'
import { checkDraws, checkSeed, drawnFrom } from './draw-bounds.js'
import { columnsOf, drawModel } from './draw-model.js'
import type { DrawOptions, DrawWorkers } from './draw-workers.js'
import { type Parameter, parametersOf, type Ranges, rangesAround } from './ranges.js'

/** Between which values nine of ten draws lie, and the one in the middle. */
export interface Interval {
  readonly p5: number
  readonly median: number
  readonly p95: number
}

/** The same draws with errors of coefficients that go together otherwise. */
export interface CorrelationInterval {
  readonly correlation: number
  /** How many of the draws are rejected then. */
  readonly rejected: number
  /** All spillover; null where every draw is rejected. */
  readonly total: Interval | null
}

/** Spillover (indirect and induced jobs) under all that is uncertain. */
export interface DrawnInterval {
  /** How many were made, those that were rejected among them. */
  readonly draws: number
  readonly rejected: number
  /** How far errors of coefficients go together. */
  readonly correlation: number
  readonly parameters: readonly Parameter[]
  readonly total: Interval
  readonly bySectorGroup: readonly (Interval & { readonly group: SectorGroup | null })[]
}

/** The same with what it is shown beside, as it is kept. */
export interface Uncertainty extends DrawnInterval {
  readonly byCorrelation: readonly CorrelationInterval[]
}

/** The same as it is answered: what it is shown beside is drawn once it is asked for. */
export interface AnsweredUncertainty extends DrawnInterval {
  byCorrelation(): Promise<readonly CorrelationInterval[]>
}

/** What is asked: how many draws, from which seed, and how far errors of coefficients go together; the usual where left out. */
export interface DrawsAsked {
  readonly draws: number
  readonly seed: number
  readonly correlation?: number | null
}

/**
 * Calculates a question again and again with what is uncertain drawn at random, in worker threads. The same seed gives the
 * same answer, whatever the machine, the engine and the number of threads.
 * @throws BadUserInputError for a number of draws, a seed or a correlation that is out of range, and where every draw was
 * rejected; what `DrawWorkers.run` throws.
 */
export async function uncertainty(
  question: TableQuestion,
  { draws, seed, ...asked }: DrawsAsked,
  workers: DrawWorkers,
  options: DrawOptions & { readonly ranges?: Ranges } = {},
): Promise<AnsweredUncertainty> {
  const { assumptions, shocks } = question
  checkDraws(draws, drawnFrom(question))
  checkSeed(seed)
  const correlation = askedCorrelation(asked.correlation)
  const ranges = options.ranges ?? rangesAround(assumptions)
  const drawnAt = async (correlations: readonly number[]): Promise<DrawsMade> => {
    const model = drawModel(preparedTable(question), shocks, ranges, correlations)
    const results = await workers.run(model, seed, draws, options)
    return { draws, results, groups: model.groups, ranges, correlations }
  }
  const { byCorrelation: own, ...interval } = await inTurns(uncertaintySteps(await drawnAt([correlation])), undefined)
  return {
    ...interval,
    async byCorrelation() {
      const [, ...others] = correlationsShown(correlation)
      const beside = await inTurns(correlationSteps(await drawnAt(others)), undefined)
      return inOrder([...own, ...beside])
    },
  }
}

/** Draws that were made. */
export interface DrawsMade {
  readonly draws: number
  /** Draws × `columnsOf` their model; NaN where one was rejected. */
  readonly results: Float64Array
  readonly groups: readonly (SectorGroup | null)[]
  readonly ranges: Ranges
  /** The one that was asked for first. */
  readonly correlations: readonly number[]
}

/**
 * Between which values draws lie, a step for each group of industries and each correlation: sorting takes time.
 * @throws BadUserInputError where every draw was rejected.
 */
export function* uncertaintySteps(made: DrawsMade): Steps<Uncertainty> {
  const { draws, groups, ranges, correlations } = made
  const bySectorGroup: (Interval & { group: SectorGroup | null })[] = []
  for (const [index, group] of groups.entries()) {
    yield
    const interval = intervalOf(standing(made, (at) => at(index)))
    if (interval === null) {
      throw new BadUserInputError('draws', `All ${draws} draws have a spectral radius of 1 or more and are rejected.`)
    }
    bySectorGroup.push({ group, ...interval })
  }
  const byCorrelation = yield* correlationSteps(made)
  const own = byCorrelation.find(({ correlation }) => correlation === correlations[0])
  if (!own?.total) throw new Error('draws have no correlation')
  const { correlation, rejected, total } = own
  return { draws, rejected, correlation, parameters: parametersOf(ranges), total, bySectorGroup, byCorrelation }
}

/** Between which values all spillover lies at each correlation. */
function* correlationSteps(made: DrawsMade): Steps<CorrelationInterval[]> {
  const { draws, groups, correlations } = made
  const rows: CorrelationInterval[] = []
  for (const [index, correlation] of correlations.entries()) {
    yield
    const values = standing(made, (at) =>
      index === 0 ? groups.reduce((sum, _, group) => sum + at(group), 0) : at(groups.length + index - 1),
    )
    rows.push({ correlation, rejected: draws - values.length, total: intervalOf(values) })
  }
  return inOrder(rows)
}

const inOrder = (rows: readonly CorrelationInterval[]): CorrelationInterval[] =>
  rows.toSorted((one, other) => one.correlation - other.correlation)

/** What each draw gives that stands, by its columns. */
function standing(made: DrawsMade, figureOf: (at: (column: number) => number) => number): Float64Array {
  const columns = columnsOf(made)
  const values = new Float64Array(made.draws)
  let count = 0
  for (let draw = 0; draw < made.draws; draw++) {
    const value = figureOf((column) => made.results[draw * columns + column] ?? Number.NaN)
    if (Number.isNaN(value)) continue
    values[count] = value
    count += 1
  }
  return values.subarray(0, count)
}

/** Null of no values. */
function intervalOf(values: Float64Array): Interval | null {
  if (values.length === 0) return null
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
