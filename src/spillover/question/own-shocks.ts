import { idOfKind, requireInGraph } from '../../graph/entity-ids.js'
import type { GraphReader } from '../../graph/graph.js'
import { BadUserInputError, requireBetween } from '../../kernel/input-errors.js'
import { employmentCoefficients, requireEmployed } from '../model/households.js'
import { directEffect, type Purchase, recipeCoefficients, type Shock } from '../model/shocks.js'
import type { InputOutputTable } from '../model/table.js'
import type { AskedSectors } from './asked-sectors.js'
import type { PurchaseInput, ShockInput } from './spillover-input.js'
import { checkYear } from './years.js'

const MOST_YEARS = 100

/**
 * The shocks that a client adds to the ventures, checked.
 * @throws BadUserInputError, AmbiguousSectorError or NotFoundError, naming `input.shocks[…]`.
 */
export async function ownShocks(
  graph: GraphReader,
  table: InputOutputTable,
  sectors: AskedSectors,
  inputs: readonly ShockInput[],
): Promise<Shock[]> {
  const counties = inputs.map(({ county }, index) => idOfKind('county', county, `input.shocks[${index}].county`))
  await requireInGraph(graph, [...new Set(counties)])
  const coefficients = employmentCoefficients(table)
  return inputs.map((input, index) => {
    const at = `input.shocks[${index}]`
    const shock = shockOf(sectors, input, at)
    if (shock.jobs !== undefined) requireEmployed(table, 'input.table')
    directEffect(table, coefficients, shock, at)
    if (shock.purchases !== undefined) recipeCoefficients(table, shock.purchases, at)
    return shock
  })
}

function shockOf(sectors: AskedSectors, input: ShockInput, at: string): Shock {
  const { sector, county, year, jobs, output, purchases, durationYears } = input
  checkYear(`${at}.year`, year)
  if (typeof durationYears === 'number') requireBetween(`${at}.durationYears`, durationYears, 1, MOST_YEARS)
  const place = {
    industry: sectors.industry(sector, `${at}.sector`).code,
    county,
    year,
    establishment: null,
    ...(purchases ? { purchases: purchases.map((each, i) => purchaseOf(sectors, each, `${at}.purchases[${i}]`)) } : {}),
    ...(typeof durationYears === 'number' ? { durationYears } : {}),
  }
  if (typeof jobs === 'number' && typeof output !== 'number') return { ...place, jobs }
  if (typeof output === 'number' && typeof jobs !== 'number') return { ...place, output }
  const reason = typeof jobs === 'number' ? 'both jobs and output' : 'neither jobs nor output'
  throw new BadUserInputError(at, `${at} has ${reason}; exactly one of them is asked for.`)
}

const purchaseOf = (sectors: AskedSectors, { sector, share, local }: PurchaseInput, at: string): Purchase => ({
  industry: sectors.industry(sector, `${at}.sector`).code,
  share,
  local: local ?? 1,
})
