import { z } from 'zod'
import type { Resolvers } from '../generated/resolvers.js'
import { query } from '../graph/query.js'

/** Those of some support actors that are there, by name. */
const actorsByName = query<{ actors: readonly string[] }>()(
  'actors by name',
  z.object({ id: z.string() }),
  `UNWIND $actors AS id MATCH (actor:SupportActor {id: id})
   RETURN actor.id AS id ORDER BY actor.sortName, actor.id`,
)

export const viewerResolvers: Resolvers = {
  Query: { viewer: (_, __, { viewer }) => viewer },
  Viewer: {
    async actsFor({ actsFor: actors }, _, { graph, composer }, info) {
      if (actors.length === 0) return []
      const found = await graph.read(actorsByName, { actors })
      return composer.entities(
        info,
        found.map(({ id }) => id),
      )
    },
  },
}
