import type { Costs } from '../cost/field-cost.js'

export const placeCosts: Costs = {
  Query: {
    node: { work: () => 0.3 },
    entities: {
      scanned: ({ size, args }) => (args.kind === 'FIRM' ? size.nodes('Firm') : size.nodes('') - size.nodes('Firm')),
    },
  },
}
