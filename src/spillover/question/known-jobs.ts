import { jobsAreKnown } from '../model/households.js'
import type { SpilloverAnswer } from './question.js'

/** Whether an answer's jobs can be told: its table states employed of every industry with output. */
export const hasJobs = ({ table }: Pick<SpilloverAnswer, 'table'>): boolean => jobsAreKnown(table.table)

/** Rows of jobs, of which there are none where jobs cannot be told. */
export const whereJobs =
  <Row>(rows: (answer: SpilloverAnswer) => readonly Row[]) =>
  (answer: SpilloverAnswer): readonly Row[] =>
    hasJobs(answer) ? rows(answer) : []
