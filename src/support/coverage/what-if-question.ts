import type { KeptKnowledge } from '../../reference/reference.js'
import { actorsAfter } from './actors-after.js'
import { type ChangedCell, type ChangeSummary, changedCells, summaryOf } from './change-rule.js'
import {
  type Coverage,
  type CoverageQuestion,
  coverageAfter,
  coverageFrom,
  readCoverageGrounds,
} from './coverage-question.js'
import type { SupportChange } from './read-change.js'

export interface WhatIfQuestion extends CoverageQuestion {
  readonly change: SupportChange
}

export interface WhatIf {
  readonly before: Coverage
  readonly after: Coverage
  /** Cells whose level differs, in the order of the cells. */
  readonly changed: readonly ChangedCell[]
  readonly summary: ChangeSummary
}

/**
 * Coverage as it is, and as it would be after a change of the support system. Nothing is written.
 * @throws what `readCoverageGrounds` and `actorsAfter` throw.
 */
export async function supportWhatIf(
  knowledge: KeptKnowledge,
  { change, ...question }: WhatIfQuestion,
): Promise<WhatIf> {
  const grounds = await readCoverageGrounds(knowledge, question)
  const before = coverageFrom(grounds.system.actors, grounds)
  const after = coverageAfter(await actorsAfter(knowledge, change, grounds.system), grounds)
  const moved = changedCells(before.cells, after.cells)
  return { before, after, changed: moved, summary: summaryOf(moved) }
}
