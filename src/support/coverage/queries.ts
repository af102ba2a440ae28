import { z } from 'zod'
import { query } from '../../graph/query.js'

/** A firm is taken for an SME unless it is known to be large: registers do not tell the size of most firms. */
const isSme = "coalesce(firm.sizeClass, 'UNKNOWN') <> 'LARGE'"

const firmCount = z.object({ place: z.string(), firms: z.number() })

/** From each place, and for a county from its municipalities too, to the SMEs there: the places are few, the firms many. */
const smesOfPlaces = `MATCH (place:Place) WHERE place.id IN $places
   MATCH (place)<-[:IN_COUNTY*0..1]-(part)
   MATCH (part)<-[:LOCATED_IN]-(firm:Firm) WHERE ${isSme}`

/** How many SMEs each place has, counted once whatever the needs. */
export const smesIn = query<{ places: readonly string[] }>()(
  'SMEs in places',
  firmCount,
  `${smesOfPlaces}
   RETURN place.id AS place, count(DISTINCT firm) AS firms`,
)

/** How many SMEs each place has by their main sector: the first by rank, or those that bear none. */
export const smesBySector = query<{ places: readonly string[] }>()(
  'SMEs by place and main sector',
  firmCount.extend({ sector: z.string() }),
  `${smesOfPlaces}
   MATCH (firm)-[main:IN_SECTOR]->(sector:Sector) WHERE coalesce(main.rank, 1) = 1
   RETURN place.id AS place, sector.id AS sector, count(DISTINCT firm) AS firms`,
)

/** How many SMEs of each place state any need. */
export const smesStatingNeeds = query<{ places: readonly string[] }>()(
  'SMEs that state a need, by place',
  firmCount,
  `${smesOfPlaces} AND EXISTS { MATCH (firm)-[:HAS_NEED]->(:Need) }
   RETURN place.id AS place, count(DISTINCT firm) AS firms`,
)

/** How many SMEs of each place state each need. */
export const smesWithNeed = query<{ places: readonly string[]; needs: readonly string[] }>()(
  'SMEs by place and need',
  firmCount.extend({ need: z.string() }),
  `${smesOfPlaces}
   MATCH (firm)-[:HAS_NEED]->(need:Need) WHERE need.id IN $needs
   RETURN place.id AS place, need.id AS need, count(DISTINCT firm) AS firms`,
)

/** How many SMEs of each place state each need, by their main sector. */
export const smesWithNeedBySector = query<{ places: readonly string[]; needs: readonly string[] }>()(
  'SMEs by place, main sector and need',
  firmCount.extend({ sector: z.string(), need: z.string() }),
  `${smesOfPlaces}
   MATCH (firm)-[:HAS_NEED]->(need:Need) WHERE need.id IN $needs
   MATCH (firm)-[main:IN_SECTOR]->(sector:Sector) WHERE coalesce(main.rank, 1) = 1
   RETURN place.id AS place, sector.id AS sector, need.id AS need, count(DISTINCT firm) AS firms`,
)

/** What part of the employees of sections works in SMEs, from the claims that say so. */
export const smeSharesOfSections = query<{ claims: readonly string[] }>()(
  'shares of sections in SMEs',
  z.object({ section: z.string(), share: z.number() }),
  `MATCH (claim:Claim) WHERE claim.id IN $claims
   MATCH (claim)-[:ABOUT]->(section:Sector)
   RETURN section.code AS section, claim.value AS share`,
)
