import type { Resolvers } from '../../generated/resolvers.js'
import { createdEstablishment, endedEstablishment, updatedEstablishment } from '../drafts/establishment-draft.js'
import { payload } from './payload.js'
import { written } from './written.js'

export const establishmentWritingResolvers: Resolvers = {
  Mutation: {
    createEstablishment: (_, { input }, context) => written(context, input.propose, () => createdEstablishment(input)),
    updateEstablishment: (_, { input }, context) =>
      written(context, input.propose, () => updatedEstablishment(input, context.composer.today)),
    endEstablishment: (_, { input }, context) => written(context, input.propose, () => endedEstablishment(input)),
  },
  EstablishmentPayload: {
    establishment: ({ entity }, _, { composer }, info) => (entity === null ? null : composer.known(info, entity)),
    ...payload,
  },
}
