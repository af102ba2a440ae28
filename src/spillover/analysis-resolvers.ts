import type { Resolvers } from '../generated/resolvers.js'
import { ownValue } from '../graph/compose/rows.js'
import { multipliersOfTable, pathsOf } from './analysis.js'

export const analysisResolvers: Resolvers = {
  Spillover: {
    structuralPaths: (answer, { first }) => pathsOf(answer, first),
  },
  PathRow: {
    sectors: ({ sectors }, _, { composer }, info) => composer.entities(info, sectors),
  },
  InputOutputTable: {
    multipliers: (row, question, { graph }, info) => multipliersOfTable(graph, String(ownValue(row, info)), question),
  },
  Multiplier: {
    sector: ({ sector }, _, { composer }, info) => composer.known(info, sector),
  },
}
