import { takesDelta } from '../../edition/assumption-kinds.js'
import type { AskedRegionalisation } from '../../edition/spillover-part.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import { type Assumptions, type Displacement, nothingCutAfter, type Regionalisation } from '../model/assumptions.js'
import type { RegionalEmployment } from '../model/regional-employment.js'
import type { Shock } from '../model/shocks.js'
import type { AskedScenario } from './scenario.js'
import type { RegionalisationInput, SpilloverInput } from './spillover-input.js'

/**
 * Location quotients with all that a question leaves out: δ where the method takes one, and households' half of it.
 * @param delta δ where it is left out.
 */
export function filledRegionalisation(
  { method, delta: asked, householdDelta, area, mining }: AskedRegionalisation,
  delta: number,
  { id }: Pick<RegionalEmployment, 'id'>,
): Regionalisation {
  const own = takesDelta(method) ? (asked ?? delta) : 0
  return {
    method,
    delta: own,
    householdDelta: householdDelta ?? own / 2,
    area: area ?? 'TOGETHER',
    mining: mining ?? 'MERGED',
    employment: id,
  }
}

/** The assumptions with location quotients in the place of the retention rule. */
export const regionalised = (assumptions: Assumptions, regionalisation: Regionalisation): Assumptions => ({
  ...assumptions,
  retention: nothingCutAfter,
  regionalisation,
})

/**
 * The location quotients that a question asks for; null where the retention rule says what stays.
 * @throws BadUserInputError where both are asked for, where RETENTION or a method is given what it does not take, and where no
 * employment is known.
 */
export function askedRegionalisation(
  { regionalisation, retention }: SpilloverInput,
  delta: number,
  regionalEmployment: RegionalEmployment | null,
): Regionalisation | null {
  if (!regionalisation) return null
  const { method, ...settings } = withoutNulls(regionalisation)
  if (method === 'RETENTION') {
    const [given] = Object.keys(settings)
    if (given === undefined) return null
    throw new BadUserInputError(
      `input.regionalisation.${given}`,
      `RETENTION is the retention rule, without location quotients: ${given} goes with a method that has them.`,
    )
  }
  if (retention) {
    const reason = `${method} says what stays in the region: input.retention, which says it otherwise, is left out then.`
    throw new BadUserInputError('input.retention', reason)
  }
  if (settings.delta !== undefined && !takesDelta(method)) {
    throw new BadUserInputError('input.regionalisation.delta', `${method} takes no δ; FLQ and AFLQ do.`)
  }
  if (regionalEmployment === null) {
    const reason =
      'Location quotients rest on employment by place of work, and none that goes with the table is in the graph: import employment for it.'
    throw new BadUserInputError('input.regionalisation', reason)
  }
  return filledRegionalisation({ ...settings, method }, delta, regionalEmployment)
}

type Given<Input> = { [Name in keyof Input]?: NonNullable<Input[Name]> }

function withoutNulls({ method, ...settings }: RegionalisationInput) {
  const given: Given<typeof settings> = {}
  const { delta, householdDelta, area, mining, employment } = settings
  if (delta != null) given.delta = delta
  if (householdDelta != null) given.householdDelta = householdDelta
  if (area != null) given.area = area
  if (mining != null) given.mining = mining
  if (employment != null) given.employment = employment
  return { method, ...given }
}

/** Whom a question says that is hired from; what it does not say is its scenario's, or 0 without one. Null where from nobody. */
export function askedDisplacement(
  { displacement }: SpilloverInput,
  scenario: Pick<AskedScenario, 'displacement'>,
): Displacement | null {
  if (!displacement) return scenario.displacement
  const assumed = scenario.displacement ?? { fromRegionalSmes: 0, refilled: 0 }
  const fromRegionalSmes = displacement.fromRegionalSmes ?? assumed.fromRegionalSmes
  // Where nobody is hired from there, a scenario's share says nothing; one's own is held against its bounds all the same.
  const isNobody = fromRegionalSmes === 0 && !displacement.refilled
  return isNobody ? null : { fromRegionalSmes, refilled: displacement.refilled ?? assumed.refilled }
}

/**
 * Refuses shocks in counties that are not of the region, where its counties are one economy.
 * @throws BadUserInputError
 */
export function requireOfRegion(
  { area }: Regionalisation,
  { id, region, regionCounties }: RegionalEmployment,
  shocks: readonly Shock[],
): void {
  if (area === 'EACH' || region !== null) return
  const other = shocks.find(({ county }) => !regionCounties.includes(county))?.county
  if (other === undefined) return
  const reason = `By ${id} the region is ${regionCounties.join(' and ')}; of ${other} ask with area EACH.`
  throw new BadUserInputError('input.regionalisation.area', reason)
}
