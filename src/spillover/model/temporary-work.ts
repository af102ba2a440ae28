import type { ShockKind } from '../../edition/assumption-kinds.js'
import type { Steps } from '../../kernel/turns.js'
import { totalEffects } from './cube.js'
import type { SpilloverEffects } from './effects.js'
import type { Shock } from './shocks.js'

/** What work that ends sets off in one calendar year, after retention, in the employment unit; `jobs` is all of it. */
export interface TemporaryYear {
  readonly year: number
  readonly direct: number
  readonly indirect: number
  readonly induced: number
  readonly jobs: number
}

/**
 * Work that ends, year by year: a shock runs from its `year` for `durationYears`. Under OUTPUT those that run in the same
 * year buy from one another and are solved for together, each set of them once, a step for each; under FINAL_DEMAND
 * nothing that a shock sets off depends on the others.
 * @param effects of a table made ready.
 * @returns the years in which any of it runs, in order; none where nothing does.
 */
export function* temporaryYearsInSteps(
  effects: (shocks: readonly Shock[]) => Pick<SpilloverEffects, 'byShock'>,
  reading: ShockKind,
  shocks: readonly Shock[],
): Steps<TemporaryYear[]> {
  const running = [...runningByYear(shocks)].sort(([left], [right]) => left - right)
  if (running.length === 0) return []
  const alone = reading === 'OUTPUT' ? null : effects(shocks).byShock
  const bySet = new Map<string, Omit<TemporaryYear, 'year'>>()
  const years: TemporaryYear[] = []
  for (const [year, indexes] of running) {
    const set = indexes.join()
    let jobs = bySet.get(set)
    if (jobs === undefined) {
      yield
      const byShock =
        alone === null
          ? effects(indexes.flatMap((index) => shocks[index] ?? [])).byShock
          : indexes.flatMap((index) => alone[index] ?? [])
      const { direct, indirect, induced } = totalEffects({ byShock })
      jobs = { direct, indirect, induced, jobs: direct + indirect + induced }
      bySet.set(set, jobs)
    }
    years.push({ year, ...jobs })
  }
  return years
}

/** Job-years of all of it. */
export const jobYears = (years: readonly TemporaryYear[]): number => years.reduce((sum, { jobs }) => sum + jobs, 0)

/** The shocks that run in each year, by their indexes; those whose work has no end are in none. */
function runningByYear(shocks: readonly Shock[]): ReadonlyMap<number, readonly number[]> {
  const running = new Map<number, number[]>()
  for (const [index, { year, durationYears = 0 }] of shocks.entries()) {
    for (let each = year; each < year + durationYears; each++) {
      const others = running.get(each)
      if (others === undefined) running.set(each, [index])
      else others.push(index)
    }
  }
  return running
}
