import { type Matrix, matrixTimesColumn } from '../../src/spillover/model/linear-algebra/leontief.js'

/** L f by adding up f + A f + A² f + …, without an inverse. */
export function powerSeries(coefficients: Matrix, demand: readonly number[]): number[] {
  let round: number[] = [...demand]
  const total = [...demand]
  for (let products = 0; products < 2_000; products++) {
    round = matrixTimesColumn(coefficients, round)
    round.forEach((value, i) => {
      total[i] = (total[i] ?? 0) + value
    })
  }
  return total
}
