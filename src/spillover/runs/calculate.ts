import { BadUserInputError } from '../../kernel/input-errors.js'
import { startPool } from '../../kernel/worker-pool.js'
import type { ShockEffects, SpilloverEffects } from '../model/effects.js'
import { temporaryYears } from '../question/answers.js'
import { answerTo, type FilledQuestion, namingInput } from '../question/question.js'
import { sharedTable } from '../table/shared-table.js'
import { solveInTurns } from '../table/stored-table.js'
import { type EffectsDone, type EffectsTask, listsOfShock } from './effects-worker.js'
import type { CalculatedAnswer } from './run.js'

/**
 * Calculates a question within a request: a large table an industry at a time, so that others are answered in between.
 * @throws BadUserInputError for assumptions that the table cannot serve.
 */
export async function calculateInTurns(question: FilledQuestion): Promise<CalculatedAnswer> {
  await namingInput(() => solveInTurns(question, undefined))
  const answer = await namingInput(async () => answerTo(question))
  return { ...answer, temporaryYears: await namingInput(() => temporaryYears(question, undefined)) }
}

/**
 * Calculates a question in a thread of its own.
 * @throws as `calculateInTurns`; the signal's reason once it is aborted.
 */
export async function calculateInThread(question: FilledQuestion, signal: AbortSignal): Promise<CalculatedAnswer> {
  const { assumptions, regionalEmployment, shocks, temporary, residence } = question
  const { industries } = question.table.table
  const size = industries.length
  const results = new Float64Array(new SharedArrayBuffer(8 * size * listsOfShock.length * shocks.length))
  const table = await sharedTable(question.table)
  signal.throwIfAborted()
  const pool = startPool<EffectsTask, EffectsDone>('spillover/runs/effects-worker.ts', 1)
  const done = await pool
    .run({ table, assumptions, regionalEmployment, shocks, temporary, results }, { signal })
    .catch((error) => {
      signal.throwIfAborted()
      throw error
    })
    .finally(() => pool.destroy())
  if ('argument' in done) throw new BadUserInputError(`input.${done.argument}`, done.message)
  const listOf = (index: number, at: number) => {
    const begin = (index * listsOfShock.length + at) * size
    return results.subarray(begin, begin + size)
  }
  const byShock = shocks.flatMap((shock, index): ShockEffects[] => {
    const direct = done.direct[index]
    if (!direct) return []
    const [indirect, induced, indirectOutput, inducedOutput] = listsOfShock.map((_, at) => listOf(index, at))
    if (!indirect || !induced || !indirectOutput || !inducedOutput) return []
    return [{ shock, direct, indirect, induced, indirectOutput, inducedOutput }]
  })
  const negativeDemand = industries.filter(({ code }) => done.negative.includes(code))
  const effects: SpilloverEffects = { industries, byShock, negativeDemand }
  return {
    ...question,
    effects: residence === null ? effects : { ...effects, residence },
    temporaryYears: done.temporaryYears,
  }
}
