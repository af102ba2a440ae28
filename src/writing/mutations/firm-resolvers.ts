import type { Resolvers } from '../../generated/resolvers.js'
import { createdFirm, endedFirm, updatedFirm } from '../drafts/firm-draft.js'
import { payload } from './payload.js'
import { written } from './written.js'

export const firmWritingResolvers: Resolvers = {
  Mutation: {
    createFirm: (_, { input }, context) => written(context, input.propose, () => createdFirm(input, context.edition)),
    updateFirm: (_, { input }, context) =>
      written(context, input.propose, () => updatedFirm(input, context.edition, context.composer.today)),
    endFirm: (_, { input }, context) => written(context, input.propose, () => endedFirm(input)),
  },
  FirmPayload: {
    firm: ({ entity }, _, { composer }, info) => (entity === null ? null : composer.known(info, entity)),
    ...payload,
  },
}
