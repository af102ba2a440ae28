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
  /** The entity that it is about; null for a whole file, which is recorded with each of its entities, a batch at a time. */
  about: z.string().nullable(),
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
       change.entity AS about, changed.revision AS revision, changed.pieces AS pieces`

const doneToAll = (where: string): string =>
  `UNWIND $ids AS asked
   CALL (asked) {
     ${doneTo('Entity', where)}
     UNION
     ${doneTo('Former', where)}
   }
   RETURN asked AS entity, id, number, operation, inverseOf, about, revision, pieces`

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
  const left = withoutTakenBack(newestFirst)
  const long = await longTexts(graph, [...new Set(left.flatMap(({ id, pieces }) => (pieces === null ? [id] : [])))])
  return left.map(({ pieces, ...row }) => ({
    ...row,
    pieces: piecesIn(pieces ?? long.get(partName(row.id, row.entity, row.revision)) ?? '[]'),
  }))
}

/**
 * Changes without those that were taken back since, and what took them back. To take a file back may be broken off: it
 * counts for the entities that it came to.
 */
function withoutTakenBack<Some extends LaterRow>(newestFirst: readonly Some[]): Some[] {
  const of = (id: string, entity: string): string => `${id} ${entity}`
  const there = new Set(newestFirst.flatMap(({ id, entity }) => [id, of(id, entity)]))
  const gone = new Set<string>()
  const isGone = ({ id, entity }: LaterRow): boolean => gone.has(id) || gone.has(of(id, entity))
  for (const row of newestFirst) {
    const { id, entity, inverseOf, about } = row
    if (inverseOf === null || isGone(row)) continue
    const [own, other] = about === null ? [of(id, entity), of(inverseOf, entity)] : [id, inverseOf]
    if (there.has(other)) gone.add(own).add(other)
  }
  return newestFirst.filter((row) => !isGone(row))
}
