import type { Matrix, Vector } from '../../src/spillover/leontief.js'

/**
 * Technical coefficients A = Z x̂⁻¹ (n × n, dimensionless): a_ij = z_ij / x_j, domestic inputs from i for each unit of
 * output of j. Miller & Blair, *Input–Output Analysis*, section 2.2. An industry of zero output takes no part: its row
 * and column are zero.
 */
export const technicalCoefficients = (flows: Matrix, output: Vector): number[][] =>
  flows.map((row, supplier) =>
    Array.from(row, (flow, buyer) => {
      const produced = output[buyer] ?? 0
      return produced === 0 || output[supplier] === 0 ? 0 : flow / produced
    }),
  )
