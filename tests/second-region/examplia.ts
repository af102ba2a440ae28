import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEdition } from '../../src/edition/edition.js'

/** The folder of a made-up region, whose files speak English alone. */
export const exampliaFolder = join(import.meta.dirname, 'seed')

/** What it says. */
export const examplia = await readEdition(exampliaFolder)

type Row = Readonly<Record<string, string>>

function rowsOf(name: string): Row[] {
  const [header = '', ...lines] = readFileSync(join(exampliaFolder, name), 'utf8').trim().split('\n')
  const columns = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']))
  })
}

const numberIn = (row: Row | undefined, column: string): number => Number(row?.[column])

/** x of x = M x + f, by adding up the rounds f + M f + M² f + … until nothing is left of them. */
function roundsOf(matrix: readonly (readonly number[])[], demand: readonly number[]): number[] {
  const sum = [...demand]
  let round = [...demand]
  while (round.some((each) => Math.abs(each) > 1e-15)) {
    const before = round
    round = matrix.map((row) => row.reduce((all, share, place) => all + share * (before[place] ?? 0), 0))
    for (const [place, each] of round.entries()) sum[place] = (sum[place] ?? 0) + each
  }
  return sum
}

/** Jobs by industry, in the order of the table. */
export interface SetOff {
  readonly indirect: readonly number[]
  readonly induced: readonly number[]
}

export const industries = rowsOf('tables/exc-2023-6/industries.csv')
const flows = rowsOf('tables/exc-2023-6/flows.csv')
const codes = industries.map(({ code = '' }) => code)

/** What jobs in an industry set off, straight from the files and the region's assumptions: 25 % tax, 40 % of national ones kept. */
export function setOff(industry: string, jobs: number): SetOff {
  const output = industries.map((row) => numberIn(row, 'output'))
  const employment = industries.map((row, i) => numberIn(row, 'employed') / (output[i] ?? 1))
  const technical = codes.map((supplier) =>
    codes.map(
      (buyer, k) =>
        numberIn(
          flows.find((row) => row.supplier === supplier),
          buyer,
        ) / (output[k] ?? 1),
    ),
  )
  const spent = industries.map((row) => numberIn(row, 'householdPurchases') / 3000)
  const earned = industries.map((row, i) => (0.75 * numberIn(row, 'wages')) / (output[i] ?? 1))
  const closed = [...technical.map((row, i) => [...row, spent[i] ?? 0]), [...earned, 0]]
  const kept = industries.map((row) => (row.scope === 'NATIONAL' ? 0.4 : 1))

  const own = codes.indexOf(industry)
  const direct = jobs / (employment[own] ?? 1)
  const demand = codes.map((_, i) => (i === own ? direct : 0))
  const production = roundsOf(technical, demand)
  const withHouseholds = roundsOf(closed, [...demand, 0])
  const inJobs = (i: number, amount: number) => amount * (employment[i] ?? 0) * (kept[i] ?? 1)
  return {
    indirect: codes.map((_, i) => inJobs(i, (production[i] ?? 0) - (demand[i] ?? 0))),
    induced: codes.map((_, i) => inJobs(i, (withHouseholds[i] ?? 0) - (production[i] ?? 0))),
  }
}

export const total = (figures: readonly number[]): number => figures.reduce((sum, each) => sum + each, 0)
