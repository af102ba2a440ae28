import { BadUserInputError } from '../../kernel/input-errors.js'
import { atOnce } from '../../kernel/turns.js'
import { preparedTable, type TableQuestion } from '../table/stored-table.js'
import { type DrawModel, drawModel } from './draw-model.js'
import type { Ranges } from './ranges.js'
import { type DrawsMade, type Uncertainty, uncertaintySteps } from './uncertainty.js'

/** What a worker thread does of draws before and after they are made. */
export type UncertaintyTask =
  | { readonly question: TableQuestion; readonly ranges: Ranges; readonly correlations: readonly number[] }
  | { readonly made: DrawsMade }

/** What it gives, or why it cannot. */
export type UncertaintyDone =
  | { readonly model: DrawModel }
  | { readonly uncertainty: Uncertainty }
  | { readonly argument: string; readonly message: string }

/** Brings a question into the form that draws are made from, or adds up what draws gave. */
export default function answered(task: UncertaintyTask): UncertaintyDone {
  try {
    if ('made' in task) return { uncertainty: atOnce(uncertaintySteps(task.made)) }
    const { question, ranges, correlations } = task
    return { model: drawModel(preparedTable(question), question.shocks, ranges, correlations) }
  } catch (error) {
    // What kind of error it is is lost between threads.
    if (error instanceof BadUserInputError) return { argument: error.argument, message: error.message }
    throw error
  }
}
