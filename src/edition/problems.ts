/** What is wrong with the seed, and where. */
export interface SeedProblem {
  /** Path from the folder that holds the seed, such as `seed/initiatives/loans.yaml`. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly reason: string
}

/** A problem as one line: `file:line: reason`. */
export const shownProblem = ({ file, line, reason }: SeedProblem): string => `${file}:${line}: ${reason}`

const shownProblems = 20

/** Refuses a seed. The message has one line `file:line: reason` for each problem, at most twenty of them. */
export class SeedError extends Error {
  override readonly name = 'SeedError'
  readonly problems: readonly SeedProblem[]

  constructor(problems: readonly SeedProblem[]) {
    const lines = problems.slice(0, shownProblems).map(shownProblem)
    const left = problems.length - lines.length
    super([...lines, ...(left > 0 ? [`and ${left} more`] : [])].join('\n'))
    this.problems = problems
  }
}
