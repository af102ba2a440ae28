import { z } from 'zod'
import { sizeClasses } from '../../classification/size-class.js'
import type { Resolvers } from '../../generated/resolvers.js'
import { pageOf } from '../../graph/compose/page.js'
import { ownValue } from '../../graph/compose/rows.js'
import { inLanguage } from '../../language/wording.js'
import { otherNames } from '../../provenance/other-names.js'
import { keysOfMatch } from './match-rule.js'
import { actorsServing, supportFor } from './support-question.js'

const sizeList = z.array(z.enum(sizeClasses))

export const supportResolvers: Resolvers = {
  Query: {
    supportActors: async (_, { filter, asOf }, context, info) => {
      const { composer } = context
      const ids = await actorsServing(context, { ...filter, asOf: asOf ?? composer.today })
      return composer.connection(info, ({ node }, { bind }) => ({
        match: `MATCH (${node}:SupportActor)`,
        where: ids ? [`${node}.id IN ${bind(ids)}`] : [],
      }))
    },
    supportFor: async (_, { profile, includeProposed, asOf: day, evidence, ...page }, context) => {
      const asOf = day ?? context.composer.today
      const question = { profile, includeProposed: includeProposed ?? false, asOf, evidence }
      const { matches, ...beside } = await supportFor(context, question)
      return { ...pageOf('supportFor', matches, page, keysOfMatch), ...beside }
    },
  },
  SupportActor: {
    otherNames: (row, _, __, info) => otherNames(ownValue(row, info)),
    servesSizes: (row, _, __, info) => {
      const served = new Set(sizeList.parse(ownValue(row, info)))
      return sizeClasses.filter((size) => served.has(size))
    },
  },
  SupportMatchConnection: {
    // What every answer may have to say is added to all of them together.
    warnings: () => [],
    unmet: ({ unmet }, _, { composer }, info) => composer.entities(info, unmet),
    doors: ({ doors }, _, { composer }, info) => composer.entities(info, doors),
  },
  NobodyFor: {
    need: ({ need }, _, { composer }, info) => composer.known(info, need),
    notInForce: ({ notInForce }, _, { composer }, info) => composer.entities(info, notInForce),
  },
  Assumed: { text: inLanguage },
  WeighedRule: { text: inLanguage },
  OfferedNeed: { need: ({ need }, _, { composer }, info) => composer.known(info, need) },
  SupportMatch: {
    actor: ({ actor }, _, { composer }, info) => composer.known(info, actor),
    reach: ({ reach }, _, { composer }, info) => composer.known(info, reach),
    meets: ({ meets }, _, { composer }, info) => composer.entities(info, meets),
    through: ({ through }, _, { composer }, info) => composer.entities(info, through),
  },
  OfferedInitiative: {
    initiative: ({ initiative }, _, { composer }, info) => composer.known(info, initiative),
  },
  Reason: {
    text: inLanguage,
    path: ({ path }, _, { composer }, info) => composer.entities(info, path),
  },
  Condition: { text: inLanguage },
}
