import { z } from 'zod'
import { type QueryValue, query } from '../../graph/query.js'

const counted = z.object({ count: z.number() })
const claimed = z.object({
  writer: z.string(),
  touchedAt: z.string(),
  written: z.number(),
  origins: z.array(z.string()),
})

/** Who writes a run or takes it away, when they last did, and from which ventures its relationships lead. */
export const unfinishedRun = query<{ part: string }>()(
  'unfinished run by id',
  claimed,
  `MATCH (run:UnfinishedRun {id: $part})
   RETURN run.writer AS writer, run.touchedAt AS touchedAt, run.written AS written, run.origins AS origins`,
)

/** Begins a run of which nothing is there. */
export const claimRun = query<{ part: string; writer: string; now: string; origins: readonly string[] }>()(
  'claim a run',
  counted,
  `CREATE (run:UnfinishedRun {id: $part, writer: $writer, touchedAt: $now, written: 0, origins: $origins})
   RETURN count(run) AS count`,
)

/** Says how many of a run's relationships are written, and that its writer is still at it. */
export const touchRun = query<{ part: string; writer: string; now: string; written: number }>()(
  'touch a run',
  counted,
  `MATCH (run:UnfinishedRun {id: $part})
   WHERE run.writer = $writer
   SET run.touchedAt = $now, run.written = $written
   RETURN count(run) AS count`,
)

/** Takes an unfinished run over, whoever wrote it. */
export const takeOverRun = query<{ part: string; writer: string; now: string }>()(
  'take a run over',
  counted,
  `MATCH (run:UnfinishedRun {id: $part})
   SET run.writer = $writer, run.touchedAt = $now
   RETURN count(run) AS count`,
)

/** Makes a run an entity, which is then given all that it says. */
export const showRun = query<{ part: string; writer: string }>()(
  'show a run',
  counted,
  `MATCH (run:UnfinishedRun {id: $part})
   WHERE run.writer = $writer
   SET run:Entity:SpilloverRun
   REMOVE run:UnfinishedRun
   SET run = {id: $part}
   RETURN count(run) AS count`,
)

/** Ventures from which relationships of a run lead. */
export const originsOfRun = query<{ run: string }>()(
  'ventures of a run',
  z.object({ id: z.string() }),
  'MATCH (:SpilloverRun {id: $run})-[:INCLUDES]->(venture:Establishment) RETURN venture.id AS id ORDER BY id',
)

/** Takes away what a run that is there leads to and is led to, but for what it sets off. */
export const untieRun = query<{ run: string }>()(
  'untie a run',
  counted,
  `MATCH (run:SpilloverRun {id: $run})
   MATCH (run)-[tie:USES_TABLE|INCLUDES|HAS_RUN]-(:Entity)
   DELETE tie
   RETURN count(*) AS count`,
)

/** Makes a run that is there an unfinished one, which nobody sees. */
export const hideRun = query<{ run: string; writer: string; now: string; origins: readonly string[] }>()(
  'hide a run',
  counted,
  `MATCH (run:SpilloverRun {id: $run})
   REMOVE run:Entity:SpilloverRun
   SET run:UnfinishedRun
   SET run = {id: $run, writer: $writer, touchedAt: $now, written: 0, origins: $origins}
   RETURN count(run) AS count`,
)

/** Takes away some of what a run's ventures set off in industries. */
export const forgetSomeEffects = query<{ origin: string; run: string; piece: number }>()(
  'forget some effects of a run',
  counted,
  `MATCH (venture:Establishment {id: $origin})
   MATCH (venture)-[effect:SPILLS_OVER]->(:Sector)
   WHERE effect.run = $run
   WITH effect LIMIT $piece
   DELETE effect
   RETURN count(*) AS count`,
)

/** Takes away some of what a run's other shocks set off in industries. */
export const forgetSomeOwnEffects = query<{ part: string; piece: number }>()(
  'forget some effects of the other shocks of a run',
  counted,
  `MATCH (run:UnfinishedRun {id: $part})
   MATCH (run)-[effect:SPILLS_OVER]->(:Sector)
   WITH effect LIMIT $piece
   DELETE effect
   RETURN count(*) AS count`,
)

/** Takes an unfinished run away of which no relationship is left. */
export const forgetUnfinishedRun = query<{ part: string }>()(
  'forget an unfinished run',
  counted,
  'MATCH (run:UnfinishedRun {id: $part}) DETACH DELETE run RETURN count(*) AS count',
)

/** Writes what the other shocks of an unfinished run set off in industries. */
export const writeOwnEffects = query<{ part: string; rows: readonly QueryValue[] }>()(
  'write the effects of the other shocks of a run',
  counted,
  `MATCH (origin:UnfinishedRun {id: $part})
   UNWIND $rows AS row
   MATCH (industry:Sector {id: row.industry})
   CREATE (origin)-[effect:SPILLS_OVER {key: row.key}]->(industry)
   SET effect += row.properties
   RETURN count(effect) AS count`,
)
