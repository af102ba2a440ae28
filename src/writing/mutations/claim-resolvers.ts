import type { Resolvers } from '../../generated/resolvers.js'
import { createdClaim, endedClaim, updatedClaim } from '../drafts/claim-draft.js'
import { payload } from './payload.js'
import { written } from './written.js'

export const claimWritingResolvers: Resolvers = {
  Mutation: {
    createClaim: (_, { input }, context) => written(context, input.propose, () => createdClaim(input)),
    updateClaim: (_, { input }, context) =>
      written(context, input.propose, () => updatedClaim(input, context.composer.today)),
    endClaim: (_, { input }, context) => written(context, input.propose, () => endedClaim(input)),
  },
  ClaimPayload: {
    claim: ({ entity }, _, { composer }, info) => (entity === null ? null : composer.known(info, entity)),
    ...payload,
  },
}
