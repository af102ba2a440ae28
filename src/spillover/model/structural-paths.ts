import type { Steps } from '../../kernel/turns.js'
import type { PreparedArea } from './areas.js'
import type { PreparedTable, ShockEffects } from './effects.js'
import { solved } from './linear-algebra/gauss-jordan.js'
import { CELLS_A_STEP, type Matrix, type Vector } from './linear-algebra/leontief.js'
import { leontiefSystem } from './linear-algebra/leontief-system.js'
import type { RegionalModel } from './regional-model.js'
import { type DirectEffect, recipeCoefficients, type Shock } from './shocks.js'
import { tradeShare } from './trade-shares.js'

/** A chain of industries from the one that ventures stand in, each supplied by the next, and the jobs in the last. */
export interface StructuralPath {
  /** Positions in the table: the ventures' own industry, its supplier, that one's supplier … */
  readonly industries: readonly number[]
  /** Indirect jobs in the last industry that come this way, after retention, in the employment unit. */
  readonly jobs: number
}

/** What paths are sought in. */
export interface PathNetwork {
  /** A (n × n). */
  readonly coefficients: Matrix
  /** Jobs that stay for each unit of output (length n): e, or r e where retention comes after L. */
  readonly jobsPerOutput: Vector
  /** At least what one unit of an industry's output sets off in all rounds, itself included (length n): |e|' (I − |A|)⁻¹. */
  readonly ceiling: Vector
  /** What ventures buy in the first round, by the position of their industry: y of length n, in the currency unit. */
  readonly firstRounds: ReadonlyMap<number, Vector>
  /** Industries whose output is given, which no path enters: those of ventures under OUTPUT. */
  readonly given: ReadonlySet<number>
}

/** Coefficients that one search looks at, at most; where it would be more, it lists fewer paths. */
const MOST_COEFFICIENTS = 100_000_000

/** Below this share of the ceiling of all paths none are sought: rounding is as large. */
const SMALLEST_SHARE = 1e-12

/**
 * The network that the indirect jobs of some shocks of one economy come through. What each buys first is its industry's column of A, or
 * its own recipe, times its direct output; from there on x = Σ Aᵏ y. Under OUTPUT the ventures' industries S make what is
 * given and no more, so that x_R = Σ (A_RR)ᵏ y_R: no path enters S. Either way all paths add up to the indirect jobs.
 */
export function* pathNetworkInSteps(
  { employmentCoefficients, retainedAfter, assumptions }: PreparedTable,
  { model }: PreparedArea,
  byShock: readonly ShockEffects[],
): Steps<PathNetwork> {
  const jobsPerOutput = employmentCoefficients.map((jobs, i) => jobs * (retainedAfter[i] ?? 1))
  const firstRounds = new Map<number, number[]>()
  for (const [index, { shock, direct }] of byShock.entries()) {
    if (direct.output === 0) continue
    const bought = firstRounds.get(direct.position) ?? employmentCoefficients.map(() => 0)
    purchasesOf(model, shock, direct, `shocks[${index}]`).forEach((value, i) => {
      bought[i] = (bought[i] ?? 0) + value
    })
    firstRounds.set(direct.position, bought)
  }
  const given = assumptions.shock === 'OUTPUT' ? [...firstRounds.keys()] : []
  const ceiling = yield* ceilingOf(model, jobsPerOutput, given)
  return { coefficients: model.coefficients, jobsPerOutput, ceiling, firstRounds, given: new Set(given) }
}

function purchasesOf({ table, coefficients, shares }: RegionalModel, shock: Shock, of: DirectEffect, at: string) {
  if (shock.purchases === undefined) return coefficients.map((row) => (row[of.position] ?? 0) * of.output)
  const recipe = recipeCoefficients(table, shock.purchases, at)
  return recipe.map((share, i) => share * tradeShare(shares, i, of.position) * of.output)
}

/**
 * |e|' (I − |A|)⁻¹ without what comes through given industries: w' L with w = e but on S, where w_S' = −(e_R' L_RS)(L_SS)⁻¹
 * makes it zero.
 */
function* ceilingOf(
  { coefficients, system }: RegionalModel,
  jobsPerOutput: Vector,
  given: readonly number[],
): Steps<Vector> {
  const sizes = yield* sizesInSteps(coefficients)
  const { inSteps } = sizes === null ? system : leontiefSystem(sizes)
  const weights = Array.from(jobsPerOutput, (jobs, i) => (given.includes(i) ? 0 : Math.abs(jobs)))
  const content = yield* inSteps.contentOf(weights)
  if (given.length === 0) return content
  const transposed: number[][] = []
  for (const buyer of given) {
    const column = yield* inSteps.column(buyer)
    transposed.push(given.map((supplier) => column[supplier] ?? 0))
  }
  const correction = solved(
    transposed,
    given.map((i) => -(content[i] ?? 0)),
  )
  correction.forEach((value, index) => {
    weights[given[index] ?? -1] = value
  })
  return yield* inSteps.contentOf(weights)
}

