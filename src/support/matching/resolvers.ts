import { z } from 'zod'
import { sizeClasses } from '../../classification/size-class.js'
import type { Resolvers } from '../../generated/resolvers.js'
import type { CursorValues } from '../../graph/compose/cursor.js'
import { type Page, pageOf } from '../../graph/compose/page.js'
import { ownValue } from '../../graph/compose/rows.js'
import { type OnDay, onDay } from '../../kernel/day.js'
import { inLanguage } from '../../language/wording.js'
import { otherNames } from '../../provenance/other-names.js'
import type { OfferedInitiative, Reason, SupportMatch } from './match-rule.js'
import { actorsServing, supportFor } from './support-question.js'

export type MatchOnDay = SupportMatch & OnDay
export type OfferOnDay = OfferedInitiative & OnDay
export type ReasonOnDay = Reason & OnDay

/** A page of the actors that support an SME. */
export interface MatchPage extends Page<MatchOnDay>, OnDay {
  readonly unmet: readonly string[]
}

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
      return { ...pageOf('supportFor', onDay(matches, asOf), page, keysOf), unmet, asOf }
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
    unmet: ({ unmet, asOf }, _, { composer }, info) => composer.entities(info, unmet, asOf),
  },
  SupportMatch: {
    actor: ({ actor, asOf }, _, { composer }, info) => composer.known(info, actor, asOf),
    reach: ({ reach, asOf }, _, { composer }, info) => composer.known(info, reach, asOf),
    meets: ({ meets, asOf }, _, { composer }, info) => composer.entities(info, meets, asOf),
    through: ({ through, asOf }, _, { composer }, info) => composer.entities(info, through, asOf),
    initiatives: ({ initiatives, asOf }) => onDay(initiatives, asOf),
    reasons: ({ reasons, asOf }) => onDay(reasons, asOf),
  },
  OfferedInitiative: {
    initiative: ({ initiative, asOf }, _, { composer }, info) => composer.known(info, initiative, asOf),
  },
  Reason: {
    text: inLanguage,
    path: ({ path, asOf }, _, { composer }, info) => composer.entities(info, path, asOf),
  },
  Condition: { text: inLanguage },
}

/** Best score first, then name and id. */
function keysOf({ score, sortName, actor }: SupportMatch): CursorValues {
  return [-score, sortName, actor]
}
