import type { Costs } from '../cost/field-cost.js'

export const provenanceCosts: Costs = {
  // A source can be that of everything.
  Source: { entities: { rows: ({ size }) => size.nodes(''), inAll: ({ size }) => size.nodes('') } },
  Query: {
    claims: { scanned: ({ size }) => size.nodes('Claim') },
    sources: { scanned: ({ size }) => size.nodes('Source') },
  },
}
