import type { Resolvers } from '../../generated/resolvers.js'
import { createdActor, endedActor, updatedActor } from '../drafts/actor-draft.js'
import { payload } from './payload.js'
import { written } from './written.js'

export const actorWritingResolvers: Resolvers = {
  Mutation: {
    createSupportActor: (_, { input }, context) => written(context, input.propose, () => createdActor(input)),
    updateSupportActor: (_, { input }, context) =>
      written(context, input.propose, () => updatedActor(input, context.composer.today)),
    endSupportActor: (_, { input }, context) => written(context, input.propose, () => endedActor(input)),
  },
  SupportActorPayload: {
    actor: ({ entity }, _, { composer }, info) => (entity === null ? null : composer.known(info, entity)),
    ...payload,
  },
}
