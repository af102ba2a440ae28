import type { Resolvers } from '../generated/resolvers.js'
import { grow } from './grow.js'
import { LARGEST_MEASURED, networkMetrics } from './metrics.js'
import { labelOf } from './network.js'
import { paths } from './paths.js'
import { neighbourhoodGrowth } from './question.js'
import { supplyChain } from './supply-chain.js'

export const networkResolvers: Resolvers = {
  Query: {
    neighbourhood: (_, { asOf, ...question }, { graph, composer }) =>
      grow(graph, neighbourhoodGrowth({ ...question, asOf: asOf ?? composer.today })),
    supplyChain: (_, { asOf, ...question }, { graph, composer }) =>
      supplyChain(graph, { ...question, asOf: asOf ?? composer.today }),
    paths: (_, { asOf, ...question }, { graph, composer }) =>
      paths(graph, { ...question, asOf: asOf ?? composer.today }),
    networkMetrics: async (_, { asOf, ...question }, { graph, composer }) =>
      networkMetrics(
        await grow(graph, neighbourhoodGrowth({ ...question, asOf: asOf ?? composer.today }, LARGEST_MEASURED)),
      ),
  },
  NetworkNode: {
    label: (node, { lang }) => labelOf(node, lang ?? 'SV'),
    degree: ({ degree }) => (typeof degree === 'number' ? degree : degree()),
    entity: ({ id, asOf }, _, { composer }, info) => composer.known(info, id, asOf),
  },
  NetworkEdge: {
    // The category may be gone from the graph, or never have been in it.
    category: ({ category }, _, { composer }, info) => (category === null ? null : composer.entity(info, category)),
  },
}
