import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { storedRelationship } from '../../graph/stored-properties.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import { tieName } from '../changes/apply-ties.js'
import type { EntityChange, Piece, TieIdentity } from '../changes/piece.js'
import type { TieStatement } from '../statements/statement.js'
import { type EntityState, isPlaceOrSector, readStates } from '../statements/states.js'
import { isStatementKey, tieStatementsOf } from '../statements/stored-statement.js'

/** A relationship at either end of an entity, with what sources say of it. */
export interface TieThere extends TieIdentity {
  readonly statements: readonly TieStatement[]
}

/** All relationships at either end of some entities. */
const tiesAt = query<{ ids: readonly string[] }>()(
  'all relationships at entities',
  storedRelationship.extend({ entity: z.string() }),
  `UNWIND $ids AS id
   MATCH (entity:Entity {id: id})
   MATCH (entity)-[tie]-(end:Entity)
   RETURN entity.id AS entity, type(tie) AS type, startNode(tie).id AS from, endNode(tie).id AS to,
     coalesce(tie.key, '') AS key, properties(tie) AS properties`,
)

/** Entities with their relationships, but for those that their statements are, or make. */
export interface Standing {
  readonly states: ReadonlyMap<string, EntityState>
  /** By entity; one between two of them stands with both. */
  readonly ties: ReadonlyMap<string, readonly TieThere[]>
}

/**
 * Entities as they stand in the graph with all that relates to them.
 * @throws NotFoundError for one that is not there.
 */
export async function readStanding(graph: GraphReader, ids: readonly string[]): Promise<Standing> {
  const states = await readStates(graph, ids)
  const missing = ids.find((id) => !states.has(id))
  if (missing !== undefined) throw new NotFoundError(missing)
  const ties = new Map<string, TieThere[]>(ids.map((id) => [id, []]))
  for (const { entity, properties, ...identity } of await graph.read(tiesAt, { ids })) {
    const state = states.get(entity)
    if (!state || isOfStatement(state, identity, properties)) continue
    ties.get(entity)?.push({ ...identity, statements: tieStatementsOf(properties) })
  }
  return { states, ties }
}

/** Whether a relationship is what a source says of an entity, or is made of it: a firm's places and sectors. */
function isOfStatement(
  { id, label, statements }: EntityState,
  { type, from, key }: TieIdentity,
  { source }: Readonly<Record<string, unknown>>,
): boolean {
  if (from !== id) return false
  if (type === 'STATED_IN') return isStatementKey(label, key)
  return label === 'Firm' && isPlaceOrSector({ type }) && statements.some((each) => each.source === source)
}

/** What takes entities out: all that is said of them, and all relationships at either end of them. */
export function takenOut({ states, ties }: Standing): EntityChange[] {
  const gone = new Set<string>()
  return [...states.values()].map(({ id, label, statements }) => {
    const own = (ties.get(id) ?? []).filter((tie) => !gone.has(tieName(tie)))
    for (const tie of own) gone.add(tieName(tie))
    const pieces: Piece[] = [
      { of: 'LIFE', entity: id, label, before: 'ENTITY', after: 'FORMER', now: null },
      ...statements.map((before) => ({ of: 'STATEMENT' as const, entity: id, before, after: null })),
      ...own.flatMap(({ statements: said, ...identity }) =>
        said.map((before) => ({ of: 'TIE' as const, ...identity, before, after: null })),
      ),
    ]
    return { entity: id, label, pieces }
  })
}
