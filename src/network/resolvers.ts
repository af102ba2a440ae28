import type { Resolvers } from '../generated/resolvers.js'
import { worded } from '../provenance/worded.js'
import { whatIn } from './edge-facts.js'
import { grow } from './grow.js'
import { LARGEST_MEASURED, networkMetrics } from './metrics.js'
import { labelOf } from './network.js'
import { paths } from './paths.js'
import { neighbourhoodGrowth } from './question.js'
import { askedEdgeFacts } from './selected-facts.js'
import { supplyChain } from './supply-chain.js'

export const networkResolvers: Resolvers = {
  Query: {
    neighbourhood: (_, { asOf, ...question }, context, info) =>
      grow(context, neighbourhoodGrowth({ ...question, asOf: asOf ?? context.composer.today }), askedEdgeFacts(info)),
    supplyChain: (_, { asOf, ...question }, context, info) =>
      supplyChain(context, { ...question, asOf: asOf ?? context.composer.today }, askedEdgeFacts(info)),
    paths: (_, { asOf, ...question }, context, info) =>
      paths(context, { ...question, asOf: asOf ?? context.composer.today }, askedEdgeFacts(info)),
    networkMetrics: async (_, { asOf, ...question }, context) => {
      const growth = neighbourhoodGrowth({ ...question, asOf: asOf ?? context.composer.today }, LARGEST_MEASURED)
      return networkMetrics(await grow(context, growth, []))
    },
  },
  NetworkNode: {
    label: (node, { lang }, { composer }) => labelOf(node, lang ?? composer.lang),
    degree: ({ degree }) => (typeof degree === 'number' ? degree : degree()),
    entity: ({ id }, _, { composer }, info) => composer.known(info, id),
    organisationNumber: async (node) => (await node.facts()).organisationNumber,
    sizeClass: async (node) => (await node.facts()).sizeClass,
    employees: async (node) => (await node.facts()).employees,
    turnover: async (node) => (await node.facts()).turnover,
    jobs: async (node) => (await node.facts()).jobs,
    population: async (node) => (await node.facts()).population,
    municipality: async (node) => (await node.facts()).municipality,
    latitude: async (node) => (await node.facts()).latitude,
    longitude: async (node) => (await node.facts()).longitude,
    synthetic: async (node) => (await node.facts()).synthetic,
  },
  NetworkEdge: {
    // The category may be gone from the graph, or never have been in it.
    category: ({ category }, _, { composer }, info) => (category === null ? null : composer.entity(info, category)),
    // Sources are named by their ids, as everything is.
    statedBy: ({ statedIn }, _, { composer }, info) => (statedIn === null ? null : composer.entity(info, statedIn)),
    what: (edge, { lang }, { composer }) => whatIn(edge, lang ?? composer.lang),
    valueText: ({ valueText }, asked, context) => worded('supplies', valueText, asked, context),
    datesText: ({ datesText }, asked, context) => worded('supplies', datesText, asked, context),
    locator: ({ locator }, asked, context) => worded('locators', locator, asked, context),
  },
}
