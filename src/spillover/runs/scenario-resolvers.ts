import type { Resolvers } from '../../generated/resolvers.js'
import { ownValue } from '../../graph/compose/rows.js'
import { yearlyJobs } from '../question/yearly-jobs.js'

export const scenarioResolvers: Resolvers = {
  Query: {
    scenarios: (_, __, { composer }, info) =>
      composer.connection(info, ({ node }) => ({ match: `MATCH (${node}:Scenario)` })),
  },
  AdjustmentEdge: {
    jobs: (row, _, __, info) => yearlyJobs(ownValue(row, info)),
  },
}
