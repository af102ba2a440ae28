import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { BadUserInputError } from '../../kernel/input-errors.js'
import type { TiePiece } from '../changes/piece.js'
import type { DraftTie } from '../drafts/draft.js'
import { shownTie } from '../statements/fold.js'
import { replaced, type TieStatement } from '../statements/statement.js'

/** What has taken the place of some entities, as far as that is not said to have ended. */
const successors = query<{ ids: readonly string[] }>()(
  'what has taken the place of entities',
  z.object({ id: z.string() }),
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})-[tie:REPLACED_BY]->(next:Entity)
   WHERE tie.validTo IS NULL
   RETURN DISTINCT next.id AS id`,
)

/**
 * Refuses that something takes the place of what has, by whatever steps, taken its own.
 * @throws BadUserInputError, naming the argument.
 */
export async function requireNoCircle(graph: GraphReader, entity: string, ties: readonly DraftTie[]): Promise<void> {
  for (const { type, does, direction, end, argument } of ties) {
    if (type !== 'REPLACED_BY' || does !== 'ADD') continue
    const [first, sought] = direction === 'OUT' ? [end, entity] : [entity, end]
    const seen = new Set([first])
    for (let ids = [first]; ids.length > 0; ) {
      const next: string[] = (await graph.read(successors, { ids })).map(({ id }) => id)
      if (next.includes(sought)) {
        throw new BadUserInputError(argument, `${argument} names ${end}, whose place ${entity} has taken itself`)
      }
      ids = next.filter((id) => !seen.has(id))
      for (const id of ids) seen.add(id)
    }
  }
}

const spans = [
  ['validFrom', 'validTo'],
  ['since', 'until'],
] as const

/**
 * Refuses a relationship that would end before it begins, by whatever its sources together say.
 * @param statements what they say of it so far.
 * @throws BadUserInputError, naming the argument.
 */
export function requireDaysInOrder(argument: string, statements: readonly TieStatement[], piece: TiePiece): void {
  const { properties } = shownTie(replaced(statements, piece))
  for (const [first, last] of spans) {
    const [begins, ends] = [properties[first], properties[last]]
    if (typeof begins !== 'string' || typeof ends !== 'string' || begins <= ends) continue
    throw new BadUserInputError(
      argument,
      `${argument} would end on ${ends}, before it begins, on ${begins}: what was said by mistake is taken back by undoChange`,
    )
  }
}
