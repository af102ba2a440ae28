import type { Steps } from '../../../kernel/turns.js'

/** Solves (I − M) x = b for one b after another (each of length n), in the steps of its products. */
export type Solver = (demand: Float64Array) => Steps<Float64Array>

/** Puts M x into `to`, another vector than `from`. */
export type Product = (from: Float64Array, to: Float64Array) => Steps<void>

/** Directions kept between restarts. */
const RESTART = 40
/** ‖b − (I − M) x‖ over ‖b‖ + ‖x‖ at which x is as good as numbers of 53 bits hold it. */
const TOLERANCE = 5e-15
/** What is accepted where rounding keeps the residual from falling further. */
const ACCEPTED = 1e-12
const MOST_PRODUCTS = 20_000

/**
 * Restarted GMRES for (I − M) x = b: Saad & Schultz, "GMRES: a generalized minimal residual algorithm for solving
 * nonsymmetric linear systems", SIAM J. Sci. Stat. Comput. 7 (1986), algorithm 4. x has the least residual
 * ‖b − (I − M) x‖ of all sums of b, M b, M² b, …, and so needs no more products than the power series
 * b + M b + M² b + … (Miller & Blair, section 2.4) for the same residual. Where a cycle does not halve it, the series goes
 * on alone, x ← b + M x, which ends for every spectral radius of M below 1.
 * @param size n.
 * @throws Error where 20 000 products are not enough.
 */
export const solver = (size: number, product: Product): Solver =>
  function* (demand) {
    const solution = new Float64Array(size)
    const residual = Float64Array.from(demand)
    const image = new Float64Array(size)
    const scale = norm(demand)
    let isSeries = false
    let left = scale
    let products = 0
    while (left > 0) {
      if (!isSeries) products += yield* addLeastResidual(product, residual, TOLERANCE * scale, solution)
      yield* product(solution, image)
      products += 1
      for (let i = 0; i < size; i++) residual[i] = (demand[i] ?? 0) + (image[i] ?? 0) - (solution[i] ?? 0)
      const now = norm(residual)
      const whole = scale + norm(solution)
      const isDone = now <= TOLERANCE * whole || (now > left / (isSeries ? 1 : 2) && now <= ACCEPTED * whole)
      if (!isDone && now > left / 2) isSeries = true
      // The step of the series costs nothing once its product is there.
      if (isDone || isSeries) addMultiple(solution, 1, residual)
      if (isDone) break
      if (products > MOST_PRODUCTS) throw new Error(`(I − A) x = f is not solved after ${products} products with A`)
      left = now
    }
    return solution
  }

/**
 * One cycle: adds to x the combination of r, (I − M) r, … that leaves the least residual.
 * @param enough the residual's norm at which it ends.
 * @returns how many products it took.
 */
function* addLeastResidual(
  product: Product,
  residual: Float64Array,
  enough: number,
  solution: Float64Array,
): Steps<number> {
  const beginning = norm(residual)
  const directions = [scaled(residual, 1 / beginning)]
  const triangle: number[][] = []
  const rotations: { readonly cosine: number; readonly sine: number }[] = []
  const right = [beginning]
  for (let step = 0; step < RESTART; step++) {
    const last = directions[step]
    if (last === undefined) break
    const next = new Float64Array(last.length)
    yield* product(last, next)
    for (let i = 0; i < next.length; i++) next[i] = (last[i] ?? 0) - (next[i] ?? 0)
    const column = directions.map((direction) => {
      const part = inner(direction, next)
      addMultiple(next, -part, direction)
      return part
    })
    const length = norm(next)
    rotations.forEach(({ cosine, sine }, k) => {
      const [upper = 0, lower = 0] = column.slice(k, k + 2)
      column[k] = cosine * upper + sine * lower
      column[k + 1] = cosine * lower - sine * upper
    })
    const diagonal = Math.hypot(column[step] ?? 0, length)
    const rotation = { cosine: (column[step] ?? 0) / diagonal, sine: length / diagonal }
    column[step] = diagonal
    rotations.push(rotation)
    triangle.push(column)
    const error = right[step] ?? 0
    right[step] = rotation.cosine * error
    right.push(-rotation.sine * error)
    if (Math.abs(rotation.sine * error) <= enough || length === 0) break
    directions.push(scaled(next, 1 / length))
  }
  backSubstituted(triangle, right).forEach((weight, k) => {
    const direction = directions[k]
    if (direction) addMultiple(solution, weight, direction)
  })
  return triangle.length
}

/** y of R y = g, for R upper triangular, by its columns. */
function backSubstituted(columns: readonly (readonly number[])[], right: readonly number[]): number[] {
  const weights = columns.map(() => 0)
  for (let i = columns.length - 1; i >= 0; i--) {
    let sum = right[i] ?? 0
    for (let k = i + 1; k < columns.length; k++) sum -= (columns[k]?.[i] ?? 0) * (weights[k] ?? 0)
    weights[i] = sum / (columns[i]?.[i] ?? 1)
  }
  return weights
}

function inner(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += (left[i] ?? 0) * (right[i] ?? 0)
  return sum
}

const norm = (vector: Float64Array): number => Math.sqrt(inner(vector, vector))

const scaled = (vector: Float64Array, factor: number): Float64Array => vector.map((value) => value * factor)

function addMultiple(to: Float64Array, factor: number, vector: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + factor * (vector[i] ?? 0)
}
