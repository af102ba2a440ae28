import type { ShockByJobs } from '../../src/spillover/model/shocks.js'
import type { InputOutputTable } from '../../src/spillover/model/table.js'

/*
 * The same uncertainty simulated by another program: another generator, the normal distribution by Box and Muller, Math.exp,
 * and the model closed with households inverted whole. It takes nothing from the project but the table's figures.
 */

/** Marsaglia's xorshift of 32 bits, scrambled; from 0 to 1. */
function numbersFrom(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return (Math.imul(state, 0x9e3779bb) >>> 0) / 4294967296 + 1e-10
  }
}

export interface Simulated {
  readonly table: InputOutputTable
  readonly shocks: readonly ShockByJobs[]
  readonly correlation: number
  readonly tax: readonly [number, number]
  readonly share: readonly [number, number]
  readonly draws: number
  readonly seed: number
  /** What of its cell of A stays at a number from 0 to 1 that is drawn once a draw, and of household purchases. */
  readonly trade?: (uniform: number) => { cell(i: number, j: number): number; household(i: number): number }
}

/** Total spillover of each draw, in order of size. */
export function simulated({ table, shocks, correlation, tax, share, draws, seed, trade }: Simulated): number[] {
  const random = numbersFrom(seed)
  const between = ([low, high]: readonly [number, number]) => low + (high - low) * random()
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
  const n = table.industries.length
  const rent = table.industries.reduce((sum, each) => sum + (each.imputedRent ? (each.householdPurchases ?? 0) : 0), 0)
  const spent = (table.householdConsumption ?? 0) - rent
  const totals: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    const common = normal()
    const error = () => Math.exp(0.2 * (Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * normal()) - 0.02)
    const taxed = between(tax)
    const kept = between(share)
    const traded = trade?.(random())
    const jobsPerOutput: number[] = []
    const closed: number[][] = []
    for (let i = 0; i < n; i++) {
      const industry = table.industries[i]
      if (!industry) continue
      jobsPerOutput.push(((industry.employed ?? 0) / industry.output) * Math.exp(0.1 * normal() - 0.005))
      const row: number[] = []
      for (let j = 0; j < n; j++) {
        const cell = (table.flows[i]?.[j] ?? 0) / (table.industries[j]?.output ?? 1)
        row.push(cell * error() * (traded?.cell(i, j) ?? 1))
      }
      const bought = industry.imputedRent ? 0 : (industry.householdPurchases ?? 0) / spent
      row.push(bought * error() * (traded?.household(i) ?? 1))
      closed.push(row)
    }
    closed.push([...table.industries.map(({ wages, output }) => ((1 - taxed) * (wages ?? 0)) / output), 0])
    const demand = new Array<number>(n + 1).fill(0)
    for (const { industry, jobs } of shocks) {
      const at = table.industries.findIndex(({ code }) => code === industry)
      demand[at] = (demand[at] ?? 0) + jobs / (jobsPerOutput[at] ?? 1)
    }
    const output = solvedPlainly(closed, demand)
    let total = 0
    for (let i = 0; i < n; i++) {
      const stays = table.industries[i]?.scope === 'NATIONAL' && !traded ? kept : 1
      total += stays * (jobsPerOutput[i] ?? 0) * ((output[i] ?? 0) - (demand[i] ?? 0))
    }
    // Where the rounds have no end the inverse makes jobs that are less than none.
    if (total > 0) totals.push(total)
  }
  return totals.sort((one, other) => one - other)
}

/** x of (I − A) x = f, by Gauss and Jordan with the largest pivot. */
function solvedPlainly(coefficients: readonly number[][], demand: readonly number[]): number[] {
  const rows = coefficients.map((row, i) => [...row.map((cell, j) => (i === j ? 1 : 0) - cell), demand[i] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let best = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row
    }
    const pivot = rows[best] ?? []
    rows[best] = rows[column] ?? []
    rows[column] = pivot
    const by = pivot[column] ?? 1
    for (let cell = column; cell <= size; cell++) pivot[cell] = (pivot[cell] ?? 0) / by
    for (let row = 0; row < size; row++) {
      const other = rows[row] ?? []
      const factor = row === column ? 0 : (other[column] ?? 0)
      if (factor === 0) continue
      for (let cell = column; cell <= size; cell++) other[cell] = (other[cell] ?? 0) - factor * (pivot[cell] ?? 0)
    }
  }
  return rows.map((row) => row[size] ?? 0)
}
