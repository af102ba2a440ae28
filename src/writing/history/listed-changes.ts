import type { GraphReader } from '../../graph/graph.js'
import { changedAmong, changesCounted, numbersOfChanges, type StoredChange } from '../changes/change-queries.js'

/** Where a list of changes is read from: its numbers, newest first, as far as a page takes them. */
export interface ListedChanges {
  readonly totalCount: number
  /** @param below only smaller ones; null for all. */
  readonly next: (below: number | null, most: number) => readonly number[] | Promise<readonly number[]>
  /** What each of some of them is told of: an entity that it changed, by the id that it has in the change. */
  readonly abouts: (numbers: readonly number[]) => Promise<(change: StoredChange) => string | null>
}

/** What each change is about. */
export const ofOwn = async () => (change: StoredChange) => change.entity

/** Which changes of entities are asked for. */
export interface OfEntities {
  /** All ids that they have and had, never empty: a change of several is told as the first of them that it changed. */
  readonly ids: readonly string[]
  readonly since?: string | null
  /** Ids of an actor that they were made for; left out for all. */
  readonly madeFor?: readonly string[] | null
}

/** The changes of some entities, a page at a time from the database. */
export async function changesOfEntities(
  graph: GraphReader,
  { ids, since, madeFor }: OfEntities,
): Promise<ListedChanges> {
  const asked = { ids, moment: since ?? '', ofAll: !madeFor, actors: madeFor ?? ['nobody'] }
  const [{ count } = { count: 0 }] = await graph.read(changesCounted, asked)
  return {
    totalCount: count,
    next: async (below, limit) => {
      const rows = await graph.read(numbersOfChanges, { ...asked, below: below ?? Number.MAX_SAFE_INTEGER, limit })
      return rows.map(({ number }) => number)
    },
    abouts: async (numbers) => {
      const [only, ...others] = ids
      if (only !== undefined && others.length === 0) return () => only
      const rank = new Map(ids.map((id, index) => [id, index] as const))
      const first = new Map<number, string>()
      for (const { id, number } of await graph.read(changedAmong, { ids, numbers })) {
        const before = first.get(number)
        if (before === undefined || (rank.get(id) ?? 0) < (rank.get(before) ?? 0)) first.set(number, id)
      }
      return ({ number }) => first.get(number) ?? null
    },
  }
}
