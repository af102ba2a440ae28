import type { Resolvers } from '../generated/resolvers.js'
import { nodeKey } from '../graph/compose/fields.js'
import { aboutKnown, idOfKnownKind } from '../graph/entity-ids.js'
import { wordedText, wordedValue } from './worded.js'

export const provenanceResolvers: Resolvers = {
  Query: {
    sources: (_, { kind }, { composer }, info) =>
      composer.connection(info, ({ node }, { bind }) => ({
        match: `MATCH (${node}:Source)`,
        where: kind ? [`${node}.kind = ${bind(kind)}`] : [],
      })),
    claims: (_, { filter }, { graph, composer }, info) => {
      const about = idOfKnownKind(filter?.about, 'filter.about')
      const claims = composer.connection(info, ({ node }, { bind }) => ({
        match: about ? `MATCH (:Entity {id: ${bind(about)}})<-[:ABOUT]-(${node}:Claim)` : `MATCH (${node}:Claim)`,
        orderBy: [nodeKey('id')],
      }))
      return aboutKnown(graph, about ? [about] : [], claims)
    },
  },
  Provenance: { locator: wordedText('locators') },
  Source: { publisher: wordedValue('sources'), edition: wordedValue('sources') },
}
