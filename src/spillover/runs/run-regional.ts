import type { Knowledge } from '../../edition/knowledge.js'
import { spillover } from '../question/question.js'
import { type RegionalAnswer, regionalAnswer } from '../question/regional-answer.js'
import { runChanges } from './run-changes.js'
import { runRecord } from './run-queries.js'
import { readStoredInput } from './stored-input.js'

/**
 * What location quotients give of a run's question, which is calculated anew for it; null where the run asks for them itself, and
 * where its own figures would be others today, beside which those of today would mislead.
 * @throws NotFoundError for a run that is not there; the signal's reason once it is aborted.
 */
export async function regionalOfRun(
  knowledge: Knowledge,
  run: string,
  signal?: AbortSignal,
): Promise<RegionalAnswer | null> {
  if ((await runChanges(knowledge, run)).length > 0) return null
  const [record] = await knowledge.graph.read(runRecord, { run })
  if (!record || record.input === null) return null
  return regionalAnswer(knowledge.edition, await spillover(knowledge, readStoredInput(record.input), signal), signal)
}
