import type { GraphReader } from '../../graph/graph.js'
import { everOffered, idsThroughTime } from '../changes/change-queries.js'

/** Under which ids some are or were: their own, and those that were merged into them; none for what never was. */
export const throughTime = async (graph: GraphReader, ids: readonly string[]): Promise<readonly string[]> =>
  ids.length === 0 ? [] : (await graph.read(idsThroughTime, { ids })).map(({ id }) => id)

/**
 * Ids of what actors offer or ever offered, and of what was merged into these.
 * @param actors of all ids that the actors have and had.
 */
export async function offersOf(graph: GraphReader, actors: readonly string[]): Promise<readonly string[]> {
  const offered = await Promise.all(actors.map((actor) => graph.read(everOffered, { actor })))
  return throughTime(graph, [...new Set(offered.flat().map(({ id }) => id))])
}
