import { sum } from '../../kernel/sum.js'
import type { PreparedArea } from '../model/areas.js'
import { type Assumptions, nothingCutAfter } from '../model/assumptions.js'
import type { Economy } from '../model/extraction.js'
import { incomeCoefficients } from '../model/households.js'
import { type EmployedByGroup, employedByGroup } from '../model/location-quotients.js'
import type { InputOutputTable } from '../model/table.js'
import { preparedInTurns } from '../table/stored-table.js'
import type { FilledQuestion } from './question.js'

/** Which economy something is taken out of. */
export interface ExtractionArea {
  /** Of the table, where that is the economy. */
  readonly geography: string | null
  /** Ids of counties. */
  readonly counties: readonly string[]
}

/** An economy, and of which area it is. */
export interface AreaEconomy {
  readonly area: ExtractionArea
  readonly economy: Economy
  /** By whose employed output is shared out; null where the economy is the table's whole area. */
  readonly employed: EmployedByGroup | null
}

/**
 * The economies that a question's industries are part of: the table's whole area, or by location quotients the region's, under
 * EACH one for each of its counties. There an industry makes what it makes in the table, x_i, times E_i^R / E_i^N, the region's
 * share of its group's employed.
 * @throws the signal's reason once it is aborted.
 */
export async function economiesOf(question: FilledQuestion, signal?: AbortSignal): Promise<AreaEconomy[]> {
  const { table: stored, assumptions, regionalEmployment } = question
  const { table } = stored
  if (assumptions.regionalisation === null || regionalEmployment === null) {
    const whole: Assumptions = { ...assumptions, regionalisation: null, retention: nothingCutAfter }
    const area = (
      await preparedInTurns({ table: stored, assumptions: whole, regionalEmployment: null }, [''], signal)
    ).areaOf('')
    const output = table.industries.map((industry) => industry.output)
    return [
      {
        area: { geography: table.geography, counties: [] },
        economy: economyOf(table, assumptions, area, output),
        employed: null,
      },
    ]
  }
  const { area: areas, mining } = assumptions.regionalisation
  const { regionCounties } = regionalEmployment
  const prepared = await preparedInTurns(question, regionCounties, signal)
  return (areas === 'EACH' ? regionCounties.map((county) => [county]) : [regionCounties]).map((counties) => {
    const area = prepared.areaOf(counties[0] ?? '')
    const employed = employedByGroup(table, regionalEmployment, areas === 'EACH' ? counties : null, mining)
    const output = table.industries.map((industry, i) => industry.output * shareOfArea(employed, i))
    return { area: { geography: null, counties }, economy: economyOf(table, assumptions, area, output), employed }
  })
}

const economyOf = (
  table: InputOutputTable,
  assumptions: Assumptions,
  { model, rounds }: PreparedArea,
  output: readonly number[],
): Economy => ({
  coefficients: model.coefficients,
  system: model.system,
  rounds,
  incomeRow: rounds === null ? [] : incomeCoefficients(table, assumptions),
  output,
})

/** An area's share of the employed of an industry's group; of all where nothing is known of the group, as its quotient of 1 has it. */
function shareOfArea({ area, nation, groupOf }: EmployedByGroup, industry: number): number {
  const group = groupOf[industry] ?? null
  const inNation = group === null ? 0 : (nation[group] ?? 0)
  if (group !== null && inNation > 0) return (area[group] ?? 0) / inNation
  return sum(area) / sum(nation)
}
