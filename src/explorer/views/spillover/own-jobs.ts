import type { AdjustmentInput, ShockInput, SpilloverInput } from '../../generated/graphql.js'
import { useLang } from '../../language/language.js'
import { type Answer, useAnswer } from '../../use-answer.js'
import { questionOfText } from './question.js'
import { runDocument } from './run-document.js'

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

/** What is asked. */
export interface Question {
  /** Null until the run is there whose jobs are asked with, or where there is none. */
  readonly input: SpilloverInput | null
  readonly own: OwnJobs | null
  /** Whether that run is not there any more. */
  readonly isGone: boolean
  /** How asking for that run stands. */
  readonly state: Pick<Answer<unknown>, 'error' | 'waiting' | 'again'>
}

/** The question of the part of an address that asks it, with the jobs of the run that it names. */
export function useQuestion(text: string | null): Question {
  const lang = useLang()
  const run = text === null ? null : new URLSearchParams(text).get('jobs')
  const answer = useAnswer(runDocument, run === null ? null : { id: run, lang })
  const { error, waiting, again } = answer
  const state = { error, waiting, again }
  if (text === null) return { input: null, own: null, isGone: false, state }
  const input = questionOfText(text)
  if (run === null) return { input, own: null, isGone: false, state }
  const found = answer.data?.spilloverRun ?? null
  // An answer of before stays until the next is there.
  if (found?.id !== run)
    return { input: null, own: null, isGone: !waiting && error === null && answer.data !== null, state }
  const own = ownJobsOf(found.question)
  return { input: own === null ? input : withOwn(input, own), own, isGone: false, state }
}

/** What is asked of ventures that do not take part is left out: the API refuses it. */
function withOwn(input: SpilloverInput, { adjust, shocks, isAlone }: OwnJobs): SpilloverInput {
  const establishments = input.establishments ?? (isAlone ? [] : null)
  const taking = adjust.filter(({ establishment }) => establishments?.includes(establishment) ?? true)
  return { ...input, establishments, adjust: [...taking], shocks: [...shocks] }
}
