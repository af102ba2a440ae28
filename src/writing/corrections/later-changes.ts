import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { changeOperations } from '../changes/operation.js'
import type { Piece } from '../changes/piece.js'
import { longTexts, partName, piecesIn } from '../changes/recorded.js'

const laterRow = z.object({
  id: z.string(),
  number: z.number(),
  entity: z.string(),
  operation: z.enum(changeOperations),
  inverseOf: z.string().nullable(),
  revision: z.number(),
  pieces: z.string().nullable(),
})

type LaterRow = z.infer<typeof laterRow>

/** What a later change did to one entity. */
export interface Later extends Omit<LaterRow, 'pieces'> {
  readonly pieces: readonly Piece[]
}

const doneTo = (label: 'Entity' | 'Former', where: string): string =>
  `MATCH (node:${label} {id: asked})<-[changed:CHANGED]-(change:Change)
     WHERE ${where}
     RETURN change.id AS id, change.number AS number, change.operation AS operation, change.inverseOf AS inverseOf,
       changed.revision AS revision, changed.pieces AS pieces`

const doneToAll = (where: string): string =>
  `UNWIND $ids AS asked
   CALL (asked) {
     ${doneTo('Entity', where)}
     UNION
     ${doneTo('Former', where)}
   }
   RETURN asked AS entity, id, number, operation, inverseOf, revision, pieces`

/** What changes after another did to some entities, or former ones. */
const changesSinceOf = query<{ ids: readonly string[]; number: number }>()(
  'what changes after another did to entities',
  laterRow,
  doneToAll('change.number > $number'),
)

/** The same, where they name one of them: of many entities hardly any did. */
const changesNaming = query<{ ids: readonly string[]; number: number; entity: string }>()(
  'later changes that name an entity',
  laterRow,
  doneToAll('change.number > $number AND (changed.pieces IS NULL OR changed.pieces CONTAINS $entity)'),
)

/** What changes after another did to some entities, newest first; those that were taken back since, and what took them back, are left out. */
export async function changesLeftAfter(graph: GraphReader, number: number, ids: readonly string[]): Promise<Later[]> {
  return ids.length === 0 ? [] : leftOf(graph, await graph.read(changesSinceOf, { ids, number }))
}

/** The same of those that name one of the entities. */
export async function changesLeftNaming(
  graph: GraphReader,
  asked: { readonly number: number; readonly ids: readonly string[]; readonly entity: string },
): Promise<Later[]> {
  return leftOf(graph, await graph.read(changesNaming, asked))
}

async function leftOf(graph: GraphReader, rows: readonly LaterRow[]): Promise<Later[]> {
  const newestFirst = rows.toSorted((left, right) => right.number - left.number)
  const there = new Set(rows.map(({ id }) => id))
  const gone = new Set<string>()
  for (const { id, inverseOf } of newestFirst) {
    if (inverseOf !== null && there.has(inverseOf) && !gone.has(id)) gone.add(id).add(inverseOf)
  }
  const left = newestFirst.filter(({ id }) => !gone.has(id))
  const long = await longTexts(graph, [...new Set(left.flatMap(({ id, pieces }) => (pieces === null ? [id] : [])))])
  return left.map(({ pieces, ...row }) => ({
    ...row,
    pieces: piecesIn(pieces ?? long.get(partName(row.id, row.entity, row.revision)) ?? '[]'),
  }))
}
