import { z } from 'zod'
import { type Query, type QueryValue, query } from '../../graph/query.js'
import { assumptionProperties } from './run-assumptions.js'

const identified = z.object({ id: z.string() })

/** A run by its id. */
export const runById = query<{ run: string }>()(
  'run by id',
  z.object({ id: z.string(), identity: z.string() }),
  'MATCH (run:SpilloverRun {id: $run}) RETURN run.id AS id, run.identity AS identity',
)

/** Takes a run's relationships from ventures to industries away. */
export const forgetEffects = query<{ run: string }>()(
  'forget the effects of a run',
  identified,
  `MATCH (run:SpilloverRun {id: $run})-[:INCLUDES]->(venture:Establishment)
   MATCH (venture)-[effect:SPILLS_OVER]->(:Sector)
   WHERE effect.run = $run
   DELETE effect
   RETURN DISTINCT venture.id AS id`,
)

/** Writes what a run's ventures, and the run itself, set off in industries. The run must not have been there before. */
export const writeEffects = query<{ rows: readonly QueryValue[] }>()(
  'write the effects of a run',
  z.object({ count: z.number() }),
  // Made, not merged: a venture has thousands of these to the same industries, and a merge would look through them all.
  `UNWIND $rows AS row
   MATCH (origin:Entity {id: row.origin})
   MATCH (industry:Sector {id: row.industry})
   CREATE (origin)-[effect:SPILLS_OVER {key: row.key}]->(industry)
   SET effect += row.properties
   RETURN count(effect) AS count`,
)

/** A run's question as it was asked, and what it was calculated from; null in a run that an older program stored. */
export const runRecord = query<{ run: string }>()(
  'record of a run',
  z.object({
    table: z.string().nullable(),
    input: z.string().nullable(),
    TABLE: z.string().nullable(),
    VENTURES: z.string().nullable(),
    RESIDENCE: z.string().nullable(),
    EMPLOYMENT: z.string().nullable(),
    RULES: z.string().nullable(),
  }),
  `MATCH (run:SpilloverRun {id: $run})
   RETURN run.table AS table, run.input AS input, run.tableFingerprint AS TABLE, run.venturesFingerprint AS VENTURES,
     run.residenceFingerprint AS RESIDENCE, run.employmentFingerprint AS EMPLOYMENT, run.rulesFingerprint AS RULES`,
)

/** What runs assume beside their tables, as their nodes state it. */
export const assumptionsOfRuns = query<{ runs: readonly string[] }>()(
  'assumptions of runs',
  z.object({ id: z.string(), run: assumptionProperties }),
  'UNWIND $runs AS id MATCH (run:SpilloverRun {id: id}) RETURN run.id AS id, run {.*} AS run',
)

/** What runs keep of displacement, among all that stands on their nodes. */
export const displacementOfRuns = query<{ runs: readonly string[] }>()(
  'displacement of runs',
  z.object({ id: z.string(), run: z.looseObject({}) }),
  'UNWIND $runs AS id MATCH (run:SpilloverRun {id: id}) RETURN run.id AS id, run {.*} AS run',
)

const directLists = {
  industries: z.array(z.string()).nullable(),
  counties: z.array(z.string()).nullable(),
  years: z.array(z.number()).nullable(),
  jobs: z.array(z.number()).nullable(),
}

/** Direct jobs of each venture of runs; on `venture` null those of shocks that no venture makes, a row for every run. */
export const directJobsOfRuns = query<{ runs: readonly string[] }>()(
  'direct jobs of runs',
  z.object({ run: z.string(), venture: z.string().nullable(), ...directLists }),
  `UNWIND $runs AS id
   MATCH (run:SpilloverRun {id: id})-[includes:INCLUDES]->(venture:Establishment)
   RETURN run.id AS run, venture.id AS venture, includes.directIndustries AS industries,
     includes.directCounties AS counties, includes.directYears AS years, includes.directJobs AS jobs
   UNION ALL
   UNWIND $runs AS id
   MATCH (run:SpilloverRun {id: id})
   RETURN run.id AS run, null AS venture, run.directIndustries AS industries,
     run.directCounties AS counties, run.directYears AS years, run.directJobs AS jobs`,
)

