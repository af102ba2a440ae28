import { z } from 'zod'
import type { Knowledge } from '../../edition/knowledge.js'
import { AmbiguousSectorError, BadUserInputError, NotFoundError } from '../../kernel/input-errors.js'
import { filledQuestion } from '../question/question.js'
import { NO_PART, type RunPart, runFingerprints, runParts } from './run-identity.js'
import { runRecord } from './run-queries.js'
import { readStoredInput } from './stored-input.js'

/**
 * What has changed since a run was calculated: its question is asked anew of the graph, without calculating it.
 * @throws NotFoundError for a run that is not there.
 */
export async function runChanges(knowledge: Knowledge, run: string): Promise<RunPart[]> {
  const [record] = await knowledge.graph.read(runRecord, { run })
  if (!record) throw new NotFoundError(run)
  // What an older program stored cannot be asked anew.
  if (record.input === null) return ['RULES']
  try {
    const today = runFingerprints(await filledQuestion(knowledge, readStoredInput(record.input)))
    return runParts.filter((part) => (record[part] ?? (part === 'EMPLOYMENT' ? NO_PART : null)) !== today[part])
  } catch (error) {
    return [partOfRefusal(error, record.table)]
  }
}

/** What has changed where the question can no longer be asked: the table is gone or lacks something, or a venture is gone. */
function partOfRefusal(error: unknown, table: string | null): RunPart {
  if (error instanceof NotFoundError) {
    if (error.id.startsWith('employment:')) return 'EMPLOYMENT'
    return error.id === table ? 'TABLE' : 'VENTURES'
  }
  if (error instanceof BadUserInputError && error.argument.startsWith('input.regionalisation')) return 'EMPLOYMENT'
  if (error instanceof BadUserInputError || error instanceof AmbiguousSectorError) return 'TABLE'
  if (error instanceof z.ZodError) return 'RULES'
  throw error
}
