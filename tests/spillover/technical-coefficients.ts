import type { InputOutputTable } from '../../src/spillover/model/table.js'

/**
 * Technical coefficients A = Z x̂⁻¹ (n × n, dimensionless): a_ij = z_ij / x_j, domestic inputs from i for each unit of
 * output of j. Miller & Blair, *Input–Output Analysis*, section 2.2. An industry of zero output takes no part: its row
 * and column are zero.
 */
export const technicalCoefficients = ({ flows, industries }: InputOutputTable): number[][] =>
  flows.map((row, supplier) =>
    Array.from(row, (flow, buyer) => {
      const produced = industries[buyer]?.output ?? 0
      return produced === 0 || industries[supplier]?.output === 0 ? 0 : flow / produced
    }),
  )