const cutRow = z.object({
  run: z.string(),
  key: z.union([z.string(), z.number()]),
  indirect: z.number(),
  induced: z.number(),
})

const runDimensions = ['sector', 'county', 'year', 'establishment'] as const
/** By what a stored run's effects are added up. */
export type RunDimension = (typeof runDimensions)[number]

/** From runs and their ventures to the industries in which jobs arise. */
const effectsFromOrigins = `UNWIND $runs AS id
   MATCH (run:SpilloverRun {id: id})-[:INCLUDES*0..1]->(origin)
   MATCH (origin)-[effect:SPILLS_OVER]->(industry:Sector)
   WHERE effect.run = run.id`
const sums = 'coalesce(sum(effect.indirect), 0) AS indirect, coalesce(sum(effect.induced), 0) AS induced'

const bySector = query<{ runs: readonly string[] }>()(
  'effects of runs by industry',
  cutRow,
  `${effectsFromOrigins} RETURN run.id AS run, industry.id AS key, ${sums} ORDER BY run, key`,
)

const byCounty = query<{ runs: readonly string[] }>()(
  'effects of runs by county',
  cutRow,
  `${effectsFromOrigins} RETURN run.id AS run, effect.county AS key, ${sums} ORDER BY run, key`,
)

const byYear = query<{ runs: readonly string[] }>()(
  'effects of runs by year',
  cutRow,
  `${effectsFromOrigins} RETURN run.id AS run, effect.year AS key, ${sums} ORDER BY run, key`,
)

const byOrigin = query<{ runs: readonly string[] }>()(
  'effects of runs by origin',
  cutRow,
  `${effectsFromOrigins} RETURN run.id AS run, origin.id AS key, ${sums} ORDER BY run, key`,
)

/** Indirect and induced jobs of runs, added up by one dimension. Of shocks that no venture makes the key is the run's id. */
export const effectsOfRuns = {
  sector: bySector,
  county: byCounty,
  year: byYear,
  establishment: byOrigin,
} satisfies Readonly<Record<RunDimension, Query<{ runs: readonly string[] }, z.infer<typeof cutRow>>>>

/** The industries of a run's table with their group, their section and the SNI divisions that they are made of. */
export const industriesOfRun = query<{ run: string }>()(
  "industries of a run's table",
  z.object({
    industry: z.string(),
    code: z.string(),
    group: z.string().nullable(),
    section: z.string().nullable(),
    divisions: z.array(z.string()),
  }),
  `MATCH (run:SpilloverRun {id: $run})-[:USES_TABLE]->(table:InputOutputTable)
   MATCH (table)-[figures:HAS_INDUSTRY]->(industry:Sector)
   CALL (industry) {
     MATCH (industry)-[:CORRESPONDS_TO]->(division:Sector)
     RETURN collect(DISTINCT division.id) AS divisions
   }
   RETURN industry.id AS industry, industry.code AS code, figures.group AS group, industry.sectionCode AS section,
     divisions
   ORDER BY code`,
)

/** Indirect and induced jobs of a run by county and industry, over all ventures, other shocks and years. */
export const jobsByCountyAndIndustry = query<{ run: string }>()(
  'jobs of a run by county and industry',
  z.object({ county: z.string(), industry: z.string(), jobs: z.number() }),
  `MATCH (run:SpilloverRun {id: $run})-[:USES_TABLE]->(table:InputOutputTable)
   MATCH (table)-[:HAS_INDUSTRY]->(industry:Sector)
   MATCH (industry)<-[effect:SPILLS_OVER]-() WHERE effect.run = $run
   RETURN effect.county AS county, industry.id AS industry,
     coalesce(sum(effect.indirect), 0) + coalesce(sum(effect.induced), 0) AS jobs`,
)
