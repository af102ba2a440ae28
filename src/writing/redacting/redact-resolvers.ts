import type { Resolvers } from '../../generated/resolvers.js'
import { changeOf } from '../history/changes.js'
import { redactChange } from './redact.js'

export const redactResolvers: Resolvers = {
  Mutation: {
    redactChange: (_, { input: { change, entity } }, { graph, edition }) =>
      redactChange({ graph, edition }, { change, entity: entity ?? null }),
  },
  RedactChangePayload: {
    change: ({ change }, _, { graph }) => changeOf(graph, change),
  },
}
