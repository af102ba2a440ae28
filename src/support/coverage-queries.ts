import { z } from 'zod'
import { query } from '../graph/query.js'

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

/** The industries of a run's table with their group and section; no row for a run that is not there. */
export const industriesOfRun = query<{ run: string }>()(
  "industries of a run's table",
  z.object({
    industry: z.string(),
    code: z.string(),
    group: z.string().nullable(),
    section: z.string().nullable(),
  }),
  `MATCH (run:SpilloverRun {id: $run})-[:USES_TABLE]->(table:InputOutputTable)
   MATCH (table)-[figures:HAS_INDUSTRY]->(industry:Sector)
   RETURN industry.id AS industry, industry.code AS code, figures.group AS group, industry.sectionCode AS section`,
)

/** Indirect and induced jobs of a run by county and industry, over all ventures, other shocks and years. */
export const spilloverOfRun = query<{ run: string }>()(
  'spillover of a run by county and industry',
  z.object({ county: z.string(), industry: z.string(), jobs: z.number() }),
  `MATCH (run:SpilloverRun {id: $run})-[:USES_TABLE]->(table:InputOutputTable)
   MATCH (table)-[:HAS_INDUSTRY]->(industry:Sector)
   MATCH (industry)<-[spillover:SPILLS_OVER]-() WHERE spillover.run = $run
   RETURN spillover.county AS county, industry.id AS industry,
     coalesce(sum(spillover.indirect), 0) + coalesce(sum(spillover.induced), 0) AS jobs`,
)

/** What part of the employees of sections works in SMEs, from the claims that say so. */
export const smeSharesOfSections = query<{ claims: readonly string[] }>()(
  'shares of sections in SMEs',
  z.object({ section: z.string(), share: z.number() }),
  `MATCH (claim:Claim) WHERE claim.id IN $claims
   MATCH (claim)-[:ABOUT]->(section:Sector)
   RETURN section.code AS section, claim.value AS share`,
)
