/** Milliseconds that something took, time by time. */
export type Times = readonly number[]

/** How long things are measured. */
export interface Span {
  readonly warmUpMs: number
  readonly measureMs: number
  /** Enough of each, even if there is time left. */
  readonly most: number
}

/**
 * Times several ways to do one thing in turn, A B A B …, so that whatever else the machine does falls on all of them.
 * @returns the times of each, in the order given.
 */
export async function timeInTurn(ways: readonly (() => Promise<unknown>)[], span: Span): Promise<Times[]> {
  await turns(ways, span.warmUpMs, span.most)
  return turns(ways, span.measureMs, span.most)
}

async function turns(ways: readonly (() => Promise<unknown>)[], ms: number, most: number): Promise<number[][]> {
  const times: number[][] = ways.map(() => [])
  const end = performance.now() + ms
  for (let turn = 0; turn < most && (turn === 0 || performance.now() < end); turn++) {
    for (const [index, way] of ways.entries()) times[index]?.push(await timed(way))
  }
  return times
}

/** Milliseconds that one thing takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The time that a share of the times does not exceed: 0.5 for the median. */
export function quantile(times: Times, share: number): number {
  const ordered = times.toSorted((left, right) => left - right)
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? Number.NaN
}
