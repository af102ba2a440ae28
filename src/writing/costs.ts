import { all, type Costs, upTo } from '../cost/field-cost.js'

export const writingCosts: Costs = {
  Query: { viewer: {} },
  // What most changes come to; few have as many as one may.
  Change: { fields: upTo(50) },
  Proposal: { fields: upTo(50) },
  Viewer: { actsFor: all('SupportActor') },
}
