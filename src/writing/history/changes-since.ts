import type { GraphReader } from '../../graph/graph.js'
import { momentsOfChanges } from '../changes/change-queries.js'

/** Changes that waited for each other may be numbered in another order than they were begun in; no further apart than this. */
const MOST_AT_ONCE = 200

/** Of all changes, those that were made since a moment. */
export interface Since {
  /** The smallest number among them; one more than the last where there is none. */
  readonly first: number
  /** Larger numbers that are not among them. */
  readonly without: ReadonlySet<number>
}

/** Which changes were made since a moment, of so many: looked for by halves, and one by one where they may be out of order. */
export async function changesSince(graph: GraphReader, since: string | null, last: number): Promise<Since> {
  if (since === null || last === 0) return { first: 1, without: new Set() }
  let from = 1
  let to = last + 1
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const [moment] = await graph.read(momentsOfChanges, { numbers: [middle] })
    if (moment === undefined || moment.at < since) from = middle + 1
    else to = middle
  }
  const begin = Math.max(1, from - MOST_AT_ONCE)
  const end = Math.min(last, from + MOST_AT_ONCE)
  const numbers = Array.from({ length: end - begin + 1 }, (_, index) => begin + index)
  const moments = new Map((await graph.read(momentsOfChanges, { numbers })).map(({ number, at }) => [number, at]))
  const isSince = (number: number): boolean => (moments.get(number) ?? '') >= since
  const first = numbers.find(isSince) ?? end + 1
  return { first, without: new Set(numbers.filter((number) => number > first && !isSince(number))) }
}
