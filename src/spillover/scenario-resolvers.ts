import { z } from 'zod'
import type { Resolvers } from '../generated/resolvers.js'
import { ownValue } from '../graph/compose/rows.js'

const yearly = z.object({ years: z.array(z.number()), jobs: z.array(z.number()) })

export const scenarioResolvers: Resolvers = {
  Query: {
    scenarios: (_, __, { composer }, info) =>
      composer.connection(info, ({ node }) => ({ match: `MATCH (${node}:Scenario)` })),
  },
  AdjustmentEdge: {
    jobs: (row, _, __, info) => {
      const { years, jobs } = yearly.parse(ownValue(row, info))
      return years.map((year, index) => ({ year, jobs: jobs[index] ?? 0 }))
    },
  },
}
