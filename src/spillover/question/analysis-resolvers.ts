import type { Resolvers } from '../../generated/resolvers.js'
import { ownValue } from '../../graph/compose/rows.js'
import { inLanguage } from '../../language/wording.js'
import { wordedText } from '../../provenance/worded.js'
import { pathsOf } from './analysis.js'
import { multipliersOfTable } from './multipliers.js'

export const analysisResolvers: Resolvers = {
  Spillover: {
    structuralPaths: (answer, { first }, { signal }) => pathsOf(answer, first, signal),
  },
  PathRow: {
    sectors: ({ sectors }, _, { composer }, info) => composer.entities(info, sectors),
    county: ({ county }, _, { composer }, info) => (county === null ? null : composer.known(info, county)),
  },
  InputOutputTable: {
    name: wordedText('sources'),
    publisher: wordedText('sources'),
    multipliers: (row, question, context, info) =>
      multipliersOfTable(context, String(ownValue(row, info)), question, context.signal),
  },
  Multiplier: {
    sector: ({ sector }, _, { composer }, info) => composer.known(info, sector),
    accounts: ({ accounts }, { names }) => accounts(names ?? null),
  },
  AccountMultiplier: {
    reason: ({ reason }, asked, context) => (reason === null ? null : inLanguage(reason, asked, context)),
  },
  MissingMultiplier: {
    reason: inLanguage,
  },
}
