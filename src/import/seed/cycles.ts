import type { SeedProblem } from '../../edition/problems.js'
import type { SeedRelationship } from './entry.js'

/** From a part to its whole, and from what was to what took its place: neither leads back to where it began. */
const leadingOn = ['PART_OF', 'REPLACED_BY'] as const

/** Circles of parts and wholes, and of what replaced what, each once, where the last of its relationships stands. */
export const cycleProblems = (relationships: readonly SeedRelationship[]): SeedProblem[] =>
  leadingOn.flatMap((type) =>
    cyclesOf(relationships.filter((each) => each.type === type && each.from !== each.to)).map((cycle) => {
      const { file, line } = cycle.reduce((last, each) =>
        relationships.indexOf(each) > relationships.indexOf(last) ? each : last,
      )
      const [first, ...others] = cycle.map(({ from }) => from)
      const over = others.length > 0 ? ` over ${others.join(', ')}` : ''
      return { file, line, reason: `${type} leads from ${first}${over} back to ${first}` }
    }),
  )

/** Circles among relationships, each as those that it is made of; of several through one node one at least. */
function cyclesOf(relationships: readonly SeedRelationship[]): SeedRelationship[][] {
  const left = withinCycles(relationships)
  const next = new Map<string, SeedRelationship>()
  for (const each of left) if (!next.has(each.from)) next.set(each.from, each)
  const seen = new Set<string>()
  const cycles: SeedRelationship[][] = []
  for (const { from } of left) {
    const way: SeedRelationship[] = []
    let at = from
    while (!seen.has(at)) {
      seen.add(at)
      const step = next.get(at)
      if (!step) break
      way.push(step)
      at = step.to
    }
    const begin = way.findIndex((step) => step.from === at)
    if (begin >= 0) cycles.push(way.slice(begin))
  }
  return cycles
}

/** What is left when relationships that nothing leads to, or that lead to nothing further, are taken away again and again. */
function withinCycles(relationships: readonly SeedRelationship[]): readonly SeedRelationship[] {
  let left = relationships
  while (true) {
    const [begins, ends] = [new Set(left.map(({ from }) => from)), new Set(left.map(({ to }) => to))]
    const fewer = left.filter(({ from, to }) => ends.has(from) && begins.has(to))
    if (fewer.length === left.length) return left
    left = fewer
  }
}
