import fc from 'fast-check'
import type { InputOutputTable } from '../../src/spillover/model/table.js'
import { industry, table } from './example-tables.js'

/**
 * Tables whose accounts all go together: from A, final demand, and how what an industry does not buy of the others is shared
 * out; output is what they take. No rows, columns or figures are alike.
 */
export const soundTables: fc.Arbitrary<InputOutputTable> = fc.integer({ min: 3, max: 9 }).chain((size) => {
  const list = (min: number, max: number) =>
    fc.array(fc.double({ min, max, noNaN: true }), { minLength: size, maxLength: size })
  return fc
    .record({
      coefficients: fc.array(list(0.02, 1), { minLength: size, maxLength: size }),
      demand: list(100, 1000),
      ofHouseholds: list(0.1, 0.9),
      imported: list(0.05, 0.3),
      labour: list(0.2, 0.8),
      people: list(0.3, 3),
      isPublishedInWholes: fc.boolean(),
    })
    .map((drawn) => {
      const flowsOf = (output: readonly number[]) =>
        drawn.coefficients.map((row) => row.map((share, j) => (share * 0.5 * (output[j] ?? 0)) / size))
      let output: readonly number[] = drawn.demand
      for (let round = 0; round < 60; round++) {
        const sold = flowsOf(output).map((row) => row.reduce((sum, flow) => sum + flow, 0))
        output = drawn.demand.map((demand, i) => demand + (sold[i] ?? 0))
      }
      const rounded = (value: number) => (drawn.isPublishedInWholes ? Math.round(value * 10) : value * 10)
      const flows = flowsOf(output)
      const industries = output.map((made, i) => {
        const bought = flows.reduce((sum, row) => sum + (row[i] ?? 0), 0)
        const imports = (drawn.imported[i] ?? 0) * (made - bought)
        const valueAdded = made - bought - imports
        const labourCost = (drawn.labour[i] ?? 0) * valueAdded
        return industry(`I${i}`, rounded(made), {
          employed: Math.ceil((drawn.people[i] ?? 1) * made),
          wages: rounded(0.75 * labourCost),
          labourCost: rounded(labourCost),
          householdPurchases: rounded((drawn.ofHouseholds[i] ?? 0) * (drawn.demand[i] ?? 0)),
          satellites: {
            intermediateConsumption: rounded(bought + imports),
            valueAdded: rounded(valueAdded),
            imports: rounded(imports),
          },
        })
      })
      const purchases = industries.reduce((sum, { householdPurchases }) => sum + (householdPurchases ?? 0), 0)
      return table(
        industries,
        flows.map((row) => row.map(rounded)),
        { householdConsumption: 1.3 * purchases },
      )
    })
})
