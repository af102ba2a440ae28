import { compare } from '../../graph/sort-name.js'
import type { Named } from '../../language/wording.js'

/** The ids of entities, each once, by name. */
export function idsByName(entities: readonly Named[]): string[] {
  return [...new Set(entities.toSorted(byName).map(({ id }) => id))]
}

/** Order by name in the Swedish alphabet, then id. */
export function byName(left: Named, right: Named): number {
  return compare(left.sortName, right.sortName) || compare(left.id, right.id)
}
