import type { Costs } from '../cost/field-cost.js'

/** Each text is looked for in every name, twice, and in an index of pairs of letters. */
export const searchCosts: Costs = {
  Query: { search: { work: ({ size }) => 40 + 0.003 * size.nodes(''), memory: () => 3_000_000, argument: 'text' } },
}
