import type { Resolvers } from '../generated/resolvers.js'
import { calculationOf, calculationsSeen, calculationThere } from './shown-calculations.js'

export const calculationResolvers: Resolvers = {
  Query: {
    calculationJob: (_, { id }, { graph, viewer }) => calculationOf(graph, id, viewer),
    calculationJobs: (_, page, { graph, viewer }) => calculationsSeen(graph, page, viewer),
  },
  Mutation: {
    startDraws: async (_, { input }, { graph, jobs, viewer }) => {
      const id = await jobs.calculations.startDraws(input, viewer)
      return { job: await calculationThere(graph, id, viewer) }
    },
    startRun: async (_, { input }, { graph, jobs, viewer }) => {
      const id = await jobs.calculations.startRun(input, viewer)
      return { job: await calculationThere(graph, id, viewer) }
    },
    cancelCalculation: async (_, { input }, { graph, jobs, viewer }) => {
      await jobs.calculations.cancel(input.job, viewer)
      return { job: await calculationThere(graph, input.job, viewer) }
    },
  },
  CalculationJobConnection: { totalCount: ({ counted }) => counted() },
  CalculationJob: {
    progress: ({ progress }) => progress(),
    run: ({ stored }, _, { composer }, info) => (stored === null ? null : composer.entity(info, stored)),
  },
}
