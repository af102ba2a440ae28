import fc from 'fast-check'
import type { Matrix } from '../../src/spillover/model/linear-algebra/leontief.js'
import type { ShockByJobs } from '../../src/spillover/model/shocks.js'
import type { Industry, InputOutputTable } from '../../src/spillover/model/table.js'

/** An industry of which only the code and the figures given are known. */
export const industry = (code: string, output: number, figures: Partial<Industry> = {}): Industry => ({
  code,
  name: null,
  nameSv: null,
  section: null,
  output,
  employed: null,
  wages: null,
  labourCost: null,
  householdPurchases: null,
  group: null,
  scope: null,
  sni: [],
  imputedRent: false,
  satellites: {},
  ...figures,
})

export const table = (
  industries: readonly Industry[],
  flows: Matrix,
  facts: Partial<InputOutputTable> = {},
): InputOutputTable => ({
  id: 'example',
  title: 'Example',
  publisher: 'Nobody',
  edition: 'First',
  year: 2020,
  geography: 'XX',
  currencyUnit: 'MSEK',
  employmentUnit: 'persons',
  householdConsumption: null,
  householdIncome: null,
  industries,
  flows,
  ...facts,
})

/**
 * The two-sector example of Miller & Blair, section 2.3, with figures of employment and households added so that h_r
 * (WAGES) is (0.3, 0.25) and h_c (0.05, 0.4).
 */
export const twoSectors = table(
  [
    industry('1', 1000, {
      employed: 10,
      wages: 300,
      labourCost: 400,
      householdPurchases: 50,
      group: 'INDUSTRY',
      scope: 'LOCAL',
    }),
    industry('2', 2000, {
      employed: 100,
      wages: 500,
      labourCost: 600,
      householdPurchases: 400,
      group: 'SERVICES',
      scope: 'NATIONAL',
    }),
  ],
  [
    [150, 500],
    [200, 100],
  ],
  { householdConsumption: 1000, householdIncome: 2000 },
)

/** Tables of two to six industries whose columns of A and whose household spending add up to less than 1. */
export const tables: fc.Arbitrary<InputOutputTable> = fc.integer({ min: 2, max: 6 }).chain((size) => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const positive = fc.double({ min: 1, max: 1000, noNaN: true })
  return fc
    .record({
      coefficients: fc.array(fc.array(share, { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
      output: fc.array(positive, { minLength: size, maxLength: size }),
      employed: fc.array(positive, { minLength: size, maxLength: size }),
      wageShares: fc.array(share, { minLength: size, maxLength: size }),
      purchases: fc.array(positive, { minLength: size, maxLength: size }),
      groups: fc.array(fc.constantFrom('INDUSTRY', 'SERVICES', 'PUBLIC', null), { minLength: size, maxLength: size }),
      scopes: fc.array(fc.constantFrom('LOCAL', 'NATIONAL', null), { minLength: size, maxLength: size }),
    })
    .map(({ coefficients, output, employed, wageShares, purchases, groups, scopes }) => {
      const spent = purchases.reduce((sum, value) => sum + value, 0)
      return table(
        output.map((value, i) =>
          industry(`I${i}`, value, {
            employed: employed[i] ?? 1,
            wages: (wageShares[i] ?? 0) * value * 0.3,
            labourCost: (wageShares[i] ?? 0) * value * 0.4,
            householdPurchases: purchases[i] ?? 0,
            group: groups[i] ?? null,
            scope: scopes[i] ?? null,
          }),
        ),
        coefficients.map((row) => row.map((value, j) => (value * 0.5 * (output[j] ?? 0)) / size)),
        { householdConsumption: 2 * spent, householdIncome: 3 * spent },
      )
    })
})

/** Shocks to the industries of such tables. */
export const shocksTo = ({ industries }: InputOutputTable): fc.Arbitrary<ShockByJobs[]> =>
  fc.array(
    fc.record({
      industry: fc.constantFrom(...industries.map(({ code }) => code)),
      county: fc.constantFrom('county:24', 'county:25'),
      year: fc.integer({ min: 2022, max: 2024 }),
      establishment: fc.constantFrom('establishment:a', 'establishment:b', null),
      // None, or at least a millionth of a job: below that floating point has no digits left to compare.
      jobs: fc.double({ min: 0, max: 1000, noNaN: true }).map((jobs) => (jobs < 1e-6 ? 0 : jobs)),
    }),
    { minLength: 1, maxLength: 8 },
  )

export const tableAndShocks = tables.chain((each) => fc.tuple(fc.constant(each), shocksTo(each)))
