import { all, type Costs, upTo } from '../cost/field-cost.js'
import { mutationCosts } from './mutation-costs.js'

export const writingCosts: Costs = {
  Query: {
    viewer: {},
    history: { work: () => 3 },
    proposals: { work: () => 3 },
    // To find the first by halves is a statement each.
    changes: { work: ({ args }) => (args.since ? 12 : 3) },
  },
  Mutation: { ...mutationCosts, decideProposal: { work: () => 30 } },
  // What most changes come to; few have as many as one may.
  Change: { fields: upTo(50) },
  Proposal: { fields: upTo(50) },
  Viewer: { actsFor: all('SupportActor') },
}
