import { type BalanceIdentity, type BalancePlace, tableBalance } from './balance/table-balance.js'
import { scaledCoefficients } from './linear-algebra/leontief.js'
import { spectralRadius } from './linear-algebra/spectral-radius.js'
import { type Industry, type InputOutputTable, industrySlug } from './table.js'

/** So near to 1 a radius is not told from it: rounding of cells and of what is made of them is as large. */
const SINGULAR = 1e-9

/** What is wrong with a table, where it says so, and with which industry of it; the reason does not name the industry. */
export interface TableFault {
  readonly industry: string | null
  readonly at: BalancePlace
  /** The accounting identity that it breaks; null for what is wrong with a figure by itself. */
  readonly identity: BalanceIdentity | null
  readonly reason: string
}

/**
 * What keeps a table from being calculated with: no industries, a repeated code, a matrix of another size, figures that are
 * no numbers, negative output or employed, accounts that cannot be (`tableBalance`), a spectral radius of A of 1 or more.
 * Empty for a sound table.
 */
export function tableFaults(table: InputOutputTable): readonly TableFault[] {
  const { industries, flows } = table
  const size = industries.length
  if (size === 0) return [byItself(null, 'FIGURES', 'the table has no industries')]
  if (flows.length !== size || flows.some((row) => row.length !== size)) {
    return [byItself(null, 'FLOWS', `the flows are not ${size} × ${size}`)]
  }
  const faults = [...repeatedCodes(industries), ...industries.flatMap(industryFaults), ...flowFaults(table)]
  if (faults.length > 0) return faults
  const refused = tableBalance(table).refused.map(
    ({ industry, at, identity, textEn }): TableFault => ({ industry, at, identity, reason: textEn }),
  )
  if (refused.length > 0) return refused

  const output = industries.map((industry) => industry.output)
  const radius = spectralRadius(scaledCoefficients(flows, output))
  if (radius < 1 - SINGULAR) return []
  const reason = `the spectral radius of the technical coefficients is ${radius.toPrecision(4)}; it must be below 1`
  return [byItself(null, 'FLOWS', reason)]
}

const byItself = (industry: string | null, at: BalancePlace, reason: string): TableFault => ({
  ...{ industry, at, identity: null, reason },
})

/** Figures that are no numbers, and amounts that cannot be negative. */
function industryFaults(industry: Industry): readonly TableFault[] {
  const { code, output, employed, wages, labourCost, householdPurchases, satellites } = industry
  const figures = { output, employed, wages, labourCost, householdPurchases, ...satellites }
  const fault = (reason: string) => byItself(code, 'FIGURES', reason)
  const strange = Object.entries(figures).filter(([, value]) => value !== null && !isAmount(value))
  const negative = Object.entries({ output, employed }).filter(([, value]) => value !== null && value < 0)
  return [
    ...strange.map(([name, value]) => fault(`${name} is ${value}, which is ${noAmount(value)}`)),
    ...negative.map(([name, value]) => fault(`${name} is ${value}; it cannot be negative`)),
  ]
}

/** More than any currency counts in a year: what is made of such figures may be no number any more. */
const LARGEST = 1e21

const isAmount = (value: number): boolean => Math.abs(value) <= LARGEST

const noAmount = (value: number | null | undefined): string =>
  Number.isFinite(value) ? 'more than any table holds' : 'no finite number'

/** The first flow of each industry that is no amount. */
const flowFaults = ({ industries, flows }: InputOutputTable): readonly TableFault[] =>
  flows.flatMap((row, supplier): TableFault[] => {
    const buyer = row.findIndex((flow: number) => !isAmount(flow))
    if (buyer < 0) return []
    const code = industries[supplier]?.code ?? null
    const reason = `the flow to ${industries[buyer]?.code} is ${row[buyer]}, which is ${noAmount(row[buyer])}`
    return [byItself(code, 'FLOWS', reason)]
  })

/** Codes that are the same, or that would share an id. */
function repeatedCodes(industries: readonly Industry[]): readonly TableFault[] {
  const seen = new Map<string, string>()
  return industries.flatMap(({ code }) => {
    const slug = industrySlug(code)
    const before = seen.get(slug)
    seen.set(slug, code)
    if (before === undefined) return []
    const reason = before === code ? `code ${code} is repeated` : `codes ${before} and ${code} would share an id`
    return [byItself(code, 'FIGURES', reason)]
  })
}
