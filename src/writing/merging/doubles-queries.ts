import { z } from 'zod'
import { query } from '../../graph/query.js'

const namedRow = z.object({ id: z.string(), text: z.string(), number: z.string().nullable() })
export type NamedRow = z.infer<typeof namedRow>

/** What an entity is found by begins with its folded name, so that those of one name stand together. */
const byFoldedName = (label: string): string =>
  `MATCH (entity:${label})
   WHERE entity.searchText >= $begins AND entity.id IS NOT NULL AND (entity.searchText > $begins OR entity.id > $after)
     AND coalesce(entity.synthetic, false) = false
   RETURN entity.id AS id, entity.searchText AS text, entity.organisationNumber AS number
   ORDER BY text, id LIMIT $limit`

type Following = { readonly begins: string; readonly after: string; readonly limit: number }

/** Firms, actors and initiatives by folded name, from a place in that order on. */
export const byName = {
  FIRM: query<Following>()('firms by folded name', namedRow, byFoldedName('Firm')),
  SUPPORT_ACTOR: query<Following>()('actors by folded name', namedRow, byFoldedName('SupportActor')),
  INITIATIVE: query<Following>()('initiatives by folded name', namedRow, byFoldedName('Initiative')),
}

const numberedRow = z.object({ id: z.string(), number: z.string() })

/** Only those whose id is not made of their number: two ids of one number are never the same. */
const withNumbers = (label: string): string =>
  `MATCH (entity:${label})
   WHERE entity.organisationNumber IS NOT NULL AND entity.id <> 'firm:' + entity.organisationNumber
     AND coalesce(entity.synthetic, false) = false
   RETURN entity.id AS id, entity.organisationNumber AS number
   ORDER BY number, id LIMIT $limit`

/** Firms, actors and initiatives with an organisation number that their id does not hold. */
export const byNumber = {
  FIRM: query<{ limit: number }>()('firms with a number beside their id', numberedRow, withNumbers('Firm')),
  SUPPORT_ACTOR: query<{ limit: number }>()('actors with a number', numberedRow, withNumbers('SupportActor')),
  INITIATIVE: query<{ limit: number }>()('initiatives with a number', numberedRow, withNumbers('Initiative')),
}

/** Which of some ids entities have. */
export const idsThere = query<{ ids: readonly string[] }>()(
  'ids that entities have',
  z.object({ id: z.string() }),
  'UNWIND $ids AS id MATCH (entity:Entity {id: id}) RETURN entity.id AS id',
)

/** In which municipalities entities are, and which actors offer them. */
export const whereaboutsOf = query<{ ids: readonly string[] }>()(
  'places and offering actors of entities',
  z.object({
    id: z.string(),
    places: z.array(z.object({ place: z.string(), rank: z.number() })),
    actors: z.array(z.string()),
  }),
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   CALL (entity) {
     MATCH (entity)-[at:LOCATED_IN]->(place:Municipality)
     RETURN collect({place: place.id, rank: coalesce(at.rank, 1)}) AS places
   }
   CALL (entity) {
     MATCH (entity)<-[:OFFERS]-(actor:SupportActor)
     RETURN collect(actor.id) AS actors
   }
   RETURN entity.id AS id, places, actors`,
)
