import type { KeptKnowledge } from '../../reference/reference.js'
import {
  type ChangedCell,
  type ChangeSummary,
  changedActors,
  changedCells,
  offeredByNobody,
  summaryOf,
} from './change-rule.js'
import { type Coverage, type CoverageQuestion, coverageFrom, readCoverageGrounds } from './coverage-question.js'
import { readChange, type SupportChange } from './read-change.js'
import { nobodyOffers } from './warnings.js'

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
 * @throws what `readCoverageGrounds` and `readChange` throw.
 */
export async function supportWhatIf(
  knowledge: KeptKnowledge,
  { change, ...question }: WhatIfQuestion,
): Promise<WhatIf> {
  const grounds = await readCoverageGrounds(knowledge, question)
  const { actors, initiatives } = grounds.system
  const read = await readChange(knowledge, change, grounds.system)
  const changed = changedActors(actors, read)
  const before = coverageFrom(actors, grounds)
  const after = coverageFrom(changed, grounds)
  const idle = offeredByNobody(changed, read).flatMap((id) => initiatives.get(id) ?? [])
  const warnings = idle.length > 0 ? [...after.warnings, nobodyOffers(idle)] : after.warnings
  const moved = changedCells(before.cells, after.cells)
  return { before, after: { ...after, warnings }, changed: moved, summary: summaryOf(moved) }
}
