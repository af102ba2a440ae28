import type { Resolvers } from '../../generated/resolvers.js'
import { changeOf } from '../history/changes.js'
import { likelyDoubles } from './likely-doubles.js'
import { mergeEntities } from './merge.js'
import { mergePreview } from './merge-preview.js'

export const mergeResolvers: Resolvers = {
  Query: {
    likelyDoubles: (_, { kind, first, after }, { graph }) => likelyDoubles(graph, kind, { first, after }),
    mergePreview: (_, { from, into }, { graph, edition }) => mergePreview(graph, { from, into }, edition.sizeRule),
  },
  Mutation: {
    async mergeEntities(_, { input }, { graph, edition, viewer }) {
      const { reason = null, ...pair } = input
      return mergeEntities({ graph, edition, viewer }, { ...pair, reason })
    },
  },
  MergeEntitiesPayload: {
    entity: ({ entity }, _, { composer }, info) => composer.known(info, entity),
    change: ({ change }, _, { graph }) => changeOf(graph, change),
  },
  LikelyDouble: {
    one: ({ one }, _, { composer }, info) => composer.known(info, one),
    other: ({ other }, _, { composer }, info) => composer.known(info, other),
  },
  MergePreview: {
    from: ({ from }, _, { composer }, info) => composer.known(info, from),
    into: ({ into }, _, { composer }, info) => composer.known(info, into),
  },
}
