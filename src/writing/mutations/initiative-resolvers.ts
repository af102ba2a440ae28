import type { Resolvers } from '../../generated/resolvers.js'
import { createdInitiative, endedInitiative, updatedInitiative } from '../drafts/initiative-draft.js'
import { payload } from './payload.js'
import { written } from './written.js'

export const initiativeWritingResolvers: Resolvers = {
  Mutation: {
    createInitiative: (_, { input }, context) => written(context, input.propose, () => createdInitiative(input)),
    updateInitiative: (_, { input }, context) =>
      written(context, input.propose, () => updatedInitiative(input, context.composer.today)),
    endInitiative: (_, { input }, context) => written(context, input.propose, () => endedInitiative(input)),
  },
  InitiativePayload: {
    initiative: ({ entity }, _, { composer }, info) => (entity === null ? null : composer.known(info, entity)),
    ...payload,
  },
}
