import { BadUserInputError } from '../../kernel/input-errors.js'
import type { Steps } from '../../kernel/turns.js'
import { type Assumptions, checkAssumptions } from './assumptions.js'
import type { InducedRounds } from './households.js'
import { quotientsOf, type RegionalQuotients } from './location-quotients.js'
import type { RegionalEmployment } from './regional-employment.js'
import { type RegionalModel, regionalModelInSteps, regionalRoundsInSteps, sharesBefore } from './regional-model.js'
import type { Shock } from './shocks.js'
import type { InputOutputTable } from './table.js'
import type { TradeShares } from './trade-shares.js'

/** One economy, factored once: the region, or where each county is one that county. */
export interface PreparedArea {
  /** Id of the county whose shocks alone are answered from it; null where all are. */
  readonly county: string | null
  readonly model: RegionalModel
  /** What households add; null under TYPE_I. */
  readonly rounds: InducedRounds | null
  /** What the region has of each industry, where location quotients are asked for. */
  readonly quotients: RegionalQuotients | null
}

/** Shocks of one economy, with their places in the question. */
export interface AreaShocks {
  readonly area: PreparedArea
  readonly indexes: readonly number[]
  readonly shocks: readonly Shock[]
}

/** What an economy is made of. */
export interface AreaInMaking extends Pick<PreparedArea, 'county' | 'quotients'> {
  readonly table: InputOutputTable
  readonly assumptions: Assumptions
  readonly shares: TradeShares
}

/** The county whose economy its shocks are answered from; null where that is the region's. */
export const ownCounty = ({ regionalisation }: Assumptions, county: string): string | null =>
  regionalisation?.area === 'EACH' ? county : null

/** The county by whose economy, whichever the question's are, it is told whether a table serves what is assumed. */
export const countyToTellBy = (regionalEmployment: RegionalEmployment | null): string =>
  regionalEmployment?.regionCounties[0] ?? ''

/**
 * The economies that a table is made ready with, and those that shocks of some counties are answered from.
 * @throws BadUserInputError as `prepareTable` does.
 */
export function areasInMaking(
  table: InputOutputTable,
  assumptions: Assumptions,
  regionalEmployment: RegionalEmployment | null,
  counties: readonly string[],
): AreaInMaking[] {
  checkAssumptions(table, assumptions)
  const own = [countyToTellBy(regionalEmployment), ...counties].map((county) => ownCounty(assumptions, county))
  return [...new Set(own)].map((county) => areaInMaking(table, assumptions, regionalEmployment, county))
}

/**
 * What the economy of a county, or where that is null of all of them, is made of.
 * @throws BadUserInputError where location quotients are asked for and the employment data do not serve them.
 */
export function areaInMaking(
  table: InputOutputTable,
  assumptions: Assumptions,
  regionalEmployment: RegionalEmployment | null,
  county: string | null,
): AreaInMaking {
  const quotients = quotientsAsked(table, assumptions, regionalEmployment, county === null ? null : [county])
  return { county, quotients, table, assumptions, shares: sharesBefore(table, assumptions, quotients) }
}

function quotientsAsked(
  table: InputOutputTable,
  { regionalisation }: Assumptions,
  regionalEmployment: RegionalEmployment | null,
  counties: readonly string[] | null,
): RegionalQuotients | null {
  if (regionalisation === null) return null
  if (regionalEmployment !== null) return quotientsOf(table, regionalEmployment, counties, regionalisation.mining)
  const reason = 'Location quotients rest on employment by place of work, and none is in the graph.'
  throw new BadUserInputError('regionalisation', reason)
}

/**
 * Makes an economy ready.
 * @param model the table factored with what industries buy by the same shares.
 * @throws BadUserInputError for a household closure that the table cannot serve.
 */
export function* preparedAreaInSteps(
  { county, quotients, assumptions, shares }: AreaInMaking,
  model: RegionalModel,
): Steps<PreparedArea> {
  // What is kept of a model may have been made for households that buy otherwise.
  const own = { ...model, shares }
  const rounds = assumptions.closure === 'TYPE_II' ? yield* regionalRoundsInSteps(own, assumptions) : null
  return { county, quotients, model: own, rounds }
}

/** Factors a table for an economy, and makes that ready. */
export function* areaInSteps(making: AreaInMaking): Steps<PreparedArea> {
  return yield* preparedAreaInSteps(making, yield* regionalModelInSteps(making.table, making.shares))
}

/** Shocks by their economies, in the order in which those come. */
export function shocksByArea(
  areaOf: (county: string) => PreparedArea,
  shocks: readonly Shock[],
): readonly AreaShocks[] {
  const byArea = new Map<PreparedArea, { indexes: number[]; shocks: Shock[] }>()
  for (const [index, shock] of shocks.entries()) {
    const area = areaOf(shock.county)
    const those = byArea.get(area) ?? { indexes: [], shocks: [] }
    byArea.set(area, those)
    those.indexes.push(index)
    those.shocks.push(shock)
  }
  return [...byArea].map(([area, those]) => ({ area, ...those }))
}
