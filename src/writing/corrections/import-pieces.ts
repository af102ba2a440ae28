import { z } from 'zod'
import type { GraphReader } from '../../graph/graph.js'
import { query } from '../../graph/query.js'
import { tieName } from '../changes/apply-ties.js'
import type { StatementPiece, TiePiece } from '../changes/piece.js'
import { idsOfChange, recordedPiecesOf } from '../changes/recorded.js'
import { nameOfStatement } from '../statements/statement.js'

/** What a list said anew of one thing, from its first word in a change to its last. */
export interface SaidByList {
  /** The entity whose change it is part of. */
  readonly entity: string
  readonly piece: StatementPiece | TiePiece
}

/** So many entities of a change are read at a time. */
const ENTITIES_A_PAGE = 500

/** What a piece is of, and whose words it is. */
export function whatIsSaid(piece: StatementPiece | TiePiece): string {
  const [name = ''] = [piece.after, piece.before].flatMap((each) => (each ? [nameOfStatement(each)] : []))
  return `${piece.of === 'TIE' ? tieName(piece) : piece.entity} ${name}`
}

/** What a list's change said, some entities at a time, without what the source says of itself. */
export async function* saidByList(
  graph: GraphReader,
  { change, source }: { readonly change: string; readonly source: string },
): AsyncGenerator<SaidByList[]> {
  for await (const ids of idsOfChange(graph, change, ENTITIES_A_PAGE)) {
    yield await saidOf(
      graph,
      change,
      ids.filter((id) => id !== source),
    )
  }
}

/** What a list's change said of some entities: before its first word, and after its last. */
export async function saidOf(graph: GraphReader, change: string, ids: readonly string[]): Promise<SaidByList[]> {
  const said = new Map<string, SaidByList>()
  for (const { entity, pieces } of await recordedPiecesOf(graph, change, ids)) {
    for (const piece of pieces) {
      if (piece.of === 'LIFE') continue
      const name = `${entity} ${whatIsSaid(piece)}`
      const first = said.get(name)
      said.set(name, { entity, piece: first ? since(first.piece, piece) : piece })
    }
  }
  return [...said.values()]
}

/** The second of two pieces of the same, with what there was before the first. */
function since(first: SaidByList['piece'], second: SaidByList['piece']): SaidByList['piece'] {
  if (first.of === 'TIE') return second.of === 'TIE' ? { ...second, before: first.before } : second
  return second.of === 'TIE' ? second : { ...second, before: first.before }
}

/** A change of what a source says of itself. */
const changeOfSource = z.object({
  id: z.string(),
  number: z.number(),
  inverseOf: z.string().nullable(),
  /** Null while a list is taken back, and where that was broken off. */
  added: z.number().nullable(),
})
export type ChangeOfSource = z.infer<typeof changeOfSource>

/** Changes of a source after another: what took a list back is among them always. */
export const changesOfSource = query<{ source: string; number: number }>()(
  'changes of a source after another',
  changeOfSource,
  `MATCH (source:Entity {id: $source})
   MATCH (source)<-[:CHANGED]-(change:Change)
   WHERE change.number > $number
   WITH DISTINCT change.id AS id, change.number AS number, change.inverseOf AS inverseOf, change.added AS added
   RETURN id, number, inverseOf, added
   ORDER BY number`,
)
