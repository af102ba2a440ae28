import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import type { Piece } from '../changes/piece.js'
import { longTexts, partName, piecesIn } from '../changes/recorded.js'

/** What a later change did to one entity. */
export interface Later {
  readonly id: string
  readonly number: number
  readonly entity: string
  readonly pieces: readonly Piece[]
}

/** What changes after another did to some entities, or former ones. */
const changesSinceOf = query<{ ids: readonly string[]; number: number }>()(
  'what changes after another did to entities',
  z.object({
    id: z.string(),
    number: z.number(),
    entity: z.string(),
    inverseOf: z.string().nullable(),
    pieces: z.string().nullable(),
  }),
  `UNWIND $ids AS asked
   CALL (asked) {
     MATCH (entity:Entity {id: asked})<-[changed:CHANGED]-(change:Change)
     WHERE change.number > $number
     RETURN change.id AS id, change.number AS number, change.inverseOf AS inverseOf, changed.pieces AS pieces
     UNION
     MATCH (former:Former {id: asked})<-[changed:CHANGED]-(change:Change)
     WHERE change.number > $number
     RETURN change.id AS id, change.number AS number, change.inverseOf AS inverseOf, changed.pieces AS pieces
   }
   RETURN asked AS entity, id, number, inverseOf, pieces`,
)

/** What changes after another did to some entities, newest first; those that were taken back since, and what took them back, are left out. */
export async function changesLeftAfter(graph: GraphReader, number: number, ids: readonly string[]): Promise<Later[]> {
  if (ids.length === 0) return []
  const rows = (await graph.read(changesSinceOf, { ids, number })).toSorted((left, right) => right.number - left.number)
  const there = new Set(rows.map(({ id }) => id))
  const gone = new Set<string>()
  for (const { id, inverseOf } of rows) {
    if (inverseOf !== null && there.has(inverseOf) && !gone.has(id)) gone.add(id).add(inverseOf)
  }
  const left = rows.filter(({ id }) => !gone.has(id))
  const long = await longTexts(graph, [...new Set(left.flatMap(({ id, pieces }) => (pieces === null ? [id] : [])))])
  return left.map(({ id, number: later, entity, pieces }) => ({
    ...{ id, number: later, entity },
    pieces: piecesIn(pieces ?? long.get(partName(id, entity)) ?? '[]'),
  }))
}
