import { type Costs, lengthOf } from '../cost/field-cost.js'

export const placeCosts: Costs = {
  Query: {
    node: { work: () => 0.3 },
    nodes: { work: () => 0.3, rows: ({ args }) => lengthOf(args.ids, 0), argument: 'ids' },
    entities: {
      scanned: ({ size, args }) => (args.kind === 'FIRM' ? size.nodes('Firm') : size.nodes('') - size.nodes('Firm')),
    },
  },
}