/** |A|; null where it is A. */
function* sizesInSteps(coefficients: Matrix): Steps<Matrix | null> {
  const rowsAStep = Math.ceil(CELLS_A_STEP / Math.max(1, coefficients.length))
  const sizes: Vector[] = []
  let isNegative = false
  for (const [i, row] of coefficients.entries()) {
    if (i % rowsAStep === rowsAStep - 1) yield
    const isRowNegative = holdsNegative(row)
    isNegative ||= isRowNegative
    sizes.push(isRowNegative ? row.map(Math.abs) : row)
  }
  return isNegative ? sizes : null
}

function holdsNegative(row: Vector): boolean {
  for (let j = 0; j < row.length; j++) if ((row[j] ?? 0) < 0) return true
  return false
}

/**
 * The `first` paths with the most jobs (by size, where coefficients are negative), largest first: structural path
 * analysis, e' L f = Σ e' Aᵏ f. A path is followed no further where all that lies beyond it, ceiling × its value, is below
 * a threshold, so that every path above the threshold is found; the threshold falls by half, a step for each, until enough are.
 * Fewer paths where there are no more, or where finding more takes over `MOST_COEFFICIENTS`; those listed are always the
 * largest.
 */
export function* structuralPathsInSteps(network: PathNetwork, first: number): Steps<StructuralPath[]> {
  const { ceiling, firstRounds, given } = network
  let all = 0
  for (const bought of firstRounds.values()) {
    for (let i = 0; i < bought.length; i++) if (!given.has(i)) all += Math.abs(bought[i] ?? 0) * (ceiling[i] ?? 0)
  }
  let steps = MOST_COEFFICIENTS / Math.max(1, ceiling.length)
  let found: StructuralPath[] = []
  for (let share = 0.5; share > SMALLEST_SHARE && all > 0; share /= 2) {
    yield
    const search = yield* pathsAbove(network, all * share, steps)
    if (search === null) break
    steps -= search.steps
    found = search.paths
    if (found.length >= first || !search.pruned) break
  }
  return found.sort(bySize).slice(0, first)
}

interface Step {
  readonly industry: number
  /** Output of the industry that comes this way. */
  readonly output: number
  readonly before: Step | null
}

interface PathSearch {
  readonly paths: StructuralPath[]
  readonly pruned: boolean
  readonly steps: number
}

/** Every path of at least so many jobs, and whether any has fewer, on the way to more or not; null where that takes too many steps. */
function* pathsAbove(network: PathNetwork, threshold: number, mostSteps: number): Steps<PathSearch | null> {
  const { coefficients, jobsPerOutput, ceiling, firstRounds, given } = network
  const paths: StructuralPath[] = []
  const open: Step[] = []
  const stepsAtOnce = Math.ceil(CELLS_A_STEP / Math.max(1, coefficients.length))
  let pruned = false
  let steps = 0
  const follow = (industry: number, output: number, before: Step) => {
    const beyond = Math.abs(output) * (ceiling[industry] ?? 0)
    if (beyond > 0 && !given.has(industry)) {
      if (beyond >= threshold) open.push({ industry, output, before })
      else pruned = true
    }
  }
  for (const [origin, bought] of firstRounds) {
    const start = { industry: origin, output: 0, before: null }
    for (let i = 0; i < bought.length; i++) follow(i, bought[i] ?? 0, start)
  }
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    steps += 1
    if (steps > mostSteps) return null
    if (steps % stepsAtOnce === 0) yield
    const jobs = step.output * (jobsPerOutput[step.industry] ?? 0)
    if (Math.abs(jobs) >= threshold) paths.push({ industries: industriesTo(step), jobs })
    else if (jobs !== 0) pruned = true
    for (let i = 0; i < coefficients.length; i++) follow(i, (coefficients[i]?.[step.industry] ?? 0) * step.output, step)
  }
  return { paths, pruned, steps }
}

function industriesTo(step: Step): number[] {
  const industries: number[] = []
  for (let each: Step | null = step; each !== null; each = each.before) industries.push(each.industry)
  return industries.reverse()
}

/** The most jobs first; equal ones by the number of steps, then in the order of the industries. */
export function bySize(left: StructuralPath, right: StructuralPath): number {
  const size = Math.abs(right.jobs) - Math.abs(left.jobs)
  if (size !== 0) return size
  const steps = left.industries.length - right.industries.length
  if (steps !== 0) return steps
  const at = left.industries.findIndex((industry, index) => industry !== right.industries[index])
  return (left.industries[at] ?? 0) - (right.industries[at] ?? 0)
}
