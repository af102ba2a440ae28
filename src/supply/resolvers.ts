import type { Resolvers } from '../generated/resolvers.js'
import { pageSize } from '../graph/compose/page.js'
import { type OnDay, onDay } from '../kernel/day.js'
import type { BranchCarrier } from './branch-carriers.js'
import { type ChainExposure, chainExposure, type SoleSupplier } from './chain-exposure.js'
import { type Consortium, consortia } from './consortia.js'
import { type HelpForSectors, type HelpWithRequirement, helpForSectors, helpWithRequirements } from './supplier-help.js'
import { countMatches, type SupplierMatch, type SupplierMatchPage, supplierMatches } from './supplier-matches.js'
import { type SupplyGap, supplyGaps } from './supply-gaps.js'

/** A match with what finds, once for its whole page, who could help. */
export interface AnsweredMatch extends SupplierMatch, OnDay {
  readonly help: () => Promise<HelpWithRequirement>
}

export interface AnsweredMatches extends Omit<SupplierMatchPage, 'nodes' | 'edges'> {
  readonly nodes: readonly AnsweredMatch[]
  readonly edges: readonly { readonly cursor: string; readonly node: AnsweredMatch }[]
}

export interface AnsweredMissing extends Pick<AnsweredMatch, 'firm' | 'help' | 'asOf'> {
  readonly requirement: string
}

export interface AnsweredGap extends SupplyGap, OnDay {
  readonly help: () => Promise<HelpForSectors>
}

export type AnsweredConsortium = Consortium & OnDay
export type AnsweredExposure = ChainExposure & OnDay
export type AnsweredSole = SoleSupplier & OnDay
export type AnsweredCarrier = BranchCarrier & OnDay

export const supplyResolvers: Resolvers = {
  Query: {
    supplierMatches: async (_, { asOf: day, first, after, ...question }, context) => {
      const asOf = day ?? context.composer.today
      const page = await supplierMatches(context.graph, { ...question, asOf }, { first, after })
      const help = once(() => helpWithRequirements(context, page.nodes, asOf))
      const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: { ...node, asOf, help } }))
      return { ...page, edges, nodes: edges.map(({ node }) => node) }
    },
    supplyGaps: async (_, { asOf: day, ...question }, context) => {
      const asOf = day ?? context.composer.today
      const { gaps, sites, warnings } = await supplyGaps(context.graph, { ...question, asOf })
      const help = once(() => helpForSectors(context, sites, asOf))
      return { warnings, nodes: gaps.map((gap) => ({ ...gap, asOf, help })) }
    },
    consortia: async (_, { asOf: day, first, ...question }, { graph, composer }) => {
      const asOf = day ?? composer.today
      const size = pageSize({ first })
      const { consortia: found, ...rest } = await consortia(graph, { ...question, asOf })
      return { ...rest, totalCount: found.length, nodes: onDay(found.slice(0, size), asOf) }
    },
    chainExposure: async (_, { asOf: day, ...question }, { graph, composer }) => {
      const asOf = day ?? composer.today
      return { ...(await chainExposure(graph, { ...question, asOf })), asOf }
    },
  },
  SupplierMatchConnection: { totalCount: (page, _, { graph }) => countMatches(graph, page) },
  SupplierMatch: {
    firm: ({ firm, asOf }, _, { composer }, info) => composer.known(info, firm, asOf),
    category: ({ category, asOf }, _, { composer }, info) => composer.known(info, category, asOf),
    fulfils: ({ fulfils, asOf }, _, { composer }, info) => composer.entities(info, fulfils, asOf),
    missing: ({ firm, missing, help, asOf }) => missing.map((requirement) => ({ firm, requirement, help, asOf })),
    unknown: ({ unknown, asOf }, _, { composer }, info) => composer.entities(info, unknown, asOf),
  },
  MissingRequirement: {
    requirement: ({ requirement, asOf }, _, { composer }, info) => composer.known(info, requirement, asOf),
    initiatives: async ({ firm, requirement, help, asOf }, _, { composer }, info) =>
      composer.entities(info, (await help())(firm, requirement), asOf),
  },
  SupplyGap: {
    category: ({ category, asOf }, _, { composer }, info) => composer.known(info, category, asOf),
    initiatives: async ({ sectors, help, asOf }, _, { composer }, info) =>
      composer.entities(info, (await help())(sectors), asOf),
  },
  Consortium: {
    firms: ({ firms, asOf }, _, { composer }, info) => composer.entities(info, firms, asOf),
    covers: ({ covers, asOf }, _, { composer }, info) => composer.entities(info, covers, asOf),
    missing: ({ missing, asOf }, _, { composer }, info) => composer.entities(info, missing, asOf),
  },
  ChainExposure: {
    soleSuppliers: ({ soleSuppliers, asOf }, { first }) => firstOf(soleSuppliers, first, asOf),
    carriers: ({ carriers, asOf }, { first }) => firstOf(carriers, first, asOf),
  },
  MunicipalityExposure: {
    municipality: ({ id }, _, { composer }, info) => (id === null ? null : composer.known(info, id)),
  },
  SectorExposure: {
    sector: ({ id }, _, { composer }, info) => (id === null ? null : composer.known(info, id)),
  },
  SoleSupplier: {
    firm: ({ firm, asOf }, _, { composer }, info) => composer.known(info, firm, asOf),
    category: ({ category, asOf }, _, { composer }, info) => composer.known(info, category, asOf),
    buyer: ({ buyer, asOf }, _, { composer }, info) => composer.known(info, buyer, asOf),
  },
  BranchCarrier: {
    firm: ({ firm, asOf }, _, { composer }, info) => composer.known(info, firm, asOf),
  },
}

function firstOf<Item extends object>(items: readonly Item[], first: number | null | undefined, asOf: string) {
  const size = pageSize({ first })
  return { totalCount: items.length, nodes: onDay(items.slice(0, size), asOf) }
}

/** Asks when the answer is first wanted, and keeps it. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined
  return () => {
    answer ??= ask()
    return answer
  }
}
