import type { Resolvers } from '../generated/resolvers.js'
import { pageSize } from '../graph/compose/page.js'
import { once } from '../kernel/once.js'
import { inLanguage } from '../language/wording.js'
import { chainExposure } from './chain-exposure.js'
import { consortia } from './consortia.js'
import { existingSupplies } from './queries.js'
import { supplierFirms } from './supplier-firms.js'
import { helpForSectors, helpWithRequirements } from './supplier-help.js'
import { supplierMatches } from './supplier-matches.js'
import { supplyGaps } from './supply-gaps.js'

export const supplyResolvers: Resolvers = {
  Query: {
    supplierMatches: async (_, { asOf: day, first, after, ...question }, context) => {
      const asOf = day ?? context.composer.today
      const distances = question.distances ?? 'MIDPOINTS'
      const asked = { ...question, distances, asOf }
      const page = await supplierMatches(context, asked, { first, after })
      const help = once(() => helpWithRequirements(context, page.nodes, asOf))
      const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, help, asked } }))
      return { ...page, edges, nodes: edges.map(({ node }) => node) }
    },
    supplierFirms: async (_, { asOf: day, first, after, ...question }, context) => {
      const asOf = day ?? context.composer.today
      const distances = question.distances ?? 'MAIN_TOWNS'
      const page = await supplierFirms(context, { ...question, distances, asOf }, { first, after })
      const help = once(() => helpWithRequirements(context, page.nodes, asOf))
      const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, help } }))
      return { ...page, edges, nodes: edges.map(({ node }) => node) }
    },
    supplyGaps: async (_, { asOf: day, ...question }, context) => {
      const asOf = day ?? context.composer.today
      const distances = question.distances ?? 'MIDPOINTS'
      const { gaps, sites, warnings } = await supplyGaps(context.graph, { ...question, distances, asOf })
      const help = once(() => helpForSectors(context, sites, asOf))
      return { warnings, nodes: gaps.map((gap) => ({ ...gap, help })) }
    },
    consortia: async (_, { asOf: day, first, ...question }, { graph, composer }) => {
      const asOf = day ?? composer.today
      const size = pageSize({ first })
      const distances = question.distances ?? 'MIDPOINTS'
      const { consortia: found, ...rest } = await consortia(graph, { ...question, distances, asOf })
      return { ...rest, totalCount: found.length, nodes: found.slice(0, size) }
    },
    chainExposure: (_, { asOf, ...question }, { graph, composer }) =>
      chainExposure(graph, { ...question, asOf: asOf ?? composer.today }),
  },
  SupplierMatchConnection: { totalCount: ({ count }) => count() },
  SupplierMatch: {
    firm: ({ firm }, _, { composer }, info) => composer.known(info, firm),
    category: ({ category }, _, { composer }, info) => composer.known(info, category),
    fulfils: ({ fulfils }, _, { composer }, info) => composer.entities(info, fulfils),
    missing: ({ firm, missing, help }) => missing.map((requirement) => ({ firm, requirement, help })),
    unknown: ({ unknown }, _, { composer }, info) => composer.entities(info, unknown),
    supplies: ({ basis, firm, category, asked }, _, { composer }, info) =>
      basis === 'EXISTING'
        ? composer.connection(info, ({ node, edge }, { bind }) => ({
            match: `MATCH (:Establishment {id: ${bind(asked.establishment)}})<-[${edge}:SUPPLIES]-(${node}:Firm {id: ${bind(firm)}})`,
            where: [
              `${edge}.category = ${bind(category)}`,
              existingSupplies(edge, bind(asked.phase ?? ''), bind(asked.asOf)),
            ],
            bindsEdge: true,
          }))
        : null,
  },
  SupplierFirmConnection: {
    totalCount: async ({ counts }) => (await counts()).firms,
    facets: ({ counts }) => counts(),
  },
  SupplierFirm: {
    firm: ({ firm }, _, { composer }, info) => composer.known(info, firm),
    municipality: ({ municipality }, _, { composer }, info) =>
      municipality === null ? null : composer.known(info, municipality),
    fulfils: ({ fulfils }, _, { composer }, info) => composer.entities(info, fulfils),
    missing: ({ firm, missing, help }) => missing.map((requirement) => ({ firm, requirement, help })),
    unknown: ({ unknown }, _, { composer }, info) => composer.entities(info, unknown),
  },
  SupplierScoreParts: { text: inLanguage },
  SupplierAbility: { category: ({ category }, _, { composer }, info) => composer.known(info, category) },
  SupplierCategoryCount: { category: ({ category }, _, { composer }, info) => composer.known(info, category) },
  SupplierRequirementCount: {
    requirement: ({ requirement }, _, { composer }, info) => composer.known(info, requirement),
  },
  SupplierMunicipalityCount: {
    municipality: ({ municipality }, _, { composer }, info) =>
      municipality === null ? null : composer.known(info, municipality),
  },
  MissingRequirement: {
    requirement: ({ requirement }, _, { composer }, info) => composer.known(info, requirement),
    initiatives: async ({ firm, requirement, help }, _, { composer }, info) =>
      composer.entities(info, (await help())(firm, requirement)),
  },
  SupplyGap: {
    category: ({ category }, _, { composer }, info) => composer.known(info, category),
    initiatives: async ({ sectors, help }, _, { composer }, info) => composer.entities(info, (await help())(sectors)),
  },
  Consortium: {
    firms: ({ firms }, _, { composer }, info) => composer.entities(info, firms),
    covers: ({ covers }, _, { composer }, info) => composer.entities(info, covers),
    missing: ({ missing }, _, { composer }, info) => composer.entities(info, missing),
  },
  FailedBound: {
    category: ({ category }, _, { composer }, info) => (category === null ? null : composer.known(info, category)),
    text: inLanguage,
  },
  ChainExposure: {
    soleSuppliers: ({ soleSuppliers }, { first }) => firstOf(soleSuppliers, first),
    carriers: ({ carriers }, { first }) => firstOf(carriers, first),
  },
  MunicipalityExposure: {
    municipality: ({ id }, _, { composer }, info) => (id === null ? null : composer.known(info, id)),
  },
  SectorExposure: {
    sector: ({ id }, _, { composer }, info) => (id === null ? null : composer.known(info, id)),
  },
  SoleSupplier: {
    firm: ({ firm }, _, { composer }, info) => composer.known(info, firm),
    category: ({ category }, _, { composer }, info) => composer.known(info, category),
    buyer: ({ buyer }, _, { composer }, info) => composer.known(info, buyer),
  },
  BranchCarrier: {
    firm: ({ firm }, _, { composer }, info) => composer.known(info, firm),
  },
}

function firstOf<Item>(items: readonly Item[], first: number | null | undefined) {
  const size = pageSize({ first })
  return { totalCount: items.length, nodes: items.slice(0, size) }
}
