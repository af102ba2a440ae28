import type { Resolvers } from '../generated/resolvers.js'
import { nodeKey } from '../graph/compose/fields.js'
import { aboutKnown, idOfKnownKind } from '../graph/entity-ids.js'

export const provenanceResolvers: Resolvers = {
  Query: {
    claims: (_, { filter }, { graph, composer }, info) => {
      const about = idOfKnownKind(filter?.about, 'filter.about')
      const claims = composer.connection(info, ({ node }, { bind }) => ({
        match: about ? `MATCH (:Entity {id: ${bind(about)}})<-[:ABOUT]-(${node}:Claim)` : `MATCH (${node}:Claim)`,
        orderBy: [nodeKey('id')],
      }))
      return aboutKnown(graph, about ? [about] : [], claims)
    },
  },
}
