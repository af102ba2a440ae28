import type { Resolvers } from '../../generated/resolvers.js'
import { changeOf } from '../history/changes.js'
import { redactChange } from './redact.js'

export const redactResolvers: Resolvers = {
  Mutation: {
    async redactChange(_, { input: { change, entity = null } }, { graph, edition, note }) {
      const redacted = await redactChange({ graph, edition }, { change, entity })
      note('change redacted', { change, entity })
      return redacted
    },
  },
  RedactChangePayload: {
    change: ({ change }, _, { graph }) => changeOf(graph, change),
  },
}
