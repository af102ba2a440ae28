import { z } from 'zod'
import { query } from '../graph/query.js'

/** Municipalities of the counties whose firms a source counts, with these firms and the inhabitants of each. */
export const municipalitiesCounted = query<Record<never, never>>()(
  'municipalities of the counties whose firms are counted',
  z.object({ id: z.string(), population: z.number(), county: z.string(), firms: z.number() }),
  `MATCH (cell:StructureCell)
   WHERE cell.dimensions = 'COUNTY'
   MATCH (cell)-[:ABOUT]->(county:County)
   MATCH (county)<-[:IN_COUNTY]-(place:Municipality)
   RETURN place.id AS id, coalesce(place.population, 0) AS population, county.id AS county,
     coalesce(cell.firms, 0) AS firms
   ORDER BY id`,
)

/** The industries of a table with who works there, and the SNI divisions that each is made of. */
export const divisionsOfIndustries = query<{ table: string }>()(
  'divisions of the industries of a table',
  z.object({ industry: z.string(), employed: z.number(), division: z.string(), sectorGroup: z.string().nullable() }),
  `MATCH (:InputOutputTable {id: $table})-[figures:HAS_INDUSTRY]->(industry:Sector)
   MATCH (industry)-[:CORRESPONDS_TO]->(division:Sector)
   RETURN industry.id AS industry, coalesce(figures.employed, 0) AS employed, division.id AS division,
     division.group AS sectorGroup
   ORDER BY industry, division`,
)

/** Which sectors each supply category fits. */
export const sectorsOfCategories = query<Record<never, never>>()(
  'sectors that supply categories fit',
  z.object({ category: z.string(), sector: z.string() }),
  `MATCH (category:SupplyCategory)-[:FITS_SECTOR]->(sector:Sector)
   RETURN category.id AS category, sector.id AS sector
   ORDER BY category, sector`,
)

/** Establishments with the jobs that they expect. */
export const establishmentsBySize = query<Record<never, never>>()(
  'establishments by size',
  z.object({ id: z.string(), jobs: z.number() }),
  `MATCH (establishment:Establishment)
   RETURN establishment.id AS id, coalesce(establishment.totalJobs, 1) AS jobs
   ORDER BY id`,
)

/** Ids of the entities of one kind, of which there are few. */
export const idsOfKind = query<{ kind: string }>()(
  'ids of one kind',
  z.object({ id: z.string() }),
  `MATCH (entity:Entity)
   WHERE entity.entityKind = $kind
   RETURN entity.id AS id
   ORDER BY id LIMIT 500`,
)

/** A firm that somebody brought, if there is one: the seed's firms have no organisation number. */
export const broughtFirm = query<Record<never, never>>()(
  'a firm that somebody brought',
  z.object({ id: z.string() }),
  `MATCH (firm:Firm)
   WHERE firm.organisationNumber IS NOT NULL
   RETURN firm.id AS id LIMIT 1`,
)

/** Some synthetic firms; none where none is left. */
export const syntheticFirms = query<{ limit: number }>()(
  'some synthetic firms',
  z.object({ id: z.string() }),
  `MATCH (firm:Firm)
   WHERE firm.synthetic = true
   RETURN firm.id AS id
   ORDER BY id LIMIT $limit`,
)
