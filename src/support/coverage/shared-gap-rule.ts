import { compare } from '../../graph/sort-name.js'
import { byJobs } from './jobs-at-stake-rule.js'

/** A need that a municipality lacks, with the jobs that it holds back there. */
export interface LackedNeed {
  readonly place: string
  readonly need: string
  readonly jobsAtStake: number
}

/** Municipalities that lack the same needs. Ids in the order in which the lacked needs name them. */
export interface SharedGap {
  readonly places: readonly string[]
  readonly needs: readonly string[]
  /** Summed over its places and needs. */
  readonly jobsAtStake: number
}

/** So many needs can be shared in at most 2^14 ways, which bounds the search. */
export const MOST_SHARED_NEEDS = 14

/**
 * For each set of needs that several municipalities lack together, all that lack the whole of it; most jobs first. The
 * sets are what municipalities have in common, so no group has another with the same places and more needs, or with the
 * same needs and more places (the formal concepts of the relation between places and lacked needs; Ganter & Wille).
 * @param minPlaces how many municipalities at least, 2 or more.
 */
export function placesLackingTogether(lacked: readonly LackedNeed[], minPlaces: number): SharedGap[] {
  const needs = [...new Set(lacked.map(({ need }) => need))]
  const bits = new Map(needs.map((need, index) => [need, 1 << index]))
  const lackedBy = new Map<string, number>()
  const jobs = new Map<string, ReadonlyMap<string, number>>()
  for (const { place, need, jobsAtStake } of lacked) {
    lackedBy.set(place, (lackedBy.get(place) ?? 0) | (bits.get(need) ?? 0))
    jobs.set(place, new Map([...(jobs.get(place) ?? []), [need, jobsAtStake]]))
  }
  return [...inCommon([...lackedBy.values()])]
    .map((common) => {
      const places = [...lackedBy].filter(([, lacks]) => (lacks & common) === common).map(([place]) => place)
      const shared = needs.filter((need) => ((bits.get(need) ?? 0) & common) !== 0)
      const cells = places.flatMap((place) => shared.map((need) => jobs.get(place)?.get(need) ?? 0))
      return { places, needs: shared, jobsAtStake: cells.reduce((sum, each) => sum + each, 0) }
    })
    .filter(({ places }) => places.length >= minPlaces)
    .toSorted(byJobsAndIds)
}

/** Every set of needs that is all that some municipalities have in common, but the empty one. */
function inCommon(lacks: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const lack of lacks) {
    for (const common of [lack, ...[...found].map((each) => each & lack)]) {
      if (common !== 0) found.add(common)
    }
  }
  return found
}

function byJobsAndIds(left: SharedGap, right: SharedGap): number {
  return (
    byJobs(left.jobsAtStake, right.jobsAtStake) ||
    compare(idsKey(left.places), idsKey(right.places)) ||
    compare(idsKey(left.needs), idsKey(right.needs))
  )
}

/** What orders lists of ids, whatever order they are shown in. */
export function idsKey(ids: readonly string[]): string {
  return ids.toSorted(compare).join(' ')
}
