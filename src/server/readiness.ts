import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { GraphReader } from '../graph/graph.js'
import { query } from '../graph/query.js'

const LONGEST_MILLISECONDS = 2_000

/** The least that a graph can be asked. */
const anything = query<Record<never, never>>()(
  'whether the graph answers',
  z.object({ one: z.number() }),
  'RETURN 1 AS one',
)

/** Whether a graph answers, and soon: whoever asks has a time limit of their own. */
export async function isAnswering(graph: GraphReader): Promise<boolean> {
  const end = new AbortController()
  const asked = graph.read(anything, {}).then(
    () => true,
    () => false,
  )
  const late = wait(LONGEST_MILLISECONDS, false, { signal: end.signal }).catch(() => false)
  const answer = await Promise.race([asked, late])
  end.abort()
  return answer
}
