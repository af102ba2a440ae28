import { z } from 'zod'
import { query } from '../../graph/query.js'

const ventureRow = z.object({
  id: z.string(),
  /** SNI code of its sector. */
  sector: z.string(),
  county: z.string(),
  years: z.array(z.number()),
  jobs: z.array(z.number()),
})
export type VentureRow = z.infer<typeof ventureRow>

/** Ventures with their sector, the county that they are counted in and their expected new jobs. */
export const ventures = query<Record<never, never>>()(
  'ventures',
  z.object({ venture: ventureRow }),
  `MATCH (venture:Establishment)-[:IN_SECTOR]->(sector:Sector)
   MATCH (venture)-[:COUNTED_IN]->(county:County)
   RETURN {id: venture.id, sector: sector.code, county: county.id,
           years: venture.expectedYears, jobs: venture.expectedJobs} AS venture
   ORDER BY venture.id`,
)

/** Sectors by their ids; of a table's industry also the SNI divisions that it is made of. */
export const sectorsById = query<{ ids: readonly string[] }>()(
  'sectors by id',
  z.object({ id: z.string(), code: z.string(), divisions: z.array(z.string()) }),
  `UNWIND $ids AS id
   MATCH (sector:Sector {id: id})
   CALL (sector) {
     MATCH (sector)-[:CORRESPONDS_TO]->(division:Sector)
     RETURN collect(division.code) AS divisions
   }
   RETURN sector.id AS id, sector.code AS code, divisions`,
)

/** What a scenario puts in the place of the ventures' yearly jobs, and what it states itself; no row for one that is not there. */
export const scenarioById = query<{ scenario: string }>()(
  'scenario by id',
  z.object({
    stated: z.looseObject({}),
    adjustments: z.array(
      z.object({ establishment: z.string(), years: z.array(z.number()), jobs: z.array(z.number()) }),
    ),
  }),
  `MATCH (scenario:Scenario {id: $scenario})
   CALL (scenario) {
     MATCH (scenario)-[adjusts:ADJUSTS]->(venture:Establishment)
     RETURN collect({establishment: venture.id, years: adjusts.years, jobs: adjusts.jobs}) AS adjustments
   }
   RETURN scenario {.*} AS stated, adjustments`,
)

/** Where those who work in each county live, for the counties of which that is known. */
export const residenceByCounty = query<Record<never, never>>()(
  'where those who work in a county live',
  z.object({ county: z.string(), homes: z.array(z.string()), workers: z.array(z.number()) }),
  `MATCH (county:County) WHERE county.workersLiveIn IS NOT NULL
   RETURN county.id AS county, county.workersLiveIn AS homes, county.workers AS workers
   ORDER BY county.id`,
)

/** What part of the employees of a section the claims say works in firms of a class; without one, in small and medium ones. */
export const statedSizeShares = query<Record<never, never>>()(
  'shares of sections by size class',
  z.object({ claim: z.string(), section: z.string(), share: z.number(), sizeClasses: z.array(z.string()) }),
  `MATCH (section:Sector)<-[:ABOUT]-(claim:Claim)
   WHERE section.level = 'SECTION' AND claim.unit = 'share of employees' AND claim.value IS NOT NULL
   CALL (claim) {
     MATCH (claim)-[:ABOUT]->(class:SizeClass)
     RETURN collect(class.code) AS sizeClasses
   }
   RETURN claim.id AS claim, section.code AS section, claim.value AS share, sizeClasses
   ORDER BY claim.id`,
)

/** The values that claims state, by their ids; those without a value are left out. */
export const valuesOfClaims = query<{ ids: readonly string[] }>()(
  'values of claims',
  z.object({ claim: z.string(), value: z.number() }),
  `UNWIND $ids AS id
   MATCH (claim:Claim {id: id}) WHERE claim.value IS NOT NULL
   RETURN claim.id AS claim, claim.value AS value`,
)

/** What countries and counties are called, by their ids. */
export const namesOfAreas = query<{ ids: readonly string[] }>()(
  'names of areas',
  z.object({ id: z.string(), nameSv: z.string(), nameEn: z.string() }),
  `UNWIND $ids AS id
   MATCH (area:Entity {id: id})
   RETURN area.id AS id, coalesce(area.nameSv, area.nameEn, area.id) AS nameSv,
     coalesce(area.nameEn, area.nameSv, area.id) AS nameEn`,
)

/** What part of the employees of sections works in SMEs, from the claims that say so. */
export const smeSharesOfSections = query<{ claims: readonly string[] }>()(
  'shares of sections in SMEs',
  z.object({ section: z.string(), share: z.number() }),
  `MATCH (claim:Claim) WHERE claim.id IN $claims
   MATCH (claim)-[:ABOUT]->(section:Sector)
   RETURN section.code AS section, claim.value AS share`,
)
