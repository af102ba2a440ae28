import { z } from 'zod'
import { idOfKnownKind, requireInGraph } from '../entity-ids.js'
import type { Resolvers } from '../generated/resolvers.js'
import type { Catalog } from '../graph/compose/fields.js'
import { property } from '../graph/compose/fields.js'
import { query } from '../graph/query.js'
import { relationshipTypes } from '../graph/vocabulary.js'
import { relationshipFields } from '../provenance/fields.js'

export const relationFields: Catalog = {
  RelationEdge: { ...relationshipFields, validFrom: property('validFrom'), validTo: property('validTo') },
}

const counted = z.object({ kind: z.enum(relationshipTypes), count: z.number() })

/** How many relationships of each type lead from an entity. */
export const relationsFrom = query<{ of: string }>()(
  'relationships from an entity by type',
  counted,
  `MATCH (:Entity {id: $of})-[relationship]->(:Entity)
   RETURN type(relationship) AS kind, count(relationship) AS count ORDER BY kind`,
)

/** How many relationships of each type lead to an entity. */
export const relationsTo = query<{ of: string }>()(
  'relationships to an entity by type',
  counted,
  `MATCH (:Entity {id: $of})<-[relationship]-(:Entity)
   RETURN type(relationship) AS kind, count(relationship) AS count ORDER BY kind`,
)

export const relationResolvers: Resolvers = {
  Query: {
    relationCounts: async (_, { of }, { graph }) => {
      await requireInGraph(graph, [idOfKnownKind(of, 'of')])
      const [from, to] = await Promise.all([graph.read(relationsFrom, { of }), graph.read(relationsTo, { of })])
      return [
        ...from.map((row) => ({ ...row, direction: 'OUT' as const })),
        ...to.map((row) => ({ ...row, direction: 'IN' as const })),
      ]
    },
    relations: async (_, { of, kind, direction }, { graph, composer }, info) => {
      await requireInGraph(graph, [idOfKnownKind(of, 'of')])
      return composer.connection(info, ({ node, edge }, { bind }) => {
        const relationship = direction === 'OUT' ? `-[${edge}:${kind}]->` : `<-[${edge}:${kind}]-`
        return { match: `MATCH (:Entity {id: ${bind(of)}})${relationship}(${node}:Entity)`, bindsEdge: true }
      })
    },
  },
}
