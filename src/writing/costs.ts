import { all, type Costs, upTo } from '../cost/field-cost.js'
import { mutationCosts } from './mutation-costs.js'

export const writingCosts: Costs = {
  Query: {
    viewer: {},
    mergePreview: { work: () => 12 },
    history: { work: () => 3 },
    proposals: { work: () => 3 },
    // To find the first by halves is a statement each.
    changes: { work: ({ args }) => (args.since ? 12 : 3) },
  },
  Mutation: { ...mutationCosts, decideProposal: { work: () => 30 }, mergeEntities: { work: () => 40 } },
  // What most changes come to; few have as many as one may.
  Change: { fields: upTo(50) },
  // What most merges come to: types of relationships, and values.
  MergePreview: { fields: upTo(20), relationships: upTo(12) },
  Proposal: { fields: upTo(50) },
  Viewer: { actsFor: all('SupportActor') },
}
