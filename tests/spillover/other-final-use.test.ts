import { expect, it } from 'vitest'
import { tableBalance } from '../../src/spillover/model/balance/table-balance.js'
import type { Industry } from '../../src/spillover/model/table.js'
import { industry, table } from './example-tables.js'

const whole = { householdPurchases: 40, labourCost: 30 }

/** Three industries of 100, each selling 20 to each: 40 to households and nothing to others. */
function balanceOf(figures: Partial<Industry>, satellites: Industry['satellites'] = {}) {
  const others = { grossOperatingSurplus: 10, otherNetProductionTaxes: 0, otherFinalUse: 0 }
  const industries = ['A', 'B', 'C'].map((code) => industry(code, 100, { ...whole, satellites: others }))
  const [first, ...further] = industries
  const changed = { ...(first ?? industry('A', 100)), ...figures, satellites: { ...others, ...satellites } }
  const flows = industries.map(() => industries.map(() => 20))
  const { refused, odd } = tableBalance(table([changed, ...further], flows))
  const told = (faults: typeof odd) => faults.map(({ industry: code, identity }) => [code, identity])
  return { refused: told(refused), odd: told(odd) }
}

it.each<[string, ReturnType<typeof balanceOf>, ReturnType<typeof balanceOf>]>([
  ['a row that is used up', balanceOf({}), { refused: [], odd: [] }],
  [
    'more sold than was made, out of stocks',
    balanceOf({ householdPurchases: 60 }, { otherFinalUse: -20 }),
    { refused: [], odd: [['A', 'SALES']] },
  ],
  [
    'more sold than was made, from nowhere',
    balanceOf({ householdPurchases: 60 }),
    { refused: [['A', 'SALES_AND_OTHER_USE']], odd: [] },
  ],
  [
    'output that nobody uses',
    balanceOf({}, { otherFinalUse: -2 }),
    { refused: [['A', 'SALES_AND_OTHER_USE']], odd: [] },
  ],
  [
    'a little that households sold back',
    balanceOf({ householdPurchases: -0.05 }, { otherFinalUse: 40.05 }),
    { refused: [], odd: [['A', 'NEGATIVE_AMOUNT']] },
  ],
  [
    'much that households sold back',
    balanceOf({ householdPurchases: -5 }, { otherFinalUse: 45 }),
    { refused: [['A', 'NEGATIVE_AMOUNT']], odd: [] },
  ],
  [
    'labour cost beyond output, at a loss',
    balanceOf({ labourCost: 45 }, { grossOperatingSurplus: -5 }),
    { refused: [], odd: [['A', 'INPUTS_AND_LABOUR_COST']] },
  ],
  [
    'labour cost beyond output, with a surplus',
    balanceOf({ labourCost: 45 }),
    { refused: [['A', 'INPUTS_AND_LABOUR_COST']], odd: [] },
  ],
])('%s is judged by what the table states beside it', (_, found, expected) => {
  expect(found).toEqual(expected)
})
