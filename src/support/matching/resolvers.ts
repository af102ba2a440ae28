import { z } from 'zod'
import { sizeClasses } from '../../classification/size-class.js'
import type { Resolvers } from '../../generated/resolvers.js'
import type { CursorValues } from '../../graph/compose/cursor.js'
import { pageOf } from '../../graph/compose/page.js'
import { ownValue } from '../../graph/compose/rows.js'
import { inLanguage } from '../../language/wording.js'
import { otherNames } from '../../provenance/other-names.js'
import type { SupportMatch } from './match-rule.js'
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
    supportFor: async (_, { profile, includeProposed, asOf: day, ...page }, context) => {
      const asOf = day ?? context.composer.today
      const { matches, unmet } = await supportFor(context, { profile, includeProposed: includeProposed ?? false, asOf })
      return { ...pageOf('supportFor', matches, page, keysOf), unmet }
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
    unmet: ({ unmet }, _, { composer }, info) => composer.entities(info, unmet),
  },
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

/** Best score first, then name and id. */
function keysOf({ score, sortName, actor }: SupportMatch): CursorValues {
  return [-score, sortName, actor]
}
