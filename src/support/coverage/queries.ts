import { z } from 'zod'
import { query } from '../../graph/query.js'

/** What part of the employees of sections works in SMEs, from the claims that say so. */
export const smeSharesOfSections = query<{ claims: readonly string[] }>()(
  'shares of sections in SMEs',
  z.object({ section: z.string(), share: z.number() }),
  `MATCH (claim:Claim) WHERE claim.id IN $claims
   MATCH (claim)-[:ABOUT]->(section:Sector)
   RETURN section.code AS section, claim.value AS share`,
)
