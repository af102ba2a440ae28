import type { AdjustmentInput, ShockInput, SpilloverInput } from '../../generated/graphql.js'
import { questionOfText } from './question.js'
import { type AskedRun, useRun } from './run-document.js'

/** Jobs that a run was asked beside the ventures' own, or in their place: an address holds them as the run's id. */
export interface OwnJobs {
  readonly adjust: readonly AdjustmentInput[]
  readonly shocks: readonly ShockInput[]
  /** Whether no venture takes part. */
  readonly isAlone: boolean
}

/** Whether a question has jobs of its own. */
export const hasOwnJobs = ({ adjust, shocks }: SpilloverInput): boolean =>
  (adjust?.length ?? 0) + (shocks?.length ?? 0) > 0

/** The jobs of its own that a run's question has; null for none. */
export function ownJobsOf(question: string | null): OwnJobs | null {
  if (question === null) return null
  const asked: SpilloverInput = JSON.parse(question)
  if (!hasOwnJobs(asked)) return null
  return { adjust: asked.adjust ?? [], shocks: asked.shocks ?? [], isAlone: asked.establishments?.length === 0 }
}

/** What is asked, and the run whose jobs are asked with. */
export interface Question extends Omit<AskedRun, 'run'> {
  /** Null until that run is there, and where it is gone. */
  readonly input: SpilloverInput | null
  readonly own: OwnJobs | null
}

/** The question of the part of an address that asks it, with the jobs of the run that it names. */
export function useQuestion(text: string | null): Question {
  const named = text === null ? null : new URLSearchParams(text).get('jobs')
  const { run, isGone, state } = useRun(named)
  if (text === null || (named !== null && run === null)) return { input: null, own: null, isGone, state }
  const input = questionOfText(text)
  const own = run && ownJobsOf(run.question)
  return { input: own === null ? input : withOwn(input, own), own, isGone, state }
}

/** What is asked of ventures that do not take part is left out: the API refuses it. */
function withOwn(input: SpilloverInput, { adjust, shocks, isAlone }: OwnJobs): SpilloverInput {
  const establishments = input.establishments ?? (isAlone ? [] : null)
  const taking = adjust.filter(({ establishment }) => establishments?.includes(establishment) ?? true)
  return { ...input, establishments, adjust: [...taking], shocks: [...shocks] }
}
