import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTableFiles } from '#built/import/input-output/table-files.js'
import { householdClosure, inducedRounds } from '#built/spillover/model/households.js'
import { leontiefInverse, type Matrix } from '#built/spillover/model/linear-algebra/leontief.js'
import { regionalModel } from '#built/spillover/model/regional-model.js'
import type { InputOutputTable } from '#built/spillover/model/table.js'
import { sharesByQuotients, sharesOfSuppliers, type TradeShares } from '#built/spillover/model/trade-shares.js'
import { ownSeed } from '#built/startup/settings.js'
import { edition, reportAssumptions } from '../tests/edition.js'
import { largeTable } from '../tests/spillover/large-table.js'

/**
 * A process of its own, for its memory and its compiled code: puts the coefficients of three tables into a folder, as
 * numbers of eight bytes row by row, and beside them what it finds; prints milliseconds as JSON.
 */
const folder = process.argv[2] ?? ''
const WARM_UP = 2_000
const INVERSES = 2_000
const COLUMNS = 10
/** The industry that the first column is of. */
const FIRST = 7

const published = await readTableFiles(join(ownSeed, 'tables/scb-2016-44'), edition)
const large = largeTable(3_000, 1)
const inverse = { 44: inverted(published), 59: inverted(largeTable(59, 1)) }
console.log(JSON.stringify({ inverse, solution: { ...solved(large), households: closed(large) } }))

/** The dense inverse of a table. */
function inverted(table: InputOutputTable): number[] {
  const size = table.industries.length
  const { coefficients } = regionalModel(table, whole(table))
  write(`coefficients-${size}`, coefficients)
  write(`here-${size}`, leontiefInverse(coefficients))
  for (let time = 0; time < WARM_UP; time++) leontiefInverse(coefficients)
  return Array.from({ length: INVERSES }, () => timed(() => leontiefInverse(coefficients)))
}

/** Scenarios of a table too large for a dense inverse, each of another industry: of the nation's, and by location quotients. */
function solved(table: InputOutputTable) {
  const nation = regionalModel(table, whole(table))
  write(`coefficients-${table.industries.length}`, nation.coefficients)
  write(`here-${table.industries.length}`, [nation.system.column(FIRST)])
  const slq = table.industries.map((_, i) => 0.2 + (i % 17) / 8)
  const settings = { method: 'FLQ', delta: 0.25, householdDelta: 0.125 } as const
  const region = regionalModel(table, sharesByQuotients({ slq, size: 0.07, withoutEmployment: [] }, settings))
  const columns = ({ system }: typeof nation) =>
    Array.from({ length: COLUMNS }, (_, index) => timed(() => system.column(FIRST + 1 + index)))
  return { nation: columns(nation), region: columns(region) }
}

/** A whole question of a table that nothing is at hand of: its coefficients, its households, and one scenario. */
function closed(table: InputOutputTable): number[] {
  return Array.from({ length: 3 }, () =>
    timed(() => {
      const { system } = regionalModel(table, whole(table))
      inducedRounds(system, householdClosure(table, reportAssumptions))
      system.column(FIRST)
    }),
  )
}

function whole({ industries }: InputOutputTable): TradeShares {
  return sharesOfSuppliers(industries.map(() => 1))
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function write(name: string, rows: Matrix): void {
  const size = rows[0]?.length ?? 0
  const cells = new Float64Array(rows.length * size)
  for (const [i, row] of rows.entries()) cells.set(row, i * size)
  writeFileSync(join(folder, name), cells)
}
