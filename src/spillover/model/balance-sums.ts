import type { Matrix } from './linear-algebra/leontief.js'

/** Sums of flows (each of length n). */
export interface FlowSums {
  /** Σ_i z_ij: what an industry buys of the table's industries. */
  readonly columns: Float64Array
  /** Σ_j z_ij: what an industry sells to them. */
  readonly rows: Float64Array
}

export function flowSums(flows: Matrix): FlowSums {
  const columns = new Float64Array(flows.length)
  const rows = Float64Array.from(flows, (row) => {
    let sum = 0
    for (let j = 0; j < row.length; j++) {
      const flow = row[j] ?? 0
      sum += flow
      columns[j] = (columns[j] ?? 0) + flow
    }
    return sum
  })
  return { columns, rows }
}
