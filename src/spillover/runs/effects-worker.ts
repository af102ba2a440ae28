import { BadUserInputError } from '../../kernel/input-errors.js'
import { atOnce } from '../../kernel/turns.js'
import type { DirectEffect, Shock } from '../model/shocks.js'
import type { TemporaryYear } from '../model/temporary-work.js'
import { temporarySteps } from '../question/answers.js'
import { preparedTable, type TableQuestion } from '../table/stored-table.js'

/** What is to be calculated; its table is shared. */
export interface EffectsTask extends TableQuestion {
  /** Work that ends. */
  readonly temporary: readonly Shock[]
  /** Shared, shocks × `listsOfShock` × n: where what each shock sets off goes. */
  readonly results: Float64Array
}

/** What a shock sets off, list by list. */
export const listsOfShock = ['indirect', 'induced', 'indirectOutput', 'inducedOutput'] as const

/** What was calculated beside `results`, or why it could not be. */
export type EffectsDone =
  | {
      readonly direct: readonly DirectEffect[]
      readonly negative: readonly string[]
      readonly temporaryYears: readonly TemporaryYear[]
    }
  | { readonly argument: string; readonly message: string }

/** What a worker thread does: calculates a question whole. */
export default function calculated({ results, ...question }: EffectsTask): EffectsDone {
  try {
    const { byShock, negativeDemand } = preparedTable(question).effects(question.shocks)
    const size = question.table.table.industries.length
    for (const [index, effects] of byShock.entries()) {
      for (const [at, list] of listsOfShock.entries()) {
        results.set(effects[list], (index * listsOfShock.length + at) * size)
      }
    }
    return {
      direct: byShock.map(({ direct }) => direct),
      negative: negativeDemand.map(({ code }) => code),
      temporaryYears: atOnce(temporarySteps(question)),
    }
  } catch (error) {
    // What kind of error it is is lost between threads.
    if (error instanceof BadUserInputError) return { argument: error.argument, message: error.message }
    throw error
  }
}
