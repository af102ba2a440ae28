import { statement, type Yardstick } from './yardstick.js'

/** What a venture sets off in a run, the first page of it, and the run itself. */
export const storedSpillover = (establishment: string, run: string): Yardstick =>
  statement(
    `MATCH (venture:Establishment {id: $establishment})
CALL (venture) {
  MATCH (venture)-[effect:SPILLS_OVER]->(industry:Sector)
  WHERE effect.run = $run
  RETURN count(effect) AS totalCount
}
CALL (venture) {
  MATCH (venture)-[effect:SPILLS_OVER]->(industry:Sector)
  WHERE effect.run = $run
  WITH industry, effect ORDER BY industry.sortName, industry.id, effect.key LIMIT 25
  RETURN collect({
    id: industry.id, code: industry.code, name: coalesce(industry.nameSv, industry.nameEn), county: effect.county,
    year: effect.year, indirect: effect.indirect, induced: effect.induced}) AS effects
}
MATCH (run:SpilloverRun {id: $run})
CALL (run) {
  MATCH (run)-[:INCLUDES]->(included:Establishment)
  WITH included ORDER BY included.sortName, included.id LIMIT 25
  RETURN collect(included.id) AS included
}
RETURN venture.id AS id, totalCount, effects, run.id AS run, coalesce(run.nameSv, run.nameEn) AS runName,
  run.computedAt AS computedAt, run.spillover AS spillover, included`,
    { establishment, run },
  )
