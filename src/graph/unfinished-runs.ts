import { z } from 'zod'
import type { GraphReader } from './graph.js'
import { query } from './query.js'

/** Runs that are there in part: they are being written or taken away, or that was never ended. */
const unfinishedRunIds = query<Record<never, never>>()(
  'unfinished runs',
  z.object({ id: z.string() }),
  'MATCH (run:UnfinishedRun) RETURN run.id AS id ORDER BY id',
)

/** Ids of runs that are there in part, whose relationships nobody is to see. Nearly always none. */
export async function unfinishedRuns(graph: GraphReader): Promise<string[]> {
  return (await graph.read(unfinishedRunIds, {})).map(({ id }) => id)
}

/** Condition on a relationship: it is of none of the runs in `list`, which are some. */
export const isOfNone = (edge: string, list: string): string => `NOT coalesce(${edge}.run, '') IN ${list}`
