import { z } from 'zod'
import type { Resolvers } from '../generated/resolvers.js'
import type { Catalog } from '../graph/compose/fields.js'
import { property } from '../graph/compose/fields.js'
import { aboutKnown, idOfKnownKind } from '../graph/entity-ids.js'
import { query } from '../graph/query.js'
import { relationshipTypes } from '../graph/vocabulary.js'
import { relationshipFields } from '../provenance/fields.js'

export const relationFields: Catalog = {
  RelationEdge: { ...relationshipFields, validFrom: property('validFrom'), validTo: property('validTo') },
}

const counted = z.object({ kind: z.enum(relationshipTypes), count: z.number() })

/** How many relationships of each type lead from an entity. */
const relationsFrom = query<{ of: string }>()(
  'relationships from an entity by type',
  counted,
  `MATCH (:Entity {id: $of})-[relationship]->(:Entity)
   RETURN type(relationship) AS kind, count(relationship) AS count ORDER BY kind`,
)

/** How many relationships of each type lead to an entity. */
const relationsTo = query<{ of: string }>()(
  'relationships to an entity by type',
  counted,
  `MATCH (:Entity {id: $of})<-[relationship]-(:Entity)
   RETURN type(relationship) AS kind, count(relationship) AS count ORDER BY kind`,
)

export const relationResolvers: Resolvers = {
  Query: {
    relationCounts: async (_, args, { graph }) => {
      const of = idOfKnownKind(args.of, 'of')
      const counts = Promise.all([graph.read(relationsFrom, { of }), graph.read(relationsTo, { of })])
      const [from, to] = await aboutKnown(graph, [of], counts)
      return [
        ...from.map((row) => ({ ...row, direction: 'OUT' as const })),
        ...to.map((row) => ({ ...row, direction: 'IN' as const })),
      ]
    },
    relations: (_, { kind, direction, ...args }, { graph, composer }, info) => {
      const of = idOfKnownKind(args.of, 'of')
      const relations = composer.connection(info, ({ node, edge }, { bind }) => {
        const relationship = direction === 'OUT' ? `-[${edge}:${kind}]->` : `<-[${edge}:${kind}]-`
        return { match: `MATCH (:Entity {id: ${bind(of)}})${relationship}(${node}:Entity)`, bindsEdge: true }
      })
      return aboutKnown(graph, [of], relations)
    },
  },
}
