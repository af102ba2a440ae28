import { type Industry, type InputOutputTable, satelliteNames } from '../../spillover/model/table.js'
import type { IndustryClass } from './industry-classes.js'

/**
 * A table on fewer industries: flows and figures of the parts added up, S Z S' and S x with the 0–1 matrix S of
 * industries by parts. A figure that one part does not state is unknown of the whole.
 */
export function aggregateIndustries(table: InputOutputTable, classes: readonly IndustryClass[]): InputOutputTable {
  const whole = new Map(classes.flatMap(({ parts }, index) => parts.map((part) => [part, index] as const)))
  const target = table.industries.map(({ code }) => whole.get(code) ?? -1)
  const flows = classes.map(() => classes.map(() => 0))
  table.flows.forEach((row, supplier) => {
    const sums = flows[target[supplier] ?? -1]
    if (sums === undefined) return
    row.forEach((flow, buyer) => {
      const index = target[buyer] ?? -1
      if (index >= 0) sums[index] = (sums[index] ?? 0) + flow
    })
  })
  const satellites = satelliteNames(table)
  const industries = classes.map(({ parts, ...facts }): Industry => {
    const members = table.industries.filter(({ code }) => parts.includes(code))
    const sum = (figure: (industry: Industry) => number | null): number | null => addUp(members.map(figure))
    return {
      ...facts,
      output: sum(({ output }) => output) ?? 0,
      employed: sum(({ employed }) => employed),
      wages: sum(({ wages }) => wages),
      labourCost: sum(({ labourCost }) => labourCost),
      householdPurchases: sum(({ householdPurchases }) => householdPurchases),
      satellites: Object.fromEntries(satellites.map((name) => [name, sum((each) => each.satellites[name] ?? null)])),
    }
  })
  return { ...table, industries, flows }
}

const addUp = (values: readonly (number | null)[]): number | null =>
  values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)

/** The table with every figure rounded: to whole units, a satellite account to the decimals given for it. */
export function roundTable(table: InputOutputTable, decimals: Readonly<Record<string, number>>): InputOutputTable {
  const whole = (value: number | null) => (value === null ? null : rounded(value, 0))
  return {
    ...table,
    householdConsumption: whole(table.householdConsumption),
    householdIncome: whole(table.householdIncome),
    flows: table.flows.map((row) => row.map((flow) => rounded(flow, 0))),
    industries: table.industries.map((industry) => ({
      ...industry,
      output: rounded(industry.output, 0),
      employed: whole(industry.employed),
      wages: whole(industry.wages),
      labourCost: whole(industry.labourCost),
      householdPurchases: whole(industry.householdPurchases),
      satellites: Object.fromEntries(
        Object.entries(industry.satellites).map(([name, value]) => [
          name,
          value === null ? null : rounded(value, decimals[name] ?? 0),
        ]),
      ),
    })),
  }
}

/** Never −0, which files do not carry. */
const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0
