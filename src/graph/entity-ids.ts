import { z } from 'zod'
import { BadUserInputError, NotFoundError } from '../kernel/input-errors.js'
import type { GraphReader } from './graph.js'
import { query } from './query.js'
import { nodeKinds } from './vocabulary.js'

type IdPrefix = (typeof nodeKinds)[keyof typeof nodeKinds]['idPrefix']

/** Which of these ids something in the graph has. */
const idsThere = query<{ ids: readonly string[] }>()(
  'ids in the graph',
  z.object({ id: z.string() }),
  'UNWIND $ids AS id MATCH (entity:Entity {id: id}) RETURN entity.id AS id',
)

/**
 * An id from a request, if it is of this kind (of one of these) or left out; whether anything has it is not looked up.
 * @throws BadUserInputError, naming the argument, for an id of another kind.
 */
export function idOfKind<Id extends string | null | undefined>(
  kind: IdPrefix | readonly IdPrefix[],
  id: Id,
  argument: string,
): Id {
  const begins = [kind].flat().map((prefix) => `${prefix}:`)
  if (typeof id === 'string' && !begins.some((begin) => id.startsWith(begin))) {
    const message = `${argument} takes an id that begins with ${begins.join(' or ')}, which search(text:) finds by name`
    throw new BadUserInputError(argument, message)
  }
  return id
}

/**
 * An id from a request, if it is of any kind or left out; whether anything has it is not looked up.
 * @throws BadUserInputError, naming the argument, for what cannot be an id.
 */
export function idOfKnownKind<Id extends string | null | undefined>(id: Id, argument: string): Id {
  if (typeof id === 'string' && !Object.values(nodeKinds).some(({ idPrefix }) => id.startsWith(`${idPrefix}:`))) {
    throw new BadUserInputError(argument, `${argument} takes an id, a kind and a name as in actor:… or firm:…`)
  }
  return id
}

/** Those of some ids that something in the graph has. */
export async function idsInGraph(graph: GraphReader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await graph.read(idsThere, { ids })).map(({ id }) => id))
}

/**
 * Refuses ids that nothing in the graph has.
 * @throws NotFoundError for the first of them.
 */
export async function requireInGraph(graph: GraphReader, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const found = await idsInGraph(graph, ids)
  const unknown = ids.find((id) => !found.has(id))
  if (unknown !== undefined) throw new NotFoundError(unknown)
}

/**
 * An answer about some ids, which are looked up at the same time as it is read: one way to a server and back, not two.
 * @throws NotFoundError for the first that nothing in the graph has.
 */
export async function aboutKnown<Answer>(
  graph: GraphReader,
  ids: readonly string[],
  answer: Promise<Answer>,
): Promise<Answer> {
  const [read] = await Promise.all([answer, requireInGraph(graph, ids)])
  return read
}
